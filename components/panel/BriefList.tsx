import { type JSX, type KeyboardEvent, useState } from 'react';
import { t } from '@/utils/i18n';
import type { Briefing, BriefHead, BriefId, EntityId } from '@/utils/model';
import { Button } from '../common/Button';
import { Segments } from '../common/Segments';
import { VirtualRows } from '../common/VirtualRows';
import { BriefCard, type CardActs } from './BriefCard';
import { listRows, narrowed } from './list-rows';

/** Heights of rows before they were drawn, in CSS pixels. */
const WEEK_HEIGHT = 36;
const CARD_HEIGHT = 150;

/** What is known of briefs beside what they say. */
export interface BriefMarks {
  /** Groups of briefs that were opened in this session of the browser. */
  read: readonly string[];
  pinned: ReadonlySet<BriefId>;
  /** Cards that were turned to another language, by group. */
  shownAs: Readonly<Record<string, BriefHead>>;
}

/** The related briefs, best first or by week; chosen entities narrow them. */
export function BriefList({
  briefing,
  selected,
  order,
  marks,
  scroller,
  heights,
  acts,
  onOrder,
  onOpen,
  onShowAll,
}: {
  briefing: Briefing;
  selected: readonly EntityId[];
  order: 'related' | 'week';
  marks: BriefMarks;
  scroller: HTMLElement | null;
  /** Heights of rows as measured, kept while a brief lies over the list. */
  heights: Map<string, number>;
  acts: Omit<CardActs, 'onOpen'>;
  onOrder: (order: 'related' | 'week') => void;
  onOpen: (id: BriefId, cameFor: EntityId | null) => void;
  onShowAll: () => void;
}): JSX.Element {
  const [stop, setStop] = useState<string | null>(null);
  const shown = narrowed(briefing.related, selected);
  const rows = listRows(shown, order);
  const labels = new Map(briefing.entities.map((entity) => [entity.id, entity.label]));
  // Tab stops at the card that had the focus last; before any had, or once it is gone, at the first.
  const stopAt = rows.some((row) => row.kind === 'card' && row.key === stop)
    ? stop
    : rows.find((row) => row.kind === 'card')?.key;
  const draw = (at: number): JSX.Element | null => {
    const row = rows[at];
    if (!row) return null;
    if (row.kind === 'week') return <h3 className="week-head">{row.week}</h3>;
    const { head, because } = row.related;
    const cameFor = selected.find((id) => head.entities.includes(id)) ?? because.entities[0] ?? null;
    return (
      <BriefCard
        related={row.related}
        shownAs={marks.shownAs[head.group]}
        rank={order === 'related' && at === 0 ? 'lead' : 'rest'}
        heading={order === 'related' ? 'h3' : 'h4'}
        look={{
          read: marks.read.includes(head.group) ? 'yes' : 'no',
          pinned: row.related.translations.some(({ id }) => marks.pinned.has(id)) ? 'yes' : 'no',
        }}
        isStop={row.key === stopAt ? 'yes' : 'no'}
        labelOf={(id) => labels.get(id) ?? ''}
        acts={{ ...acts, onOpen: (id) => onOpen(id, cameFor) }}
      />
    );
  };
  return (
    <section
      className="tabbed brief-section"
      onKeyDown={moveBetweenCards}
      onFocus={(event) => {
        const row = rows[Number(event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? -1)];
        if (row) setStop(row.key);
      }}
    >
      <div className="section-line">
        <h2 className="section-head">
          {t('briefs')}{' '}
          <span className="section-count">
            {selected.length === 0 ? shown.length : t('xOfY', { x: shown.length, y: briefing.related.length })}
          </span>
        </h2>
        {briefing.related.length > 1 && (
          <Segments
            label={t('order')}
            value={order}
            of={[
              { value: 'related', text: t('mostRelated') },
              { value: 'week', text: t('byWeek') },
            ]}
            onChoose={onOrder}
          />
        )}
      </div>
      {shown.length === 0 && (
        <p className="section-empty">{t(briefing.related.length === 0 ? 'noRelated' : 'noneNamesAll')}</p>
      )}
      <VirtualRows
        count={rows.length}
        scroller={scroller}
        keyOf={(row) => rows[row]?.key ?? ''}
        guess={(row) => (rows[row]?.kind === 'week' ? WEEK_HEIGHT : CARD_HEIGHT)}
        heights={heights}
        className="cards"
        rowClass={(row) => (rows[row]?.kind === 'week' ? 'week-row' : 'card-row')}
        draw={draw}
      />
      {selected.length > 0 && (
        <Button kind="quiet" onClick={onShowAll}>
          {t('showAll')}
        </Button>
      )}
    </section>
  );
}

/** Up and down, Home and End among the cards that are drawn; around the focus there are always some. */
function moveBetweenCards(event: KeyboardEvent<HTMLElement>): void {
  const titles = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.card-open')];
  const card = document.activeElement?.closest('.card');
  const here = titles.findIndex((title) => card?.contains(title));
  if (here < 0) return;
  const to = { ArrowDown: here + 1, ArrowUp: here - 1 }[event.key];
  const next = to === undefined ? undefined : titles[to];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
