import { Unzip, UnzipInflate } from 'fflate';
import { done, failed, MAX_ARCHIVE_BYTES, type Result } from '@/utils/model';
import type { IntakeProblem, ProblemKind } from './problem';

/** A file of a source, as its user gave it. */
export interface SourceFile {
  /** With "/" between folders, as in `2012/ru/05.md`. */
  path: string;
  bytes: Uint8Array;
}

/** Files in one zip; ten years of a weekly in three languages are 1,560. */
const MAX_FILES = 20_000;

/** Piece handed to the inflater, in bytes. It can grow a thousandfold at once, so we stop within half a MiB of the bound. */
const PIECE_BYTES = 512;

/** What a computer adds by itself. */
const LITTER = /(?:^|\/)(?:__MACOSX|\.[^/]*|Thumbs\.db|desktop\.ini)(?:\/|$)/u;

/**
 * Unpacks a zip in memory. Sizes are counted as they come, never believed; a path that leads out of the zip, too many files or bytes,
 * and damaged or encrypted contents refuse it whole.
 *
 * @param maxBytes of all files together, unpacked
 */
export function unzip(zip: SourceFile, maxBytes = MAX_ARCHIVE_BYTES): Result<SourceFile[], IntakeProblem[]> {
  const refused = (kind: ProblemKind, detail: string): Result<never, IntakeProblem[]> =>
    failed([{ file: zip.path, item: null, field: '', kind, detail }]);
  const files: SourceFile[] = [];
  let total = 0;
  let seen = 0;
  let stop: Result<never, IntakeProblem[]> | null = null;

  const unzipper = new Unzip((entry) => {
    if (++seen > MAX_FILES) stop ??= refused('too-many', `more than ${MAX_FILES} files`);
    const path = safePath(entry.name);
    if (path === null)
      stop ??= refused('unsafe-path', `${JSON.stringify(entry.name.slice(0, 80))} leads out of the zip`);
    if (stop || path === null || path.endsWith('/') || LITTER.test(path)) return;
    const pieces: Uint8Array[] = [];
    entry.ondata = (error, piece, isLast) => {
      if (error) stop ??= refused('not-a-zip', `${path}: ${error.message}`);
      if (stop) return;
      total += piece.length;
      if (total > maxBytes) stop = refused('too-large', `over ${total} bytes unpacked; at most ${maxBytes} are read`);
      else pieces.push(piece);
      if (!isLast || stop) return;
      const bytes = joined(pieces);
      const { originalSize } = entry;
      if (originalSize !== undefined && originalSize !== bytes.length) stop = refused('not-a-zip', `${path}: damaged`);
      files.push({ path, bytes });
    };
    entry.start();
  });
  unzipper.register(UnzipInflate);

  try {
    for (let at = 0; at < zip.bytes.length && !stop; at += PIECE_BYTES) {
      const end = Math.min(at + PIECE_BYTES, zip.bytes.length);
      unzipper.push(zip.bytes.subarray(at, end), end === zip.bytes.length);
    }
  } catch (error) {
    // fflate throws what it finds wrong with a zip.
    return refused('not-a-zip', error instanceof Error ? error.message : 'damaged');
  }
  if (stop) return stop;
  if (seen === 0) return refused('not-a-zip', 'holds no files, or is no zip');
  return done(files.sort((a, b) => (a.path < b.path ? -1 : 1)));
}

/** Whether some bytes begin as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

function safePath(name: string): string | null {
  const path = name.replace(/\\/gu, '/');
  const isOutside =
    path.startsWith('/') || /^[a-z]:/iu.test(path) || path.split('/').includes('..') || path.includes('\u0000');
  return isOutside ? null : path.replace(/^(?:\.\/)+/u, '');
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
