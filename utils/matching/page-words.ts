import {
  BE,
  CLASS_G,
  CLASS_K,
  CLASS_M,
  CLASS_V,
  classOf,
  type CleanWord,
  cleanWord,
  CYRILLIC_SCRIPT,
  cyrillicReadings,
  hashWord,
  keyOf,
  LATIN_SCRIPT,
  looseHash,
  OTHER,
  readLatin,
  RU,
  type Skeleton,
  skeletonOf,
  UK,
  UNKNOWN,
} from '@/utils/language';
import { exactKey } from './lexicon';
import { classesOfTail } from './paradigms';

/** One way to cut an ending off a word of the page: the first `size` consonants are its stem. */
export interface Cut {
  /** The skeleton of the whole word (see skeleton.ts), and the consonants in it. */
  bytes: readonly number[];
  whole: number;
  size: number;
  key: number;
  /** Classes of endings the rest is in; 0 where it is none. */
  classes: number;
  tail: string;
  /** Loose hash of the stem less its last consonant, and that consonant. */
  head: number;
  last: number;
  /** Index of the first letter of the stem's last consonant. */
  lastAt: number;
  /** Loose hash of the head without its last vowel, which a genitive plural may have put in; 0 where there is none. */
  altHead: number;
  /** The last consonant stands for another one (ц for к). */
  mutated: 0 | 1;
}

/** A distinct word of a page, with all that looking it up needs. */
export interface PageWord {
  folded: string;
  letters: string;
  script: number;
  /** RU, BE, UK of a Cyrillic word: its page's language. */
  language: number;
  hash: number;
  /** Made by `cutsOf`. */
  cuts: Cut[] | null;
  /** Made by `hasTrait`; -1 until then. */
  traits: number;
}

/** Most readings of a Latin word of a page: a name has up to twelve, so the likely ones meet. */
const MAX_PAGE_READINGS = 6;
/** A word without vowels is an acronym that is spelt, so no reading is likelier than the others: ChTZ is ЧТЗ. */
const MAX_SPELT_READINGS = 16;
const VOWEL = /[aeiouy]/u;

/** Prepares a word of a page. `language` is that of its block, if it is known. */
export function pageWord(word: string, language: number): PageWord {
  const clean = cleanWord(word);
  const hash = hashWord(clean.folded) | 0;
  return {
    folded: clean.folded,
    letters: clean.letters,
    script: clean.hasDigit ? OTHER : clean.script,
    language: language === UNKNOWN ? languageTold(clean) : language,
    hash,
    cuts: null,
    traits: -1,
  };
}

/** The cuts of a word, made when first asked for: most words of a page are only looked at in passing. */
export function cutsOf(word: PageWord): readonly Cut[] {
  word.cuts ??=
    word.script === CYRILLIC_SCRIPT
      ? cyrillicCuts(word.folded, word.language, word.hash)
      : word.script === LATIN_SCRIPT
        ? latinCuts(word.letters, word.hash)
        : [exactCut(word.hash)];
  return word.cuts;
}

const NOTHING: readonly number[] = [0];

function exactCut(hash: number): Cut {
  return {
    bytes: NOTHING,
    whole: 0,
    lastAt: 0,
    size: 0,
    key: exactKey(hash) | 0,
    classes: 0,
    tail: '',
    head: 0,
    last: 0,
    mutated: 0,
    altHead: 0,
  };
}

function cyrillicCuts(folded: string, language: number, hash: number): Cut[] {
  const cuts = cyrillicReadings(folded).flatMap((reading) => cutsOfReading(folded, skeletonOf(reading), language));
  return cuts.length > 0 ? cuts : [exactCut(hash)];
}

function cutsOfReading(folded: string, skeleton: Skeleton, language: number): Cut[] {
  if (skeleton.size === 0) return [];
  const cuts = [cutAt(folded, skeleton, skeleton.size, language)];
  const lastKind = classOf(skeleton.bytes[2 * skeleton.size - 1]!);
  if (skeleton.size > 1 && (lastKind === CLASS_M || lastKind === CLASS_G || lastKind === CLASS_V)) {
    const shorter = cutAt(folded, skeleton, skeleton.size - 1, language);
    if (shorter.classes !== 0) cuts.push(shorter);
  }
  if (language === BE || language === UK) addMutated(cuts);
  return cuts;
}

function cutAt(folded: string, skeleton: Skeleton, size: number, language: number): Cut {
  const end = skeleton.ends[size - 1]!;
  const tail = folded.slice(end);
  return {
    bytes: skeleton.bytes,
    whole: skeleton.size,
    lastAt: skeleton.starts[size - 1]!,
    size,
    tail,
    key: keyOf(skeleton.bytes, { size }) | 0,
    classes: classesOfTail(tail, language),
    head: looseHash(folded, skeleton.starts[size - 1]!) | 0,
    last: folded.charCodeAt(end - 1),
    mutated: 0,
    altHead: tail === '' ? withoutLastVowel(folded, skeleton.starts[size - 1]!) : 0,
  };
}

/** A genitive plural may put in a vowel: Химки, Химок. */
function withoutLastVowel(folded: string, start: number): number {
  return start >= 2 && 'оеё'.includes(folded[start - 1]!) ? looseHash(folded, start - 1) | 0 : 0;
}

/** к г х before the old soft endings: Алыка, на Алыцы; Прага, у Празе. */
function addMutated(cuts: Cut[]): void {
  const cut = cuts[0]!;
  if (!/^[ыэеі]/u.test(cut.tail)) return;
  const letter = String.fromCharCode(cut.last);
  const lastClass =
    letter === 'ц' ? (cut.tail[0] === 'е' ? 0 : CLASS_K) : letter === 'з' || letter === 'с' ? CLASS_G : 0;
  if (lastClass !== 0) cuts.push({ ...cut, mutated: 1, key: keyOf(cut.bytes, { size: cut.size, lastClass }) | 0 });
}

function latinCuts(letters: string, hash: number): Cut[] {
  const cuts: Cut[] = [];
  for (const reading of readLatin(letters, VOWEL.test(letters) ? MAX_PAGE_READINGS : MAX_SPELT_READINGS)) {
    const skeleton = skeletonOf(reading);
    if (skeleton.size === 0 || cuts.some((cut) => isSame(cut.bytes, skeleton.bytes))) continue;
    const tail = letters.slice(skeleton.ends[skeleton.size - 1]);
    cuts.push({
      bytes: skeleton.bytes.slice(),
      whole: skeleton.size,
      lastAt: 0,
      size: skeleton.size,
      tail,
      key: keyOf(skeleton.bytes, { size: skeleton.size }) | 0,
      classes: 0,
      head: 0,
      last: 0,
      mutated: 0,
      altHead: 0,
    });
  }
  cuts.push(exactCut(hash));
  return cuts;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The language that a word's own letters tell. */
function languageTold({ letters, script }: CleanWord): number {
  if (script !== CYRILLIC_SCRIPT || !/[ўі]/u.test(letters)) return RU;
  return /[єї]/u.test(letters) ? UK : BE;
}
