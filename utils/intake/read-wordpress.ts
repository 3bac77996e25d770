import * as v from 'valibot';
import type { FeedDocument, FeedEntry } from './feed-document';
import { plainOfHtml } from './html-to-blocks';

const rendered = v.fallback(
  v.object({ rendered: v.fallback(v.string(), ''), protected: v.fallback(v.boolean(), false) }),
  {
    rendered: '',
    protected: false,
  },
);
const text = v.fallback(v.nullable(v.string()), null);

/** What we read of a post of WordPress REST (`wp/v2/posts`); a site can switch off any field but the id. */
const post = v.object({
  id: v.number(),
  date: text,
  date_gmt: text,
  modified_gmt: text,
  link: text,
  title: rendered,
  content: rendered,
  excerpt: rendered,
  lang: text,
});

/**
 * A page of WordPress REST posts; null where the JSON is no list of posts. Posts behind a password have no text to read and are left out.
 *
 * @param address of the page, for the site's home
 */
export function readWordPressPosts(json: unknown, address: string): FeedDocument | null {
  if (!Array.isArray(json)) return null;
  const posts = json.map((raw: unknown) => v.safeParse(post, raw));
  if (posts.length > 0 && !posts.some((read) => read.success)) return null;
  const home = URL.canParse(address) ? new URL(address) : null;
  return {
    title: home ? home.host.replace(/^www\./u, '') : '',
    about: '',
    id: null,
    homePage: home ? `${home.origin}/` : null,
    updated: null,
    lang: '',
    next: null,
    items: posts.flatMap((read) => (read.success && !read.output.content.protected ? [entryOf(read.output)] : [])),
  };
}

/**
 * Address of a page of posts; the newest come first, and 100 are as many as WordPress gives at once.
 *
 * @param address of the site's `…/wp-json/wp/v2/posts`, with or without a query of its own
 * @param page from 1; how many there are says the header X-WP-TotalPages of any of them
 */
export function wordPressPage(address: string, page: number): string {
  const url = new URL(address);
  url.searchParams.set('per_page', '100');
  url.searchParams.set('page', String(page));
  url.searchParams.set('_fields', 'id,date,date_gmt,modified_gmt,link,title,content,excerpt,lang');
  return url.href;
}

/**
 * Address of the posts touched since a moment, the longest untouched first: whoever is stopped in the middle goes on from the last one he
 * has. WordPress before 5.7 does not know `modified_after` and answers with all.
 *
 * @param since YYYY-MM-DDTHH:MM:SSZ
 */
export function wordPressChanges(address: string, since: string): string {
  const url = new URL(wordPressPage(address, 1));
  url.searchParams.set('modified_after', since);
  url.searchParams.set('orderby', 'modified');
  url.searchParams.set('order', 'asc');
  return url.href;
}

/** Whether an address is that of WordPress REST posts, in either of its two spellings. */
export function isWordPressPosts(address: string): boolean {
  return /\/wp-json\/wp\/v2\/posts|[?&]rest_route=(?:%2F|\/)wp(?:%2F|\/)v2(?:%2F|\/)posts/iu.test(address);
}

function entryOf(read: v.InferOutput<typeof post>): FeedEntry {
  return {
    // WordPress' own feed names a post by this address too, so an archive that moves from one to the other keeps its briefs.
    id: read.link === null || !URL.canParse(read.link) ? String(read.id) : `${new URL(read.link).origin}/?p=${read.id}`,
    title: plainOfHtml(read.title.rendered),
    url: read.link,
    published: read.date ?? read.date_gmt,
    updated: read.modified_gmt,
    summaryHtml: read.excerpt.rendered || null,
    contentHtml: read.content.rendered || null,
    base: read.link ?? '',
    lang: read.lang ?? '',
    authors: [],
  };
}
