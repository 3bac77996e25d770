/**
 * Folding: what one UTF-16 code unit counts as, whatever its case, accent or script variant.
 *
 * Folding never changes length, so offsets are those of the text itself: a letter folds to one letter, an ignorable
 * unit (soft hyphen, zero-width space, stress mark) folds to nothing, everything else separates words.
 */

/** Bits of `kindOf`. 0 is a separator. */
export const LETTER = 1;
export const UPPER = 2;
export const LATIN = 4;
export const CYRILLIC = 8;
export const DIGIT = 16;
/** Inside a word, without being part of its spelling: soft hyphens, zero-width characters, combining marks. */
export const IGNORED = 32;
/** ' ’ ʼ ` between letters: part of a word, never at its ends. */
export const APOSTROPHE = 64;
/** Needs the slow path: a combining mark, an accent, or a letter of a third alphabet. */
export const SLOW = 128;

/** ASCII, Latin, Greek and Cyrillic up to Armenian live in a small table; the rest is asked once and remembered. */
const TABLE_SIZE = 0x530;
/** Fold * 256 + kind, filled on demand: a page has some hundred different characters. 0 is "not asked yet". */
const table = new Int32Array(TABLE_SIZE);
/** Kinds of the code units above the table, filled on demand; 0xff is "separator", 0 is "not asked yet". */
const wideKinds = new Uint8Array(0x10000 - TABLE_SIZE);

const WIDE_SEPARATOR = 0xff;
const ANY_LETTER = /[\p{L}\p{N}]/u;
const ANY_MARK = /\p{M}/u;

/** Letters whose base letter canonical decomposition does not give. */
const BASES: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 't',
  ß: 's',
  æ: 'a',
  œ: 'o',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'a',
  ё: 'е',
  ѐ: 'е',
  ѝ: 'и',
  ґ: 'г',
  ѕ: 'с',
  ј: 'й',
  ѣ: 'е',
  ѵ: 'и',
  ѳ: 'ф',
};
/** Cyrillic letters that decompose, yet are letters of their own. */
const KEPT = new Set(['й', 'ў', 'ї', 'ѓ', 'ќ']);

/** The bits of a code unit. */
export function kindOf(code: number): number {
  return code < TABLE_SIZE ? narrowFoldAndKindOf(code) & 0xff : wideKindOf(code);
}

/** Fold and kind of a code unit in one number, `fold * 256 + kind`: the one look-up that the tokeniser makes a character. */
export function foldAndKindOf(code: number): number {
  return code < TABLE_SIZE ? narrowFoldAndKindOf(code) : wideFoldOf(code) * 256 + wideKindOf(code);
}

/** The folded code unit: lower case, without accent, ё as е, ґ as г. Only meaningful for letters and digits. */
export function foldOf(code: number): number {
  return code < TABLE_SIZE ? narrowFoldAndKindOf(code) >>> 8 : wideFoldOf(code);
}

/** A word folded, letter by letter; the same as its page hash is made of. */
export function foldWord(word: string): string {
  let folded = '';
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    const kind = kindOf(code);
    if (kind & (LETTER | DIGIT)) folded += String.fromCharCode(folded === '' ? initialOf(foldOf(code)) : foldOf(code));
  }
  return folded;
}

/** Belarusian writes ў for у after a vowel, so at the start of a word both are one letter. */
export function initialOf(folded: number): number {
  return folded === 0x45e ? 0x443 : folded;
}

/** FNV-1a over folded letters, the start value. */
export const HASH_START = 0x811c9dc5 | 0;

/** One step of FNV-1a. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Spreads the bits of an FNV hash (finaliser of MurmurHash3), as an unsigned number. */
export function hashEnd(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hash of a folded word. */
export function hashWord(folded: string): number {
  let hash = HASH_START;
  for (let i = 0; i < folded.length; i++) hash = hashStep(hash, folded.charCodeAt(i));
  return hashEnd(hash);
}

function narrowFoldAndKindOf(code: number): number {
  return table[code] || askNarrow(code);
}

function askNarrow(code: number): number {
  const letter = String.fromCharCode(code);
  return (table[code] = baseOf(letter.toLowerCase()).charCodeAt(0) * 256 + narrowKindOf(code, letter));
}

function narrowKindOf(code: number, letter: string): number {
  if (code === 0x27 || code === 0x60 || code === 0xb4 || code === 0x2bc || code === 0x2b9) return APOSTROPHE;
  if (code === 0xad || code === 0x483 || code === 0x484 || code === 0x487) return IGNORED;
  if (code >= 0x300 && code <= 0x36f) return IGNORED | SLOW;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if (!ANY_LETTER.test(letter) || code === 0xaa || code === 0xba) return 0;
  if (code === 0xb2 || code === 0xb3 || code === 0xb9 || (code >= 0xbc && code <= 0xbe)) return 0;
  const upper = letter !== letter.toLowerCase() ? UPPER : 0;
  if (code >= 0x400) return LETTER | CYRILLIC | upper;
  // Accents do not count when words are compared by letters, but they do by sound.
  if (code < 0x250) return LETTER | LATIN | upper | (code < 0x80 ? 0 : SLOW);
  return LETTER | SLOW | upper;
}

function wideKindOf(code: number): number {
  const slot = code - TABLE_SIZE;
  let kind = wideKinds[slot]!;
  if (kind === 0) {
    kind = askWide(code);
    wideKinds[slot] = kind;
  }
  return kind === WIDE_SEPARATOR ? 0 : kind;
}

function askWide(code: number): number {
  if (code === 0x2019 || code === 0x2018 || code === 0x2032) return APOSTROPHE;
  // Zero-width and direction marks.
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)) return IGNORED;
  if ((code >= 0x2060 && code <= 0x2064) || code === 0xfeff) return IGNORED;
  // A half of a surrogate pair: letters outside the basic plane are matched as they stand.
  if (code >= 0xd800 && code <= 0xdfff) return LETTER | SLOW;
  const letter = String.fromCharCode(code);
  if (ANY_MARK.test(letter)) return IGNORED | SLOW;
  if (!ANY_LETTER.test(letter)) return WIDE_SEPARATOR;
  const upper = letter !== letter.toLowerCase() ? UPPER : 0;
  return code >= 0x1e00 && code <= 0x1eff ? LETTER | LATIN | SLOW | upper : LETTER | SLOW | upper;
}

function wideFoldOf(code: number): number {
  if (code >= 0x2e80) return code;
  return baseOf(String.fromCharCode(code).toLowerCase()).charCodeAt(0);
}

function baseOf(lower: string): string {
  if (KEPT.has(lower)) return lower;
  const known = BASES[lower];
  return known ?? lower.normalize('NFD').charAt(0);
}
