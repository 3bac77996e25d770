import type { DBSchema, IDBPDatabase } from 'idb';
import type { ArchiveId, BodyBlock, BriefHead, BriefId, Entity } from '@/utils/model';

/** Raised with every change of the stores below; `migrate` then gets a new step, and released steps are never edited. */
export const SCHEMA_VERSION = 1;
export const DATABASE = 'backgrounder';

/** What is kept of an archive beside its rows. */
export interface ArchiveRecord {
  id: ArchiveId;
  title: string;
  homePage: string | null;
  /** Milliseconds since 1970, as the caller's clock says. */
  installedAt: number;
  /** Rows that must be there; a check at start compares (loss is noticed). */
  briefs: number;
}

export interface Schema extends DBSchema {
  archives: { key: ArchiveId; value: ArchiveRecord };
  /** One row an archive: heads are always wanted together, and 10,000 rows would take 226 ms to read. */
  heads: { key: ArchiveId; value: { archiveId: ArchiveId; heads: readonly BriefHead[] } };
  entities: { key: ArchiveId; value: { archiveId: ArchiveId; entities: readonly Entity[] } };
  /** Keys begin with the archive's id and a slash, so that an archive's bodies are one key range. */
  bodies: { key: BriefId; value: { id: BriefId; body: readonly BodyBlock[] } };
  /** Caches: each can be rebuilt from the stores above. A Blob is opened without being copied. */
  indexes: { key: string; value: { name: string; blob: Blob } };
}

/** Takes a database of any older version to the present one, a step a version. */
export function migrate(database: IDBPDatabase<Schema>, from: number): void {
  if (from < 1) {
    database.createObjectStore('archives', { keyPath: 'id' });
    database.createObjectStore('heads', { keyPath: 'archiveId' });
    database.createObjectStore('entities', { keyPath: 'archiveId' });
    database.createObjectStore('bodies', { keyPath: 'id' });
    database.createObjectStore('indexes', { keyPath: 'name' });
  }
}
