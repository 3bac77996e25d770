import { elementsOf, htmlInside, resolved, textInside, type XmlElement } from './xml-tree';

/** The first element with one of some tags, in the order of the list, out of which `read` gets something. */
export function first<T>(
  element: XmlElement,
  tags: readonly string[],
  read: (found: XmlElement) => T | null,
): T | null {
  for (const tag of tags) {
    for (const found of elementsOf(element)) {
      if (found.tag !== tag) continue;
      const value = read(found);
      if (value !== null && value !== '') return value;
    }
  }
  return null;
}

/** Text without the white space around it; null where there is none. */
export function trimmedText(element: XmlElement): string | null {
  return textInside(element).trim() || null;
}

/** HTML that an element gives as elements, or escaped as its text. */
export function markupOf(element: XmlElement): string {
  return elementsOf(element).length > 0 ? htmlInside(element) : textInside(element);
}

/** Address of the first `<atom:link>` (or `<link href>`) of a relation. */
export function linkedAs(element: XmlElement, rel: string): string | null {
  for (const link of elementsOf(element)) {
    if (link.tag !== 'atom:link' && link.tag !== 'link') continue;
    const address = resolved(link.attributes.get('href'), link.base);
    if (address !== null && relationOf(link) === rel) return address;
  }
  return null;
}

/** A link without `rel` is an alternate (RFC 4287, 4.2.7.2); relations may be written as IANA's addresses. */
function relationOf(link: XmlElement): string {
  return (link.attributes.get('rel') ?? 'alternate').trim().replace(/^http:\/\/www\.iana\.org\/.*\//u, '');
}
