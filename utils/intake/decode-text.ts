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

/**
 * Turns bytes into text as readers of the web do: a byte order mark decides, then the transport's `charset`, then what the document says
 * of itself (XML's prolog, HTML's meta), then UTF-8, and windows-1251 where the bytes are no UTF-8: what the archives of our readers were
 * written in before. A named encoding that contradicts valid UTF-8 with letters beyond ASCII loses, because prologs lie more often than bytes.
 *
 * @param contentType value of the HTTP header; '' for files
 */
export function decodeText(bytes: Uint8Array, contentType = ''): Result<string, 'not-text'> {
  const marked = markOf(bytes);
  if (marked) return done(marked.decode(bytes));
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES)); // every byte is a character in it
  if (/^(?:PK\u0003\u0004|%PDF-|\u0089PNG|GIF8|\u00ff\u00d8\u00ff)/u.test(head)) return failed('not-text');
  const wide = wideOf(bytes);
  if (wide) return done(wide.decode(bytes));
  const utf8 = strictly(bytes);
  const label = charsetIn(contentType) ?? charsetOf(head);
  // Bytes that were read as single letters are no UTF-16, whatever they say.
  const named = /utf-?16|ucs-?2/iu.test(label ?? '') ? null : decoderFor(label);
  if (utf8 !== null && (named === null || /[^\u0000-\u007f]/u.test(utf8))) return done(utf8);
  if (named !== null) return done(named.decode(bytes));
  return done(new TextDecoder('windows-1251').decode(bytes));
}

/** The `charset` of a Content-Type; null where there is none. */
export function charsetIn(contentType: string): string | null {
  return /charset\s*[=:]\s*["']?\s*([^\s"';,]+)/iu.exec(contentType)?.[1] ?? null;
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
  return prolog?.[1] ?? /<meta[^>]+charset\s*=\s*["']?\s*([^\s"'>;/]+)/iu.exec(head)?.[1] ?? null;
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
