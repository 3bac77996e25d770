import { elementsOf, type XmlElement } from './xml-tree';
import { first, trimmedText } from './xml-find';
import { webAddress } from './assemble';
import { parseDate } from './parse-date';

/** Pages of one sitemap; its protocol allows 50,000. */
const MAX_PAGES = 50_000;

/** A site's list of its pages (sitemaps.org), or of further lists. */
export interface Sitemap {
  /** Newest first; those without a date last. */
  pages: readonly SitemapPage[];
  /** Sitemaps that an index names. */
  sitemaps: readonly string[];
}

export interface SitemapPage {
  url: string;
  /** UTC, YYYY-MM-DDTHH:MM:SSZ; null where the site does not say. */
  changed: string | null;
  /** '' unless it is a news sitemap. */
  title: string;
}

/**
 * Reads a sitemap; null where the XML is none. Only addresses of the sitemap's own site are taken, as its protocol demands.
 *
 * @param address of the sitemap
 * @param section path that a page's address begins with; '/' for the whole site
 */
export function readSitemap(
  root: XmlElement,
  { address, section }: { address: string; section: string },
): Sitemap | null {
  if (root.tag !== 'urlset' && root.tag !== 'sitemapindex') return null;
  const isOwn = (url: string): boolean => new URL(url).host === new URL(address).host;
  const pages = new Map<string, SitemapPage>();
  const sitemaps: string[] = [];
  for (const child of elementsOf(root).slice(0, MAX_PAGES)) {
    const url = webAddress(first(child, ['loc'], trimmedText));
    if (url === null || !isOwn(url)) continue;
    if (child.tag === 'sitemap') sitemaps.push(url);
    else if (child.tag === 'url' && new URL(url).pathname.startsWith(section)) pages.set(url, pageOf(child, url));
  }
  return { pages: [...pages.values()].sort(newestFirst), sitemaps };
}

function pageOf(child: XmlElement, url: string): SitemapPage {
  const news = elementsOf(child).find(({ tag }) => tag === 'news:news');
  const changed =
    first(child, ['lastmod'], trimmedText) ?? (news ? first(news, ['news:publication_date'], trimmedText) : null);
  const title = news ? first(news, ['news:title'], trimmedText) : null;
  return { url, changed: changed === null ? null : (parseDate(changed)?.instant ?? null), title: title ?? '' };
}

function newestFirst(a: SitemapPage, b: SitemapPage): number {
  const [first, second] = [a.changed ?? '', b.changed ?? ''];
  return first === second ? (a.url < b.url ? -1 : 1) : first < second ? 1 : -1;
}
