import { bytesOfText, type Stretch } from './bytes';
import { bytesRange, findBytes } from './lexicon';
import type { TextIndex } from './text-index';
import { eachWordBytes, firstFrom } from './word-blocks';

/** Shorter words have too many neighbours for a misspelling to be told from another word. */
const LEAST_LETTERS = 4;

/**
 * Words one edit away from a folded word: a letter more, less, other, or two swapped (Damerau–Levenshtein, restricted).
 *
 * One edit lies in the first half of the word or in the second. If in the second, the word begins with the first half: one range of the
 * sorted lexicon, in which each word is compared. If in the first, the second half is known to follow: for each place of the edit
 * the letters that the lexicon has there are tried, one look-up each, some 300 in all. No table of deletes is kept, which would be
 * half as large as the whole index.
 */
export function nearWords(index: TextIndex, text: string): number[] {
  if (text.length < LEAST_LETTERS) return [];
  const wanted = bytesOfText(text);
  const half = wanted.length >>> 1;
  const found = new Set<number>();
  eachWordBytes(index.columns, bytesRange(index, wanted.subarray(0, half)), (place, stretch) => {
    if (isOneEdit(stretch, wanted)) found.add(place);
  });
  eachEarlyEdit(index, wanted, (edited) => {
    const place = findBytes(index, edited);
    if (place >= 0) found.add(place);
  });
  found.delete(findBytes(index, wanted));
  return [...found].sort((a, b) => a - b);
}

/** Words that begin with something one edit away from a text: a beginning that is still being typed, or a stem. */
export function nearBeginnings(index: TextIndex, text: string): number[] {
  if (text.length < LEAST_LETTERS) return [];
  const wanted = bytesOfText(text);
  const found = new Set<number>();
  eachWordBytes(index.columns, bytesRange(index, wanted.subarray(0, wanted.length >>> 1)), (place, word) => {
    for (let length = wanted.length - 1; length <= wanted.length + 1 && length <= word.to; length++) {
      if (isOneEdit({ bytes: word.bytes, from: 0, to: length }, wanted)) found.add(place);
    }
  });
  eachEarlyEdit(index, wanted, (edited) => {
    const { from, to } = bytesRange(index, edited);
    for (let place = from; place < to && found.size < MOST_BEGINNINGS; place++) found.add(place);
  });
  return [...found].sort((a, b) => a - b);
}

/** Beginnings so near to so many words tell nothing. */
const MOST_BEGINNINGS = 500;

/** Calls `visit` with what an edit in the first half, or a swap across the middle, may make of a text, as far as the lexicon goes on so. */
function eachEarlyEdit(index: TextIndex, wanted: Uint8Array, visit: (edited: Uint8Array) => void): void {
  const edited = new Uint8Array(wanted.length + 1);
  for (let at = 0; at <= wanted.length >>> 1; at++) {
    edited.set(wanted);
    edited.copyWithin(at, at + 1, wanted.length);
    visit(edited.subarray(0, wanted.length - 1)); // without the letter
    if (at > 0) {
      edited.set(wanted);
      edited[at - 1] = wanted[at]!;
      edited[at] = wanted[at - 1]!;
      visit(edited.subarray(0, wanted.length)); // swapped with the one before
    }
    for (const letter of lettersAfter(index, wanted.subarray(0, at))) {
      edited.set(wanted);
      edited[at] = letter;
      visit(edited.subarray(0, wanted.length)); // another letter
      edited.set(wanted.subarray(at), at + 1);
      visit(edited); // one letter more
    }
  }
}

/** Bytes that follow a beginning in some word. */
function lettersAfter(index: TextIndex, beginning: Uint8Array): number[] {
  const letters: number[] = [];
  const { from, to } = bytesRange(index, beginning);
  const next = new Uint8Array(beginning.length + 1);
  next.set(beginning);
  for (let place = from; place < to;) {
    const letter = byteAt(index, { place, at: beginning.length });
    if (letter !== null) letters.push(letter);
    if (letter === null) place++;
    else if (letter === 0xff) break;
    else {
      next[beginning.length] = letter + 1;
      place = firstFrom(index.columns, next).place;
    }
  }
  return letters;
}

/** A byte of a word; null behind its end. */
function byteAt({ columns }: TextIndex, of: { place: number; at: number }): number | null {
  let byte: number | null = null;
  eachWordBytes(columns, { from: of.place, to: of.place + 1 }, (_, { bytes, to }) => {
    if (of.at < to) byte = bytes[of.at]!;
  });
  return byte;
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
