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
