import type { ArchiveId, Brief } from './brief';
import type { Entity } from './entity';

/** A whole archive as intake hands it over: checked, ids qualified, nothing of it stored yet. */
export interface ArchiveContents {
  id: ArchiveId;
  title: string;
  /** http or https address of the archive's own site. */
  homePage: string | null;
  entities: readonly Entity[];
  briefs: readonly Brief[];
}
