import { done, failed, MAX_ARCHIVE_BYTES, type Result } from '@/utils/model';
import { assemble } from './assemble';
import type { Incoming } from './incoming';
import type { DraftSource } from './draft';
import type { IntakeProblem } from './problem';
import type { CsvColumns } from './read-csv';
import { readFile } from './read-file';
import { isZip, type SourceFile, unzip } from './unzip';

/** What was chosen in one go: a file, several, or a folder. */
export interface FilesSource {
  files: readonly SourceFile[];
  archiveId: string;
  /** Of CSV files; null takes what their headings suggest. */
  columns: CsvColumns | null;
  /** Stops between two files. */
  signal: AbortSignal;
  /** Told after every slice of work, and at the end. */
  onProgress: (done: { files: number; of: number }) => void;
}

/** Longest slice of work before others get the thread, in ms: three frames. */
const SLICE_MS = 50;

/**
 * Reads files of any kind, and what is in zips: an archive file, Markdown, HTML, plain text, a WordPress export, saved feeds, CSV. A file that
 * cannot be read is named in `notes` and the others are taken; with nothing read the source is refused. An archive file is taken whole or
 * not at all, and stands alone.
 */
export async function readFiles(source: FilesSource): Promise<Result<Incoming, IntakeProblem[]>> {
  const unpacked = unpack(source.files);
  if (!unpacked.ok) return unpacked;
  const files = unpacked.value;
  const sources: DraftSource[] = [];
  const problems: IntakeProblem[] = [];
  let sliceBegan = performance.now();
  for (const [at, file] of files.entries()) {
    if (source.signal.aborted) return refused(file.path, { kind: 'cancelled', detail: 'stopped' });
    const read = readFile(file, { archiveId: source.archiveId, columns: source.columns ?? undefined });
    if (!read.ok) problems.push(...read.error);
    else if (read.value.kind === 'drafts') sources.push(placed(read.value.source, file));
    else if (files.length === 1) return done({ contents: read.value.contents, notes: [] });
    else
      return refused(file.path, {
        kind: 'not-alone',
        detail: 'an archive file is a source of its own: bring it in by itself',
      });
    if (performance.now() - sliceBegan < SLICE_MS) continue;
    source.onProgress({ files: at + 1, of: files.length });
    await new Promise((resolve) => setTimeout(resolve, 0));
    sliceBegan = performance.now();
  }
  source.onProgress({ files: files.length, of: files.length });
  const fileName = source.files.map(({ path }) => path).sort()[0] ?? '';
  const incoming = assemble(joined(sources, problems), { archiveId: source.archiveId, fileName });
  if (incoming.contents.briefs.length > 0) return done(incoming);
  return incoming.notes.length > 0
    ? failed([...incoming.notes])
    : refused(fileName, { kind: 'empty', detail: 'no briefs in it' });
}

/** Zips opened, once: a zip in a zip stays shut. The same files come in the same order, whichever way a browser lists a folder. */
function unpack(files: readonly SourceFile[]): Result<SourceFile[], IntakeProblem[]> {
  const unpacked: SourceFile[] = [];
  let left = MAX_ARCHIVE_BYTES;
  for (const file of files) {
    const inside = isZip(file.bytes) ? unzip(file, left) : done([file]);
    if (!inside.ok) return inside;
    left -= inside.value.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (left < 0)
      return refused(file.path, {
        kind: 'too-large',
        detail: `over ${MAX_ARCHIVE_BYTES} bytes together; no more are read`,
      });
    unpacked.push(...inside.value);
  }
  return done(unpacked.sort((a, b) => (a.path < b.path ? -1 : 1)));
}

/** Drafts that know their file, for notes about them. */
function placed(source: DraftSource, { path }: SourceFile): DraftSource {
  return { ...source, drafts: source.drafts.map((draft) => ({ ...draft, file: path })) };
}

/** One source out of several: the first that has a name, a home or a language gives it. */
function joined(sources: readonly DraftSource[], problems: readonly IntakeProblem[]): DraftSource {
  return {
    title: sources.find(({ title }) => title !== '')?.title ?? '',
    homePage: sources.find(({ homePage }) => homePage !== null)?.homePage ?? null,
    lang: '',
    drafts: sources.flatMap(({ drafts, lang }) => drafts.map((draft) => ({ ...draft, lang: draft.lang || lang }))),
    notes: [...problems, ...sources.flatMap(({ notes }) => notes)],
  };
}

function refused(file: string, problem: Pick<IntakeProblem, 'kind' | 'detail'>): Result<never, IntakeProblem[]> {
  return failed([{ file, item: null, field: '', ...problem }]);
}
