import type { FeedDocument, FeedEntry } from './feed-document';
import { titleOf } from './atom-text';
import { plainOfHtml } from './html-to-blocks';
import { first, linkedAs, markupOf, trimmedText } from './xml-find';
import { elementsOf, resolved, textInside, type XmlElement } from './xml-tree';

// Elements in which feeds keep one thing, best first. RSS has borrowed from everybody.
const ABOUT_FEED = [
  'description',
  'tagline',
  'subtitle',
  'dc:description',
  'abstract',
  'itunes:summary',
  'itunes:subtitle',
];
const CHANGED_FEED = [
  'lastbuilddate',
  'atom:updated',
  'dcterms:modified',
  'dc:date',
  'pubdate',
  'dcterms:issued',
  'dcterms:created',
];
const SUMMARY = [
  'description',
  'summary',
  'dc:description',
  'media:description',
  'abstract',
  'itunes:summary',
  'itunes:subtitle',
  'atom:summary',
];
const CONTENT = ['content:encoded', 'xhtml:body', 'body', 'fullitem', 'atom:content', 'xhtml:div'];
const PUBLISHED = ['pubdate', 'dcterms:issued', 'dc:date', 'dcterms:created', 'atom:published'];
const UPDATED = ['atom:updated', 'dcterms:modified'];

/**
 * RSS 0.9x, 1.0 (RDF) and 2.0, and Netscape's CDF. Titles and descriptions hold HTML by custom: escaped, in CDATA, or as elements.
 *
 * @param root `rss`, `rdf:RDF` or `channel`
 */
export function readRss(root: XmlElement): FeedDocument {
  const channel = elementsOf(root).find(({ tag }) => tag === 'channel') ?? root;
  // RSS 1.0 has its items beside the channel, 2.0 inside it; 0.9x feeds are seen with either.
  const items = [...elementsOf(channel), ...(channel === root ? [] : elementsOf(root))].filter(
    ({ tag }) => tag === 'item' || tag === 'entry',
  );
  return {
    title: titleIn(channel),
    about: first(channel, ABOUT_FEED, markupOf) ?? '',
    id: channel.attributes.get('rdf:about') ?? null,
    homePage:
      first(channel, ['link'], linkOf) ??
      linkedAs(channel, 'alternate') ??
      resolved(channel.attributes.get('href'), channel.base),
    updated: first(channel, CHANGED_FEED, trimmedText) ?? changedIn(channel),
    lang: first(channel, ['language', 'dc:language'], trimmedText) ?? channel.lang,
    next: linkedAs(channel, 'next'),
    items: items.map(entryOf),
  };
}

function entryOf(item: XmlElement): FeedEntry {
  const guid = elementsOf(item).find(({ tag }) => tag === 'guid');
  const permalink =
    guid && guid.attributes.get('ispermalink')?.trim().toLowerCase() !== 'false' ? trimmedText(guid) : null;
  const about = item.attributes.get('rdf:about')?.trim() || null;
  const group = elementsOf(item).find(({ tag }) => tag === 'media:group');
  return {
    id: (guid && trimmedText(guid)) ?? first(item, ['atom:id', 'dc:identifier'], trimmedText) ?? about,
    title: titleIn(item),
    url:
      first(item, ['link'], linkOf) ??
      linkedAs(item, 'alternate') ??
      (permalink !== null && /^https?:/iu.test(permalink) ? permalink : null) ??
      resolved(item.attributes.get('href'), item.base) ??
      about,
    published: first(item, PUBLISHED, trimmedText),
    updated: first(item, UPDATED, trimmedText) ?? changedIn(item),
    summaryHtml: first(item, SUMMARY, markupOf) ?? (group ? first(group, SUMMARY, markupOf) : null),
    contentHtml: first(item, CONTENT, markupOf),
    base: item.base,
    lang: first(item, ['dc:language', 'language'], trimmedText) ?? item.lang,
    authors: elementsOf(item)
      .filter(({ tag }) => tag === 'dc:creator' || tag === 'author' || tag === 'itunes:author')
      .flatMap((author) => trimmedText(author) ?? []),
  };
}

/** CDF, the eldest, writes the date as an attribute. */
function changedIn(element: XmlElement): string | null {
  return element.attributes.get('lastmod')?.trim() || null;
}

function titleIn(element: XmlElement): string {
  const plain = (found: XmlElement): string => plainOfHtml(markupOf(found));
  return (
    first(element, ['title'], plain) ??
    first(element, ['atom:title'], titleOf) ??
    first(element, ['dc:title', 'media:title'], plain) ??
    ''
  );
}

function linkOf(link: XmlElement): string | null {
  return resolved(link.attributes.get('href') ?? textInside(link), link.base);
}
