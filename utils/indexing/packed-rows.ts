import { done, failed, type Result } from '@/utils/model';

/** Rows found by their ids. */
export interface Rows<T> {
  readonly size: number;
  get(id: string): T | undefined;
  /** Every row, in no promised order; parses all of them. */
  all(): T[];
}

const MAGIC = 0x4247_5257; // "BGRW"
/** Grows when the layout or the meaning of a row changes: rows of another version are packed anew. */
const VERSION = 2;
const HEADER_WORDS = 4; // magic, version, rows, slots

/**
 * Lays rows into one buffer in which one can be found without parsing the others: header, slots that hold row + 1 at the place their id's hash
 * says (open addressing, at most two thirds full), starts of the rows, the rows as JSON. A search shows some ten of ten thousand.
 */
export function packRows(rows: readonly { id: string }[]): Uint8Array<ArrayBuffer> {
  const texts = rows.map((row) => JSON.stringify(row));
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(rows.length * 1.5 + 1)));
  const starts = new Uint32Array(rows.length + 1);
  const textsAt = (HEADER_WORDS + slots.length + starts.length) * 4;
  const bytes = new Uint8Array(texts.reduce((most, text) => most + 1 + 2 * text.length, textsAt));
  texts.forEach((text, place) => {
    let slot = hashOf(rows[place]!.id) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = place + 1;
    starts[place + 1] = writeText(bytes, textsAt + starts[place]!, text) - textsAt;
  });
  const words = new Uint32Array(bytes.buffer, 0, textsAt / 4);
  words.set([MAGIC, VERSION, rows.length, slots.length]);
  words.set(slots, HEADER_WORDS);
  words.set(starts, HEADER_WORDS + slots.length);
  return bytes.slice(0, textsAt + starts[rows.length]!);
}

/** Opens packed rows without parsing any. */
export function openRows<T extends { id: string }>(bytes: Uint8Array): Result<Rows<T>, 'other-version' | 'damaged'> {
  if (bytes.byteLength < HEADER_WORDS * 4 || bytes.byteOffset % 4 !== 0) return failed('damaged');
  const [magic, version, size = 0, slotCount = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_WORDS);
  if (magic !== MAGIC) return failed('damaged');
  if (version !== VERSION) return failed('other-version');
  const textsAt = (HEADER_WORDS + slotCount + size + 1) * 4;
  if (bytes.byteLength < textsAt) return failed('damaged');
  const slots = new Uint32Array(bytes.buffer, bytes.byteOffset + HEADER_WORDS * 4, slotCount);
  const starts = new Uint32Array(bytes.buffer, slots.byteOffset + slots.byteLength, size + 1);
  if (bytes.byteLength !== textsAt + starts[size]!) return failed('damaged');
  const rowAt = (place: number): T =>
    JSON.parse(textOf(bytes.subarray(textsAt + starts[place]!, textsAt + starts[place + 1]!))) as T;
  return done({
    size,
    get(id) {
      for (let slot = hashOf(id) & (slotCount - 1); slots[slot]! !== 0; slot = (slot + 1) & (slotCount - 1)) {
        const row = rowAt(slots[slot]! - 1);
        if (row.id === id) return row;
      }
      return undefined;
    },
    all: () => Array.from({ length: size }, (_, place) => rowAt(place)),
  });
}

/** A text as engines keep it: its width, then one byte a code unit where all are below 256, else two, the lower first. Gives where it ends. */
function writeText(bytes: Uint8Array, from: number, text: string): number {
  bytes[from] = 1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0xff) return writeWide(bytes, from, text);
    bytes[from + 1 + at] = unit;
  }
  return from + 1 + text.length;
}

function writeWide(bytes: Uint8Array, from: number, text: string): number {
  bytes[from] = 2;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[from + 1 + 2 * at] = unit & 0xff;
    bytes[from + 2 + 2 * at] = unit >>> 8;
  }
  return from + 1 + 2 * text.length;
}

function textOf(bytes: Uint8Array): string {
  const units = bytes[0] === 1 ? bytes.subarray(1) : new Uint16Array(bytes.slice(1).buffer);
  let text = '';
  for (let at = 0; at < units.length; at += UNITS_AT_ONCE) {
    text += String.fromCharCode.apply(null, units.subarray(at, at + UNITS_AT_ONCE) as unknown as number[]);
  }
  return text;
}
/** Arguments that every engine takes in one call. */
const UNITS_AT_ONCE = 8_192;

/** FNV-1a, its bits spread. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
