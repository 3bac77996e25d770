import { done, failed, MAX_FEED_BYTES, type Result } from '@/utils/model';
import { decodeText } from './decode-text';
import type { IntakeProblem } from './problem';
import { sayingWhy } from './read-feed';
import { gunzip, isGzip } from './gunzip';
import { elementsOf, readXml, type XmlElement } from './xml-tree';
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
 * Reads a sitemap, gzipped or not. Only addresses of the sitemap's own site are taken, as its protocol demands.
 *
 * @param source.address of the sitemap
 * @param source.section path that a page's address begins with; '/' for the whole site
 */
export function readSiteMap(source: {
  bytes: Uint8Array;
  contentType: string;
  address: string;
  section: string;
}): Result<Sitemap, IntakeProblem[]> {
  const refused = (problem: Pick<IntakeProblem, 'kind' | 'detail'>): Result<never, IntakeProblem[]> =>
    failed([{ file: source.address, item: null, field: '', ...problem }]);
  const bytes = isGzip(source.bytes) ? gunzip(source.bytes, MAX_FEED_BYTES) : source.bytes;
  if (bytes === null)
    return refused({ kind: 'too-large', detail: `over ${MAX_FEED_BYTES} bytes unpacked, or damaged` });
  const text = decodeText(bytes, source.contentType);
  if (!text.ok) return refused({ kind: 'not-text', detail: 'these bytes are no text' });
  const xml = readXml(text.value);
  if (!xml.ok) return refused(sayingWhy(xml.error));
  const sitemap = sitemapIn(xml.value, source);
  return sitemap ? done(sitemap) : refused({ kind: 'not-known', detail: 'not a sitemap' });
}

/** Null where the XML is no sitemap. */
function sitemapIn(root: XmlElement, { address, section }: { address: string; section: string }): Sitemap | null {
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
