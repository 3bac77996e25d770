import { done, failed, type Result } from '@/utils/model';
import { tagIn } from './xml-namespaces';
import { walkMarkup } from './walk-markup';

/** An element of a feed or an export, with what it inherits. */
export interface XmlElement {
  /** Local name in lower case, with our own prefix for its namespace: `title`, `atom:title`, `dc:date`. */
  tag: string;
  /** As written, keys in lower case. */
  attributes: ReadonlyMap<string, string>;
  /** Address that relative ones inside are resolved against; '' where nobody said. */
  base: string;
  /** BCP 47; '' where nobody said. */
  lang: string;
  children: (XmlElement | string)[];
}

/** Why XML was not read. */
export type XmlFailure = 'internal-dtd' | 'too-deep' | 'too-many' | 'no-root';

/** Open elements at once. XHTML inside a feed has some thirty; 5,000 are an attack. */
const MAX_DEPTH = 256;

/** Elements of one document: a WordPress export of 64 MiB has under 400,000. */
const MAX_ELEMENTS = 1_000_000;

/**
 * Reads XML as forgivingly as feeds need: undeclared prefixes, HTML entities and unclosed elements pass. Nothing declared in a DTD
 * is ever expanded, nothing external fetched, and a document with an internal DTD subset is refused before it is parsed.
 *
 * @param base address of the document, where it has one
 * @returns the root element
 */
export function readXml(text: string, base = ''): Result<XmlElement, XmlFailure> {
  if (hasInternalSubset(text)) return failed('internal-dtd');
  const top: XmlElement = { tag: '', attributes: new Map(), base, lang: '', children: [] };
  const open = [top];
  const namespaces = [new Map<string, string>()];
  let elements = 0;
  const walked = walkMarkup(
    text,
    {
      onopentag(name, given) {
        const parent = open.at(-1) ?? top;
        const attributes = new Map(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value]));
        const spaces = spacesOf(attributes, namespaces.at(-1));
        const element = {
          tag: tagIn(name.toLowerCase(), spaces),
          attributes,
          base: resolved(attributes.get('xml:base'), parent.base) ?? parent.base,
          lang: attributes.get('xml:lang') ?? parent.lang,
          children: [],
        };
        // Beyond the bound nothing is kept; the refusal follows.
        if (++elements <= MAX_ELEMENTS) parent.children.push(element);
        open.push(element);
        namespaces.push(spaces);
      },
      ontext(text) {
        open.at(-1)?.children.push(withoutControls(text));
      },
      onclosetag() {
        open.pop();
        namespaces.pop();
      },
    },
    { mode: 'xml', maxDepth: MAX_DEPTH, tooDeep: 'stop' },
  );
  if (walked === 'cut') return failed('too-deep');
  if (elements > MAX_ELEMENTS) return failed('too-many');
  const root = top.children.find((child) => typeof child !== 'string');
  return root ? done(root) : failed('no-root');
}

const C1 = /[\u0080-\u009f]/gu;

/** Quotation marks and dashes of windows-1252 that were taken for Latin-1 on their way into UTF-8. */
function withoutControls(text: string): string {
  if (text.search(C1) < 0) return text;
  const windows = new TextDecoder('windows-1252');
  return text.replace(C1, (control) => windows.decode(Uint8Array.of(control.charCodeAt(0))));
}

/** All text inside, tags left out. */
export function textInside(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textInside(child))).join('');
}

/** What stands inside as HTML: elements by their local names with `href` and nothing else, text escaped. */
export function htmlInside(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return escaped(child);
      const name = child.tag.replace(/^.*:/u, '').replace(/[^a-z0-9]/gu, '');
      const href = resolved(child.attributes.get('href'), child.base);
      const inside = htmlInside(child);
      // htmlparser2 would take `<br></br>` for two.
      if (name === 'br' || name === 'img' || name === 'hr') return `<${name}>`;
      return `<${name}${href === null ? '' : ` href="${escaped(href)}"`}>${inside}</${name}>`;
    })
    .join('');
}

/** Text for a place where HTML is read. */
export function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}

export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** An address in absolute form; as written where nobody says against what to resolve it, null where there is none. */
export function resolved(address: string | undefined, base: string): string | null {
  const given = address?.trim();
  if (given === undefined || given === '') return null;
  if (base !== '' && URL.canParse(given, base)) return new URL(given, base).href;
  return given;
}

/** Whether a `<!DOCTYPE … [` stands before the root element: only there may entities be declared. */
function hasInternalSubset(text: string): boolean {
  let at = 0;
  for (;;) {
    while (/[\s\ufeff]/u.test(text[at] ?? '')) at++;
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    if (end === null) break;
    const found = text.indexOf(end, at);
    if (found < 0) return false;
    at = found + end.length;
  }
  if (!/^<!doctype$/iu.test(text.slice(at, at + '<!doctype'.length))) return false;
  let quote = '';
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '[' || char === '>') return char === '[';
  }
  return false;
}

function spacesOf(
  attributes: ReadonlyMap<string, string>,
  inherited: Map<string, string> | undefined,
): Map<string, string> {
  let spaces = inherited ?? new Map<string, string>();
  for (const [key, value] of attributes) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    if (spaces === inherited) spaces = new Map(inherited);
    spaces.set(key.slice('xmlns:'.length), value.trim());
  }
  return spaces;
}
