import { done, failed, type Result } from '@/utils/model';

/** Bytes at the beginning in which a declaration of the encoding is looked for; HTML asks for 1,024, but comments come before it. */
const HEAD_BYTES = 4_096;

/** Labels that are no encoding of the web, with the one that is meant. */
const ALIASES: Readonly<Record<string, string>> = {
  'cp-1251': 'windows-1251',
  win1251: 'windows-1251',
  'win-1251': 'windows-1251',
  koi8r: 'koi8-r',
  utf_8: 'utf-8',
  'utf-8-sig': 'utf-8',
};

/** How the files begin that people take for texts: zip, PDF, PNG, GIF, JPEG, gzip. */
const OTHER_KINDS = ['504b0304', '25504446', '89504e47', '47494638', 'ffd8ff', '1f8b'];

/**
 * Turns bytes into text as readers of the web do: a byte order mark decides, then the transport's `charset`, then what the document says
 * of itself (XML's prolog, HTML's meta), then UTF-8. Bytes know better than labels: what is valid UTF-8 with letters beyond ASCII is UTF-8,
 * and what cannot be UTF-8 is not, whatever it says; without a usable label its letters tell windows-1251, koi8-r and windows-1252 apart.
 *
 * @param contentType value of the HTTP header; '' for files
 */
export function decodeText(bytes: Uint8Array, contentType = ''): Result<string, 'not-text'> {
  const start = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (OTHER_KINDS.some((kind) => start.startsWith(kind))) return failed('not-text');
  const known = markOf(bytes) ?? wideOf(bytes);
  if (known) return done(known.decode(bytes));
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES)); // every byte is a character in it
  const label = charsetIn(contentType) ?? charsetOf(head);
  // Bytes that were read as single letters are no UTF-16, whatever they say.
  const named = /utf-?16|ucs-?2/iu.test(label ?? '') ? null : decoderFor(label);
  const utf8 = strictly(bytes);
  if (utf8 !== null && (named === null || /[^\u0000-\u007f]/u.test(utf8))) return done(utf8);
  if (named !== null && named.encoding !== 'utf-8') return done(named.decode(bytes));
  return done(guessed(bytes));
}

/** The text of bytes that are no valid UTF-8 and say nothing usable. */
function guessed(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = utf8.match(/\ufffd/gu)?.length ?? 0;
  const right = utf8.match(/[^\u0000-\u007f\ufffd]/gu)?.length ?? 0;
  if (right > broken) return utf8; // UTF-8 with some noise in it
  let ascii = 0;
  let high = 0;
  let low = 0;
  let isTag = false;
  for (const byte of bytes) {
    if (byte === 0x3c || byte === 0x3e) isTag = byte === 0x3c;
    else if (isTag) continue;
    else if (byte >= 0xe0) high++;
    else if (byte >= 0xc0) low++;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ascii++;
  }
  // An accent now and then is a language of Latin letters; small letters, the most of any text, are low in koi8-r and high in windows-1251.
  if ((high + low) * ACCENTS < ascii) return new TextDecoder('windows-1252').decode(bytes);
  return new TextDecoder(low > high ? 'koi8-r' : 'windows-1251').decode(bytes);
}

/** Latin letters to one accented, at least, in the languages that have most of them. */
const ACCENTS = 4;

/** The `charset` of a Content-Type; null where there is none. */
function charsetIn(contentType: string): string | null {
  return /charset\s*[=:][\s"']*([^\s"';,]+)/iu.exec(contentType)?.[1] ?? null;
}

function markOf(bytes: Uint8Array): TextDecoder | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8');
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  return first === 0xfe && second === 0xff ? new TextDecoder('utf-16be') : null;
}

/** UTF-16 without a mark: "<" and "?" or "{" with a zero byte between. */
function wideOf(bytes: Uint8Array): TextDecoder | null {
  const isSign = (byte: number | undefined): boolean => byte === 0x3c || byte === 0x7b || byte === 0x5b;
  if (isSign(bytes[0]) && bytes[1] === 0 && bytes[3] === 0) return new TextDecoder('utf-16le');
  return bytes[0] === 0 && isSign(bytes[1]) && bytes[2] === 0 ? new TextDecoder('utf-16be') : null;
}

function charsetOf(head: string): string | null {
  const prolog = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/iu.exec(head);
  return prolog?.[1] ?? /<meta[^>]+charset\s*=[\s"']*([^\s"'>;/]+)/iu.exec(head)?.[1] ?? null;
}

function decoderFor(label: string | null): TextDecoder | null {
  if (label === null) return null;
  const lower = label.trim().toLowerCase();
  try {
    return new TextDecoder(Object.hasOwn(ALIASES, lower) ? ALIASES[lower] : lower);
  } catch (error) {
    if (error instanceof RangeError) return null; // an encoding that the web does not know
    throw error;
  }
}

/** UTF-8, or null where the bytes are none. */
function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
