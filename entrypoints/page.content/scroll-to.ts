import { boxesOf, elementAbove, seenBetween } from '@/utils/marking';

/** Brings ranges into the middle of the window. Smooth only for a short way and a reader who wants motion; focus and selection stay. */
export function scrollTo(document: Document, ranges: readonly StaticRange[]): void {
  const box = boundsOf(ranges);
  const view = document.defaultView;
  const node = ranges[0]?.startContainer;
  if (!box || !view || !node) return;
  const middle = view.innerHeight / 2;
  if (isInSight(ranges) === 'inside') return;
  const isNear = node.ownerDocument === document && Math.abs(box.top - middle) < view.innerHeight;
  const isStill = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const behavior = isNear && !isStill ? 'smooth' : 'instant';

  // The element's own scrollers first (a page may scroll in a box, or in a frame), then the window to the very line.
  const parent = elementAbove(node);
  if (behavior === 'instant' && parent)
    Element.prototype.scrollIntoView.call(parent, { behavior, block: 'center', inline: 'nearest' });
  const now = boundsOf(ranges) ?? box;
  view.scrollBy({ top: (now.top + now.bottom) / 2 - middle, behavior });
}

/** Where ranges stand to what the window shows of them; a frame shows of its own document only what is in its box. */
export function isInSight(ranges: readonly StaticRange[]): 'above' | 'inside' | 'below' {
  const box = boundsOf(ranges);
  const document = ranges[0]?.startContainer.ownerDocument;
  if (!box || !document) return 'above';
  const seen = seenBetween(document);
  if (box.top >= seen.top && box.bottom <= seen.bottom) return 'inside';
  return box.top < seen.top ? 'above' : 'below';
}

/** Of the first range; the others of a name follow it. */
function boundsOf([first]: readonly StaticRange[]): { top: number; bottom: number } | null {
  const boxes = first ? boxesOf(first) : [];
  if (boxes.length === 0) return null;
  return { top: Math.min(...boxes.map(({ top }) => top)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)) };
}
