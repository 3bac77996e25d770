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

/** Whether an archive takes part, and whether pages may show that they name what it knows: its user's word, kept apart from its data. */
export interface ArchiveChoice {
  use: 'on' | 'off';
  marks: 'in-pages' | 'panel-only';
}

/** Where an archive came from, as its user would say it: the name of a file or folder; an address is its subscription's to tell. */
export interface ArchiveSource {
  kind: 'starter' | 'file' | 'folder' | 'feed' | 'pages';
  /** Of the file or folder; '' where there is nothing to say. */
  name: string;
  /** Files that were read; 1 where that means nothing. */
  files: number;
}

/** What an update would take away, where that is worth a question; `no` where it is not. */
export type Shrinking = { kind: 'no' } | { kind: 'empty' | 'shrunken' | 'renamed'; lost: number; of: number };
