import { compare, NO } from './compare';
import type { Columns } from './layout';
import { cutsOf, type PageWord } from './page-words';

/** A word of the lexicon that a word of the page may be, with its verdict (see compare.ts). */
export interface Hit {
  word: number;
  verdict: number;
}

/** What most words are: one list for all of them. */
const NONE: Hit[] = [];

/** Every anchor of the lexicon that the word may be. Cost: one range of keys a cut, each entry one walk of its skeleton. */
export function anchorsOf(columns: Columns, word: PageWord): Hit[] {
  let hits = NONE;
  const { bucketAt, bucketEntry, bucketKey, entryWord } = columns;
  const shift = Math.clz32(bucketAt.length - 1) + 1;
  for (const cut of cutsOf(word)) {
    const range = cut.key >>> shift;
    for (let i = bucketAt[range]!; i < bucketAt[range + 1]!; i++) {
      if (bucketKey[i] !== cut.key) continue;
      const entry = bucketEntry[i]!;
      const verdict = compare(columns, entry, word, cut);
      if (verdict === NO) continue;
      if (hits === NONE) hits = [];
      keepBest(hits, entryWord[entry]!, verdict);
    }
  }
  return hits;
}

/** A word beside an anchor that fits may be respelt a little more: its neighbour speaks for it. Hundredths of a letter. */
const BESIDE_ANCHOR = 20;

/** Whether the word may be that word of the lexicon: its verdict, or NO. */
export function verdictFor(columns: Columns, word: PageWord, lexWord: number): number {
  let best = NO;
  for (let entry = columns.wordEntryAt[lexWord]!; entry < columns.wordEntryAt[lexWord + 1]!; entry++) {
    const key = columns.entryKey[entry]!;
    for (const cut of cutsOf(word)) {
      if (cut.key !== key) continue;
      const verdict = compare(columns, entry, word, cut, BESIDE_ANCHOR);
      if (verdict !== NO && (best === NO || verdict < best)) best = verdict;
    }
  }
  return best;
}

function keepBest(hits: Hit[], word: number, verdict: number): void {
  for (const hit of hits) {
    if (hit.word !== word) continue;
    hit.verdict = Math.min(hit.verdict, verdict);
    return;
  }
  hits.push({ word, verdict });
}
