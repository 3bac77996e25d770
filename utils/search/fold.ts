/**
 * Folding for search: words of a text, each in the one spelling that index and query share. Lower case, accents and stress
 * marks off, ё as е, ґ as г, an initial ў as у; apostrophes inside a word vanish, an English possessive is cut, hyphens part words.
 * Offsets are UTF-16 and those of the text itself: folding never looks at a copy of it.
 */
const LETTER = 1;
/** Inside a word without being part of its spelling: combining marks, soft hyphens, zero-width characters. */
const IGNORED = 2;
const APOSTROPHE = 3;

/** Longest word, in letters; what is longer is data, not language, and is cut here. */
const MAX_WORD = 40;

/** Latin, Greek and Cyrillic have a table of their own; other letters are asked once each. */
const TABLE_SIZE = 0x530;
const kinds = new Uint8Array(0x10000);
/** Filled on demand; 0 is "not asked yet". */
const folds = new Uint16Array(TABLE_SIZE);
/** Value of `kinds` for a code unit that was asked and is none of the three. */
const SEPARATOR = 4;

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
  ґ: 'г',
  ѣ: 'е', // prettier-ignore
};
/** Cyrillic letters that decompose, yet are letters of their own. */
const KEPT = new Set(['й', 'ў', 'ї']);
const ANY_LETTER = /[\p{L}\p{N}]/u;
const ANY_MARK = /\p{M}/u;

const BREVE = 0x306;
const SHORT_I = 0x439;
const SHORT_U = 0x45e;
const CYRILLIC_I = 0x438;
const CYRILLIC_U = 0x443;
const LATIN_S = 0x73;

/** Calls `visit` with each folded word and its place, in reading order. Linear in the text; any string is valid. */
export function eachWord(text: string, visit: (word: string, start: number, end: number) => void): void {
  const length = text.length;
  let at = 0;
  while (at < length) {
    if (kindOf(text.charCodeAt(at)) !== LETTER) {
      at++;
      continue;
    }
    const start = at;
    let letters = 0;
    let end = at;
    let apostropheAt = -1;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      const kind = kindOf(code);
      if (kind === LETTER) {
        end = at + 1;
        if (letters < MAX_WORD) buffer[letters++] = foldOf(code);
      } else if (kind === IGNORED) {
        if (code === BREVE) addBreve(letters - 1);
      } else if (kind === APOSTROPHE) {
        apostropheAt = letters;
      } else break;
    }
    // "Rogozin's" is Rogozin; in д'Артаньян and аб'ект the apostrophe just vanishes.
    if (apostropheAt > 0 && apostropheAt === letters - 1 && buffer[apostropheAt] === LATIN_S) letters--;
    if (buffer[0] === SHORT_U) buffer[0] = CYRILLIC_U;
    visit(String.fromCharCode.apply(null, views[letters] as unknown as number[]), start, end);
  }
}

/** The folded words of a text. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => words.push(word));
  return words;
}

const buffer = new Uint16Array(MAX_WORD);
const views = Array.from({ length: MAX_WORD + 1 }, (_, length) => buffer.subarray(0, length));

/** Decomposed й and ў: the mark makes another letter of the one before. */
function addBreve(at: number): void {
  if (buffer[at] === CYRILLIC_I) buffer[at] = SHORT_I;
  else if (buffer[at] === CYRILLIC_U) buffer[at] = SHORT_U;
}

function kindOf(code: number): number {
  const known = kinds[code]!;
  if (known !== 0) return known;
  return (kinds[code] = askKind(code));
}

function askKind(code: number): number {
  if (code === 0x27 || code === 0x60 || code === 0xb4 || code === 0x2bc || code === 0x2b9) return APOSTROPHE;
  if (code === 0x2018 || code === 0x2019 || code === 0x2032) return APOSTROPHE;
  if (code === 0xad || code === 0xfeff || (code >= 0x200b && code <= 0x200f)) return IGNORED;
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2064)) return IGNORED;
  // Half of a surrogate pair: letters outside the basic plane are searched as they stand.
  if (code >= 0xd800 && code <= 0xdfff) return LETTER;
  const letter = String.fromCharCode(code);
  if (ANY_MARK.test(letter)) return IGNORED;
  return ANY_LETTER.test(letter) ? LETTER : SEPARATOR;
}

function foldOf(code: number): number {
  if (code >= TABLE_SIZE) return baseOf(String.fromCharCode(code).toLowerCase());
  return folds[code] || (folds[code] = baseOf(String.fromCharCode(code).toLowerCase()));
}

function baseOf(lower: string): number {
  if (KEPT.has(lower)) return lower.charCodeAt(0);
  const known = BASES[lower];
  return known === undefined ? lower.normalize('NFD').charCodeAt(0) : known.charCodeAt(0);
}
