import { compare, NO } from './compare';
import { ENTRY, KEY, NOWHERE, rangeOf, WORD } from './entries';
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
  const { bucketAt, entries } = columns;
  for (const cut of cutsOf(word)) {
    const range = rangeOf(columns, cut.key);
    if (range === NOWHERE) continue;
    const end = bucketAt[range + 1]!;
    for (let entry = bucketAt[range]!; entry < end; entry += ENTRY) {
      if (entries[entry + KEY] !== cut.key) continue;
      const verdict = compare(columns, entry, word, cut, 0);
      if (verdict === NO) continue;
      if (hits === NONE) hits = [];
      keepBest(hits, entries[entry + WORD]!, verdict);
    }
  }
  return hits;
}

/** A word beside an anchor that fits may be respelt a little more: its neighbour speaks for it. Hundredths of a letter. */
const BESIDE_ANCHOR = 20;

/** Whether the word may be that word of the lexicon: its verdict, or NO. */
export function verdictFor(columns: Columns, word: PageWord, lexWord: number): number {
  let best = NO;
  const { entries, wordEntry, wordEntryAt } = columns;
  for (let i = wordEntryAt[lexWord]!; i < wordEntryAt[lexWord + 1]!; i++) {
    const entry = wordEntry[i]!;
    const key = entries[entry + KEY]!;
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
