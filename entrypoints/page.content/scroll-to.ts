/** Brings ranges into the middle of the window. Smooth only for a short way and a reader who wants motion; focus and selection stay. */
export function scrollTo(document: Document, ranges: readonly StaticRange[]): void {
  const box = boxOf(document, ranges);
  const view = document.defaultView;
  const node = ranges[0]?.startContainer;
  if (!box || !view || !node) return;
  const middle = view.innerHeight / 2;
  if (isInSight(document, ranges) === 'inside') return;
  const isNear = Math.abs(box.top - middle) < view.innerHeight;
  const isStill = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const behavior = isNear && !isStill ? 'smooth' : 'instant';

  // The element's own scrollers first (a page may scroll in a box), then the window to the very line.
  const parent = parentElement(node);
  if (behavior === 'instant' && parent)
    Element.prototype.scrollIntoView.call(parent, { behavior, block: 'center', inline: 'nearest' });
  const now = boxOf(document, ranges) ?? box;
  view.scrollBy({ top: now.top + now.height / 2 - middle, behavior });
}

/** Where ranges stand to what the window shows. */
export function isInSight(document: Document, ranges: readonly StaticRange[]): 'above' | 'inside' | 'below' {
  const box = boxOf(document, ranges);
  const height = document.defaultView?.innerHeight ?? 0;
  if (!box || box.bottom < 0) return 'above';
  return box.top > height ? 'below' : box.top >= 0 && box.bottom <= height ? 'inside' : box.top < 0 ? 'above' : 'below';
}

/** A live range only for as long as it takes to measure; static ones have no place on the screen. */
function boxOf(document: Document, ranges: readonly StaticRange[]): DOMRect | null {
  const [first] = ranges;
  if (!first) return null;
  const range = document.createRange();
  range.setStart(first.startContainer, first.startOffset);
  range.setEnd(first.endContainer, first.endOffset);
  return range.getBoundingClientRect();
}

function parentElement(node: Node): Element | null {
  const get = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')?.get as
    ((this: Node) => Element | null) | undefined;
  return get ? get.call(node) : null;
}
