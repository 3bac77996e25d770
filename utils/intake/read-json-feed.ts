import * as v from 'valibot';
import type { FeedDocument, FeedEntry } from './feed-document';
import { htmlOfText } from './html-to-blocks';
import { escaped } from './xml-tree';

/** A text, or nothing: whatever else a site writes there is left out, not refused. */
const text = v.fallback(v.nullable(v.string()), null);
const id = v.fallback(v.nullable(v.union([v.string(), v.pipe(v.number(), v.transform(String))])), null);
const author = v.fallback(v.object({ name: text }), { name: null });
const authors = v.fallback(v.array(author), []);

const item = v.object({
  id,
  url: text,
  external_url: text,
  title: text,
  summary: text,
  content_html: text,
  content_text: text,
  date_published: text,
  date_modified: text,
  language: text,
  authors,
  author,
});

const feed = v.object({
  version: v.pipe(v.string(), v.includes('jsonfeed.org/version/')),
  title: text,
  description: text,
  home_page_url: text,
  next_url: text,
  language: text,
  items: v.array(v.unknown()),
});

/** JSON Feed 1.0 and 1.1 of any site, as forgivingly as RSS; null where it is no JSON Feed. Items that are no objects are left out. */
export function readJsonFeed(json: unknown): FeedDocument | null {
  const read = v.safeParse(feed, json);
  if (!read.success) return null;
  const { title, description, home_page_url, next_url, language, items } = read.output;
  return {
    title: title ?? '',
    about: escaped(description ?? ''),
    id: null,
    homePage: home_page_url,
    updated: null,
    lang: language ?? '',
    next: next_url,
    items: items.flatMap((raw) => entryOf(raw) ?? []),
  };
}

function entryOf(raw: unknown): FeedEntry | null {
  const read = v.safeParse(item, raw);
  if (!read.success) return null;
  const entry = read.output;
  const url = entry.url ?? entry.external_url;
  return {
    id: entry.id,
    title: entry.title ?? '',
    url,
    published: entry.date_published,
    updated: entry.date_modified,
    summaryHtml: entry.summary === null ? null : escaped(entry.summary),
    contentHtml: entry.content_html ?? (entry.content_text === null ? null : htmlOfText(entry.content_text)),
    base: url ?? '',
    lang: entry.language ?? '',
    authors: [...entry.authors, entry.author].flatMap(({ name }) => name ?? []),
  };
}
