import { boxesOf, type Point, pointOf, seenBetween } from '@/utils/marking';
import type { EntityCard } from '@/utils/messaging';
import { drawCard, type DrawnCard } from './draw-card';
import type { PageMarks } from './page-marks';

/** How long a pointer rests on a mark before its card comes, and how long a card stays when the pointer is on its way into it; in ms. */
const REST_MS = 300;
const GRACE_MS = 300;

/** How often at most a moving pointer is asked about, in ms: a question costs a look at the layout. */
const ASK_MS = 80;

/** What a card needs of others. */
export interface CardNeeds {
  marks: PageMarks;
  /** What to show of a mention; null where there is nothing, or its page has changed. */
  ask(mention: number): Promise<EntityCard | null>;
  open(mention: number): void;
  /** Does something to the page that must not count as a change of it. */
  quietly(act: () => void): void;
  signal: AbortSignal;
}

/** The card at the pointer, of one document. */
export interface HoverCard {
  /** In which documents pointing and clicking is listened to: the page and its frames, where something is painted; else none. */
  listen(to: ReadonlySet<Document>): void;
  /** Opens the card of a mention with the focus in it. */
  openAt(mention: number): Promise<'open' | 'gone'>;
  /** The marks are other ones now: a card whose number means another place goes. */
  check(): void;
}

/**
 * Shows the card of the mark that the pointer rests on, or that was clicked; keeps it while the pointer is on the mark or in the
 * card. A click on a link under a mark stays the link's, and nothing is ever prevented or stopped outside the card.
 */
export function hoverCard(document: Document, needs: CardNeeds): HoverCard {
  const { marks, ask, open, quietly, signal } = needs;
  /** How to stop listening, by document. A frame that goes on to another page takes its listeners along. */
  const listening = new Map<Document, AbortController>();
  let card: { drawn: DrawnCard; mention: number; at: StaticRange | undefined; closing: AbortController } | null = null;
  /** The mark under the pointer that has no card yet, and since when. */
  let resting: { mention: number; since: number } | null = null;
  let pointer: Point & { in: 'page' | 'card' | 'elsewhere' } = { document, x: 0, y: 0, in: 'elsewhere' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  /** Each question has a number; an answer to any but the last is late. */
  let asked = 0;
  signal.addEventListener('abort', () => {
    listen(new Set());
  });

  return { listen, openAt: (mention) => show(mention, 'with-focus'), check };

  function listen(to: ReadonlySet<Document>): void {
    for (const [where, stopping] of listening) {
      if (to.has(where)) continue;
      stopping.abort();
      listening.delete(where);
    }
    if (to.size === 0) close();
    for (const where of to) {
      if (listening.has(where)) continue;
      const stopping = new AbortController();
      listening.set(where, stopping);
      const how = { passive: true, signal: stopping.signal } as const;
      where.addEventListener('pointermove', onMove, { ...how, capture: true });
      where.addEventListener('click', onClick, how);
    }
  }

  function onMove(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType !== 'mouse') return;
    const isInCard = card !== null && event.target === card.drawn.host;
    pointer = { ...pointOf(event, document), in: isInCard ? 'card' : event.buttons === 0 ? 'page' : 'elsewhere' };
    if (isInCard) stay();
    else timer ??= setTimeout(look, ASK_MS);
  }

  function look(): void {
    timer = undefined;
    const mention = pointer.in === 'page' ? marks.at(pointer) : null;
    if (card) {
      if (mention === card.mention || pointer.in === 'card') stay();
      else leaving ??= setTimeout(close, GRACE_MS);
    }
    if (mention === null || mention === card?.mention) {
      resting = null;
      return;
    }
    if (resting?.mention !== mention) resting = { mention, since: performance.now() };
    const left = REST_MS - (performance.now() - resting.since);
    if (left <= 0) void show(mention, 'at-pointer');
    // A pointer that rests sends no more events.
    else timer = setTimeout(look, left);
  }

  function onClick(event: MouseEvent): void {
    if (!event.isTrusted || (card && event.target === card.drawn.host)) return;
    const mention = isOurs(event) ? marks.at(pointOf(event, document)) : null;
    if (mention === null) close();
    else void show(mention, 'at-pointer');
  }

  /** A plain click on plain text: what the page does with clicks comes first. */
  function isOurs(event: MouseEvent): boolean {
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!isPlain || event.defaultPrevented || event.view?.getSelection()?.isCollapsed === false) return false;
    return !event.composedPath().some((at) => isElement(at) && Element.prototype.matches.call(at, ACTS));
  }

  async function show(mention: number, how: 'at-pointer' | 'with-focus'): Promise<'open' | 'gone'> {
    resting = null;
    const question = ++asked;
    const found = await ask(mention);
    const box = boxOf(mention);
    if (question !== asked || signal.aborted) return 'gone';
    if (!found || !box) {
      close();
      return 'gone';
    }
    close();
    marks.point(mention);
    const closing = new AbortController();
    quietly(() => {
      const acts = { open: () => act(mention), close, go: (to: number) => void go(to, how) };
      card = { drawn: drawCard(document, { card: found, acts }), mention, at: marks.rangesOf(mention)?.[0], closing };
      card.drawn.placeAt(box);
      if (how === 'with-focus') card.drawn.focus();
    });
    const capture = { capture: true, signal: closing.signal } as const;
    for (const where of new Set([document, ...listening.keys()])) {
      where.addEventListener('keydown', onKey, capture);
      where.addEventListener('scroll', follow, { ...capture, passive: true });
    }
    document.defaultView?.addEventListener('resize', follow, { signal: closing.signal });
    return 'open';
  }

  function act(mention: number): void {
    open(mention);
    close();
  }

  async function go(mention: number, how: 'at-pointer' | 'with-focus'): Promise<void> {
    if (marks.show(mention)) await show(mention, how);
  }

  function close(): void {
    asked++;
    stay();
    if (!card) return;
    const { drawn, closing } = card;
    closing.abort();
    card = null;
    marks.point(null);
    quietly(() => drawn.remove());
  }

  function check(): void {
    if (!card) return;
    const now = marks.rangesOf(card.mention)?.[0];
    const { at } = card;
    if (!now || now.startContainer !== at?.startContainer || now.startOffset !== at.startOffset) close();
  }

  function stay(): void {
    clearTimeout(leaving);
    leaving = undefined;
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') close();
  }

  /** The card goes with its mark, and goes away where the mark has left the window or the page. */
  function follow(): void {
    const box = card && boxOf(card.mention);
    const seen = seenBetween(card?.at?.startContainer.ownerDocument ?? document);
    if (card && box && box.bottom > seen.top && box.top < seen.bottom) card.drawn.placeAt(box);
    else close();
  }

  /** The line of the mention that the pointer is nearest to; a name may be broken over two. */
  function boxOf(mention: number): DOMRect | null {
    const boxes = (marks.rangesOf(mention) ?? []).flatMap((range) => boxesOf(range));
    const under = boxes.find((box) => pointer.in === 'page' && pointer.y >= box.top - 1 && pointer.y <= box.bottom + 1);
    return under ?? boxes[0] ?? null;
  }
}

/** What a click belongs to before it belongs to us. */
const ACTS = 'a[href], area, button, input, select, textarea, label, summary, option, video, audio, [contenteditable], [role=button], [role=link], [role=tab], [role=menuitem], [role=checkbox]'; // prettier-ignore

/** By its kind: a frame has classes of its own. Windows and documents are on an event's way too. */
function isElement(target: EventTarget): target is Element {
  return (target as Partial<Node>).nodeType === 1;
}
