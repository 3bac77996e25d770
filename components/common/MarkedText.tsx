import { type JSX, Fragment } from 'react';
import type { Span } from '@/utils/model';

/** A passage to mark: [start, end) UTF-16 offsets of the joined spans, and how. */
export interface MarkedPassage {
  start: number;
  end: number;
  mark: 'hit' | 'name' | 'came-for' | 'current';
}

interface Piece extends Span {
  mark: MarkedPassage['mark'] | null;
  /** Place of the passage among those given; the element carries it, for scrolling to it. */
  passage: number | null;
}

/** Draws spans as text, with passages marked. Links open a tab of their own and tell their site nothing of us. */
export function MarkedText({
  spans,
  passages,
}: {
  spans: readonly Span[];
  passages: readonly MarkedPassage[];
}): JSX.Element {
  return (
    <>
      {cut(spans, passages).map((piece, place) => (
        <Fragment key={place}>{draw(piece)}</Fragment>
      ))}
    </>
  );
}

function draw(piece: Piece): JSX.Element | string {
  let drawn: JSX.Element | string = piece.text;
  if (piece.emphasis) drawn = <em>{drawn}</em>;
  if (piece.strong) drawn = <strong>{drawn}</strong>;
  if (piece.mark !== null) {
    drawn = (
      <mark data-mark={piece.mark} data-passage={piece.passage}>
        {drawn}
      </mark>
    );
  }
  if (piece.href === undefined) return drawn;
  return (
    <a href={piece.href} target="_blank" rel="noopener noreferrer">
      {drawn}
    </a>
  );
}

/** Cuts spans at the borders of passages, so that a mark may begin in one span and end in another. */
function cut(spans: readonly Span[], passages: readonly MarkedPassage[]): Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const span of spans) {
    const end = offset + span.text.length;
    const inside = passages
      .map((passage, place) => ({ ...passage, place }))
      .filter((passage) => passage.end > offset && passage.start < end)
      .sort((a, b) => a.start - b.start);
    let at = offset;
    const add = (to: number, mark: Piece['mark'], passage: number | null): void => {
      if (to > at) pieces.push({ ...span, text: span.text.slice(at - offset, to - offset), mark, passage });
      at = Math.max(at, to);
    };
    for (const passage of inside) {
      add(passage.start, null, null);
      add(Math.min(passage.end, end), passage.mark, passage.place);
    }
    add(end, null, null);
    offset = end;
  }
  return pieces;
}
