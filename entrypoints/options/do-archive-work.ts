import { type Archives, looksShrunken, storageFailure, type Version } from '@/utils/archive';
import { withFoundEntities } from '@/utils/gazetteer';
import { choose, putVersion, takeOut } from '@/utils/indexing';
import { type Incoming, readCsvFile, readFiles, type SourceFile, writeArchiveFile } from '@/utils/intake';
import { type ArchiveContents, done, failed, MAX_ARCHIVE_BYTES, type Result } from '@/utils/model';
import { underId } from './archive-id';
import { backedUp, inspected, putAllBack, restored } from './do-backup-work';
import type { ArchiveWork, Change, FileFailure, PlacedFile, SourceRead, TableRead, WorkFailure } from './archive-work';

/** Qualifies ids while a source is read: which archive it will be is known only with its title. */
const INCOMING = 'incoming';

/** Does the work, in a worker or in a test. */
export function doArchiveWork(open: () => Promise<Archives>): ArchiveWork {
  let held: Incoming | null = null;
  let archives: Promise<Archives> | null = null;
  /** What our page may want back, until it holds it itself or lets it go. */
  const releases: (() => void)[] = [];
  let reading = new AbortController();

  const onArchives = async <T, E>(
    work: (archives: Archives) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | WorkFailure>> => {
    try {
      return await work(await (archives ??= open()));
    } catch (error) {
      void archives?.then((opened) => opened.close()).catch(() => undefined); // what cannot be opened needs no closing
      archives = null;
      console.error('backgrounder: storage', error instanceof Error ? `${error.name}: ${error.message}` : '');
      return failed(storageFailure(error));
    }
  };

  /** Held before it is left behind, or a cleaning elsewhere could be faster than its undo. */
  const keepingFormer = async <E>(
    opened: Archives,
    id: string,
    swap: () => Promise<Result<{ former: Version | null }, E>>,
  ): Promise<Result<Change, E>> => {
    const before = (await opened.list()).find((listed) => listed.id === id);
    if (before) releases.push(await opened.hold(before.version));
    const swapped = await swap();
    return swapped.ok ? done({ id, former: swapped.value.former, changed: 'yes' }) : swapped;
  };

  return {
    async read({ files, columns }, onProgress) {
      reading.abort();
      reading = new AbortController();
      const { signal } = reading;
      held = null;
      const bytes = await bytesOf(files, signal);
      if (!bytes.ok) return { ...bytes, table: null };
      const table = tableOf(bytes.value, columns);
      const wanted = columns ?? table?.chosen ?? null;
      const read = await readFiles({ files: bytes.value, archiveId: INCOMING, columns: wanted, signal, onProgress });
      if (!read.ok) return { ...read, table };
      held = read.value;
      return { ...done(summaryOf(read.value)), table };
    },
    hold: ({ contents }) => {
      held = { contents, notes: [] };
      return Promise.resolve(done(null));
    },
    contents: ({ id }) => onArchives(async (opened) => done((await opened.archive(id))?.contents ?? null)),
    compare: ({ id }) =>
      onArchives(async (opened) => {
        const before = await opened.briefIds(id);
        const after = held ? underId(held.contents, { id, title: '' }).briefs.map((brief) => brief.id) : [];
        return done(looksShrunken(before, after));
      }),
    keep: ({ id, title, source, at }, onProgress) =>
      onArchives(async (opened) => {
        if (!held) return failed('gone');
        const placed = underId(held.contents, { id, title });
        const of = placed.briefs.length;
        const contents = await withFoundEntities(placed, {
          onProgress: (share) => onProgress({ step: 'finding', briefs: Math.round(share * of), of }),
        });
        if (await opened.has(contents)) return done({ id, former: null, changed: 'no' });
        const { record, release } = await opened.stage(contents, {
          at,
          source,
          onProgress: (stored) => onProgress({ step: 'storing', ...stored }),
        });
        onProgress({ step: 'indexing' });
        try {
          const kept = await keepingFormer(opened, id, () => putVersion(opened, { version: record.version, contents }));
          if (kept.ok) held = null;
          return settled(kept);
        } finally {
          release();
        }
      }),
    remove: ({ id }) =>
      onArchives(async (opened) => settled(await keepingFormer(opened, id, () => takeOut(opened, id)))),
    choose: ({ id, choice }) =>
      onArchives(async (opened) => {
        const contents = async (): Promise<ArchiveContents | null> => (await opened.archive(id))?.contents ?? null;
        const chosen = settled(await choose(opened, { id, choice, contents }));
        return chosen.ok ? done(null) : chosen;
      }),
    putBack: ({ version }) =>
      onArchives(async (opened) => {
        const contents = await opened.asideContents(version);
        if (!contents) return failed('gone');
        return settled(await keepingFormer(opened, contents.id, () => putVersion(opened, { version, contents })));
      }),
    write: ({ id }) =>
      onArchives(async (opened) => {
        const archive = await opened.archive(id);
        return archive
          ? done(new Blob([writeArchiveFile(archive.contents)], { type: 'application/feed+json' }))
          : failed('gone');
      }),
    backUp: ({ settings }) => onArchives((opened) => backedUp(opened, settings)),
    inspect: ({ file }, onProgress) => inspected(file, onProgress),
    restore: ({ file }, onProgress) =>
      onArchives(async (opened) => restored(opened, { file, hold: (release) => releases.push(release), onProgress })),
    putAllBack: (before) => onArchives((opened) => putAllBack(opened, before)),
    clean: () =>
      onArchives(async (opened) => {
        for (const release of releases.splice(0)) release();
        await opened.clean();
        return done(null);
      }),
  };
}

/** A change that others overtook time and again is the business of nobody's fault but a bug's. */
function settled<T, E extends string>(outcome: Result<T, E | 'overtaken'>): Result<T, Exclude<E, 'overtaken'>> {
  if (outcome.ok) return outcome;
  if (outcome.error === 'overtaken') throw new Error('overtaken by other changes, time and again');
  return failed(outcome.error as Exclude<E, 'overtaken'>);
}

function summaryOf({ contents, notes }: Incoming): SourceRead {
  const heads = contents.briefs.map(({ body: _body, ...head }) => head);
  return { title: contents.title, heads, notes };
}

/** Their bytes, unless they are more than we read, a file of them is gone or locked, or the reading was stopped. */
async function bytesOf(
  files: readonly PlacedFile[],
  signal: AbortSignal,
): Promise<Result<readonly SourceFile[], readonly FileFailure[]>> {
  const refused = (file: string, kind: FileFailure['kind']): Result<never, readonly FileFailure[]> =>
    failed([{ file, item: null, field: '', kind }]);
  if (files.reduce((sum, { file }) => sum + file.size, 0) > MAX_ARCHIVE_BYTES)
    return refused(files[0]?.path ?? '', 'too-large');
  const read: SourceFile[] = [];
  for (const { path, file } of files) {
    if (signal.aborted) return refused(path, 'cancelled');
    const bytes = await file.arrayBuffer().catch(() => null); // rejects for nothing else
    if (bytes === null) return refused(path, 'not-readable');
    read.push({ path, bytes: new Uint8Array(bytes) });
  }
  return done(read);
}

/** Columns are chosen for one table; several at a time are read by their headings. */
function tableOf(files: readonly SourceFile[], columns: TableRead['chosen'] | null): TableRead | null {
  const [file] = files;
  if (!file || files.length > 1 || !/\.(?:csv|tsv)$/iu.test(file.path)) return null;
  const table = readCsvFile(file);
  if (!table) return null;
  return { headings: table.headings.filter((heading) => heading !== ''), chosen: columns ?? table.guess };
}
