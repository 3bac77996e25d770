import type { DBSchema } from 'idb';
import type { ArchiveChoice, ArchiveId, BodyBlock, BriefHead, BriefId, Edit, Entity, Note } from '@/utils/model';
import type { ArchiveRecord } from './archive-record';

/** Raised with every change of the stores below; `migrate` then gets a new step, and released steps are never edited. */
export const SCHEMA_VERSION = 3;
export const DATABASE = 'backgrounder';

/**
 * One state of an archive's rows. It is written beside the present one, piece by piece, and becomes the present one when the
 * archive's record points at it; never does a row of a version change.
 */
export type Version = string;

/** A version that is not the present one: being written, or left behind and perhaps wanted back. */
export interface AsideRow {
  version: Version;
  state: 'staged' | 'former';
  record: ArchiveRecord;
}

export interface Schema extends DBSchema {
  archives: { key: ArchiveId; value: ArchiveRecord };
  /** One row a version: heads are always wanted together, and 10,000 rows would take 226 ms to read. */
  heads: { key: Version; value: { version: Version; heads: readonly BriefHead[] } };
  entities: { key: Version; value: { version: Version; entities: readonly Entity[] } };
  /** Keys are the version, a slash, and the brief's id inside its archive: a version's bodies are one key range. */
  bodies: { key: BriefId; value: { id: BriefId; body: readonly BodyBlock[] } };
  /** Versions beside the present ones. What is in none of these and no present one does not exist. */
  aside: { key: Version; value: AsideRow };
  choices: { key: ArchiveId; value: ArchiveChoice & { archiveId: ArchiveId } };
  /** Caches: each can be rebuilt from the stores above. A Blob is opened without being copied; it fits the generation it was made for. */
  indexes: { key: string; value: { name: string; blob: Blob; generation?: number } };
  /** `archives`: raised by whatever an index is made from, so that indexes and caches know whether they still fit. */
  generations: { key: string; value: number };
  /** What the user changed and wrote: truth of its own, which no update of an archive touches. */
  edits: { key: string; value: Edit };
  notes: { key: string; value: Note };
}

export const STORES = [
  'archives',
  'heads',
  'entities',
  'bodies',
  'aside',
  'choices',
  'indexes',
  'generations',
  'edits',
  'notes',
] as const;
