import type { Meaning } from './expand';
import { docsNaming } from './filters';
import { nextPosting, postingsOf } from './postings';
import { cellsFor, type TextIndex } from './text-index';

/** BM25F: a word in a title says what a brief is about; a declared name says that somebody thought so. */
const TITLE_WEIGHT = 3;
const SUMMARY_WEIGHT = 2;
const BODY_WEIGHT = 1;
const NAME_WEIGHT = 1.5;

/** How soon more of the same word stops counting (BM25's k1). */
const SATURATION = 1.2;

/** Fields in which a hit was found, as bits. */
export const IN_TITLE = 1;
export const IN_SUMMARY = 2;
export const IN_BODY = 4;
export const IN_NAMES = 8;

/** Scores being added up. The cells belong to the index and are zeroed by `clear`. */
export interface Scores {
  /** Docs that any term found. */
  docs: number[];
  score: Float32Array;
  /** Terms that found the doc. */
  matched: Float32Array;
  fields: Float32Array;
  /** What a doc would reach that is all about every term. */
  most: number;
}

/** Scores over nothing yet; one at a time, for they share their cells. */
export function openScores(index: TextIndex): Scores {
  return {
    docs: [],
    score: cellsFor(index, 'score'),
    matched: cellsFor(index, 'matched'),
    fields: cellsFor(index, 'fields'),
    most: 0,
  };
}

/** Leaves the cells as they were found. */
export function clearScores(scores: Scores): void {
  for (const doc of scores.docs) scores.score[doc] = scores.matched[doc] = scores.fields[doc] = 0;
}

/** Adds what one term says of the docs; gives how many it found. */
export function addTerm(index: TextIndex, scores: Scores, meaning: Pick<Meaning, 'words' | 'entities'>): number {
  const { columns, norms } = index;
  const { docLengths } = columns;
  const counts = cellsFor(index, 'counts');
  const found: number[] = [];
  const add = (doc: number, count: number, fields: number): void => {
    if (counts[doc] === 0) found.push(doc);
    counts[doc]! += count;
    scores.fields[doc]! |= fields;
  };
  for (const [word, weight] of meaning.words) {
    const posting = postingsOf(columns, word);
    while (nextPosting(posting)) {
      const { doc, tally } = posting;
      const title = tally & 3;
      const summary = (tally >> 2) & 3;
      const body = tally >> 4;
      let count = 0;
      if (title) count += TITLE_WEIGHT * title * norms[0][docLengths[doc * 3]!]!;
      if (summary) count += SUMMARY_WEIGHT * summary * norms[1][docLengths[doc * 3 + 1]!]!;
      if (body) count += BODY_WEIGHT * body * norms[2][docLengths[doc * 3 + 2]!]!;
      add(doc, weight * count, (title && IN_TITLE) | (summary && IN_SUMMARY) | (body && IN_BODY));
    }
  }
  for (const doc of docsNaming(index, meaning.entities)) add(doc, NAME_WEIGHT, IN_NAMES);
  spend(index, scores, found);
  return found.length;
}

/** Adds docs that hold a phrase, with how often. */
export function addPhrase(index: TextIndex, scores: Scores, found: ReadonlyMap<number, number>): number {
  const counts = cellsFor(index, 'counts');
  for (const [doc, times] of found) {
    counts[doc] = times;
    scores.fields[doc]! |= IN_BODY;
  }
  spend(index, scores, [...found.keys()]);
  return found.size;
}

/** BM25's idf: how telling it is to be one of so many docs. */
function idf(docs: number, ofDocs: number): number {
  return Math.log(1 + (ofDocs - docs + 0.5) / (docs + 0.5));
}

/** Turns a term's counts into scores. */
function spend(index: TextIndex, scores: Scores, found: readonly number[]): void {
  const counts = cellsFor(index, 'counts');
  const telling = idf(found.length, index.briefs);
  scores.most += telling;
  for (const doc of found) {
    if (scores.matched[doc] === 0) scores.docs.push(doc);
    scores.score[doc]! += (telling * counts[doc]!) / (SATURATION + counts[doc]!);
    scores.matched[doc]!++;
    counts[doc] = 0;
  }
}
