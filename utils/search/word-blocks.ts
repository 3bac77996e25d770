import { bytesOfText, ByteWriter, compareBytes, readVarint, type Stretch, textOfBytes } from './bytes';
import type { Columns } from './layout';

/**
 * The lexicon in blocks of 16 sorted words: the first whole, each further one as how many bytes it shares with the one before, and
 * the rest. A third of the room of whole words with an offset each; finding one costs a binary search over the blocks and a walk in one.
 */
export const BLOCK = 16;

/** Columns that hold the lexicon. */
export type WordColumns = Pick<Columns, 'words' | 'wordPool' | 'wordBlockAt'>;

/** Lays sorted, distinct words into blocks. */
export function packWords(words: readonly string[]): Pick<Columns, 'words' | 'wordPool' | 'wordBlockAt'> {
  const pool = new ByteWriter();
  const starts: number[] = [];
  let before: Uint8Array = new Uint8Array(0);
  words.forEach((text, place) => {
    const bytes = bytesOfText(text);
    let shared = 0;
    if (place % BLOCK === 0) starts.push(pool.length);
    else while (shared < before.length && shared < bytes.length && before[shared] === bytes[shared]) shared++;
    pool.varint(shared);
    pool.varint(bytes.length - shared);
    pool.copy({ bytes, from: shared, to: bytes.length });
    before = bytes;
  });
  return { words: Uint32Array.of(words.length), wordPool: pool.bytes(), wordBlockAt: Uint32Array.from(starts) };
}

/** How many words there are. */
export function wordCount(columns: WordColumns): number {
  return columns.words[0] ?? 0;
}

/** Calls `visit` with the bytes of the words from..to, in order; they are valid until it returns. `stop` from it ends the walk. */
export function eachWordBytes(
  columns: WordColumns,
  { from, to }: { from: number; to: number },
  visit: (place: number, stretch: Stretch) => void | 'stop',
): void {
  if (from >= to) return;
  const { wordPool } = columns;
  const at = { at: columns.wordBlockAt[Math.floor(from / BLOCK)]! };
  const bytes = new Uint8Array(LONGEST_WORD);
  const stretch = { bytes, from: 0, to: 0 };
  for (let place = from - (from % BLOCK); place < to; place++) {
    const shared = readVarint(wordPool, at);
    const rest = readVarint(wordPool, at);
    for (let i = 0; i < rest; i++) bytes[shared + i] = wordPool[at.at + i]!;
    at.at += rest;
    stretch.to = shared + rest;
    if (place >= from && visit(place, stretch) === 'stop') return;
  }
}

/** A word has at most 40 letters (fold.ts) of three bytes. */
const LONGEST_WORD = 120;

/** First word that does not come before the wanted bytes, and whether it is they. */
export function firstFrom(columns: WordColumns, wanted: Uint8Array): { place: number; how: 'same' | 'after' } {
  const { wordPool } = columns;
  const count = wordCount(columns);
  let low = 0;
  let high = columns.wordBlockAt.length;
  // The last block whose first word does not come after the wanted one.
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareBytes(headOf(columns, middle), wanted) <= 0) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return { place: 0, how: 'after' };
  const from = (low - 1) * BLOCK;
  const to = Math.min(from + BLOCK, count);
  const cursor = { at: columns.wordBlockAt[low - 1]! };
  // Bytes that the word before has in common with the wanted one. Sharing more with that word than this keeps a word before the
  // wanted one, sharing less puts it after; only with as many are its own bytes looked at.
  let common = 0;
  for (let place = from; place < to; place++) {
    const shared = readVarint(wordPool, cursor);
    const length = shared + readVarint(wordPool, cursor);
    const start = cursor.at - shared;
    cursor.at = start + length;
    if (shared > common) continue;
    if (shared < common) return { place, how: 'after' };
    while (common < length && common < wanted.length && wordPool[start + common] === wanted[common]) common++;
    if (common === wanted.length) return { place, how: length === common ? 'same' : 'after' };
    if (common < length && wordPool[start + common]! > wanted[common]!) return { place, how: 'after' };
  }
  return { place: to, how: 'after' };
}

/** A word as text. */
export function wordAt(columns: WordColumns, place: number): string {
  let text = '';
  eachWordBytes(columns, { from: place, to: place + 1 }, (_, stretch) => {
    text = textOfBytes(stretch);
  });
  return text;
}

/** The first word of a block, which shares nothing. */
function headOf({ wordPool, wordBlockAt }: WordColumns, block: number): Stretch {
  const at = { at: wordBlockAt[block]! };
  readVarint(wordPool, at);
  const length = readVarint(wordPool, at);
  return { bytes: wordPool, from: at.at, to: at.at + length };
}
