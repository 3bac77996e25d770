import {
  CYRILLIC,
  foldOf,
  foldWord,
  hashEnd,
  HASH_START,
  hashStep,
  initialOf,
  kindOf,
  LATIN,
  LETTER,
  SLOW,
} from './fold';

/** Alphabets a word is compared in. Words of other alphabets, or with digits, are matched exactly. */
export const OTHER = 0;
export const LATIN_SCRIPT = 1;
export const CYRILLIC_SCRIPT = 2;

/** Languages that a Cyrillic word can be known to be in. */
export const UNKNOWN = 0;
export const RU = 1;
export const BE = 2;
export const UK = 3;

/** Greek and Latin letters that pass for Cyrillic ones, and back. */
const TO_CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  n: 'п',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  α: 'а',
  β: 'в',
  ε: 'е',
  η: 'н',
  ι: 'і',
  κ: 'к',
  μ: 'м',
  ν: 'в',
  ο: 'о',
  ρ: 'р',
  τ: 'т',
  υ: 'у',
  χ: 'х',
  γ: 'г',
};
const TO_LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  н: 'h',
  і: 'i',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  т: 't',
  х: 'x',
  у: 'y',
  ј: 'j',
  ѕ: 's',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'h',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
};

/** A word as it is looked up: lower case, composed, of one alphabet. `letters` keeps accents, `folded` has none. */
export interface CleanWord {
  letters: string;
  folded: string;
  script: number;
  hasDigit: boolean;
}

const COMBINING = /[\u0300-\u036f]/u;

/**
 * Cleans a word: composed, lower case, apostrophes and ignorable characters out, letters of the minority alphabet replaced by
 * their look-alikes of the majority (Мясниκович, Lukashenkа). An even split is read as Cyrillic.
 */
export function cleanWord(word: string): CleanWord {
  const lower = (COMBINING.test(word) ? word.normalize('NFC') : word).toLowerCase();
  const plain = plainScriptOf(lower);
  if (plain !== OTHER) return { letters: lower, folded: lower, script: plain, hasDigit: false };
  let latin = 0;
  let cyrillic = 0;
  let other = 0;
  let hasDigit = false;
  let letters = '';
  for (let i = 0; i < lower.length; i++) {
    const kind = kindOf(lower.charCodeAt(i));
    if (!(kind & 17)) continue;
    letters += lower[i]!;
    if (kind & LATIN) latin++;
    else if (kind & CYRILLIC) cyrillic++;
    else if (kind & 16) hasDigit = true;
    else other++;
  }
  if (cyrillic > 0 && cyrillic >= latin && latin + other > 0) letters = replaced(letters, TO_CYRILLIC);
  else if (latin > 0 && cyrillic + other > 0) letters = replaced(letters, TO_LATIN);
  const script = cyrillic > 0 && cyrillic >= latin ? CYRILLIC_SCRIPT : latin > 0 ? LATIN_SCRIPT : OTHER;
  return { letters, folded: foldWord(letters), script, hasDigit };
}

/** The alphabet of a word in small letters that is clean as it stands, as nearly all are; OTHER for one that is not. */
function plainScriptOf(lower: string): number {
  let union = 0;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (!(kindOf(code) & LETTER) || foldOf(code) !== code || (i === 0 && initialOf(code) !== code)) return OTHER;
    union |= kindOf(code);
  }
  if (union & SLOW) return OTHER;
  const script = union & (LATIN | CYRILLIC);
  return script === LATIN ? LATIN_SCRIPT : script === CYRILLIC ? CYRILLIC_SCRIPT : OTHER;
}

function replaced(letters: string, table: Readonly<Record<string, string>>): string {
  let out = '';
  for (const letter of letters) out += table[letter] ?? letter;
  return out;
}

const BELARUSIAN = /ў|і|[шжчр]э|ц[яёю]|дз[яеёью]|[зс]ь[нцлмв]/u;
const UKRAINIAN = /[їєґ]|ий$|ськ|цьк/u;
const RUSSIAN = /[ищъ]/u;

/** Language of a Cyrillic word, by its declared language or else by letters only one of the three has. */
export function languageOf(letters: string, declared: string | undefined): number {
  const given = languageCode(declared);
  if (given !== UNKNOWN) return given;
  if (letters.includes('і') && letters.includes('и')) return UK;
  if (/[їєґ]/u.test(letters)) return UK;
  if (BELARUSIAN.test(letters)) return BE;
  if (RUSSIAN.test(letters)) return UKRAINIAN.test(letters) && !letters.endsWith('ий') ? UK : RU;
  return UNKNOWN;
}

/** The code of a BCP 47 tag, as far as it matters here. */
export function languageCode(tag: string | undefined): number {
  if (tag === undefined) return UNKNOWN;
  const main = tag.slice(0, 2).toLowerCase();
  return main === 'ru' ? RU : main === 'be' ? BE : main === 'uk' ? UK : UNKNOWN;
}

/**
 * Hash of letters `from` to before `to` of a folded word, forgiving what one language writes in two ways: ь and ъ, doubled
 * letters, ў for в.
 */
export function looseHash(folded: string, to: number): number {
  let hash = HASH_START;
  let before = 0;
  for (let i = 0; i < to; i++) {
    let code = foldOf(folded.charCodeAt(i));
    if (code === 0x44c || code === 0x44a) continue;
    if (code === 0x45e) code = 0x432;
    if (code === before) continue;
    hash = hashStep(hash, code);
    before = code;
  }
  return hashEnd(hash);
}
