import { Link2, Settings, SlidersHorizontal, X } from 'lucide-react';
import { type JSX, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { t } from '@/utils/i18n';
import type { BriefId } from '@/utils/model';
import { monthsOf, orderOf, type SearchActs, type SearchOrder, type SearchState } from '@/utils/stores';
import { isWriting } from '../common/is-writing';
import { Button, IconButton } from '../common/Button';
import { Logo } from '../common/Glyphs';
import { Segments } from '../common/Segments';
import { SituationChart } from '../common/SituationChart';
import { Notice, StateView } from '../common/StateView';
import { FilterPanel } from './FilterPanel';
import { HitList, type HitListHandle } from './HitList';
import { QueryField } from './QueryField';
import { weekHeads } from './week-heads';

export interface SearchPageUse {
  /** Where a brief of this list opens in a tab of its own. */
  addressOf: (id: BriefId) => string;
  /** Copies the address of this search. */
  onCopy: () => Promise<void>;
  onSettings: () => void;
}

/**
 * The whole archive: a query, filters with their counts, the months, and all that was found. With nothing typed it is the archive by
 * week. A brief lies over the list, which keeps its place under it.
 */
export function SearchPage({
  state,
  use,
  reader,
}: {
  state: SearchState & SearchActs;
  use: SearchPageUse;
  /** The brief that is open, drawn; null: the list is in front. */
  reader: ReactNode;
}): JSX.Element {
  const { words, filters, found, overview } = state;
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HitListHandle>(null);
  const sheet = useRef<HTMLDialogElement>(null);
  const covered = reader !== null;
  useFocusAfter({ covered, onUncovered: () => list.current?.focus() });
  useSlashKey(() => field.current?.focus());

  const filterPanel = overview && (
    <FilterPanel
      overview={overview}
      filters={filters}
      use={{
        onToggle: (filter) => void state.toggle(filter),
        onMonths: (range) => void state.between(range),
        onClear: () => void state.clear(),
      }}
    />
  );
  return (
    <div className="search-page">
      <header className="search-bar">
        <a className="search-home" href="search.html">
          <Logo size={24} />
          <h1 className="search-name written">{t('search')}</h1>
        </a>
        <QueryField
          field={field}
          words={words}
          filters={filters}
          overview={overview}
          onWords={(text) => void state.type(text)}
          onRemove={(filter) => {
            void state.remove(filter);
            field.current?.focus();
          }}
          onDown={() => list.current?.focus(0)}
        />
        <Button kind="plain" aria-haspopup="dialog" data-role="filters" onClick={() => sheet.current?.showModal()}>
          <SlidersHorizontal size={16} aria-hidden="true" />
          {t('filters')}
        </Button>
        <CopyAddress onCopy={use.onCopy} />
        <IconButton label={t('settings')} onClick={use.onSettings}>
          <Settings size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <div className="search-body">
        <aside className="search-side" aria-label={t('filters')}>
          {filterPanel}
        </aside>
        <Results state={state} use={use} list={list} covered={covered} onField={() => field.current?.focus()} />
        {reader}
      </div>
      <dialog ref={sheet} className="filter-sheet" aria-label={t('filters')}>
        <div className="filter-sheet-head">
          <h2 className="section-head">{t('filters')}</h2>
          <IconButton label={t('close')} onClick={() => sheet.current?.close()}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
        {filterPanel}
        <div className="filter-sheet-foot">
          <Button kind="main" onClick={() => sheet.current?.close()}>
            {found ? t('showAllN', { n: found.total }) : t('close')}
          </Button>
        </div>
      </dialog>
    </div>
  );
}

function Results({
  state,
  use,
  list,
  covered,
  onField,
}: {
  state: SearchState & SearchActs;
  use: SearchPageUse;
  list: React.RefObject<HitListHandle | null>;
  covered: boolean;
  onField: () => void;
}): JSX.Element {
  const { found, overview, words, filters } = state;
  const scroller = useRef<HTMLDivElement>(null);
  const isByDate = found !== null && found.order !== 'relevance';
  const heads = useMemo(() => (overview && isByDate ? weekHeads(overview.weeks) : null), [overview, isByDate]);
  // Another query or order begins at its top; more of the same list does not.
  const listOf = found && `${found.order} ${found.text}`;
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [listOf]);

  const { open, need } = state;
  const onOpen = useCallback((id: BriefId) => void open(id), [open]);
  const onNeed = useCallback((rows: { from: number; to: number }) => void need(rows), [need]);
  const hasWords = words.trim() !== '';
  return (
    <div ref={scroller} className="search-results" role={covered ? undefined : 'main'} inert={covered}>
      {state.silent === 'yes' && (
        <Notice kind="failure" title={t('noAnswer')} text={t('noAnswerText')}>
          <Button onClick={() => void state.refresh()}>{t('tryAgain')}</Button>
        </Notice>
      )}
      {found && overview && (
        <>
          <div className="search-count">
            <p role="status">
              <strong>{t('nBriefs', { n: found.total })}</strong>
              {found.corrected && <span> · {t('showingFor', { a: found.corrected.from, b: found.corrected.to })}</span>}
              {found.matched === 'some' && found.total > 0 && <span> · {t('partMatch')}</span>}
            </p>
            <Segments<SearchOrder>
              label={t('order')}
              value={orderOf(state)}
              of={[
                ...(hasWords ? [{ value: 'relevance' as const, text: t('sortRelevance') }] : []),
                { value: 'newest', text: t('sortNewest') },
                { value: 'oldest', text: t('sortOldest') },
              ]}
              onChoose={(order) => void state.orderBy(order)}
            />
          </div>
          {overview.span && (
            <SituationChart
              months={overview.months}
              span={overview.span}
              range={monthsOf(filters)}
              onRange={(range) => void state.between(range)}
            />
          )}
          {found.total > 0 && (
            <HitList
              // Rows of another list have other heights.
              key={listOf}
              handle={list}
              scroller={scroller}
              total={found.total}
              rows={found.rows}
              heads={heads}
              addressOf={use.addressOf}
              onOpen={onOpen}
              onNeed={onNeed}
              onLeave={onField}
            />
          )}
          {found.total === 0 && <Nothing state={state} onSettings={use.onSettings} />}
        </>
      )}
    </div>
  );
}

function Nothing({ state, onSettings }: { state: SearchState & SearchActs; onSettings: () => void }): JSX.Element {
  const { words, filters } = state;
  if (words.trim() === '' && filters.length === 0) {
    return (
      <StateView picture="empty" title={t('empty')} text={t('emptyText')}>
        <Button kind="main" onClick={onSettings}>
          {t('addBriefs')}
        </Button>
      </StateView>
    );
  }
  return (
    <StateView
      picture="nothing"
      title={t('noHits')}
      text={words.trim() === '' ? t('noHitsFilters') : t('noHitsText', { query: words.trim() })}
    >
      {filters.length > 0 && <Button onClick={() => void state.clear()}>{t('clearFilters')}</Button>}
    </StateView>
  );
}

function CopyAddress({ onCopy }: { onCopy: () => Promise<void> }): JSX.Element {
  const [copied, setCopied] = useState<'no' | 'yes'>('no');
  return (
    <span className="copy-address">
      <Button kind="quiet" onClick={() => void onCopy().then(() => setCopied('yes'))} onBlur={() => setCopied('no')}>
        <Link2 size={16} aria-hidden="true" />
        <span className="copy-address-words">{t('copyAddress')}</span>
      </Button>
      <span role="status" className="copied">
        {copied === 'yes' && t('addressCopied')}
      </span>
    </span>
  );
}

/** When what covered the list is gone, the focus goes back to where it was in it. */
function useFocusAfter({ covered, onUncovered }: { covered: boolean; onUncovered: () => void }): void {
  const before = useRef(covered);
  useEffect(() => {
    if (before.current && !covered) onUncovered();
    before.current = covered;
  });
}

function useSlashKey(onSlash: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== '/' || isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onSlash();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  });
}
