/** A document's window in the page's: where it begins, in CSS pixels of the page, and how many of them one of its own takes. */
export interface FramePlace {
  x: number;
  y: number;
  scale: number;
}

/** Where a document's window stands in the page's window: at its corner, one for one, for the page itself. Frames that are turned or skewed are not reckoned with. */
export function framePlace(document: Document): FramePlace {
  let at: FramePlace = { x: 0, y: 0, scale: 1 };
  for (let frame = frameOf(document); frame; frame = frameOf(frame.ownerDocument)) {
    const { left, top, width } = Element.prototype.getBoundingClientRect.call(frame);
    const scale = frame.offsetWidth > 0 ? width / frame.offsetWidth : 1;
    at = {
      x: left + (frame.clientLeft + at.x) * scale,
      y: top + (frame.clientTop + at.y) * scale,
      scale: at.scale * scale,
    };
  }
  return at;
}

/** The frame a document is shown in; null for the page itself, and where another site's page is around it. */
function frameOf(document: Document): HTMLElement | null {
  return (document.defaultView?.frameElement ?? null) as HTMLElement | null;
}

/** Between which lines of the page's window a document is seen: a frame shows what is in its box, and only while that is in the window. */
export function seenBetween(document: Document): { top: number; bottom: number } {
  let seen = { top: -Infinity, bottom: Infinity };
  for (let at: Document | undefined = document; at; at = frameOf(at)?.ownerDocument) {
    const { y, scale } = framePlace(at);
    const height = (at.defaultView?.innerHeight ?? 0) * scale;
    seen = { top: Math.max(seen.top, y), bottom: Math.min(seen.bottom, y + height) };
  }
  return seen;
}
