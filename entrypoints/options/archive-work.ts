import type { Everything, StorageFailure, Version } from '@/utils/archive';
import type { BackupCount, BackupProblem } from '@/utils/backup';
import type { CsvColumns, IntakeProblem } from '@/utils/intake';
import type {
  ArchiveChoice,
  ArchiveContents,
  ArchiveId,
  ArchiveSource,
  BriefHead,
  Result,
  Shrinking,
} from '@/utils/model';

/** Files that were chosen or dropped, by their paths inside what was chosen. */
export interface PlacedFile {
  path: string;
  file: File;
}

/** Where reading fails before intake sees a byte. */
export type FileFailure = { file: string; item: null; field: ''; kind: 'too-large' | 'not-readable' | 'cancelled' };

/** A source that was read: what a preview is made of. The bodies stay in the worker. */
export interface SourceRead {
  /** What the source calls itself; its first file's path where it does not. */
  title: string;
  heads: readonly BriefHead[];
  notes: readonly IntakeProblem[];
}

/** A table among what was chosen: its headings, and what they suggest. */
export interface TableRead {
  headings: readonly string[];
  chosen: CsvColumns;
}

/** How far an archive is on its way in. */
export type Keeping = { step: 'finding' | 'storing'; briefs: number; of: number } | { step: 'indexing' };

/** A change that went through, and what takes it back: the version left behind, or the archive that was not there before. */
export interface Change {
  id: ArchiveId;
  /** null where the archive is new: then undoing takes it out. */
  former: Version | null;
  /** `no` where an archive was put that had just these contents. */
  changed: 'yes' | 'no';
}

/** A backup as it was read: what is in it, and its settings, which the page has to look at. */
export interface Inspected {
  count: BackupCount;
  settings: Readonly<Record<string, unknown>>;
}

export type WorkFailure = StorageFailure | 'no-answer';

/** What the worker of the options page does, away from the thread that draws. Everything large stays there or in the database. */
export interface ArchiveWork {
  /** Reads files and holds what is in them, in the place of what was held before. */
  read(
    source: { files: readonly PlacedFile[]; columns: CsvColumns | null },
    onProgress: (done: { files: number; of: number }) => void,
  ): Promise<Result<SourceRead, readonly (IntakeProblem | FileFailure)[] | 'no-answer'> & { table: TableRead | null }>;
  /** Holds contents that were read elsewhere, as they are. */
  hold(what: { contents: ArchiveContents }, onProgress: () => void): Promise<Result<null, 'no-answer'>>;
  /** What an archive holds; null where it is not there. */
  contents(archive: { id: ArchiveId }, onProgress: () => void): Promise<Result<ArchiveContents | null, WorkFailure>>;
  /** What the archive would lose if what is held took its place. */
  compare(archive: { id: ArchiveId }, onProgress: () => void): Promise<Result<Shrinking, WorkFailure>>;
  /** Stages what is held, indexes it, and swaps it in; `gone` where nothing is held. */
  keep(
    as: { id: ArchiveId; title: string; source: ArchiveSource; at: number },
    onProgress: (done: Keeping) => void,
  ): Promise<Result<Change, WorkFailure | 'gone'>>;
  remove(archive: { id: ArchiveId }, onProgress: () => void): Promise<Result<Change, WorkFailure | 'gone'>>;
  choose(
    of: { id: ArchiveId; choice: ArchiveChoice },
    onProgress: () => void,
  ): Promise<Result<null, WorkFailure | 'gone'>>;
  /** Puts a version back that was left behind and is still held. */
  putBack(which: { version: Version }, onProgress: () => void): Promise<Result<Change, WorkFailure | 'gone'>>;
  /** The file of an archive, as it is exported. */
  write(archive: { id: ArchiveId }, onProgress: () => void): Promise<Result<Blob, WorkFailure | 'gone'>>;
  /** Everything in one file. */
  backUp(
    what: { settings: Readonly<Record<string, unknown>> },
    onProgress: () => void,
  ): Promise<Result<Blob, WorkFailure>>;
  /** Reads a backup to its end, and keeps nothing. */
  inspect(
    backup: { file: File },
    onProgress: (done: { share: number }) => void,
  ): Promise<Result<Inspected, WorkFailure | BackupProblem>>;
  /** Puts what is in a backup in the place of everything, and gives what was there. */
  restore(
    backup: { file: File },
    onProgress: (done: { share: number }) => void,
  ): Promise<Result<Everything, WorkFailure | BackupProblem>>;
  /** Puts everything back as it was. */
  putAllBack(before: Everything, onProgress: () => void): Promise<Result<null, WorkFailure | 'gone'>>;
  /** Lets go of the versions that this worker holds, and clears away those that nobody does. */
  clean(all: null, onProgress: () => void): Promise<Result<null, WorkFailure>>;
}
