import type { BriefHead, BriefId } from './brief';

/**
 * A brief or a passage of one, pinned by the user, with what he wrote about it. It keeps its own copy of what is quoted and
 * cited, so that it says the same when the archive is updated or taken out.
 */
export interface Note {
  /** Of this shape; raised together with a migration. */
  version: 1;
  id: string;
  /** Milliseconds since 1970. */
  pinnedAt: number;
  /** Notes are listed by it, lowest first; only the order of these numbers means something. */
  place: number;
  /** What the user wrote. */
  text: string;
  briefId: BriefId;
  /** The brief as it was when it was pinned. */
  brief: Pick<BriefHead, 'lang' | 'week' | 'date' | 'title' | 'situation' | 'summary' | 'url' | 'authors'>;
  /** Title of its archive. */
  archiveTitle: string;
  /** Fingerprint of title, summary and body; another one means that the brief has changed. */
  print: string;
  /** null: the whole brief. */
  passage: Passage | null;
}

/** [start, end) UTF-16 offsets in the body block where the quote begins, and the quote; one over several blocks has line breaks between them. */
export interface Passage {
  block: number;
  start: number;
  end: number;
  quote: string;
}

/** Longest text of a note, in UTF-16 code units: some forty pages. */
export const MAX_NOTE_CHARS = 100_000;

/** Most notes: a notebook longer than this is another archive. */
export const MAX_NOTES = 5_000;
