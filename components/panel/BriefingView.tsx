import { type JSX, useState } from 'react';
import { t } from '@/utils/i18n';
import type { BriefId, EntityId, PageState } from '@/utils/model';
import { mentionsOf, type PanelActs, type PanelState } from '@/utils/stores';
import { Button } from '../common/Button';
import { Notice } from '../common/StateView';
import { useKeptScroll } from '../common/use-kept-scroll';
import { useReturnFocus } from '../common/use-return-focus';
import { AskCard } from './AskCard';
import type { CardActs } from './BriefCard';
import { BriefList, type BriefMarks } from './BriefList';
import { EntityChips } from './EntityChips';
import { MarkBar } from './MarkBar';
import { PageHead } from './PageHead';
import type { SiteActs } from './SiteMenu';
import { useLong } from './use-long';

/** What the archives say about the page: its head, its entities, the briefs, and what acts on the page. */
export function BriefingView({
  state,
  page,
  heights,
  marks: briefMarks,
  acts,
  cards,
  onOpen,
  onEntity,
}: {
  state: PanelState & PanelActs;
  page: Extract<PageState, { status: 'ready' }>;
  /** Heights of the list's rows as measured; they outlive a brief over the list. */
  heights: Map<string, number>;
  marks: BriefMarks;
  acts: SiteActs | null;
  cards: Omit<CardActs, 'onOpen'>;
  onOpen: (id: BriefId, cameFor: EntityId | null) => void;
  onEntity: (id: EntityId) => void;
}): JSX.Element {
  const { briefing, site, marks } = page;
  const places = mentionsOf(briefing, state.selected);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  useKeptScroll(scroller, { top: state.scroll, onScroll: (top) => state.scrolledTo('list', top) });
  // One question at a time, about the weightiest entity in doubt.
  const doubt = briefing.entities.find(({ certainty }) => certainty === 'in-doubt');
  const returning = useReturnFocus('briefing');
  const reading = useLong(state.asking === 'no' ? 'no' : 'yes');
  return (
    <>
      <main className="panel-scroll" ref={setScroller} {...returning}>
        <PageHead briefing={briefing} site={site} acts={acts} reading={reading} />
        {briefing.page.extent === 'part' && (
          <Notice
            kind="note"
            title={t('large')}
            text={`${t('largeText', { n: briefing.page.blocks })} ${t('largeNames', { n: briefing.entities.length })}`}
          >
            <Button onClick={() => void state.readNext()}>{t('readMore')}</Button>
          </Notice>
        )}
        <EntityChips
          entities={briefing.entities}
          selected={state.selected}
          onChoose={(id) => void state.choose(id)}
          onNext={(id) => void state.step('next', id)}
          onLight={(id) => void state.light(id)}
          onAbout={onEntity}
        />
        {doubt && (
          <AskCard
            key={doubt.id}
            entity={doubt}
            briefing={briefing}
            onAnswer={(id, means) => void state.answerDoubt(id, means)}
          />
        )}
        <BriefList
          briefing={briefing}
          selected={state.selected}
          order={state.order}
          marks={briefMarks}
          scroller={scroller}
          heights={heights}
          acts={cards}
          onOrder={state.orderBy}
          onOpen={onOpen}
          onShowAll={state.chooseNone}
        />
      </main>
      <MarkBar
        marks={marks}
        place={state.mention === null ? 0 : places.indexOf(state.mention) + 1}
        count={places.length}
        onMarks={(want) => void state.paint(want)}
        onStep={(direction) => void state.step(direction)}
      />
    </>
  );
}
