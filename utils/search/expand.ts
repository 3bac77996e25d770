import { bytesOfText } from './bytes';
import { findNames } from './find-names';
import { findStem, findWord, prefixRange, wordsOfStem, wordText } from './lexicon';
import { isOneEdit, nearBeginnings, nearWords } from './near-words';
import type { Term } from './parse-query';
import { docsOf, docsOfRange } from './postings';
import { languagesOfLetters, stemOf, type StemmedLanguage } from './stem';
import type { TextIndex } from './text-index';

/** What a word of the lexicon counts for a word of the query, by how it was reached. */
const WEIGHT = { exact: 1, form: 0.9, name: 0.9, near: 0.5, nearForm: 0.25, doubt: 0.2 } as const;

/** A word that so few briefs have, or only in other forms, and that is no name, may be another misspelt: a weak alternative. */
const DOUBTFUL_DOCS = 2;
/** Shorter words have neighbours too many to doubt them. */
const DOUBTFUL_LETTERS = 5;

/** A longer word counts by how much of it was typed: for "маз", МАЗ before Мазыр. */
function beginningWeight(typed: number, whole: number): number {
  return 0.2 + (0.6 * typed) / whole;
}

/** Words that a beginning may stand for; with one letter typed these are the commonest, and more would not be read. */
const MOST_BEGINNINGS = 200;

/** Words that a misspelling may stand for. */
const MOST_NEAR = 8;

/** All that a word of the query stands for. */
export interface Meaning {
  /** Places in the lexicon, with what each counts. */
  words: ReadonlyMap<number, number>;
  /** Places of entities that the word names. */
  entities: readonly number[];
  /** Folded words to highlight, and the beginning of others. */
  shown: { words: readonly string[]; beginning: string | null };
  /** What the reader probably meant, where nothing is spelt as asked. */
  corrected: string | null;
}

/**
 * What a word stands for: itself, its forms, the same name in other scripts, and, while it is typed, longer words. Only where
 * nothing is spelt so, words one edit away.
 */
export function meaningOf(
  index: TextIndex,
  word: string,
  how: Pick<Term, 'ending'> & { spelling: 'forgiving' | 'strict' },
): Meaning {
  const words = new Map<number, number>();
  const add = (place: number, weight: number): void => {
    if (place >= 0 && (words.get(place) ?? 0) < weight) words.set(place, weight);
  };
  add(findWord(index, word), WEIGHT.exact);
  addForms(index, word, (place) => add(place, WEIGHT.form));
  if (how.ending === 'open') {
    for (const place of commonest(index, prefixRange(index, word))) {
      add(place, beginningWeight(word.length, wordText(index, place).length));
    }
  }
  const isSpeltSo = words.size > 0;
  const names = findNames(index, word, how.ending);
  for (const name of names.words) {
    add(findWord(index, name), WEIGHT.name);
    addForms(index, name, (place) => add(place, WEIGHT.name));
  }
  const beginning = how.ending === 'open' ? word : null;
  if (words.size > 0 || names.entities.length > 0 || how.spelling === 'strict') {
    const corrected = isSpeltSo || names.how === 'same' ? null : spellingOf(index, word, names.words);
    if (how.spelling === 'forgiving' && names.entities.length === 0 && isDoubtful(index, word, words.keys())) {
      for (const place of nearWords(index, word)) add(place, WEIGHT.doubt);
    }
    return { words, entities: names.entities, shown: shownOf(index, { words, beginning }), corrected };
  }
  return nearMeaning(index, word, how.ending);
}

function isDoubtful(index: TextIndex, word: string, places: Iterable<number>): boolean {
  if (word.length < DOUBTFUL_LETTERS) return false;
  let docs = 0;
  for (const place of places) docs += docsOf(index.columns, place);
  return docs <= DOUBTFUL_DOCS || findWord(index, word) < 0;
}

/** Words that a reader may have meant who wrote another: the commonest, with their forms and names. */
function nearMeaning(index: TextIndex, word: string, ending: Term['ending']): Meaning {
  const near = nearestOf(index, word, ending);
  const words = new Map<number, number>();
  const entities = new Set<number>();
  for (const text of near) {
    const meaning = meaningOf(index, text, { ending: 'closed', spelling: 'strict' });
    for (const [place, weight] of meaning.words) {
      // Its forms are two steps from what was typed.
      const near = weight === WEIGHT.exact ? WEIGHT.near : WEIGHT.nearForm;
      words.set(place, Math.max(words.get(place) ?? 0, near));
    }
    for (const entity of meaning.entities) entities.add(entity);
  }
  return {
    words,
    entities: [...entities].sort((a, b) => a - b),
    shown: shownOf(index, { words, beginning: null }),
    corrected: near[0] ?? null,
  };
}

/** By likelihood: people rarely miss a word's first letter, and mean what the archive writes about. */
function nearestOf(index: TextIndex, word: string, ending: Term['ending']): string[] {
  let places = nearWords(index, word);
  if (places.length === 0) places = languagesOfLetters(word).flatMap((language) => nearStems(index, language, word));
  if (places.length === 0 && ending === 'open') places = nearBeginnings(index, word);
  const rated = [...new Set(places)].map((place) => {
    const text = wordText(index, place);
    return { text, rate: docsOf(index.columns, place) * (text[0] === word[0] ? FIRST_LETTER_BONUS : 1) };
  });
  return rated
    .sort((a, b) => b.rate - a.rate || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ text }) => text);
}

/** A form that no brief has, misspelt: words whose stem is one edit from its stem. */
function nearStems(index: TextIndex, language: StemmedLanguage, word: string): number[] {
  const stem = stemOf(language, word);
  const bytes = bytesOfText(stem);
  return nearBeginnings(index, stem).filter((place) => {
    const other = bytesOfText(stemOf(language, wordText(index, place)));
    return isOneEdit({ bytes: other, from: 0, to: other.length }, bytes);
  });
}
const FIRST_LETTER_BONUS = 10;

/** How the archive spells a name that sounds as asked, in the asked script: Rogosin is Rogozin, but Рогозин is no misspelling of it. */
function spellingOf(index: TextIndex, word: string, names: readonly string[]): string | null {
  const alike = names.filter((name) => languagesOfLetters(name) === languagesOfLetters(word));
  return alike.sort((a, b) => docsOfWord(index, b) - docsOfWord(index, a) || (a < b ? -1 : 1))[0] ?? null;
}

function addForms(index: TextIndex, word: string, add: (place: number) => void): void {
  for (const language of languagesOfLetters(word)) {
    const stem = findStem(index, language, stemOf(language, word));
    if (stem >= 0) for (const place of wordsOfStem(index, stem)) add(place);
  }
}

function commonest({ columns }: TextIndex, range: { from: number; to: number }): number[] {
  const docs = docsOfRange(columns, range);
  const places = docs.map((_, i) => range.from + i);
  if (places.length <= MOST_BEGINNINGS) return places;
  const docsAt = (place: number): number => docs[place - range.from]!;
  return places.sort((a, b) => docsAt(b) - docsAt(a) || a - b).slice(0, MOST_BEGINNINGS);
}

function docsOfWord(index: TextIndex, word: string): number {
  const place = findWord(index, word);
  return place < 0 ? 0 : docsOf(index.columns, place);
}

/** What a beginning covers need not be listed. */
function shownOf(
  index: TextIndex,
  of: { words: ReadonlyMap<number, number>; beginning: string | null },
): Meaning['shown'] {
  const texts = [...of.words.keys()].map((place) => wordText(index, place));
  const { beginning } = of;
  return { words: beginning === null ? texts : texts.filter((text) => !text.startsWith(beginning)), beginning };
}
