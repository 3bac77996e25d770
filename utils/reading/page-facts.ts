import { MAX_META_CHARS } from '@/utils/model';
import type { Dom } from './dom';
import { newsFacts } from './json-ld';

/** What a page says about itself, outside its text. */
export interface PageFacts {
  url: string;
  canonicalUrl: string | null;
  /** og:title, else JSON-LD's headline, else the document's title; '' without any. */
  title: string;
  /** Everything the page calls itself, to know its headline by; not shown. */
  titles: readonly string[];
  description: string | null;
  /** As declared; '' where it is not. */
  lang: string;
  siteName: string | null;
  /** ISO 8601 date, YYYY-MM-DD. */
  publishedAt: string | null;
}

/** Reads metadata only; every value is cut at MAX_META_CHARS, and what makes no sense is as good as absent. */
export function factsOf(dom: Dom, document: Document): PageFacts {
  const meta = metaOf(dom, document);
  const news = newsFacts(
    dom.all(document, 'script[type="application/ld+json" i]').map((script) => dom.textContent(script)),
  );
  const first = (...names: string[]): string | null => names.map((name) => meta.get(name)).find(Boolean) ?? null;

  const siteName = first('og:site_name', 'application-name') ?? news.siteName;
  const documentTitle = short(dom.all(document, 'title').map((title) => dom.textContent(title))[0]) ?? '';
  const headings = dom.all(document, 'h1').map((heading) => short(dom.textContent(heading)));
  const given = [first('og:title'), news.headline, first('twitter:title')].filter((title) => title !== null);
  const root = dom.all(document, ':root')[0];
  return {
    url: cut(document.location?.href ?? document.URL),
    canonicalUrl: canonicalOf(dom, document) ?? webAddress(first('og:url')),
    title: withoutSite(
      titleOf({ given, documentTitle, heading: headings.length === 1 ? headings[0] : null }),
      siteName,
    ),
    titles: [...given, documentTitle].filter((title) => title !== ''),
    description: first('og:description', 'description') ?? news.description,
    lang:
      languageTag(root && (dom.attribute(root, 'lang') ?? dom.attribute(root, 'xml:lang'))) ||
      languageTag(first('og:locale')) ||
      languageTag(news.lang) ||
      languageTag(first('content-language')),
    siteName,
    publishedAt: day(news.publishedAt) ?? day(first(...DATE_NAMES)) ?? timeOf(dom, document),
  };
}

const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'date',
  'dc.date',
  'dc.date.issued',
  'pubdate',
  'publish-date',
];

/** name, property, itemprop or http-equiv, in lower case → content. The first of a name wins. */
function metaOf(dom: Dom, document: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of dom.all(document, 'meta[content]')) {
    const content = short(dom.attribute(element, 'content'));
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = dom.attribute(element, key)?.toLowerCase();
      if (content && name && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

function canonicalOf(dom: Dom, document: Document): string | null {
  const link = dom.all(document, 'link[rel~="canonical" i][href]')[0];
  return link ? webAddress(dom.attribute(link, 'href'), document.baseURI) : null;
}

function webAddress(address: string | null, base?: string): string | null {
  if (address === null || address === '' || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return /^https?:$/.test(url.protocol) && url.href.length <= MAX_META_CHARS ? url.href : null;
}

/** "Rogozin in Minsk | The Paper" → "Rogozin in Minsk": cut at the last separator where what follows is the site, or short and few. */
function withoutSite(title: string, siteName: string | null): string {
  const at = Math.max(...SEPARATORS.map((separator) => title.lastIndexOf(separator)));
  if (at <= 0) return title;
  const tail = title.slice(at + 3).trim();
  const isSite = siteName !== null && plain(tail) === plain(siteName);
  const looksLikeSite = / [|«»–—·:]+ $/.test(title.slice(at, at + 3)) && tail.split(' ').length <= 4 && at >= 15;
  return isSite || looksLikeSite ? title.slice(0, at).trim() : title;
}

/** A single-page site may go on to its next story and leave the metadata of the first; so what is given counts where the page itself says it too. */
function titleOf(of: { given: readonly string[]; documentTitle: string; heading: string | null | undefined }): string {
  const said = plain(`${of.documentTitle} ${of.heading ?? ''}`);
  const confirmed = of.given.find((title) => said.includes(plain(title).slice(0, CONFIRMING_LETTERS)));
  return confirmed ?? of.heading ?? (of.documentTitle === '' ? of.given[0] : null) ?? of.documentTitle;
}

/** Sites shorten titles at their ends; this much at the beginning tells one story from another. */
const CONFIRMING_LETTERS = 24;

const SEPARATORS = [' | ', ' - ', ' – ', ' — ', ' · ', ' » ', ' :: '];

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A BCP 47 tag from what pages write: "ru_RU", "EN-us"; '' for what is none. */
export function languageTag(declared: string | null | undefined): string {
  const tag =
    (declared ?? '')
      .trim()
      .replaceAll('_', '-')
      .split(/[\s,;]/)[0] ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : '';
}

function timeOf(dom: Dom, document: Document): string | null {
  const times = dom.all(document, 'time[datetime]').slice(0, 20);
  const published = times.find(
    (time) => dom.attribute(time, 'pubdate') !== null || dom.attribute(time, 'itemprop') === 'datePublished',
  );
  const time = published ?? times[0];
  return time ? day(dom.attribute(time, 'datetime')) : null;
}

/** The day of an ISO 8601 date or time, as written; a page's own day is the one its reader knows. */
function day(date: string | null | undefined): string | null {
  const written = /^\s*((?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)/.exec(date ?? '')?.[1];
  return written ?? null;
}

function short(value: string | null | undefined): string | null {
  const text = (value ?? '')
    .slice(0, 4 * MAX_META_CHARS)
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? null : cut(text);
}

function cut(text: string): string {
  return text.slice(0, MAX_META_CHARS);
}
