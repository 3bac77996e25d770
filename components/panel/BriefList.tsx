import { type JSX, useState } from 'react';
import { t } from '@/utils/i18n';
import type { Briefing, BriefId, EntityId, RelatedBrief } from '@/utils/model';
import { whenText } from '../common/BriefMeta';
import { Button } from '../common/Button';
import { Segments } from '../common/Segments';
import { BriefCard } from './BriefCard';

/** Briefs drawn at first, and added by each press of "more": nobody reads five hundred, and drawing them would stutter. */
const BRIEFS_AT_ONCE = 20;

/** The related briefs, best first or by week; chosen entities narrow them. Up and down move between cards. */
export function BriefList({
  briefing,
  selected,
  order,
  onOrder,
  onOpen,
  onShowAll,
}: {
  briefing: Briefing;
  selected: readonly EntityId[];
  order: 'related' | 'week';
  onOrder: (order: 'related' | 'week') => void;
  onOpen: (id: BriefId, cameFor: EntityId | null) => void;
  onShowAll: () => void;
}): JSX.Element {
  const [most, setMost] = useState(BRIEFS_AT_ONCE);
  const shown = narrowed(briefing.related, selected);
  const drawn = shown.slice(0, most);
  const labels = new Map(briefing.entities.map((entity) => [entity.id, entity.label]));
  const card = (related: RelatedBrief, rank: 'lead' | 'rest'): JSX.Element => (
    <BriefCard
      key={related.head.id}
      related={related}
      rank={rank}
      labelOf={(id) => labels.get(id) ?? ''}
      onOpen={() =>
        onOpen(
          related.head.id,
          selected.find((id) => related.head.entities.includes(id)) ?? related.because.entities[0] ?? null,
        )
      }
    />
  );
  return (
    <section className="tabbed brief-section" onKeyDown={moveBetweenCards}>
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
      {order === 'related' ? (
        <ul className="cards">{drawn.map((related, place) => card(related, place === 0 ? 'lead' : 'rest'))}</ul>
      ) : (
        byWeek(shown, most).map(([week, briefs]) => (
          <div key={week}>
            <h3 className="week-head">{week}</h3>
            <ul className="cards">{briefs.map((related) => card(related, 'rest'))}</ul>
          </div>
        ))
      )}
      {shown.length > drawn.length && (
        <div className="more-briefs">
          <Button onClick={() => setMost(most + BRIEFS_AT_ONCE)}>
            {t('moreBriefs', { n: shown.length - drawn.length })}
          </Button>
        </div>
      )}
      {selected.length > 0 && (
        <Button kind="quiet" onClick={onShowAll}>
          {t('showAll')}
        </Button>
      )}
    </section>
  );
}

/** Briefs that name all of the chosen entities. */
function narrowed(related: readonly RelatedBrief[], selected: readonly EntityId[]): readonly RelatedBrief[] {
  return related.filter(({ head }) => selected.every((id) => head.entities.includes(id)));
}

/** Newest week first, `most` briefs in all; inside a week in the order of relevance. */
function byWeek(related: readonly RelatedBrief[], most: number): [string, RelatedBrief[]][] {
  const day = ({ head }: RelatedBrief): string => head.week?.to ?? head.date ?? '';
  const newestFirst = [...related].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
  return [...Map.groupBy(newestFirst.slice(0, most), ({ head }) => whenText(head))];
}

function moveBetweenCards(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const titles = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.card-open')];
  const here = titles.findIndex((title) => title === document.activeElement);
  const next = here < 0 ? undefined : titles[here + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
