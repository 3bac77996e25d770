import { type PageText, textOf } from '@/utils/model';
import { webAddress } from './assemble';
import { type Draft, draftOf } from './draft';
import { blocksOfHtml, plainOfHtml } from './html-to-blocks';
import { contentOfPage, type PageContent } from './page-content';

/**
 * A web page as a brief: title, date, language, authors and address as it says of itself, and its text without menus and forms.
 *
 * @param address '' for a file
 */
export function readPage(html: string, address: string): Draft {
  const page = contentOfPage(html);
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const value = page.meta.get(name)?.trim();
      if (value) return value;
    }
    return null;
  };
  const base = baseOf(page, address);
  const title = titleOf(page, meta('og:title', 'twitter:title'));
  const body = blocksOfHtml(page.html, base);
  const linked = page.linkedData.join('\n');
  const canonical = page.canonical ?? meta('og:url');
  return draftOf({
    title,
    body: body.filter((block, at) => at > 2 || textOf(block).trim() !== title),
    summary: meta('og:description', 'description') ?? '',
    url:
      canonical !== null && URL.canParse(canonical, base || undefined)
        ? webAddress(new URL(canonical, base || undefined).href)
        : webAddress(address),
    published:
      meta('article:published_time', 'datepublished', 'date', 'dc.date', 'dcterms.date') ??
      inLinkedData(linked, 'datePublished') ??
      page.time,
    updated: meta('article:modified_time', 'datemodified') ?? inLinkedData(linked, 'dateModified'),
    lang: page.lang || (meta('og:locale') ?? ''),
    authors: [meta('author', 'article:author')].flatMap((author) =>
      author === null || /^https?:/iu.test(author) ? [] : [author],
    ),
  });
}

/** A page that was read in its tab, as a brief: what its reader adds to an archive. */
export function draftOfPageText(page: PageText): Draft {
  const blocks = page.blocks.filter(({ part, text }) => part !== 'furniture' && text.trim() !== '');
  const headline = blocks.find(({ part }) => part === 'headline')?.text ?? page.title;
  const lead = blocks.find(({ part }) => part === 'lead')?.text ?? '';
  return draftOf({
    title: headline,
    summary: lead,
    body: blocks
      .filter(({ part }) => part !== 'headline')
      .map(({ text }) => ({ kind: 'paragraph', spans: [{ text }] })),
    url: page.canonicalUrl ?? page.url,
    published: page.publishedAt,
    lang: page.lang,
    authors: page.siteName === null ? [] : [page.siteName],
  });
}

function baseOf(page: PageContent, address: string): string {
  const own = webAddress(address) ?? '';
  return page.base !== null && URL.canParse(page.base, own || undefined)
    ? new URL(page.base, own || undefined).href
    : own;
}

/** The one headline, or what the page calls itself for others, or the window's title without the site's name. */
function titleOf(page: PageContent, shared: string | null): string {
  const [headline, ...more] = page.headlines
    .map((each) => each.replace(/\s+/gu, ' ').trim())
    .filter((each) => each !== '');
  if (headline !== undefined && more.length === 0) return headline;
  return (
    plainOfHtml(shared ?? '') ||
    headline ||
    page.windowTitle.replace(/(?<!\s)\s+(?:[|–—·»-]|::)\s+[^|–—·»]{1,60}$/u, '').trim()
  );
}

/** A date out of schema.org's JSON, wherever in it. */
function inLinkedData(json: string, key: 'datePublished' | 'dateModified'): string | null {
  return new RegExp(`"${key}"\\s*:\\s*"([^"]{4,40})"`, 'u').exec(json)?.[1] ?? null;
}
