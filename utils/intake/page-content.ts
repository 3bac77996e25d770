import { escaped } from './xml-tree';
import { walkMarkup } from './walk-markup';

/** What a page's own code says, and the part of it that is its text. */
export interface PageContent {
  /** `<meta>` by name, property or itemprop, lower case; the first of each. */
  meta: ReadonlyMap<string, string>;
  /** Text of `<title>`. */
  windowTitle: string;
  /** Texts of the headings of the first level outside menus. */
  headlines: readonly string[];
  lang: string;
  canonical: string | null;
  base: string | null;
  /** `datetime` of the first `<time>` in the text. */
  time: string | null;
  /** Texts of `<script type="application/ld+json">`. */
  linkedData: readonly string[];
  /** HTML of the text, furniture left out, tags by allow-list. */
  html: string;
}

/** Tags that hold no text of an article, whatever they say. */
const FURNITURE_TAGS = new Set([
  'nav',
  'aside',
  'footer',
  'form',
  'button',
  'dialog',
  'noscript',
  'style',
  'iframe',
  'template',
  'svg',
  'select',
  'textarea',
  'figure',
]);
const FURNITURE_ROLES = /^(?:navigation|banner|contentinfo|complementary|search|dialog|menu|menubar)$/u;
const FURNITURE_CLASSES =
  /(?:^|[\s_-])(?:comments?|share|sharing|social|related|newsletter|subscribe|subscription|sidebar|breadcrumbs?|cookies?|promo|advert|banner|footer|menu|nav|pagination|pager|tags)(?:$|[\s_-])/iu;
const CONTAINERS = new Set(['article', 'main', 'section', 'div', 'td', 'body']);
const BLOCKS = new Set(['p', 'blockquote', 'li', 'h2', 'h3', 'h4', 'pre', 'tr', 'ul', 'ol']);
const KEPT = new Set([...BLOCKS, 'b', 'strong', 'i', 'em', 'a', 'br', 'td', 'th', 'h1']);
const VOID = new Set([
  'br',
  'img',
  'hr',
  'input',
  'meta',
  'link',
  'base',
  'wbr',
  'source',
  'embed',
  'col',
  'area',
  'track',
  'param',
]);

/** Share of all paragraph text that an `<article>` or `<main>` must hold to be taken for the text. */
const MOST = 0.5;

interface Frame {
  tag: string;
  isFurniture: boolean;
  /** Pieces written before it. */
  from: number;
  /** Characters of paragraphs that stand in it directly, and at any depth. */
  own: number;
  all: number;
}

interface Candidate extends Omit<Frame, 'isFurniture'> {
  to: number;
}

/**
 * Finds the text of a page without a DOM, in one pass: the `<article>` or `<main>` that holds most of its paragraphs, or else the container
 * that most paragraph text stands in directly. Menus, forms, comments and the like are left out by tag, role and class name.
 */
export function contentOfPage(page: string): PageContent {
  const meta = new Map<string, string>();
  const found = {
    windowTitle: '',
    headlines: [] as string[],
    lang: '',
    canonical: null as string | null,
    base: null as string | null,
    time: null as string | null,
    linkedData: [] as string[],
  };
  const pieces: string[] = [];
  const open: Frame[] = [];
  const candidates: Candidate[] = [];
  let total = 0;

  const close = (): void => {
    const frame = open.pop();
    if (!frame) return;
    if (!frame.isFurniture && KEPT.has(frame.tag)) pieces.push(`</${frame.tag}>`);
    if (CONTAINERS.has(frame.tag)) candidates.push({ ...frame, to: pieces.length });
  };
  const count = (length: number): void => {
    const container = open.findLast(({ tag }) => CONTAINERS.has(tag));
    if (!open.some(({ tag }) => BLOCKS.has(tag))) return;
    total += length;
    if (container) container.own += length;
    open.forEach((frame) => (frame.all += length));
  };

  const walker = {
    onopentag(tag: string, attributes: Readonly<Record<string, string>>): void {
      readHead(tag, attributes);
      if (VOID.has(tag)) {
        if (tag === 'br') pieces.push('<br>');
        return;
      }
      const isFurniture = (open.at(-1)?.isFurniture ?? false) || isFurnitureTag(tag, attributes, open);
      open.push({ tag, isFurniture, from: pieces.length, own: 0, all: 0 });
      if (isFurniture) return;
      if (tag === 'h1') found.headlines.push('');
      const href = attributes['href'];
      if (KEPT.has(tag)) pieces.push(tag === 'a' && href !== undefined ? `<a href="${escaped(href)}">` : `<${tag}>`);
      else if (CONTAINERS.has(tag)) pieces.push('<p></p>');
    },
    ontext(text: string): void {
      const frame = open.at(-1);
      if (frame?.tag === 'title') found.windowTitle ||= text;
      if (frame?.tag === 'script') found.linkedData.push(text);
      if (!frame || frame.isFurniture) return;
      if (open.some(({ tag }) => tag === 'h1')) found.headlines.push((found.headlines.pop() ?? '') + text);
      pieces.push(escaped(text));
      // A menu is links; what counts for the text is what stands between them.
      if (!open.some(({ tag }) => tag === 'a')) count(text.trim().length);
    },
    onclosetag(tag: string): void {
      if (!VOID.has(tag)) close();
    },
    onflatten(): void {
      while (open.length > 0) close();
    },
  };

  function readHead(tag: string, attributes: Readonly<Record<string, string>>): void {
    const { content, href, lang, datetime } = attributes;
    const name = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'] ?? '').toLowerCase();
    if (tag === 'meta' && name !== '' && content !== undefined && !meta.has(name)) meta.set(name, content);
    else if (tag === 'html') found.lang = lang ?? attributes['xml:lang'] ?? '';
    else if (tag === 'link' && /(?:^|\s)canonical(?:\s|$)/iu.test(attributes['rel'] ?? ''))
      found.canonical ??= href ?? null;
    else if (tag === 'base') found.base ??= href ?? null;
    else if (tag === 'time') found.time ??= datetime ?? null;
  }

  walkMarkup(page, walker, { mode: 'html', maxDepth: 512, tooDeep: 'flatten' });
  while (open.length > 0) close();
  const best = bestOf(candidates, total);
  return { meta, ...found, html: pieces.slice(best?.from ?? 0, best?.to ?? pieces.length).join('') };
}

function isFurnitureTag(tag: string, attributes: Readonly<Record<string, string>>, open: readonly Frame[]): boolean {
  if (FURNITURE_TAGS.has(tag) || tag === 'script' || tag === 'head') return true;
  // The header of an article holds its headline; the header of the page a menu.
  if (tag === 'header') return !open.some((frame) => frame.tag === 'article' || frame.tag === 'main');
  if (tag === 'body' || tag === 'html' || tag === 'article' || tag === 'main') return false;
  if (FURNITURE_ROLES.test(attributes['role'] ?? '') || 'hidden' in attributes || attributes['aria-hidden'] === 'true')
    return true;
  return FURNITURE_CLASSES.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
}

function bestOf(candidates: readonly Candidate[], total: number): Candidate | null {
  const largest = (of: readonly Candidate[], by: 'own' | 'all'): Candidate | null =>
    of.reduce<Candidate | null>((best, each) => (best === null || each[by] > best[by] ? each : best), null);
  for (const tag of ['article', 'main']) {
    const named = largest(
      candidates.filter((each) => each.tag === tag),
      'all',
    );
    if (named && total > 0 && named.all >= total * MOST) return named;
  }
  const dense = largest(candidates, 'own');
  return dense && dense.own > 0 ? dense : largest(candidates, 'all');
}
