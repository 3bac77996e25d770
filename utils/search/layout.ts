import { done, failed, type Result } from '@/utils/model';

/**
 * The compiled texts: columns of typed arrays, all of them views on one buffer, so that a stored index is opened without
 * parsing. A column named …At holds starts and is one longer than its list; what it points into is named beside it.
 */
export interface Columns {
  /** Ids and names as texts (bytes.ts). */
  pool: Uint8Array;
  /** Briefs in the order of language, then id; a brief is called by its place here, a "doc". In pool. */
  docIdAt: Uint32Array;
  docGroup: Uint32Array;
  docArchive: Uint16Array;
  docLang: Uint16Array;
  /** Place in SITUATIONS. */
  docSituation: Uint8Array;
  /** First and last day as the number YYYYMMDD; 0 where the brief has no date. */
  docFrom: Uint32Array;
  docTo: Uint32Array;
  /** Words in title, summary and body, in steps of LENGTH_STEPS a doubling; three a doc. */
  docLengths: Uint8Array;
  /** Length of the doc's vector of weighed stems, for likeness. */
  docNorm: Float32Array;
  /** Words of all docs in title, summary, body. */
  totals: Uint32Array;
  /** In pool, each sorted. */
  groupIdAt: Uint32Array;
  archiveIdAt: Uint32Array;
  langAt: Uint32Array;
  entityIdAt: Uint32Array;
  /** Docs that declare an entity, in entityDocs: differences as varints. */
  entityDocsAt: Uint32Array;
  entityDocs: Uint8Array;
  /** Words of all names: (script-neutral key, word) sorted; both in pool, with the entities that carry the word. */
  nameKeyAt: Uint32Array;
  nameWordAt: Uint32Array;
  nameEntityAt: Uint32Array;
  nameEntity: Uint32Array;
  /** How many words the lexicon has; they are folded and sorted, in blocks (word-blocks.ts). */
  words: Uint32Array;
  wordPool: Uint8Array;
  wordBlockAt: Uint32Array;
  /** The words' postings and positions, in the same blocks (postings.ts). */
  lists: Uint8Array;
  listBlockAt: Uint32Array;
  /** Stems of a language, in stemPool: docs of that language, then the member words as differences. */
  stemAt: Uint32Array;
  stemPool: Uint8Array;
  /** Upper half of the hash of language and stem; the slots hold stem + 1 at the place that its lower bits say (open addressing). */
  stemHash: Uint16Array;
  stemSlots: Uint32Array;
}

/** Order of the codes in docSituation. */
export const SITUATIONS = ['none', 'improved', 'unchanged', 'worsened'] as const;

/** Grows when the meaning of a column changes: a stored index of another version is rebuilt, never read. */
const VERSION = 4;
const MAGIC = 0x4247_5458; // "BGTX"
const HEADER_WORDS = 4; // magic, version, bytes in all, checksum
const ALIGNMENT = 8;

const KINDS = {
  pool: Uint8Array,
  docIdAt: Uint32Array,
  docGroup: Uint32Array,
  docArchive: Uint16Array,
  docLang: Uint16Array,
  docSituation: Uint8Array,
  docFrom: Uint32Array,
  docTo: Uint32Array,
  docLengths: Uint8Array,
  docNorm: Float32Array,
  totals: Uint32Array,
  groupIdAt: Uint32Array,
  archiveIdAt: Uint32Array,
  langAt: Uint32Array,
  entityIdAt: Uint32Array,
  entityDocsAt: Uint32Array,
  entityDocs: Uint8Array,
  nameKeyAt: Uint32Array,
  nameWordAt: Uint32Array,
  nameEntityAt: Uint32Array,
  nameEntity: Uint32Array,
  words: Uint32Array,
  wordPool: Uint8Array,
  wordBlockAt: Uint32Array,
  lists: Uint8Array,
  listBlockAt: Uint32Array,
  stemAt: Uint32Array,
  stemPool: Uint8Array,
  stemHash: Uint16Array,
  stemSlots: Uint32Array,
} as const;
const ORDER = Object.keys(KINDS) as (keyof Columns)[];

/** Lays columns into one buffer: header, one length a column, then the columns, each at a multiple of eight bytes. */
export function packColumns(columns: Columns): Uint8Array<ArrayBuffer> {
  const tableBytes = (HEADER_WORDS + ORDER.length) * 4;
  let size = aligned(tableBytes);
  for (const name of ORDER) size = aligned(size + columns[name].byteLength);
  const bytes = new Uint8Array(size);
  const table = new Uint32Array(bytes.buffer, 0, HEADER_WORDS + ORDER.length);
  table[0] = MAGIC;
  table[1] = VERSION;
  table[2] = size;
  let at = aligned(tableBytes);
  ORDER.forEach((name, i) => {
    const column = columns[name];
    table[HEADER_WORDS + i] = column.length;
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at = aligned(at + column.byteLength);
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
  const columns: Partial<Record<keyof Columns, ArrayBufferView>> = {};
  let at = aligned(tableWords * 4);
  for (const [i, name] of ORDER.entries()) {
    const Kind = KINDS[name];
    const length = table[HEADER_WORDS + i]!;
    const end = at + length * Kind.BYTES_PER_ELEMENT;
    if (end > bytes.byteLength) return failed('damaged');
    columns[name] = new Kind(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, length);
    at = aligned(end);
  }
  return done({ bytes, columns: columns as unknown as Columns });
}

/** Words between two samples of the checksum, one for each block of a disk (4 KiB): it must notice a cut or mixed-up file, and cost nothing at every wake. */
const CHECKSUM_STRIDE = 1024;

/** FNV-1a over the lengths of the columns and a sample of their words. */
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
