import type { EntityCard } from '@/utils/messaging';
import cardStyle from './card.css?inline';

/** A card on the screen. */
export interface DrawnCard {
  /** The one element we add to a page; events from inside the card name it as their target. */
  host: Element;
  /** Puts the card beside what it is about, under it where there is room; `box` in CSS pixels of the window. */
  placeAt(box: DOMRect): void;
  /** Puts the focus on its first button, and gives back what had it before. */
  focus(): void;
  remove(): void;
}

/** What can be done in a card. */
export interface CardActs {
  open(): void;
  go(mention: number): void;
  close(): void;
}

/** Between the card and the mark, and the window's edge; in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/**
 * Draws a card in a closed shadow tree of its own, in the browser's top layer. Text is set as text; the style is a constructed sheet,
 * which no policy of the page forbids. The page sees an empty element come and go, and none of what is in it.
 */
export function drawCard(document: Document, of: { card: EntityCard; acts: CardActs }): DrawnCard {
  const { card, acts } = of;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  dress(root);
  const box = part('div', 'card');
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', card.name);
  box.lang = card.lang;
  box.dir = 'ltr';

  const head = part('div', 'head');
  head.append(part('span', 'kind', card.kind), part('span', 'briefs', card.briefs));
  const foot = part('div', 'foot');
  const open = button({ name: 'open', text: card.words.open, act: acts.open });
  foot.append(open);
  if (card.place !== '') {
    foot.append(part('span', 'place', card.place));
    foot.append(stepButton('M3.5 10 8 5.5 12.5 10', { name: card.words.previous, act: () => acts.go(card.previous) }));
    foot.append(stepButton('M3.5 6 8 10.5 12.5 6', { name: card.words.next, act: () => acts.go(card.next) }));
  }
  box.append(head, part('p', 'name', card.name));
  if (card.line !== null) box.append(part('p', 'line', card.line));
  box.append(foot);
  root.append(box);

  // What is done in the card is nothing to the page's own keys and clicks.
  for (const type of ['click', 'pointerdown', 'mousedown', 'keypress', 'keyup', 'input'])
    root.addEventListener(type, (event) => event.stopPropagation());
  root.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if ((event as KeyboardEvent).key === 'Escape') acts.close();
  });

  document.documentElement.append(host);
  toTopLayer(host);
  let before: Element | null = null;
  return {
    host,
    placeAt(target) {
      const { innerWidth, innerHeight } = document.defaultView ?? { innerWidth: 0, innerHeight: 0 };
      const { width, height } = box.getBoundingClientRect();
      const below = target.bottom + GAP;
      const top = below + height + EDGE <= innerHeight ? below : Math.max(EDGE, target.top - GAP - height);
      const left = Math.max(EDGE, Math.min(target.left, innerWidth - width - EDGE));
      box.style.top = `${top}px`;
      box.style.left = `${left}px`;
    },
    focus() {
      before = document.activeElement;
      open.focus({ preventScroll: true });
    },
    remove() {
      host.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
  };

  function part(tag: 'div' | 'span' | 'p', name: string, text = ''): HTMLElement {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    return element;
  }

  function button(of: { name: string; text: string; act: () => void }): HTMLButtonElement {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = of.name;
    element.textContent = of.text;
    // A page's script can click what it cannot see only by making up events, and those are not trusted.
    element.addEventListener('click', (event) => event.isTrusted && of.act());
    return element;
  }

  function stepButton(path: string, { name, act }: { name: string; act: () => void }): HTMLButtonElement {
    const element = button({ name: 'step', text: '', act });
    element.setAttribute('aria-label', name);
    element.title = name;
    const svg = document.createElementNS(SVG, 'svg');
    const attributes = { width: '16', height: '16', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.6' };
    for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
    const line = document.createElementNS(SVG, 'path');
    line.setAttribute('d', path);
    svg.append(line);
    svg.setAttribute('aria-hidden', 'true');
    element.append(svg);
    return element;
  }
}

const SVG = 'http://www.w3.org/2000/svg';

function dress(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cardStyle);
  root.adoptedStyleSheets = [sheet];
}

/** Above everything, also above a page's own dialogs, and in no box that could cut it off. */
function toTopLayer(host: HTMLElement): void {
  host.popover = 'manual';
  host.showPopover();
}
