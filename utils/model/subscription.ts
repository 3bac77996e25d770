import type { ArchiveId } from './brief';

/** Where an archive's briefs come from by themselves. */
export interface Source {
  /** `feed`: one document (RSS, Atom, JSON Feed, an archive file); `wordpress`: posts, page by page; `sitemap`: the pages of a section. */
  kind: 'feed' | 'wordpress' | 'sitemap';
  /** http or https, without a password. */
  address: string;
  /** Path that the pages of a sitemap begin with; '/' for the whole site, and for every other kind. */
  section: string;
}

/** How far a source has been read: what makes the next request a conditional one. */
export interface SourceMarks {
  /** Validators of the last answer, as the server wrote them. */
  etag: string | null;
  lastModified: string | null;
  /** When the source last touched what was read, in UTC, YYYY-MM-DDTHH:MM:SSZ; null where it does not say. */
  newest: string | null;
  /** Of a sitemap without dates: hashes of the addresses that were looked at. */
  seen: readonly string[];
}

/** An update that would take most of an archive away: nothing of it is kept before its user has said so. */
export interface ShrunkenUpdate {
  /** Briefs that the source has now, and that the archive has. */
  briefs: number;
  had: number;
}

/** What the user subscribed to, and how it stands. One archive has one subscription at most, so the archive's id names it. */
export interface Subscription {
  archiveId: ArchiveId;
  source: Source;
  marks: SourceMarks;
  /** When it was subscribed to, and when something last came, in ms since 1970. */
  since: number;
  updatedAt: number | null;
  /** `paused`: rests until its user looks at it. `left`: its archive was taken out, or its updates stopped; kept for a day, for an undo. */
  state: { is: 'live' } | { is: 'paused' } | { is: 'left'; why: 'archive-removed' | 'stopped'; at: number };
  /** In a row. */
  failures: number;
  /** Why nothing came; null when the last try went well. `kind` is a literal that components have a sentence for. */
  failure: { kind: string; detail: string; at: number } | null;
  question: ShrunkenUpdate | null;
  /** Briefs of a shrunken update that its user did not want; it is asked about again when there are others. */
  declined: number | null;
}

/** When a subscription was last looked at and will be next, in ms since 1970. Kept apart: it changes when nothing else does. */
export interface UpdateTimes {
  checkedAt: number | null;
  dueAt: number;
}
