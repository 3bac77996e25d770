import { done, type Result } from '@/utils/model';
import { textOfBytes } from './bytes';
import { wordsOfCode } from './doc-record';
import { stemmedLanguageOf, type StemmedLanguage } from './stem';
import { type Columns, openColumns, packColumns } from './layout';

/** A compiled full-text index: opaque to callers, who keep its bytes and open them again. */
export interface TextIndex {
  readonly bytes: Uint8Array<ArrayBufferLike>;
  readonly columns: Columns;
  /** Briefs in it. */
  readonly briefs: number;
  /** For title, summary and body: what a length code makes of a count, 1 at the field's average. */
  readonly norms: readonly [Float32Array, Float32Array, Float32Array];
  /** Working memory, one cell a doc, all zero between calls. */
  readonly scratch: Scratch;
}

/** Cells are lazily made: opening an index costs nothing that grows with it. */
export interface Scratch {
  cells: Map<string, Float32Array>;
}

/** How far a field's length lowers what its words count, as b of BM25: a title is short by nature, a long body repeats itself. */
const LENGTH_WEIGHT: readonly [number, number, number] = [0.3, 0.5, 0.75];

/** The bytes to be stored. They are the index itself, not a copy. */
export function snapshotOfTexts(index: TextIndex): Uint8Array {
  return index.bytes;
}

/** Opens stored bytes without parsing them; what another version wrote has to be compiled again. */
export function openTexts(bytes: Uint8Array): Result<TextIndex, 'other-version' | 'damaged'> {
  const opened = openColumns(bytes);
  return opened.ok ? done(indexOf(opened.value.bytes, opened.value.columns)) : opened;
}

/** An index over freshly made columns. */
export function indexOfColumns(columns: Columns): TextIndex {
  const opened = openTexts(packColumns(columns));
  if (!opened.ok) throw new Error(`a fresh index is ${opened.error}`);
  return opened.value;
}

/** A cell a doc for one purpose; zero at first, and whoever uses it leaves it zero. */
export function cellsFor(index: TextIndex, purpose: string): Float32Array {
  const { cells } = index.scratch;
  let found = cells.get(purpose);
  if (!found) cells.set(purpose, (found = new Float32Array(index.briefs)));
  return found;
}

/** A text of the pool, out of one of the columns that point into it. */
export function pooled({ columns }: TextIndex, starts: Uint32Array, place: number): string {
  return textOfBytes({ bytes: columns.pool, from: starts[place]!, to: starts[place + 1]! });
}

/** Docs of a stemmed language: a range from..to for each tag of it ("en", "en-GB"). */
export function rangesOf(index: TextIndex, language: StemmedLanguage): readonly { from: number; to: number }[] {
  const { docLang, langAt } = index.columns;
  return Array.from({ length: langAt.length - 1 }, (_, place) => place)
    .filter((place) => stemmedLanguageOf(pooled(index, langAt, place)) === language)
    .map((place) => ({ from: firstOf(docLang, place), to: firstOf(docLang, place + 1) }));
}

/** First place of a sorted column that holds this value or a later one. */
function firstOf(column: Uint16Array, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function indexOf(bytes: Uint8Array, columns: Columns): TextIndex {
  const briefs = columns.docGroup.length;
  const norm = (field: 0 | 1 | 2): Float32Array => {
    const average = Math.max(1, columns.totals[field]! / Math.max(1, briefs));
    const weight = LENGTH_WEIGHT[field];
    return Float32Array.from({ length: 256 }, (_, code) => 1 / (1 - weight + (weight * wordsOfCode(code)) / average));
  };
  return { bytes, columns, briefs, norms: [norm(0), norm(1), norm(2)], scratch: { cells: new Map() } };
}
