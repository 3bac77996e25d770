import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { describeProblem, type FilesSource, readFiles, type SourceFile } from '@/utils/intake';
import type { Brief } from '@/utils/model';

const FIXTURES = 'tests/archives';

/** A file of this folder. */
export function fixture(path: string): SourceFile {
  return { path, bytes: readFileSync(`${FIXTURES}/${path}`) };
}

export function file(path: string, text: string): SourceFile {
  return { path, bytes: strToU8(text) };
}

/** Reads files as one source. */
export function readThese(
  files: readonly SourceFile[],
  given: Partial<FilesSource> = {},
): ReturnType<typeof readFiles> {
  const signal = new AbortController().signal;
  return readFiles({ files, archiveId: 'a', columns: null, signal, onProgress: () => undefined, ...given });
}

/** The briefs of files that are expected to be read. */
export async function briefsOf(...files: SourceFile[]): Promise<readonly Brief[]> {
  const source = await readThese(files);
  if (!source.ok) throw new Error(source.error.map(describeProblem).join());
  return source.value.contents.briefs;
}

/** The kinds of problem that files are refused for; `read` where they are not. */
export async function refusalsOf(...files: SourceFile[]): Promise<string[]> {
  const source = await readThese(files);
  return source.ok ? ['read'] : source.error.map(({ kind }) => kind);
}
