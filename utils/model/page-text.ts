/** Where a block stands on its page. Ranking trusts headline and lead most, and furniture (menus, related links, comments) not at all. */
export type BlockPart = 'headline' | 'lead' | 'body' | 'furniture';

/** A paragraph of a page as its reader sees it, inline tags joined, white space collapsed. */
export interface Block {
  text: string;
  part: BlockPart;
  /** BCP 47 where the block says it is in another language than its page. */
  lang?: string;
}

/** What reading makes of a document. Holds no form field, no editable text, nothing hidden. */
export interface PageText {
  url: string;
  canonicalUrl: string | null;
  title: string;
  /** BCP 47; '' where neither the page nor its letters tell. */
  lang: string;
  siteName: string | null;
  /** ISO 8601 date, from JSON-LD or meta. */
  publishedAt: string | null;
  blocks: readonly Block[];
  /** Whether the page is an article: most of it one running text; `other` are fronts, lists, shops and apps. Absent where nobody looked. */
  kind?: 'article' | 'other';
  /** Whether all of the page fitted into the bounds of `limits.ts`. */
  extent: 'whole' | 'part';
}
