import { useVirtualizer } from '@tanstack/react-virtual';
import { type JSX, type KeyboardEvent, type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'; // prettier-ignore
import { t, weekRange } from '@/utils/i18n';
import type { BriefId } from '@/utils/model';
import { type Hit, HitRow } from './HitRow';
import type { WeekHead } from './week-heads';

/** What others may ask of the list. */
export interface HitListHandle {
  /** Puts the focus on a row, scrolled into view; the one that had it last where none is given. */
  focus(row?: number): void;
}

/** CSS pixels of a row before it was measured: a title, two lines of text, a line of facts. */
const USUAL_ROW = 108;
const WEEK_HEAD = 40;

/**
 * Any number of briefs, of which only those in view are drawn. Arrows go from row to row, Page Up and Down by ten, Home and End to the
 * ends, Enter opens, Esc goes back to the field.
 */
export function HitList({
  handle,
  scroller,
  total,
  rows,
  heads,
  addressOf,
  onOpen,
  onNeed,
  onLeave,
}: {
  handle: RefObject<HitListHandle | null>;
  /** What scrolls: the list lies somewhere in it. */
  scroller: RefObject<HTMLElement | null>;
  total: number;
  /** By place; those that are not there yet are asked for. */
  rows: ReadonlyMap<number, Hit>;
  /** Weeks that begin at a row; null: the list is not by date. */
  heads: ReadonlyMap<number, WeekHead> | null;
  addressOf: (id: BriefId) => string;
  onOpen: (id: BriefId) => void;
  onNeed: (rows: { from: number; to: number }) => void;
  onLeave: () => void;
}): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const lastRow = useRef(0);
  const [margin, setMargin] = useState(0);
  const [wanted, setWanted] = useState<number | null>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => USUAL_ROW + (heads?.has(row) ? WEEK_HEAD : 0),
    overscan: 6,
    scrollMargin: margin,
    // Head and row of the list's own; what is chosen by keyboard stands clear of the edges.
    scrollPaddingStart: 8,
    scrollPaddingEnd: 8,
  });
  const items = virtual.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];

  useLayoutEffect(() => {
    const [box, outer] = [list.current, scroller.current];
    if (!box || !outer) return;
    setMargin(Math.round(box.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop));
  }, [scroller, total, heads]);
  useEffect(() => {
    if (to >= from) onNeed({ from, to });
  }, [from, to, rows, onNeed]);
  useEffect(() => {
    if (wanted === null) return;
    const link = list.current?.querySelector<HTMLElement>(`[data-row="${wanted}"] a`);
    if (!link) return; // it is not drawn yet, or its slice has not come
    link.focus({ preventScroll: true });
    setWanted(null);
  }, [wanted, items, rows]);

  const goTo = (row: number): void => {
    const next = Math.max(0, Math.min(total - 1, row));
    if (total === 0) return;
    lastRow.current = next;
    virtual.scrollToIndex(next, { align: 'auto' });
    setWanted(next);
  };
  useImperativeHandle(handle, () => ({ focus: (row = lastRow.current) => goTo(row) }));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -total, End: total }[event.key];
    if (by !== undefined) {
      if (by === -1 && lastRow.current === 0) onLeave();
      else goTo(lastRow.current + by);
    } else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      role="list"
      aria-label={t('briefs')}
      className="hits"
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const row = event.target.closest('[data-row]')?.getAttribute('data-row');
        if (row) lastRow.current = Number(row);
      }}
    >
      {items.map(({ index, key, start }) => {
        const hit = rows.get(index);
        const head = heads?.get(index);
        return (
          <div
            key={key}
            ref={virtual.measureElement}
            role="listitem"
            aria-setsize={total}
            aria-posinset={index + 1}
            className="hit-place"
            data-index={index}
            data-row={index}
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            {head && <Head head={head} />}
            {hit ? (
              <HitRow
                hit={hit}
                date={heads ? 'above' : 'shown'}
                heading={heads ? 'h4' : 'h3'}
                address={addressOf(hit.head.id)}
                onOpen={onOpen}
              />
            ) : (
              <div className="hit hit-waiting" />
            )}
          </div>
        );
      })}
    </div>
  );
}

function Head({ head: { year, week, briefs } }: { head: WeekHead }): JSX.Element {
  return (
    <>
      {year !== null && <h2 className="year-head written">{year}</h2>}
      <h3 className="week-head tabbed">
        <span>{week ? weekRange(week) : t('noDate')}</span>
        <span className="week-count">{t('nBriefs', { n: briefs })}</span>
      </h3>
    </>
  );
}
