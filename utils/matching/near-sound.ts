import { keyOf } from '@/utils/language';
import { compare, costOf, NEAR, NO, tierOf, verdictOf } from './compare';
import { ENTRY, FLAGS, KEY, NOWHERE, rangeOf, WORD } from './entries';
import type { Columns } from './layout';
import { WORD_LETTERS, WORD_LETTERS_SHIFT } from './lexicon';
import type { Hit } from './lookup';
import { GAP_COST } from './near';
import { type Cut, cutsOf, type PageWord } from './page-words';

/** Fewest letters of a name for a slip to be forgiven across alphabets, where spelling differs anyway. */
const SOUND_LETTERS = 9;
/** Fewest consonants of the page's word. */
const SOUND_SIZE = 5;

/**
 * Anchors of another spelling with two neighbouring consonants swapped: Myaskinovich for Мясникович. The swap is undone in the word's
 * skeleton, and the result looked up and compared like any other.
 */
export function nearBySound(columns: Columns, word: PageWord): Hit[] {
  const hits: Hit[] = [];
  for (const cut of cutsOf(word).slice(0, 2)) {
    if (cut.size < SOUND_SIZE || cut.mutated === 1) continue;
    for (let at = 1; at + 1 < cut.size; at++) lookUp(columns, { word, cut: swapped(cut, at) }, hits);
  }
  return hits;
}

/** The same cut with its consonants `at` and the next in each other's place. */
function swapped(cut: Cut, at: number): Cut {
  const bytes = cut.bytes.slice();
  [bytes[2 * at + 1], bytes[2 * at + 3]] = [bytes[2 * at + 3]!, bytes[2 * at + 1]!];
  // The head's hash is of the letters as they stand, so that only the comparison of sounds can succeed.
  return { ...cut, bytes, key: keyOf(bytes, { size: cut.size }) | 0, head: 0, altHead: 0 };
}

function lookUp(columns: Columns, { word, cut }: { word: PageWord; cut: Cut }, hits: Hit[]): void {
  const { bucketAt, entries } = columns;
  const range = rangeOf(columns, cut.key);
  if (range === NOWHERE) return;
  for (let entry = bucketAt[range]!; entry < bucketAt[range + 1]!; entry += ENTRY) {
    if (entries[entry + KEY] !== cut.key) continue;
    if (((entries[entry + FLAGS]! >>> WORD_LETTERS_SHIFT) & WORD_LETTERS) < SOUND_LETTERS) continue;
    const verdict = compare(columns, entry, word, cut, 0);
    if (verdict === NO || tierOf(verdict) === 0) continue;
    const id = entries[entry + WORD]!;
    if (!hits.some((hit) => hit.word === id))
      hits.push({ word: id, verdict: verdictOf(NEAR, Math.max(GAP_COST, costOf(verdict))) });
  }
}
