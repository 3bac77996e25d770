import { docsOf, eachPlaced, positionsOf } from './postings';
import type { TextIndex } from './text-index';

/** Docs and positions in one number: a doc's positions stay far below this. */
const PER_DOC = 2 ** 22;

/**
 * Docs in which words follow one another, with how often. Each word is given as all the spellings that may stand in its place. Starts
 * with the rarest, so a phrase costs what its rarest word costs, and one pass over the postings of the others.
 */
export function findPhrase(index: TextIndex, spellings: readonly (readonly number[])[]): Map<number, number> {
  const rarity = (words: readonly number[]): number =>
    words.reduce((docs, word) => docs + docsOf(index.columns, word), 0);
  const order = spellings.map((words, offset) => ({ words, offset })).sort((a, b) => rarity(a.words) - rarity(b.words));
  let starts: Float64Array | null = null;
  for (const { words, offset } of order) {
    const here = startsOf(index, { words, offset, within: starts });
    starts = starts ? bothOf(starts, here) : here;
    if (starts.length === 0) break;
  }
  const docs = new Map<number, number>();
  for (const start of starts ?? []) {
    const doc = Math.floor(start / PER_DOC);
    docs.set(doc, (docs.get(doc) ?? 0) + 1);
  }
  return docs;
}

/** Where the phrase would have to start for these words to stand in their place; only in docs that are still possible. */
function startsOf(
  index: TextIndex,
  of: { words: readonly number[]; offset: number; within: Float64Array | null },
): Float64Array {
  const possible = of.within && new Set(Array.from(of.within, (start) => Math.floor(start / PER_DOC)));
  const starts: number[] = [];
  for (const word of of.words) {
    eachPlaced(index.columns, word, (doc, tally, places) => {
      if (possible && !possible.has(doc)) return;
      for (const position of positionsOf(tally, places)) {
        if (position >= of.offset) starts.push(doc * PER_DOC + position - of.offset);
      }
    });
  }
  return Float64Array.from(starts).sort();
}

function bothOf(a: Float64Array, b: Float64Array): Float64Array {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]! === b[j]!) both.push(a[i]!);
    if (a[i]! <= b[j]!) i++;
    else j++;
  }
  return Float64Array.from(both);
}
