import { ByteWriter, type Stretch } from './bytes';
import type { Columns } from './layout';

/**
 * A word's postings: for each doc that holds it, a varint of twice the difference to the doc before, plus one where a tally
 * follows; without one the word stands once, in the body. The tally counts by field, as far as counting matters.
 * Positions lie apart, for only phrases need them: for each doc the differences of positions, doubled, plus one at the last.
 */
export interface PostingLists {
  wordDocs: number[];
  postingAt: number[];
  postings: ByteWriter;
  positionAt: number[];
  positions: ByteWriter;
}

/** Fields of a brief that hold words. */
export const TITLE = 0;
export const SUMMARY = 1;
export const BODY = 2;
export type Field = typeof TITLE | typeof SUMMARY | typeof BODY;

/** A tally is a byte: title in two bits, summary in two, body in four. More of a word says nothing more. */
export function tallyOf(title: number, summary: number, body: number): number {
  return Math.min(title, 3) | (Math.min(summary, 3) << 2) | (Math.min(body, 15) << 4);
}
const ONCE_IN_BODY = 1 << 4;

export function emptyLists(): PostingLists {
  return { wordDocs: [], postingAt: [0], postings: new ByteWriter(), positionAt: [0], positions: new ByteWriter() };
}

/** One doc of the word being written; docs come in rising order. */
export function addPosting(lists: PostingLists, posting: { difference: number; tally: number }): void {
  const { postings } = lists;
  if (posting.tally === ONCE_IN_BODY) postings.varint(posting.difference * 2);
  else {
    postings.varint(posting.difference * 2 + 1);
    postings.byte(posting.tally);
  }
}

/** Closes the word being written. */
export function endWord(lists: PostingLists, docs: number): void {
  lists.wordDocs.push(docs);
  lists.postingAt.push(lists.postings.length);
  lists.positionAt.push(lists.positions.length);
}

/** The columns that hold postings. */
export type PostingColumns = Pick<Columns, 'postings' | 'postingAt'>;

/** Calls `visit` for each doc of a word, in rising order. */
export function eachPosting(columns: PostingColumns, word: number, visit: (doc: number, tally: number) => void): void {
  const { postings } = columns;
  const to = columns.postingAt[word + 1]!;
  let at = columns.postingAt[word]!;
  let doc = 0;
  while (at < to) {
    let byte = postings[at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = postings[at++]!;
      value |= (byte & 0x7f) << shift;
    }
    doc += value >>> 1;
    visit(doc, value & 1 ? postings[at++]! : ONCE_IN_BODY);
  }
}

/** Calls `visit` for each doc of a word with the stretch of its positions. */
export function eachPlaced(
  columns: Columns,
  word: number,
  visit: (doc: number, tally: number, places: Stretch) => void,
): void {
  const { positions } = columns;
  let from = columns.positionAt[word]!;
  eachPosting(columns, word, (doc, tally) => {
    const to = endOfPositions(positions, from);
    visit(doc, tally, { bytes: positions, from, to });
    from = to;
  });
}

/** The positions of one doc. */
export function positionsOf({ bytes, from, to }: Stretch): number[] {
  const found: number[] = [];
  let position = 0;
  for (let at = from; at < to;) {
    let value = 0;
    let byte = 0x80;
    for (let shift = 0; byte > 0x7f; shift += 7) {
      byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
    }
    position += value >>> 1;
    found.push(position);
  }
  return found;
}

/** Numbers in rising order as differences; the first counts from 0. */
export function writeRising(writer: ByteWriter, numbers: Iterable<number>): void {
  let last = 0;
  for (const number of numbers) {
    writer.varint(number - last);
    last = number;
  }
}

/** Reads what `writeRising` wrote. */
export function eachRising({ bytes, from, to }: Stretch, visit: (number: number) => void): void {
  let number = 0;
  for (let at = from; at < to;) {
    let byte = bytes[at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
    }
    number += value;
    visit(number);
  }
}

/** A doc's positions end after the number whose lowest bit is set. */
function endOfPositions(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const last = bytes[at]! & 1;
    while (bytes[at++]! > 0x7f);
    if (last) break;
  }
  return at;
}
