import { done, type Entity, type Result } from '@/utils/model';
import { compileBytes } from './compile';
import { type Columns, openColumns } from './layout';

declare const opaque: unique symbol;

/** All names of an archive, compiled. Opaque: columns of typed arrays on one buffer. */
export interface NameIndex {
  readonly [opaque]: 'names';
}

interface OpenIndex {
  bytes: Uint8Array;
  columns: Columns;
}

/**
 * Compiles entities into an index; the same entities give the same index, in whatever order they come. Seconds at 100,000
 * names: for a worker. `onProgress` hears shares from 0 to 1.
 */
export function compileNames(entities: readonly Entity[], onProgress?: (share: number) => void): NameIndex {
  const opened = openColumns(compileBytes(entities, onProgress ?? (() => undefined)));
  if (!opened.ok) throw new Error(`a compiled index does not open: ${opened.error}`);
  return opened.value as unknown as NameIndex;
}

/** The index as bytes to store; a view, not a copy. */
export function snapshotOf(index: NameIndex): Uint8Array {
  return opened(index).bytes;
}

/** Opens stored bytes without parsing: views on them. `other-version`: rebuild it from the archive; so too when `damaged`. */
export function openNames(bytes: Uint8Array): Result<NameIndex, 'other-version' | 'damaged'> {
  const result = openColumns(bytes);
  return result.ok ? done(result.value as unknown as NameIndex) : result;
}

/** The columns behind an index. */
export function columnsOf(index: NameIndex): Columns {
  return opened(index).columns;
}

function opened(index: NameIndex): OpenIndex {
  return index as unknown as OpenIndex;
}
