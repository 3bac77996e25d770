/** Where a block's characters stand: `pieces` holds triples of [index into nodes, offset in the block, offset in the node], by offset in the block. */
export interface BlockPlace {
  nodes: Text[];
  pieces: number[];
}

/** A block under construction: text as CSS would collapse it, and where each of its characters stands in the DOM. */
export interface GrowingText {
  text: string;
  place: BlockPlace;
  /** Whether `text` ends with a space; asked of the string itself, it would be copied together at every word. */
  endsWithSpace: boolean;
}

export function emptyText(): GrowingText {
  return { text: '', place: { nodes: [], pieces: [] }, endsWithSpace: true };
}

/** A text node, or a stretch of one; offsets in UTF-16 code units. */
export interface Stretch {
  node: Text;
  data: string;
  from: number;
  to: number;
}

/**
 * Adds a stretch, white space collapsed to single spaces, until the text has `most` code units. Returns the offset where it stopped.
 * Everything but white space is kept as it is (soft hyphens, joiners, no-break spaces), so offsets stay exact.
 */
export function addText(growing: GrowingText, stretch: Stretch, most: number): number {
  const { node, data, to } = stretch;
  let at = stretch.from;
  while (at < to && growing.text.length < most) {
    if (isSpace(data.charCodeAt(at))) {
      const after = endOfSpaces(data, at, to);
      if (!growing.endsWithSpace) append(growing, { node, at, text: ' ' });
      at = after;
      continue;
    }
    let end = at + 1;
    const last = Math.min(to, at + most - growing.text.length);
    while (end < last && !isCollapsing(data, end)) end++;
    // A character outside the first plane is never cut in two.
    if (end === last && last < to && isHighSurrogate(data.charCodeAt(end - 1))) end--;
    if (end === at) break;
    append(growing, { node, at, text: data.slice(at, end) });
    at = end;
  }
  return at;
}

/** The text without the space at its end; its place may end one character later, which nobody asks for. */
export function trimmed({ text }: GrowingText): string {
  return text.endsWith(' ') ? text.slice(0, -1) : text;
}

/** White space that CSS collapses. A no-break space is not among it. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11);
}

/** Whether the character at `at` cannot be copied as it is: only a lone plain space can. */
function isCollapsing(data: string, at: number): boolean {
  const code = data.charCodeAt(at);
  if (!isSpace(code)) return false;
  return code !== 32 || at + 1 >= data.length || isSpace(data.charCodeAt(at + 1));
}

function endOfSpaces(data: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(data.charCodeAt(at))) at++;
  return at;
}

function append(growing: GrowingText, { node, at, text }: { node: Text; at: number; text: string }): void {
  const { nodes, pieces } = growing.place;
  const start = growing.text.length;
  growing.text += text;
  growing.endsWithSpace = text === ' ';
  const last = pieces.length - 3;
  // Text that goes on where the last piece ended belongs to it; a single line break that became a space does not part them.
  const goesOn =
    last >= 0 && nodes[pieces[last] ?? -1] === node && at - start === (pieces[last + 2] ?? 0) - (pieces[last + 1] ?? 0);
  if (goesOn) return;
  if (nodes.at(-1) !== node) nodes.push(node);
  pieces.push(nodes.length - 1, start, at);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}
