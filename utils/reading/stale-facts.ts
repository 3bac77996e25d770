import type { PageText } from '@/utils/model';

/**
 * A single-page site goes on to its next story by changing the address, and may leave the canonical address and the date of the first
 * one standing. What is word for word what the former story said of itself is not this one's: an address of its own tells that the
 * metadata was renewed, and then an equal date is a coincidence.
 */
export function withoutStaleFacts(page: PageText, former: PageText | null): PageText {
  if (!former || pathOf(former.url) === pathOf(page.url)) return page;
  const isRenewed = page.canonicalUrl !== null && page.canonicalUrl !== former.canonicalUrl;
  if (isRenewed) return page;
  const canonicalUrl =
    page.canonicalUrl !== null && pathOf(page.canonicalUrl) === pathOf(page.url) ? page.canonicalUrl : null;
  return { ...page, canonicalUrl, publishedAt: page.publishedAt === former.publishedAt ? null : page.publishedAt };
}

/** Queries and fragments turn pages and open boxes; another story has another path. */
export function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
