/** What each reader makes of the page it stands in: bundled into one script, so that all three see the same live document. */
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { readPage } from '@/utils/reading';

/** The article's paragraphs, and whether the page is one. */
export interface Extracted {
  blocks: string[];
  isArticle: boolean;
  /** From the document to the blocks, in ms. */
  ms: number;
}

export async function ours(): Promise<Extracted> {
  const started = performance.now();
  const { page } = await readPage(document, {
    asked: 'by-reader',
    now: () => performance.now(),
    pause: () => Promise.resolve(),
  });
  const blocks = page.blocks.filter(({ part }) => part === 'lead' || part === 'body').map(({ text }) => text);
  return { blocks, isArticle: page.kind === 'article', ms: performance.now() - started };
}

/** Readability takes its document apart, so it gets a copy, as its own documentation says; the copy's time is counted. */
export function readability(): Extracted {
  const started = performance.now();
  const isArticle = isProbablyReaderable(document);
  const html = new Readability(document.cloneNode(true) as Document).parse()?.content ?? '';
  const ms = performance.now() - started;
  return { blocks: blocksOf(html), isArticle, ms };
}

export function defuddle(): Extracted {
  const started = performance.now();
  const { content } = new Defuddle(document, { url: location.href }).parse();
  const ms = performance.now() - started;
  return { blocks: blocksOf(content), isArticle: content !== '', ms };
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/** The paragraphs of what the other two give, which is HTML. */
function blocksOf(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const blocks: string[] = [];
  let open = '';
  const close = (): void => {
    const text = open.replace(/\s+/gu, ' ').trim();
    if (text !== '') blocks.push(text);
    open = '';
  };
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) open += node.nodeValue ?? '';
    const isBlock = BLOCKS.has(node.nodeName);
    if (isBlock) close();
    for (const child of node.childNodes) visit(child);
    if (isBlock) close();
  };
  visit(body);
  close();
  return blocks;
}
