import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type JSX, type ReactNode, useLayoutEffect, useRef, useState } from 'react';

/** Up to so many rows are simply drawn: find-in-page, printing and screen readers then have all of them. */
const FEW = 40;
/** Rows drawn beyond each edge, so that an arrow key finds the next one there. */
const BEYOND = 4;

export interface RowsProps {
  count: number;
  /** null until it is drawn. */
  scroller: HTMLElement | null;
  /** The same row has the same key, wherever it stands. */
  keyOf: (row: number) => string;
  /** Height of a row before it was ever drawn, in CSS pixels. */
  guess: (row: number) => number;
  /** Heights as measured; kept by whoever draws the list again later. */
  heights: Map<string, number>;
  className: string;
  rowClass: (row: number) => string;
  draw: (row: number) => ReactNode;
}

/**
 * A list of rows of any height inside a scroller. A long one draws only what is in sight; the row that has the focus stays drawn, wherever
 * it is. Each row says its place, and how many there are.
 */
export function VirtualRows(props: RowsProps): JSX.Element {
  return props.count <= FEW ? <AllRows {...props} /> : <RowsInSight {...props} />;
}

function AllRows({ count, keyOf, className, rowClass, draw }: RowsProps): JSX.Element {
  return (
    <ul className={className}>
      {Array.from({ length: count }, (_, row) => (
        <li key={keyOf(row)} className={rowClass(row)} data-row={row}>
          {draw(row)}
        </li>
      ))}
    </ul>
  );
}

function RowsInSight({ count, scroller, keyOf, guess, heights, className, rowClass, draw }: RowsProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  // Where the list begins in its scroller: what stands above it may have grown.
  const [begin, setBegin] = useState(0);
  // Measured after every drawing; the same number again draws nothing.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    if (!list.current || !scroller) return;
    const top = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    setBegin(Math.round(top + scroller.scrollTop));
  });
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    getItemKey: keyOf,
    estimateSize: (row) => heights.get(keyOf(row)) ?? guess(row),
    overscan: BEYOND,
    scrollMargin: begin,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const rows = new Set(defaultRangeExtractor(range));
      if (focused !== null && focused < count) rows.add(focused);
      return [...rows].sort((a, b) => a - b);
    },
  });
  return (
    <ul
      ref={list}
      className={className}
      data-virtual="true"
      style={{ height: virtual.getTotalSize() }}
      onFocus={(event) => setFocused(rowOf(event.target))}
      onBlur={() => setFocused(null)}
    >
      {virtual.getVirtualItems().map(({ key, index, start, size }) => {
        heights.set(String(key), size);
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            className={rowClass(index)}
            data-index={index}
            data-row={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - begin}px)` }}
          >
            {draw(index)}
          </li>
        );
      })}
    </ul>
  );
}

function rowOf(element: Element): number | null {
  const row = element.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return row === undefined ? null : Number(row);
}
