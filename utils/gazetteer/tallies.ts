import { foldWord } from '@/utils/language';
import { isSmallWord } from './small-words';
import type { Grammar } from './sighting';
import type { Word } from './words';

/**
 * How an archive writes its words: small, or with a capital where nothing asks for one. What it writes small as a rule is no name at
 * the head of a sentence. Counted by stems, for a word begins few sentences in the case it is small in elsewhere.
 */
export interface Tallies {
  small: Map<string, number>;
  capital: Map<string, number>;
}

export function newTallies(): Tallies {
  return { small: new Map(), capital: new Map() };
}

/** Counts a text's words in. */
export function countWords(tallies: Tallies, words: readonly Word[], grammar: Grammar): void {
  for (const word of words) {
    if (word.capitals === 'none') add(tallies.small, stemOf(word.folded, grammar));
    else if (word.capitals === 'first' && !word.begins) add(tallies.capital, stemOf(word.folded, grammar));
  }
}

/** Whether a word is written small as a rule. */
export function isOrdinaryWord(tallies: Tallies, word: Word, grammar: Grammar): boolean {
  if (isSmallWord(word.folded)) return true;
  if (word.capitals !== 'first') return false;
  const stem = stemOf(word.folded, grammar);
  const small = tallies.small.get(stem) ?? 0;
  return small > 0 && small >= (tallies.capital.get(stem) ?? 0);
}

/** Whether a name is an ordinary word of the archive too. */
export function isWrittenSmall(tallies: Tallies, name: string, grammar: Grammar): boolean {
  return (tallies.small.get(stemOf(foldWord(name), grammar)) ?? 0) > 0;
}

const ENDING =
  /(?:ами|ями|амі|ямі|ого|его|ага|яга|ому|ему|аму|яму|ыми|ими|ымі|імі|ах|ях|ам|ям|ом|ем|ым|им|ім|ой|ей|ай|яй|ов|ев|аў|яў|ый|ий|ая|яя|ое|ее|ае|яе|ые|ие|ыя|ія|ую|юю|ию|ью|а|я|о|е|э|ы|и|і|у|ю|ь|й)$/u;
const FEWEST_LETTERS = 3;

function stemOf(folded: string, grammar: Grammar): string {
  if (grammar === 'en') return folded;
  const stem = folded.replace(ENDING, '');
  return stem.length >= FEWEST_LETTERS ? stem : folded;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
