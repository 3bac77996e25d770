import { type BodyBlock, type BodyKind, type Span, textOf } from '@/utils/model';
import { walkMarkup } from './walk-markup';
import { escaped } from './xml-tree';

const BLOCK_KINDS: Record<string, BodyKind> = {
  p: 'paragraph',
  div: 'paragraph',
  section: 'paragraph',
  article: 'paragraph',
  figcaption: 'paragraph',
  pre: 'paragraph',
  dt: 'paragraph',
  dd: 'paragraph',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'listItem',
  blockquote: 'quote',
  tr: 'tableRow',
};
const STRONG = new Set(['strong', 'b']);
const EMPHASIS = new Set(['em', 'i', 'cite']);
/** Their text is not for readers. */
const UNREAD = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'svg',
  'math',
  'head',
  'title',
  'textarea',
  'select',
]);

const PARAGRAPH_END = /\r?\n[ \t]*\r?\n/u;

/** Frames as XML programs write them: HTML would take all that follows for their inside. */
const CLOSED_FRAME = /<iframe\b[^<>]*\/>/giu;

/** Open tags at once. Browsers flatten what is nested deeper than 512, and so do we. */
const MAX_DEPTH = 512;

/**
 * Turns HTML into blocks of spans by allow-list: known block tags begin a block, bold, italic and links mark a span, and
 * everything else is only its text. No tag, attribute, style, image or script comes through. White space collapses.
 * Works in a service worker (no DOM); any string is a valid input.
 *
 * @param base address that relative links are resolved against; without it they are only their text
 */
export function blocksOfHtml(html: string, base = ''): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  const kinds: BodyKind[] = [];
  const links: (string | null)[] = [];
  let spans: Span[] = [];
  let strong = 0;
  let emphasis = 0;
  let unread = 0;

  const close = (): void => {
    const text = trimmed(spans);
    if (text.length > 0) blocks.push({ kind: kinds.at(-1) ?? 'paragraph', spans: text });
    spans = [];
  };

  const walker = {
    onopentag(tag: string, attributes: Readonly<Record<string, string>>): void {
      if (UNREAD.has(tag)) unread++;
      if (unread > 0) return;
      const kind = BLOCK_KINDS[tag];
      if (kind) {
        close();
        // A paragraph inside a quotation or a list item belongs to it.
        kinds.push(kind === 'paragraph' ? (kinds.at(-1) ?? kind) : kind);
      } else if (tag === 'br') append(spans, { text: ' ' });
      else if (tag === 'td' || tag === 'th') append(spans, { text: ' · ' });
      else if (STRONG.has(tag)) strong++;
      else if (EMPHASIS.has(tag)) emphasis++;
      else if (tag === 'a') links.push(safeAddress(attributes['href'], base));
    },
    ontext(text: string): void {
      if (unread > 0) return;
      const href = links.at(-1) ?? null;
      append(spans, {
        text,
        ...(strong > 0 ? { strong: true as const } : {}),
        ...(emphasis > 0 ? { emphasis: true as const } : {}),
        ...(href === null ? {} : { href }),
      });
    },
    onclosetag(tag: string): void {
      if (UNREAD.has(tag)) {
        unread = Math.max(0, unread - 1);
        return;
      }
      if (unread > 0) return;
      if (BLOCK_KINDS[tag]) {
        close();
        kinds.pop();
      } else if (STRONG.has(tag)) strong = Math.max(0, strong - 1);
      else if (EMPHASIS.has(tag)) emphasis = Math.max(0, emphasis - 1);
      else if (tag === 'a') links.pop();
    },
    onflatten(): void {
      close();
      kinds.length = links.length = 0;
      strong = emphasis = unread = 0;
    },
  };
  walkMarkup(html.replace(CLOSED_FRAME, ''), walker, { mode: 'html', maxDepth: MAX_DEPTH, tooDeep: 'flatten' });
  close();
  return blocks;
}

/** The text of some HTML in one line, as for a title. */
export function plainOfHtml(html: string): string {
  if (!/[<&]/u.test(html)) return html.replace(/\s+/gu, ' ').trim();
  return blocksOfHtml(html).map(textOf).join(' ').replace(/\s+/gu, ' ').trim();
}

/** Plain text: an empty line ends a paragraph. */
export function blocksOfText(text: string): BodyBlock[] {
  return text
    .split(PARAGRAPH_END)
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', spans: [{ text: paragraph }] }));
}

/** Plain text as HTML: an empty line ends a paragraph. */
export function htmlOfText(text: string): string {
  const paragraphs = text.split(PARAGRAPH_END).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('');
}

/** http, https and mailto open something a reader expects; javascript:, data: and the rest are dropped. */
function safeAddress(href: string | undefined, base: string): string | null {
  if (href === undefined) return null;
  const isAbsolute = URL.canParse(href);
  if (!isAbsolute && (base === '' || !URL.canParse(href, base))) return null;
  const address = isAbsolute ? href : new URL(href, base).href;
  return /^(?:https?|mailto):$/u.test(new URL(address).protocol) ? address : null;
}

function append(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  const text = span.text.replace(/[\t\n\f\r][\t\n\f\r ]*| [\t\n\f\r ]+/gu, ' ');
  const space = text.startsWith(' ') && (last === undefined || last.text.endsWith(' '));
  const kept = space ? text.slice(1) : text;
  if (kept === '') return;
  if (last && last.strong === span.strong && last.emphasis === span.emphasis && last.href === span.href)
    last.text += kept;
  else spans.push({ ...span, text: kept });
}

/** No white space around a block and no empty span in it: what is read from our own output stays as it is. */
function trimmed(spans: Span[]): Span[] {
  const kept = spans.filter((span) => span.text !== '');
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    kept.pop();
  }
  // A row's first cell needs no divider before it.
  for (let first = kept[0]; first; first = kept[0]) {
    first.text = first.text.trimStart().replace(/^(?:· *)+/u, '');
    if (first.text !== '') break;
    kept.shift();
  }
  return kept;
}
