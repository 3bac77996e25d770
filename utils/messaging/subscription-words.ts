import type {
  ArchiveId,
  BriefHead,
  BriefId,
  PageFailure,
  Result,
  ShrunkenUpdate,
  Source,
  SourceMarks,
  Subscription,
  Week,
} from '@/utils/model';

/** A subscription, for lists. */
export interface SubscriptionSummary {
  archiveId: ArchiveId;
  /** '' while nothing has come yet. */
  title: string;
  source: Source;
  state: 'live' | 'paused' | 'updating';
  /** ms since 1970; null before the first time. */
  checkedAt: number | null;
  updatedAt: number | null;
  dueAt: number;
  failure: Subscription['failure'];
  question: ShrunkenUpdate | null;
  /** When its dates let the next issue be expected, YYYY-MM-DD; null where they have no rhythm. */
  nextIssue: string | null;
}

/** A brief in the digest. */
export interface DigestBrief {
  head: BriefHead;
  /** All translations, this one included, in the reader's order. */
  translations: readonly { lang: string; id: BriefId }[];
  /** Title of its archive. */
  archive: string;
  /** Labels of those in it whom the reader has been reading about, the most read first; empty for the other briefs. */
  because: readonly string[];
}

/** The briefs of one week, those first that name whom the reader has been reading about. */
export interface Digest {
  /** null where no brief of any archive has a date. */
  week: Week | null;
  /** `now`: this calendar week or the last one; `earlier`: the archives have nothing newer, or another week was asked for. */
  age: 'now' | 'earlier';
  /** Mondays of the weeks with briefs before and after this one. */
  previous: string | null;
  next: string | null;
  briefs: readonly DigestBrief[];
}

/** What the background answers to our own pages about updates by themselves. */
export interface WordsAboutSubscriptions {
  subscriptions(all: null): Result<readonly SubscriptionSummary[], PageFailure>;
  /** Subscribes archives to their sources. One whose archive is not there yet is filled at once. Said twice, it is as said once. */
  subscribe(to: {
    subscriptions: readonly { archiveId: ArchiveId; source: Source; marks: SourceMarks }[];
  }): Result<null, never>;
  /**
   * `update`: asks the source now, also where it was paused; the answer comes when it has. `stop`: no updates any more, the briefs stay;
   * `resume` takes that back. `accept` and `decline` answer a shrunken update.
   */
  steer(which: {
    archiveId: ArchiveId;
    act: 'update' | 'stop' | 'resume' | 'accept' | 'decline';
  }): Result<null, 'gone'>;
  /** Adds the page of a tab to the reader's own archive; where the page is there already, it takes its older self's place. */
  addPage(of: { tabId: number }): Result<null, PageFailure | 'no-access'>;
  /** Takes back what `addPage` did last. */
  undoAddedPage(last: null): Result<null, 'gone' | PageFailure>;
  /** `week`: its Monday, YYYY-MM-DD; null for the newest. */
  digest(of: { week: string | null }): Result<Digest, PageFailure>;
}
