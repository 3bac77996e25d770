import type { ArchiveId, Brief } from './brief';
import type { Entity } from './entity';

/** A whole archive as intake hands it over: checked, ids qualified, nothing of it stored yet. */
export interface ArchiveContents {
  id: ArchiveId;
  title: string;
  /** http or https address of the archive's own site. */
  homePage: string | null;
  /** `private`: its own word that pages should not show what it knows; without it an archive is open. */
  says?: 'private';
  entities: readonly Entity[];
  briefs: readonly Brief[];
}

/** An archive as storage has it: what an export is made from, and what undoes a removal. */
export interface StoredArchive {
  contents: ArchiveContents;
  /** Milliseconds since 1970. */
  installedAt: number;
}
