import { plainOfHtml } from './html-to-blocks';
import { elementsOf, escaped, htmlInside, textInside, type XmlElement } from './xml-tree';

/**
 * The HTML of an Atom text or content element, by its `type` (RFC 4287, section 3.1) or, in Atom 0.3, its `type` and `mode`.
 * What is no text (images, other XML) gives ''.
 */
export function htmlOf(element: XmlElement): string {
  const type = element.attributes.get('type')?.trim().toLowerCase() || 'text';
  const mode = element.attributes.get('mode')?.trim().toLowerCase();
  if (element.attributes.has('src')) return '';
  const isMarkup = type === 'xhtml' || type === 'application/xhtml+xml' || elementsOf(element).length > 0;
  if (isMarkup && mode !== 'escaped') return htmlInside(element);
  if (mode === 'base64' || type === 'application/octet-stream') return textOfBase64(textInside(element));
  const text = textInside(element);
  if (type === 'html' || type === 'text/html') return text;
  if (type === 'text' || type.startsWith('text/')) return escaped(text);
  return isMarkup ? text : '';
}

/** A title in plain text. */
export function titleOf(element: XmlElement): string {
  return plainOfHtml(htmlOf(element));
}

/** What is UTF-8 inside base64; '' where it is no base64 or holds no text. */
function textOfBase64(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s+/gu, '')), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // The only ways in which atob and TextDecoder say so.
    if (error instanceof DOMException || error instanceof TypeError) return '';
    throw error;
  }
}
