/** A point of the window, in CSS pixels. */
export interface Point {
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

/**
 * The text and offset nearest to a point, asked of the browser's own layout: nothing is added to the page to be pointed at. Open shadow
 * trees are looked into only where they are given.
 */
export function characterAt(
  document: Document,
  { x, y }: Point,
  shadowRoots: readonly ShadowRoot[],
): { node: Text; offset: number } | null {
  const pointing = Document.prototype as unknown as Pointing;
  const position = pointing.caretPositionFromPoint?.call(document, x, y, { shadowRoots });
  if (position) return ofText(position.offsetNode, position.offset);
  const range = pointing.caretRangeFromPoint?.call(document, x, y);
  return range ? ofText(range.startContainer, range.startOffset) : null;
}

/** Whether a point lies on the text of a range, and not in the margin beside it, where the nearest character would be found too. */
export function isOnRange(document: Document, range: StaticRange, { x, y }: Point): boolean {
  return boxesOf(document, range).some(
    (box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1,
  );
}

/** The boxes of a range's text, one a line. */
export function boxesOf(document: Document, range: StaticRange): DOMRect[] {
  // Live only for as long as it takes to measure: static ranges have no place on the screen.
  const live = Document.prototype.createRange.call(document);
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    return []; // the text has become shorter meanwhile
  }
  return [...live.getClientRects()];
}

function ofText(node: Node, offset: number): { node: Text; offset: number } | null {
  return node instanceof Text ? { node, offset } : null;
}
