import { bytesOfText, type Stretch } from './bytes';
import { findBytes, prefixRange } from './lexicon';
import type { TextIndex } from './text-index';

/** Shorter words have too many neighbours for a misspelling to be told from another word. */
const LEAST_LETTERS = 4;

/**
 * Words one edit away from a folded word: a letter more, less, other, or two swapped (Damerau–Levenshtein, restricted).
 *
 * One edit leaves the first or the second half of the word whole. So the words that begin with its first half, and those that
 * end with its second, are all that can be near: two ranges of the sorted lexicon, each word compared once. Only a swap across
 * the middle touches both halves; it is looked up by itself. Costs 4 bytes a word, where a table of deletes costs some 50.
 */
export function nearWords(index: TextIndex, text: string): number[] {
  if (text.length < LEAST_LETTERS) return [];
  const { columns } = index;
  const wanted = bytesOfText(text);
  const half = wanted.length >>> 1;
  const found = new Set<number>();
  const check = (word: number): void => {
    const stretch = { bytes: columns.wordPool, from: columns.wordAt[word]!, to: columns.wordAt[word + 1]! };
    if (isOneEdit(stretch, wanted)) found.add(word);
  };
  const begin = prefixRange(index, text.slice(0, text.length >>> 1));
  for (let word = begin.from; word < begin.to; word++) check(word);
  const ends = endRange(index, wanted.subarray(half));
  for (let place = ends.from; place < ends.to; place++) check(columns.wordByEnd[place]!);
  const swapped = wanted.slice();
  swapped[half - 1] = wanted[half]!;
  swapped[half] = wanted[half - 1]!;
  const word = findBytes(index, swapped);
  if (word >= 0) check(word);
  return [...found].sort((a, b) => a - b);
}

/**
 * Words that begin with something one edit away from a text: a beginning that is still being typed, or a stem. Where the edit is in
 * the first half, every way to undo it is tried: some 300 look-ups, so this is asked only when nothing else is near.
 */
export function nearBeginnings(index: TextIndex, text: string): number[] {
  if (text.length < LEAST_LETTERS) return [];
  const { columns } = index;
  const wanted = bytesOfText(text);
  const half = text.length >>> 1;
  const found = new Set<number>();
  const range = prefixRange(index, text.slice(0, half));
  for (let word = range.from; word < range.to; word++) {
    const from = columns.wordAt[word]!;
    const end = columns.wordAt[word + 1]!;
    for (let length = wanted.length - 1; length <= wanted.length + 1; length++) {
      if (from + length > end || !isOneEdit({ bytes: columns.wordPool, from, to: from + length }, wanted)) continue;
      found.add(word);
      break;
    }
  }
  for (const begin of editsOf(text.slice(0, half + 1))) {
    const { from, to } = prefixRange(index, begin + text.slice(half + 1));
    for (let word = from; word < to && found.size < MOST_BEGINNINGS; word++) found.add(word);
  }
  return [...found].sort((a, b) => a - b);
}

/** Beginnings so near to so many words tell nothing. */
const MOST_BEGINNINGS = 500;

const ALPHABETS = ['abcdefghijklmnopqrstuvwxyz', 'абвгдежзийклмнопрстуфхцчшщъыьэюяіў'] as const;

/** All texts one edit away, in the alphabet of the text. */
function editsOf(text: string): Set<string> {
  const alphabet = text.charCodeAt(0) < 0x400 ? ALPHABETS[0] : ALPHABETS[1];
  const edits = new Set<string>();
  for (let at = 0; at <= text.length; at++) {
    const before = text.slice(0, at);
    const after = text.slice(at + 1);
    for (const letter of alphabet) {
      edits.add(before + letter + text.slice(at));
      if (at < text.length) edits.add(before + letter + after);
    }
    if (at < text.length) edits.add(before + after);
    if (at + 1 < text.length) edits.add(before + text[at + 1]! + text[at]! + after.slice(1));
  }
  return edits;
}

/** Whether two texts in bytes are exactly one edit apart. Letters of three bytes count as three, so their misspellings are not found. */
export function isOneEdit({ bytes, from, to }: Stretch, wanted: Uint8Array): boolean {
  const length = to - from;
  if (Math.abs(length - wanted.length) > 1) return false;
  const shorter = Math.min(length, wanted.length);
  let head = 0;
  while (head < shorter && bytes[from + head] === wanted[head]) head++;
  let tail = 0;
  while (tail < shorter - head && bytes[to - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  const left = length - head - tail;
  const right = wanted.length - head - tail;
  if (left + right === 1 || (left === 1 && right === 1)) return true;
  if (left !== 2 || right !== 2) return false;
  return bytes[from + head] === wanted[head + 1] && bytes[from + head + 1] === wanted[head];
}

/** Places in wordByEnd of the words that end so. */
function endRange(index: TextIndex, ending: Uint8Array): { from: number; to: number } {
  return { from: firstByEnd(index, { ending, after: 0 }), to: firstByEnd(index, { ending, after: 1 }) };
}

/** First place whose word, read backwards, does not come before the ending read backwards; with `after` 1, before all that end so. */
function firstByEnd({ columns }: TextIndex, { ending, after }: { ending: Uint8Array; after: 0 | 1 }): number {
  let low = 0;
  let high = columns.wordByEnd.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const word = columns.wordByEnd[middle]!;
    if (compareEnd(columns, { word, ending }) < after) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 0 where the word ends so. */
function compareEnd(columns: TextIndex['columns'], { word, ending }: { word: number; ending: Uint8Array }): number {
  const from = columns.wordAt[word]!;
  const to = columns.wordAt[word + 1]!;
  for (let i = 1; i <= ending.length; i++) {
    if (to - i < from) return -1;
    const difference = columns.wordPool[to - i]! - ending[ending.length - i]!;
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
