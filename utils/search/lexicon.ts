import { bytesOfText, compareBytes, type Stretch, textOfBytes } from './bytes';
import { stemHashOf } from './stem-columns';
import { stemOf, type StemmedLanguage } from './stem';
import type { TextIndex } from './text-index';

/** A word of the lexicon as text. */
export function wordText(index: TextIndex, word: number): string {
  return textOfBytes(wordStretch(index, word));
}

/** Place of a folded word; -1 where no brief has it. */
export function findWord(index: TextIndex, text: string): number {
  return findBytes(index, bytesOfText(text));
}

/** As `findWord`, for a word in bytes. */
export function findBytes(index: TextIndex, wanted: Uint8Array): number {
  const place = firstFrom(index, wanted);
  return place < index.columns.wordDocs.length && compareBytes(wordStretch(index, place), wanted) === 0 ? place : -1;
}

/** Words that begin so: places from..to. */
export function prefixRange(index: TextIndex, prefix: string): { from: number; to: number } {
  const wanted = bytesOfText(prefix);
  let length = wanted.length;
  while (length > 0 && wanted[length - 1] === 0xff) length--;
  const beyond = wanted.slice(0, length);
  if (length > 0) beyond[length - 1]!++;
  return {
    from: firstFrom(index, wanted),
    to: length === 0 ? index.columns.wordDocs.length : firstFrom(index, beyond),
  };
}

/** The stem's place; -1 where no brief of the language has any of its forms. */
export function findStem(index: TextIndex, language: StemmedLanguage, stem: string): number {
  const { stemSlots, stemHash, stemWordAt, stemWord } = index.columns;
  const hash = stemHashOf(language, stem);
  const mask = stemSlots.length - 1;
  for (let slot = hash & mask; stemSlots[slot]! !== 0; slot = (slot + 1) & mask) {
    const place = stemSlots[slot]! - 1;
    if (stemHash[place] !== hash) continue;
    // Stems are not stored: a member tells whether this is the one.
    if (stemOf(language, wordText(index, stemWord[stemWordAt[place]!]!)) === stem) return place;
  }
  return -1;
}

/** As `findStem`, trusting the hash: one stem in some hundred million is taken for another. For likeness, which asks for hundreds. */
export function guessStem({ columns }: TextIndex, language: StemmedLanguage, stem: string): number {
  const { stemSlots, stemHash } = columns;
  const hash = stemHashOf(language, stem);
  const mask = stemSlots.length - 1;
  for (let slot = hash & mask; stemSlots[slot]! !== 0; slot = (slot + 1) & mask) {
    if (stemHash[stemSlots[slot]! - 1] === hash) return stemSlots[slot]! - 1;
  }
  return -1;
}

/** Words of a stem. */
export function wordsOfStem({ columns }: TextIndex, stem: number): Uint32Array {
  return columns.stemWord.subarray(columns.stemWordAt[stem], columns.stemWordAt[stem + 1]);
}

function wordStretch({ columns }: TextIndex, word: number): Stretch {
  return { bytes: columns.wordPool, from: columns.wordAt[word]!, to: columns.wordAt[word + 1]! };
}

/** First word that does not come before the wanted bytes. */
function firstFrom(index: TextIndex, wanted: Uint8Array): number {
  let low = 0;
  let high = index.columns.wordDocs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareBytes(wordStretch(index, middle), wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
