import type { ArchiveChoice, ArchiveContents, ArchiveSource, Edit, Note } from '@/utils/model';

/** The newest version of the format; a file of a newer one is refused. */
export const BACKUP_VERSION = 1;

/** An archive with all that storage knows of it beside its rows. */
export interface BackedArchive {
  contents: ArchiveContents;
  /** Milliseconds since 1970. */
  installedAt: number;
  source: ArchiveSource | null;
  choice: ArchiveChoice;
}

/** What a backup is made of. Archives come one after another: together they may be more than fits in memory. */
export interface Backup {
  /** By the settings' own keys, with the values as they are stored. */
  settings: Readonly<Record<string, unknown>>;
  edits: readonly Edit[];
  notes: readonly Note[];
  archives: AsyncIterable<BackedArchive>;
}

/** What is in a backup, for whoever decides whether to restore it. */
export interface BackupCount {
  settings: number;
  edits: number;
  notes: number;
  archives: readonly { title: string; briefs: number }[];
}
