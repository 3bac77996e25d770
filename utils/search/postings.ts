import { ByteWriter, readVarint, type Stretch } from './bytes';
import type { Columns } from './layout';
import { BLOCK } from './word-blocks';

/**
 * A word's list: its length in bytes, how many docs, the length of the postings; the postings; the positions.
 *
 * A posting is a varint of twice the difference to the doc before, plus one where a tally follows; without one the word stands once,
 * in the body. The tally counts by field, as far as counting matters. Positions are apart, for only phrases need them: for each doc
 * the first, then differences; the tally says how many there are, or where it is full, a number before them. Lists are found by
 * their block, as words are.
 */
export class ListWriter {
  readonly #lists = new ByteWriter();
  readonly #starts: number[] = [];
  readonly #postings = new ByteWriter();
  readonly #positions = new ByteWriter();
  readonly #header = new ByteWriter();
  #words = 0;
  #docs = 0;
  #doc = 0;

  /** A doc of the word being written, after those before it. */
  add(doc: number, tally: number, places: Stretch): void {
    const difference = doc - this.#doc;
    if (tally === ONCE_IN_BODY) this.#postings.varint(difference * 2);
    else {
      this.#postings.varint(difference * 2 + 1);
      this.#postings.byte(tally);
    }
    this.#positions.copy(places);
    this.#doc = doc;
    this.#docs++;
  }

  /** Closes the word being written; the next one is that which follows in the lexicon. */
  endWord(): void {
    if (this.#words % BLOCK === 0) this.#starts.push(this.#lists.length);
    this.#header.varint(this.#docs);
    this.#header.varint(this.#postings.length);
    this.#lists.varint(this.#header.length + this.#postings.length + this.#positions.length);
    for (const part of [this.#header, this.#postings, this.#positions]) {
      this.#lists.copy({ bytes: part.bytes(), from: 0, to: part.length });
      part.clear();
    }
    this.#docs = this.#doc = 0;
    this.#words++;
  }

  columns(): ListColumns {
    return { lists: this.#lists.bytes(), listBlockAt: Uint32Array.from(this.#starts) };
  }
}

/** The columns that hold the lists. */
export type ListColumns = Pick<Columns, 'lists' | 'listBlockAt'>;

/** Fields of a brief that hold words. */
export const TITLE = 0;
export const SUMMARY = 1;
export const BODY = 2;
export type Field = typeof TITLE | typeof SUMMARY | typeof BODY;

const MOST_IN_TITLE = 3;
const MOST_IN_SUMMARY = 3;
const MOST_IN_BODY = 15;
const ONCE_IN_BODY = 1 << 4;

/** A tally is a byte: title in two bits, summary in two, body in four. More of a word says nothing more. */
export function tallyOf(title: number, summary: number, body: number): number {
  return (
    Math.min(title, MOST_IN_TITLE) | (Math.min(summary, MOST_IN_SUMMARY) << 2) | (Math.min(body, MOST_IN_BODY) << 4)
  );
}

/** Writes a doc's positions, in rising order. */
export function writePositions(writer: ByteWriter, tally: number, positions: readonly number[]): void {
  if (countOf(tally) === null) writer.varint(positions.length);
  writeRising(writer, positions);
}

/** How many docs hold a word. */
export function docsOf(columns: ListColumns, word: number): number {
  return listOf(columns, word).docs;
}

/** How many docs hold each of the words from..to, for choosing among many: one walk. */
export function docsOfRange(columns: ListColumns, { from, to }: { from: number; to: number }): number[] {
  const { lists } = columns;
  const cursor = { at: from < to ? lengthAt(columns, from) : 0 };
  return Array.from({ length: to - from }, () => {
    const length = readVarint(lists, cursor);
    const start = cursor.at;
    const docs = readVarint(lists, cursor);
    cursor.at = start + length;
    return docs;
  });
}

/** A place in a word's postings; `nextPosting` moves it on. */
export interface Posting {
  readonly lists: Uint8Array;
  at: number;
  readonly end: number;
  doc: number;
  tally: number;
}

/** Stands before the first doc of a word. */
export function postingsOf(columns: ListColumns, word: number): Posting {
  const { from, split } = listOf(columns, word);
  return { lists: columns.lists, at: from, end: split, doc: 0, tally: 0 };
}

/** Moves on to the next doc, which is greater; false behind the last. A cursor, for a callback that many callers share is never inlined. */
export function nextPosting(posting: Posting): boolean {
  const { lists } = posting;
  let { at } = posting;
  if (at >= posting.end) return false;
  // As `readVarint`, in place: this is the loop in which searching spends its time.
  let byte = lists[at++]!;
  let value = byte & 0x7f;
  for (let shift = 7; byte > 0x7f; shift += 7) {
    byte = lists[at++]!;
    value |= (byte & 0x7f) << shift;
  }
  posting.doc += value >>> 1;
  posting.tally = value & 1 ? lists[at++]! : ONCE_IN_BODY;
  posting.at = at;
  return true;
}

/** Calls `visit` for each doc of a word, in rising order. */
export function eachPosting(columns: ListColumns, word: number, visit: (doc: number, tally: number) => void): void {
  const posting = postingsOf(columns, word);
  while (nextPosting(posting)) visit(posting.doc, posting.tally);
}

/** Calls `visit` for each doc of a word with the stretch of its positions. */
export function eachPlaced(
  columns: ListColumns,
  word: number,
  visit: (doc: number, tally: number, places: Stretch) => void,
): void {
  const { lists } = columns;
  const cursor = { at: listOf(columns, word).split };
  eachPosting(columns, word, (doc, tally) => {
    const from = cursor.at;
    const count = countOf(tally) ?? readVarint(lists, cursor);
    for (let i = 0; i < count && cursor.at < lists.length; i++) readVarint(lists, cursor);
    visit(doc, tally, { bytes: lists, from, to: cursor.at });
  });
}

/** The positions of one doc. */
export function positionsOf(tally: number, { bytes, from, to }: Stretch): number[] {
  const cursor = { at: from };
  if (countOf(tally) === null) readVarint(bytes, cursor);
  const positions: number[] = [];
  eachRising({ bytes, from: cursor.at, to }, (position) => positions.push(position));
  return positions;
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
  const cursor = { at: from };
  for (let number = 0; cursor.at < to;) {
    number += readVarint(bytes, cursor);
    visit(number);
  }
}

/** How often a word stands in a doc; null where the tally is full and does not say. */
function countOf(tally: number): number | null {
  const title = tally & 3;
  const summary = (tally >> 2) & 3;
  const body = tally >> 4;
  if (title === MOST_IN_TITLE || summary === MOST_IN_SUMMARY || body === MOST_IN_BODY) return null;
  return title + summary + body;
}

/** Where a word's postings begin and end; its positions lie between split and the next list. */
function listOf(columns: ListColumns, word: number): { docs: number; from: number; split: number } {
  const { lists } = columns;
  const cursor = { at: lengthAt(columns, word) };
  readVarint(lists, cursor);
  const docs = readVarint(lists, cursor);
  const bytes = readVarint(lists, cursor);
  return { docs, from: cursor.at, split: Math.min(cursor.at + bytes, lists.length) };
}

/** Where a word's list begins: with its length, by which the lists before it in its block are passed over. */
function lengthAt({ lists, listBlockAt }: ListColumns, word: number): number {
  const cursor = { at: listBlockAt[Math.floor(word / BLOCK)]! };
  for (let i = word % BLOCK; i > 0; i--) {
    const length = readVarint(lists, cursor);
    cursor.at += length;
  }
  return cursor.at;
}
