import { htmlOf, titleOf } from './atom-text';
import type { FeedDocument, FeedEntry } from './feed-document';
import { first, linkedAs, trimmedText } from './xml-find';
import { elementsOf, resolved, type XmlElement } from './xml-tree';

/** Atom 1.0 (RFC 4287) and 0.3. */
export function readAtom(root: XmlElement): FeedDocument {
  const entries = elementsOf(root).filter(({ tag }) => tag === 'atom:entry' || tag === 'entry');
  return {
    title: ofFeed(root, ['title'], titleOf) ?? '',
    about: ofFeed(root, ['subtitle', 'tagline', 'info'], htmlOf) ?? '',
    id: ofFeed(root, ['id'], idOf),
    homePage: linkedAs(root, 'alternate'),
    updated: ofFeed(root, ['updated', 'modified'], trimmedText),
    lang: root.lang,
    next: linkedAs(root, 'next') ?? linkedAs(root, 'prev-archive'),
    items: (root.tag.endsWith('entry') ? [root] : entries).map(entryOf),
  };
}

function entryOf(entry: XmlElement): FeedEntry {
  const content = elementsOf(entry).find(({ tag }) => tag === 'atom:content' || tag === 'content');
  return {
    id: ofFeed(entry, ['id'], idOf),
    title: ofFeed(entry, ['title'], titleOf) ?? '',
    url: linkedAs(entry, 'alternate') ?? (content ? resolved(content.attributes.get('src'), content.base) : null),
    published: ofFeed(entry, ['published', 'issued', 'created'], trimmedText),
    updated: ofFeed(entry, ['updated', 'modified'], trimmedText),
    summaryHtml: ofFeed(entry, ['summary'], htmlOf),
    contentHtml: content ? htmlOf(content) || null : null,
    base: content?.base ?? entry.base,
    lang: content?.lang ?? entry.lang,
    authors: elementsOf(entry)
      .filter(({ tag }) => tag === 'atom:author' || tag === 'author' || tag === 'dc:creator')
      .flatMap((author) => ofFeed(author, ['name'], trimmedText) ?? trimmedText(author) ?? []),
  };
}

/** As written; what should have been an absolute address and begins with "/" is made one, so that it is unique beyond its site. */
function idOf(id: XmlElement): string | null {
  const written = trimmedText(id);
  return written?.startsWith('/') ? resolved(written, id.base) : written;
}

/** Looks for Atom's own elements first, then for those that forgot the namespace. */
function ofFeed<T>(element: XmlElement, names: readonly string[], read: (found: XmlElement) => T | null): T | null {
  return first(element, [...names.map((name) => `atom:${name}`), ...names], read);
}
