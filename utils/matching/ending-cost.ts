import { CYRILLIC_SCRIPT, firstOf, groupOf, lastOf, LATIN_SCRIPT } from '@/utils/language';
import { groupCost, LATIN_TO_LATIN, RU_TO_BE } from './costs';
import { FLAGS, WORD } from './entries';
import type { Columns } from './layout';
import { WORD_PERSON } from './lexicon';
import type { Cut, PageWord } from './page-words';
import { EA, FIXED, HARD_A, IA, IS_ADJECTIVE, O } from './paradigms';

/** Макей is not Make: a name's last й is written in Latin letters too. */
const GLIDE_END = /[aeu][yij]$/u;
const CYRILLIC_GLIDE = 0x439;
/** а е у э ю я: behind и, ы and о romanisations leave й out (Mozgovoy, Mozgovy). */
const GLIDED = new Set([0x430, 0x435, 0x443, 0x44d, 0x44e, 0x44f]);
const GLIDE_COST = 60;

/** Whether a name ends in a vowel and й, in either alphabet. */
function hasGlide(columns: Columns, entry: number): boolean {
  const { chars, wordTextAt, entries } = columns;
  const at = wordTextAt[entries[entry + WORD]!]!;
  const length = chars[at]!;
  const last = chars[at + length]!;
  if (last === CYRILLIC_GLIDE) return length > 1 && GLIDED.has(chars[at + length - 1]!);
  return length > 1 && GLIDE_END.test(String.fromCharCode(chars[at + length - 1]!, last));
}

/** Last vowels must agree, whatever stands before them: Russia does not end as Русы does. */
function lastVowelCost(mode: number, lemma: number, cut: Cut): number {
  const own = cut.bytes[2 * cut.size]!;
  // Two vowels are not both left out: Зайцаў, said Зайцау, is not That.
  if (own === 0 && lastOf(lemma) !== 0) return 1000;
  const [a, b] = [lastOf(lemma) || firstOf(lemma), lastOf(own) || firstOf(own)];
  return groupCost(mode, groupOf(a, a), groupOf(b, b)) + (lemma !== own && a === b ? SPELT_TOGETHER : 0);
}

/** One more vowel before the last one (Наталья, Natalia). */
const SPELT_TOGETHER = 10;

/** An ending must be of a class of the name, or the name's own last vowels respelt. */
/** The end of a comparison: a name's entry against a page word's cut, its stem already compared. */
interface Ending {
  columns: Columns;
  entry: number;
  classes: number;
  lemma: number;
  word: PageWord;
  cut: Cut;
  mode: number;
}

export function endingCost({ columns, entry, classes, lemma, word, cut, mode }: Ending): number {
  if (word.script === CYRILLIC_SCRIPT && classes & ~FIXED & cut.classes) return 0;
  if (mode !== LATIN_TO_LATIN && ((classes & IA && cut.classes & EA) || (classes & EA && cut.classes & IA))) return 15;
  // Unstressed о is а in Belarusian and in its romanisation: Лукашэнка, Lukashenka, Лукашенко.
  if (word.script === CYRILLIC_SCRIPT && mode !== RU_TO_BE && classes & HARD_A && cut.classes & O) return 10;
  if (cut.size !== cut.whole) return 1000;
  // Only declined surnames change their last consonant: Маці is no form of Makey.
  if (cut.mutated === 1 && columns.entries[entry + FLAGS]! & WORD_PERSON) return 1000;
  if (classes & IS_ADJECTIVE) return 1000;
  const same = groupCost(mode, lemma, cut.bytes[2 * cut.size]!);
  if (word.script === LATIN_SCRIPT)
    return lastVowelCost(mode, lemma, cut) + (hasGlide(columns, entry) === GLIDE_END.test(cut.tail) ? 0 : GLIDE_COST);
  // A vowel of the name is not left out: Макей is not Мак.
  const isCut = lemma !== 0 && cut.bytes[2 * cut.size] === 0;
  return classes & FIXED && !isCut ? same + 5 : 1000;
}
