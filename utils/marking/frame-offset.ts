/** Where a document's window begins in the page's window, in CSS pixels: nothing for the page itself. Frames that are turned or scaled are not reckoned with. */
export function frameOffset(document: Document): { x: number; y: number } {
  const at = { x: 0, y: 0 };
  for (let frame = frameOf(document); frame; frame = frameOf(frame.ownerDocument)) {
    const { left, top } = Element.prototype.getBoundingClientRect.call(frame);
    at.x += left + frame.clientLeft;
    at.y += top + frame.clientTop;
  }
  return at;
}

/** The frame a document is shown in; null for the page itself, and where another site's page is around it. */
function frameOf(document: Document): Element | null {
  return document.defaultView?.frameElement ?? null;
}

/** Between which lines of the page's window a document is seen: a frame shows what is in its box, and only while that is in the window. */
export function seenBetween(document: Document): { top: number; bottom: number } {
  let seen = { top: -Infinity, bottom: Infinity };
  for (let at: Document | undefined = document; at; at = frameOf(at)?.ownerDocument) {
    const { y } = frameOffset(at);
    seen = { top: Math.max(seen.top, y), bottom: Math.min(seen.bottom, y + (at.defaultView?.innerHeight ?? 0)) };
  }
  return seen;
}
