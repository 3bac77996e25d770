import { framePlace } from './frame-place';

/** A point of the page's window, in CSS pixels, and the document that is seen there: the page's own, or a frame's. */
export interface Point {
  document: Document;
  x: number;
  y: number;
}

/** What both browsers have of finding the character at a point; Chromium before 128 only the second. */
interface Pointing {
  caretPositionFromPoint?(
    x: number,
    y: number,
    options?: { shadowRoots: readonly ShadowRoot[] },
  ): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** The point of an event, which counts from the edge of its own window. */
export function pointOf({ clientX, clientY, view }: MouseEvent, page: Document): Point {
  const document = view?.document ?? page;
  const { x, y, scale } = framePlace(document);
  return { document, x: clientX * scale + x, y: clientY * scale + y };
}

/**
 * The text and offset nearest to a point, asked of the browser's own layout: nothing is added to the page to be pointed at. Open shadow
 * trees are looked into only where they are given.
 */
export function characterAt(
  { document, x, y }: Point,
  shadowRoots: readonly ShadowRoot[],
): { node: Text; offset: number } | null {
  const pointing = Document.prototype as unknown as Pointing;
  const frame = framePlace(document);
  const own = { x: (x - frame.x) / frame.scale, y: (y - frame.y) / frame.scale };
  const position = pointing.caretPositionFromPoint?.call(document, own.x, own.y, { shadowRoots });
  if (position) return ofText(position.offsetNode, position.offset);
  const range = pointing.caretRangeFromPoint?.call(document, own.x, own.y);
  return range ? ofText(range.startContainer, range.startOffset) : null;
}

/** Whether a point lies on the text of a range, and not in the margin beside it, where the nearest character would be found too. */
export function isOnRange(range: StaticRange, { x, y }: Pick<Point, 'x' | 'y'>): boolean {
  return boxesOf(range).some(
    (box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1,
  );
}

/** The boxes of a range's text in the page's window, one a line; none where its document is shown no more. */
export function boxesOf(range: StaticRange): DOMRect[] {
  const document = range.startContainer.ownerDocument;
  if (!document?.defaultView) return [];
  // Live only for as long as it takes to measure: static ranges have no place on the screen.
  const live = Document.prototype.createRange.call(document);
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    return []; // the text has become shorter meanwhile
  }
  const { x, y, scale } = framePlace(document);
  return [...live.getClientRects()].map(
    (box) => new DOMRect(box.x * scale + x, box.y * scale + y, box.width * scale, box.height * scale),
  );
}

/** A text by its kind: a frame has classes of its own. */
function ofText(node: Node, offset: number): { node: Text; offset: number } | null {
  return node.nodeType === 3 ? { node: node as Text, offset } : null;
}
