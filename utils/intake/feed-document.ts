/** A feed in one shape, whichever dialect it was written in. Nothing is decided about weeks, ids or languages yet. */
export interface FeedDocument {
  /** Plain text; '' where the feed has none. */
  title: string;
  /** HTML. */
  about: string;
  id: string | null;
  /** The site that the feed belongs to. */
  homePage: string | null;
  /** As written. */
  updated: string | null;
  lang: string;
  /** Address of the feed's next page (older items). */
  next: string | null;
  items: readonly FeedEntry[];
}

/** One item of a feed. HTML is what it is before any of it was checked. */
export interface FeedEntry {
  id: string | null;
  /** Plain text. */
  title: string;
  url: string | null;
  /** As written. */
  published: string | null;
  /** As written. */
  updated: string | null;
  summaryHtml: string | null;
  contentHtml: string | null;
  /** Address that relative links in the HTML are resolved against; '' where unknown. */
  base: string;
  lang: string;
  authors: readonly string[];
}
