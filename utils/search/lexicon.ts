import { bytesOfText, readVarint } from './bytes';
import { eachRising } from './postings';
import { stemOf, type StemmedLanguage } from './stem';
import { stemHashOf } from './stem-columns';
import type { TextIndex } from './text-index';
import { firstFrom, wordAt, wordCount } from './word-blocks';

/** A word of the lexicon as text. */
export function wordText({ columns }: TextIndex, word: number): string {
  return wordAt(columns, word);
}

/** Place of a folded word; -1 where no brief has it. */
export function findWord(index: TextIndex, text: string): number {
  return findBytes(index, bytesOfText(text));
}

/** As `findWord`, for a word in bytes. */
export function findBytes({ columns }: TextIndex, wanted: Uint8Array): number {
  const { place, how } = firstFrom(columns, wanted);
  return how === 'same' ? place : -1;
}

/** Words that begin so: places from..to. */
export function prefixRange(index: TextIndex, prefix: string): { from: number; to: number } {
  return bytesRange(index, bytesOfText(prefix));
}

/** As `prefixRange`, for a beginning in bytes. */
export function bytesRange({ columns }: TextIndex, wanted: Uint8Array): { from: number; to: number } {
  let length = wanted.length;
  while (length > 0 && wanted[length - 1] === 0xff) length--;
  const beyond = wanted.slice(0, length);
  if (length > 0) beyond[length - 1]!++;
  const from = firstFrom(columns, wanted).place;
  return { from, to: length === 0 ? wordCount(columns) : firstFrom(columns, beyond).place };
}

/** The stem's place; -1 where no brief of the language has any of its forms. */
export function findStem(index: TextIndex, language: StemmedLanguage, stem: string): number {
  // Stems are not stored: a member tells whether this is the one.
  const isIt = (place: number): boolean => stemOf(language, wordText(index, wordsOfStem(index, place)[0]!)) === stem;
  return lookUp(index, { language, stem, isIt });
}

/** As `findStem`, trusting the hash: one unknown stem in some 60,000 is taken for another. For likeness, which asks for hundreds. */
export function guessStem(index: TextIndex, language: StemmedLanguage, stem: string): number {
  return lookUp(index, { language, stem, isIt: () => true });
}

/** Words of a stem, rising. */
export function wordsOfStem({ columns: { stemPool, stemAt } }: TextIndex, stem: number): number[] {
  const cursor = { at: stemAt[stem]! };
  readVarint(stemPool, cursor);
  const words: number[] = [];
  eachRising({ bytes: stemPool, from: cursor.at, to: stemAt[stem + 1]! }, (word) => words.push(word));
  return words;
}

/** Docs of its language that hold any word of a stem. */
export function docsOfStem({ columns: { stemPool, stemAt } }: TextIndex, stem: number): number {
  return readVarint(stemPool, { at: stemAt[stem]! });
}

function lookUp(
  { columns: { stemSlots, stemHash } }: TextIndex,
  of: { language: StemmedLanguage; stem: string; isIt: (place: number) => boolean },
): number {
  const hash = stemHashOf(of.language, of.stem);
  const mask = stemSlots.length - 1;
  for (let slot = hash & mask; stemSlots[slot]! !== 0; slot = (slot + 1) & mask) {
    const place = stemSlots[slot]! - 1;
    if (stemHash[place] === hash >>> 16 && of.isIt(place)) return place;
  }
  return -1;
}
