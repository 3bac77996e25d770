import { done, failed, type Result } from '@/utils/model';

/**
 * The compiled names: columns of typed arrays, all of them views on one buffer, so that a stored index is opened
 * without parsing. Lists of lists are one column of starts (one longer than the list) and one of members.
 */
export interface Columns {
  /** Text pool, UTF-16; a text stands behind its length. */
  chars: Uint16Array;
  entityIdAt: Uint32Array;
  /** Index of the type in ENTITY_TYPES, and `ENTITY_AMBIGUOUS`. */
  entityFlags: Uint8Array;
  nameTextAt: Uint32Array;
  nameEntity: Uint32Array;
  nameFlags: Uint16Array;
  nameTokenAt: Uint32Array;
  /** Position of the anchor among the tokens of its name. */
  nameAnchor: Uint8Array;
  tokenWord: Uint32Array;
  tokenRole: Uint8Array;
  wordTextAt: Uint32Array;
  wordFlags: Uint32Array;
  /** For each word its entries (see entries.ts), by where their rows begin. */
  wordEntryAt: Uint32Array;
  wordEntry: Uint32Array;
  /** For each word the names it anchors. */
  postingAt: Uint32Array;
  postingName: Uint32Array;
  /** One row a reading of a word, by key, those of anchors first. */
  entries: Int32Array;
  /** Per entry: last letter of the stem in two bytes, number of consonants, then the skeleton. */
  skeletons: Uint8Array;
  /** First row of each range of keys; a power of two of ranges, and one more. */
  bucketAt: Uint32Array;
  /** Which parts of these ranges hold any key, a bit each. */
  keyBits: Uint8Array;
  /** Bits of the hashed first letters of anchors that are found in small letters too. */
  smallPrefixes: Uint8Array;
  /** Words by the hash of their stem less one letter (see near.ts); open addressing, word + 1. */
  nearSlots: Uint32Array;
}

/** Grows when a column means or holds something else for the same names: a stored index of another version is rebuilt, never read. */
const VERSION = 6;
const MAGIC = 0x4247_4e49; // "BGNI"
const HEADER_WORDS = 4; // magic, version, bytes in all, checksum
const ALIGNMENT = 8;

type ColumnKind = 'u8' | 'u16' | 'u32' | 'i32';
const KINDS: Readonly<Record<keyof Columns, ColumnKind>> = {
  chars: 'u16',
  entityIdAt: 'u32',
  entityFlags: 'u8',
  nameTextAt: 'u32',
  nameEntity: 'u32',
  nameFlags: 'u16',
  nameTokenAt: 'u32',
  nameAnchor: 'u8',
  tokenWord: 'u32',
  tokenRole: 'u8',
  wordTextAt: 'u32',
  wordFlags: 'u32',
  wordEntryAt: 'u32',
  wordEntry: 'u32',
  postingAt: 'u32',
  postingName: 'u32',
  entries: 'i32',
  skeletons: 'u8',
  bucketAt: 'u32',
  keyBits: 'u8',
  smallPrefixes: 'u8',
  nearSlots: 'u32',
};
const ORDER = Object.keys(KINDS) as (keyof Columns)[];
const WIDTH: Readonly<Record<ColumnKind, number>> = { u8: 1, u16: 2, u32: 4, i32: 4 };

/** Lays columns into one buffer: header, one length a column, then the columns, each at a multiple of eight bytes. */
export function packColumns(columns: { [K in keyof Columns]: ArrayLike<number> }): Uint8Array<ArrayBuffer> {
  const tableBytes = (HEADER_WORDS + ORDER.length) * 4;
  let size = aligned(tableBytes);
  for (const name of ORDER) size = aligned(size + columns[name].length * WIDTH[KINDS[name]]);
  const bytes = new Uint8Array(size);
  const table = new Uint32Array(bytes.buffer, 0, HEADER_WORDS + ORDER.length);
  table[0] = MAGIC;
  table[1] = VERSION;
  table[2] = size;
  let at = aligned(tableBytes);
  ORDER.forEach((name, i) => {
    const list = columns[name];
    table[HEADER_WORDS + i] = list.length;
    viewOf({ buffer: bytes.buffer, kind: KINDS[name], at, length: list.length }).set(list);
    at = aligned(at + list.length * WIDTH[KINDS[name]]);
  });
  table[3] = checksum(bytes);
  return bytes;
}

/** Views on stored bytes. Bytes that are not aligned in their buffer are copied once. */
export function openColumns(
  stored: Uint8Array,
): Result<{ bytes: Uint8Array; columns: Columns }, 'other-version' | 'damaged'> {
  const bytes = stored.byteOffset % ALIGNMENT === 0 && stored.buffer instanceof ArrayBuffer ? stored : stored.slice();
  const tableWords = HEADER_WORDS + ORDER.length;
  if (bytes.byteLength < 8) return failed('damaged');
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  if (head[0] !== MAGIC) return failed('damaged');
  if (head[1] !== VERSION) return failed('other-version');
  if (bytes.byteLength < tableWords * 4) return failed('damaged');
  const table = new Uint32Array(bytes.buffer, bytes.byteOffset, tableWords);
  if (table[2] !== bytes.byteLength || table[3] !== checksum(bytes)) return failed('damaged');
  const columns: Partial<Record<keyof Columns, Column>> = {};
  let at = aligned(tableWords * 4);
  for (const [i, name] of ORDER.entries()) {
    const length = table[HEADER_WORDS + i]!;
    const end = aligned(at + length * WIDTH[KINDS[name]]);
    if (end > bytes.byteLength) return failed('damaged');
    columns[name] = viewOf({
      buffer: bytes.buffer as ArrayBuffer,
      kind: KINDS[name],
      at: bytes.byteOffset + at,
      length,
    });
    at = end;
  }
  return done({ bytes, columns: columns as unknown as Columns });
}

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;

interface ViewPlace {
  buffer: ArrayBuffer;
  kind: ColumnKind;
  at: number;
  length: number;
}

/** A text of the pool. */
export function textAt(columns: Columns, at: number): string {
  const letters = columns.chars.subarray(at + 1, at + 1 + columns.chars[at]!);
  // Spread, it takes five times as long; apply() takes any list of numbers, which its type does not say.
  return String.fromCharCode.apply(null, letters as unknown as number[]);
}

function viewOf({ buffer, kind, at, length }: ViewPlace): Column {
  if (kind === 'u8') return new Uint8Array(buffer, at, length);
  if (kind === 'i32') return new Int32Array(buffer, at, length);
  return kind === 'u16' ? new Uint16Array(buffer, at, length) : new Uint32Array(buffer, at, length);
}

/** Words between two samples of the checksum, one for each block of a disk (4 KiB): it must notice a cut or mixed-up file, and cost nothing at every wake. */
const CHECKSUM_STRIDE = 1024;

/** FNV-1a over the lengths of the columns, and a word of each block behind them. */
function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  let hash = 0x811c9dc5;
  for (let i = HEADER_WORDS; i < words.length; i += i < HEADER_WORDS + ORDER.length ? 1 : CHECKSUM_STRIDE) {
    hash = Math.imul(hash ^ words[i]!, 0x01000193);
  }
  return hash >>> 0;
}

function aligned(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}
