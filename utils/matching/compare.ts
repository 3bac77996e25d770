import {
  BE,
  CYRILLIC_SCRIPT,
  E as E_SOUND,
  foldOf,
  groupOf,
  GROUPS,
  LATIN_SCRIPT,
  O as O_SOUND,
  PHONEMES,
  RU,
  UNKNOWN,
} from '@/utils/language';
import {
  BE_TO_BE,
  BE_TO_RU,
  CYRILLIC_OTHER,
  CYRILLIC_TO_LATIN,
  costTables,
  ready,
  LATIN_TO_BE,
  LATIN_TO_LATIN,
  LATIN_TO_RU,
  MODES,
  RU_TO_BE,
  SAME,
} from './costs';
import { ALT_HEAD, CLASSES, FLAGS, HASH, HEAD, SKELETON, WORD } from './entries';
import type { Columns } from './layout';
import { WORD_LANGUAGE_SHIFT, WORD_LETTERS, WORD_LETTERS_SHIFT, WORD_PERSON, WORD_SCRIPT } from './lexicon';
import type { Cut, PageWord } from './page-words';
import { BARE, FIXED, IS_ADJECTIVE, PLURAL } from './paradigms';
import { endingCost } from './ending-cost';

/** How well a word of the page is a word of a name: exactly as written is 0. Costs are hundredths of a letter. */
export const FORM = 1;
export const SCRIPT = 2;
export const NEAR = 3;

/** No match. */
export const NO = -1;

/** A verdict packs tier and cost into one number, so that a cache of them is a flat array: `tier * 1000 + cost`. */
export function verdictOf(tier: number, cost: number): number {
  return tier * 1000 + Math.min(999, cost);
}

/** The tier of a verdict. */
export function tierOf(verdict: number): number {
  return Math.floor(verdict / 1000);
}

/** The cost of a verdict. */
export function costOf(verdict: number): number {
  return verdict % 1000;
}

/** The first sound says most about a name. */
const FIRST_WEIGHT = 1.8;
/** An initial vowel that costs no more is only another orthography's (Ошмяны, Ашмяны); Эстония is not Астана. */
const MILD = 20;
/** Names of so few letters need an almost exact sound across languages, else Film is Філім, Kava Кава, and Русы Россия. Limits by letters, in hundredths. */
const SHORT_LIMITS = [0, 0, 15, 15, 20];
/** A surname of five letters has four to spare for another one. */
const SHORT_SURNAME = 5;
const SHORT_SURNAME_LIMIT = 28;

/**
 * Judges one entry of the lexicon against one cut of a page word with the same coarse key: their skeletons line up, so this is
 * one walk. Gives a verdict, or NO. `slack` is what the comparison may cost beyond its limit, in hundredths.
 */
export function compare(columns: Columns, entry: number, word: PageWord, cut: Cut, slack: number): number {
  const { entries } = columns;
  if (entries[entry + HASH] === word.hash) return 0;
  if (cut.size === 0) return isDemonym(columns, entry, word) ? verdictOf(FORM, 5) : NO;
  const flags = entries[entry + FLAGS]!;
  const script = flags & WORD_SCRIPT;
  if (script === CYRILLIC_SCRIPT && word.script === CYRILLIC_SCRIPT) {
    const isAdjective = (entries[entry + CLASSES]! & IS_ADJECTIVE) !== 0;
    if (isForm(columns, entry, word, cut))
      return verdictOf(
        FORM,
        isAdjective
          ? ADJECTIVE_COST
          : (isAsSpelt(columns, entries[entry + WORD]!, word, cut) ? 0 : LOOSE_FORM) +
              (hasOwnEnding(columns, entry, cut) ? 0 : 1) +
              (entries[entry + HEAD] === cut.head ? 0 : FLED),
      );
    if (isAdjective) return NO;
    const mode = cyrillicMode((flags >> WORD_LANGUAGE_SHIFT) & 3, word.language);
    return mode === SAME ? NO : scriptVerdict(columns, entry, word, cut, mode, slack);
  }
  const mode =
    script === LATIN_SCRIPT
      ? word.script === LATIN_SCRIPT
        ? LATIN_TO_LATIN
        : word.language === BE
          ? LATIN_TO_BE
          : LATIN_TO_RU
      : CYRILLIC_TO_LATIN;
  return scriptVerdict(columns, entry, word, cut, mode, slack);
}

/** What the adjective of a place costs as a form of it; callers know it by this cost. */
export const ADJECTIVE_COST = 7;

/** What a form costs whose stem is not spelt letter by letter as the name's: Пазьняк for Пазняк where both are in the list. */
const LOOSE_FORM = 3;

/** Whether the word ends as the name itself does: of Сімс and Сімсу in one list, the page's Сімсу is the second. */
function hasOwnEnding(columns: Columns, entry: number, cut: Cut): boolean {
  const lemma = columns.skeletons[columns.entries[entry + SKELETON]! + 1 + 2 * cut.size];
  return cut.size === cut.whole && lemma === cut.bytes[2 * cut.size];
}

/** And one that lost a vowel: of Аляксандр and Аляксандар, Аляксандра is the first. */
const FLED = 2;

function isAsSpelt(columns: Columns, lexWord: number, word: PageWord, cut: Cut): boolean {
  const { chars, wordTextAt } = columns;
  const from = wordTextAt[lexWord]! + 1;
  const end = cut.lastAt;
  for (let i = 0; i < end; i++) if (foldOf(chars[from + i]!) !== word.folded.charCodeAt(i) && i > 0) return false;
  return true;
}

/** An entry without a skeleton stands for a demonym, by its hash. */
function isDemonym(columns: Columns, entry: number, word: PageWord): boolean {
  return columns.entries[entry + HEAD] === word.hash && columns.skeletons[columns.entries[entry + SKELETON]!] === 0;
}

/** One language: the stem letter by letter (but for ь, doubled letters, ў), a fleeting vowel, a softened consonant, and an ending of the name's own. */
function isForm(columns: Columns, entry: number, word: PageWord, cut: Cut): boolean {
  const { entries } = columns;
  const classes = entries[entry + CLASSES]! & ~FIXED;
  if ((classes & cut.classes) === 0) return false;
  const head = entries[entry + HEAD]!;
  const alternative = entries[entry + ALT_HEAD]!;
  const isPut = cut.altHead !== 0 && cut.altHead === head && (classes & (BARE | PLURAL)) !== 0;
  const hasFled = alternative !== 0 && alternative === cut.head && cut.tail !== '' && cut.tail !== 'ь';
  return (isPut || head === cut.head || hasFled) && isSameLast(lastLetter(columns, entry), cut, word);
}

/** The last letter of an entry's stem. */
function lastLetter({ entries, skeletons }: Columns, entry: number): number {
  const at = entries[entry + SKELETON]!;
  return skeletons[at - 2]! | (skeletons[at - 1]! << 8);
}

/** Pairs of a consonant and what it becomes before е, э, і, ы in Belarusian and Ukrainian. */
const MUTATIONS = new Set(['гз', 'хс', 'тц', 'дз']);

function isSameLast(last: number, cut: Cut, word: PageWord): boolean {
  const own = cut.last === 0x45e ? 0x432 : cut.last;
  const name = last === 0x45e ? 0x432 : last;
  if (own === name) return cut.mutated === 0;
  if (word.language === RU || !/^[еэіыь]/u.test(cut.tail)) return false;
  const pair = String.fromCharCode(name) + String.fromCharCode(own);
  // ц for к is hard (на Алыцы); ц for т is soft.
  return pair === 'кц' ? /^[ыэі]/u.test(cut.tail) : MUTATIONS.has(pair);
}

function cyrillicMode(name: number, page: number): number {
  if (page === BE) return name === BE ? BE_TO_BE : name === RU || name === UNKNOWN ? RU_TO_BE : CYRILLIC_OTHER;
  if (page === RU) return name === RU || name === UNKNOWN ? SAME : name === BE ? BE_TO_RU : CYRILLIC_OTHER;
  return name === page ? SAME : CYRILLIC_OTHER;
}

/** Largest cost of a name of so many letters: longer names may differ more. Hundredths. */
function limitOf(mode: number, letters: number): number {
  const short = SHORT_LIMITS[letters];
  if (short !== undefined && mode !== LATIN_TO_LATIN) return short;
  switch (mode) {
    case LATIN_TO_RU:
    case LATIN_TO_BE:
      return 10 * letters + 4;
    case CYRILLIC_TO_LATIN:
      return 8.5 * letters + 6;
    case LATIN_TO_LATIN:
      return 5.5 * letters + 5;
    default:
      return 7.5 * letters + 10;
  }
}

/** Limits by mode and letters, first of other words, then of surnames. Asked at each comparison, and worked out at the first; 0 until then. */
const MOST_LETTERS = WORD_LETTERS + 1;
const limits = new Float64Array(2 * MODES * MOST_LETTERS);

function limitAt(mode: number, flags: number): number {
  const letters = (flags >>> WORD_LETTERS_SHIFT) & WORD_LETTERS;
  const isSurname = (flags & WORD_PERSON) !== 0;
  const at = (mode + (isSurname ? MODES : 0)) * MOST_LETTERS + letters;
  const isShortSurname = isSurname && letters === SHORT_SURNAME && mode !== LATIN_TO_LATIN;
  return limits[at]! || (limits[at] = isShortSurname ? SHORT_SURNAME_LIMIT : limitOf(mode, letters));
}

const { groups, consonants, SLOTS } = costTables;

/** The walk. Six arguments and no object: it runs a thousand times a page. */
function scriptVerdict(columns: Columns, entry: number, word: PageWord, cut: Cut, mode: number, slack: number): number {
  const { entries, skeletons } = columns;
  const from = entries[entry + SKELETON]! + 1;
  const { bytes, size } = cut;
  if (skeletons[from - 1] !== size) return NO;
  ready(mode);
  const flags = entries[entry + FLAGS]!;
  const limit = limitAt(mode, flags) + slack;
  const groupBase = mode * GROUPS;
  const consonantBase = mode * SLOTS;
  let cost = groups[(groupBase + skeletons[from]!) * GROUPS + bytes[0]!]!;
  if (cost > MILD) cost *= FIRST_WEIGHT;
  const end = size - 1;
  for (let i = 0; i < size; i++) {
    const at = 2 * i + 1;
    if (i > 0)
      cost +=
        i === end
          ? lastGapCost(mode, skeletons[from + 2 * i]!, word, cut)
          : groups[(groupBase + skeletons[from + 2 * i]!) * GROUPS + bytes[2 * i]!]!;
    const paid =
      i === end && cut.mutated ? 5 : consonants[consonantBase + skeletons[from + at]! * PHONEMES + bytes[at]!]!;
    cost += i === 0 ? paid * FIRST_WEIGHT : paid;
    if (cost > limit) return NO;
  }
  if (!hasOwnEnding(columns, entry, cut)) cost += 2;
  cost += endingCost({
    columns,
    entry,
    classes: entries[entry + CLASSES]!,
    lemma: skeletons[from + 2 * size]!,
    word,
    cut,
    mode,
  });
  return cost > limit ? NO : verdictOf(SCRIPT, Math.round(cost));
}

const FLEETING = new Uint8Array(GROUPS);
FLEETING[groupOf(O_SOUND, O_SOUND)] = 1;
FLEETING[groupOf(E_SOUND, E_SOUND)] = 1;

/** A vowel before the last consonant may flee before an ending. */
function lastGapCost(mode: number, from: number, word: PageWord, cut: Cut): number {
  const to = cut.bytes[2 * cut.size - 2]!;
  const cost = groups[(mode * GROUPS + from) * GROUPS + to]!;
  if (cost > 10 && to === 0 && FLEETING[from] === 1 && word.script === CYRILLIC_SCRIPT && cut.tail !== '') return 10;
  return cost;
}
