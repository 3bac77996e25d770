import { type BlockPlace, isSpace } from './collapse-text';

/** Where the blocks of a page stand in its document, as it was when it was read. Only `rangeOf` looks inside. */
export interface Places {
  blocks: readonly { text: string; place: BlockPlace }[];
}

/** Characters of a block; offsets in UTF-16 code units, `end` exclusive. */
export interface Passage {
  block: number;
  start: number;
  end: number;
}

/**
 * The ranges whose text is the passage's, one a text node; white space counts as equal to white space. Null where the document
 * no longer holds that text, or no such passage was read. Costs a comparison of the passage's characters.
 */
export function rangeOf(places: Places, { block, start, end }: Passage): StaticRange[] | null {
  const read = places.blocks[block];
  if (!read || !(start >= 0 && start < end && end <= read.text.length)) return null;
  const ranges: StaticRange[] = [];
  const { nodes, pieces } = read.place;
  for (let piece = firstPiece(pieces, start); piece < pieces.length; piece += 3) {
    const from = Math.max(start, pieces[piece + 1] ?? 0);
    const to = Math.min(end, pieces[piece + 4] ?? read.text.length);
    if (from >= end) break;
    const node = nodes[pieces[piece] ?? -1];
    const shift = (pieces[piece + 2] ?? 0) - (pieces[piece + 1] ?? 0);
    if (!node?.isConnected || !isUnchanged({ data: node.data, shift, text: read.text, from, to })) return null;
    const last = ranges.at(-1);
    // Pieces of one node meet where white space was collapsed; the reader sees one stretch.
    if (last?.endContainer === node) ranges[ranges.length - 1] = stretch(node, last.startOffset, to + shift);
    else ranges.push(stretch(node, from + shift, to + shift));
  }
  return ranges;
}

function stretch(node: Text, startOffset: number, endOffset: number): StaticRange {
  return new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset });
}

/** The last piece that starts at or before an offset, by binary search. */
function firstPiece(pieces: readonly number[], start: number): number {
  let low = 0;
  let high = pieces.length / 3 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle * 3 + 1] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return low * 3;
}

function isUnchanged(of: { data: string; shift: number; text: string; from: number; to: number }): boolean {
  if (of.to + of.shift > of.data.length) return false;
  for (let at = of.from; at < of.to; at++) {
    const now = of.data.charCodeAt(at + of.shift);
    const then = of.text.charCodeAt(at);
    if (now !== then && !(then === 32 && isSpace(now))) return false;
  }
  return true;
}
