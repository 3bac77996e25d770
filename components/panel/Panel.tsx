import { type JSX, useEffect, useRef, useState } from 'react';
import { t } from '@/utils/i18n';
import type { BriefId, EntityId } from '@/utils/model';
import { type OpenedBrief, type PanelActs, type PanelState, rowsOf } from '@/utils/stores';
import { Button } from '../common/Button';
import { ResultList } from '../common/ResultList';
import { Notice, StateView } from '../common/StateView';
import { BriefingView } from './BriefingView';
import { PageStates, Silent } from './PageStates';
import { Reader } from './Reader';
import type { SiteActs } from './SiteMenu';
import { TopBar } from './TopBar';

const RESULTS = 'panel-results';

/** The whole panel: search over everything, a brief over the briefing, the briefing over what stands in its place. */
export function Panel({
  state,
  acts,
  notice,
  onSettings,
}: {
  state: State;
  acts: SiteActs;
  /** What the browser refused just now. */
  notice: 'none' | 'no-access';
  onSettings: () => void;
}): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const [cursor, setCursor] = useState(-1);
  const rows = rowsOf(state.answer);

  const open = (id: BriefId, cameFor: EntityId | null): void => {
    void state.openBrief(id, { cameFor, scroll: scroller.current?.scrollTop ?? 0 });
  };
  const endSearch = (): void => {
    setCursor(-1);
    void state.search('');
  };
  const onFieldKey = (key: string): 'taken' | 'free' => {
    if (key === 'Escape') endSearch();
    else if (key === 'ArrowDown') setCursor((row) => Math.min(row + 1, rows.length - 1));
    else if (key === 'ArrowUp') setCursor((row) => Math.max(row - 1, 0));
    else if (key === 'Enter') {
      const row = rows[Math.max(cursor, 0)];
      if (row?.kind === 'brief') open(row.id, null);
      if (row) endSearch();
    } else return 'free';
    return 'taken';
  };

  const { step } = state;
  // On the document: after a click beside everything, or when the panel has just opened, the focus is nowhere.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.target instanceof HTMLInputElement) return;
      if (event.altKey && event.key === 'ArrowDown') void step('next');
      else if (event.altKey && event.key === 'ArrowUp') void step('previous');
      else if (event.key === '/') field.current?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [step]);

  // Back from a brief, or on another tab: the same place of the list.
  const { scroll, tabId } = state;
  const covered = state.opened !== null;
  useEffect(() => {
    if (!covered) scroller.current?.scrollTo({ top: scroll });
  }, [covered, scroll, tabId]);

  return (
    <div className="panel">
      <TopBar
        field={field}
        query={state.query}
        listId={RESULTS}
        cursor={cursor}
        onQuery={(text) => {
          setCursor(-1);
          void state.search(text);
        }}
        onKey={onFieldKey}
        onSettings={onSettings}
      />
      {state.query !== '' ? (
        <main className="panel-scroll">
          {state.answer?.corrected && (
            <p className="search-corrected" role="status">
              {t('showingFor', { a: state.answer.corrected.from, b: state.answer.corrected.to })}
            </p>
          )}
          {state.answer && rows.length > 0 && (
            <ResultList
              id={RESULTS}
              results={state.answer}
              cursor={cursor}
              onEntity={(id) => {
                const entity = state.answer?.entities.find((found) => found.id === id);
                if (entity) void state.search(entity.label);
              }}
              onBrief={(id) => {
                open(id, null);
                endSearch();
              }}
            />
          )}
          {state.answer && rows.length === 0 && (
            <p className="section-empty panel-inset">{t('noHitsText', { query: state.query })}</p>
          )}
        </main>
      ) : state.opened ? (
        <OpenedView opened={state.opened} state={state} onOpen={open} />
      ) : (
        <Below state={state} scroller={scroller} acts={acts} notice={notice} onOpen={open} />
      )}
    </div>
  );
}

type State = PanelState & PanelActs;

function OpenedView({
  opened,
  state,
  onOpen,
}: {
  opened: OpenedBrief;
  state: State;
  onOpen: (id: BriefId, cameFor: EntityId | null) => void;
}): JSX.Element {
  const entities = state.page?.status === 'ready' ? state.page.briefing.entities : [];
  switch (opened.status) {
    case 'opening':
      return <main className="panel-scroll" aria-busy="true" />;
    case 'open':
      return (
        <Reader
          opened={opened.opened}
          cameFor={entities.find((entity) => entity.id === opened.cameFor) ?? null}
          onTranslation={(id) => onOpen(id, opened.cameFor)}
          onBack={state.back}
        />
      );
    case 'gone':
    case 'silent':
      return (
        <main className="panel-scroll panel-inset">
          <Notice
            kind="failure"
            title={t(opened.status === 'gone' ? 'briefGone' : 'noAnswer')}
            text={t(opened.status === 'gone' ? 'briefGoneText' : 'noAnswerText')}
          >
            <Button onClick={state.back}>{t('backBriefing')}</Button>
          </Notice>
        </main>
      );
  }
}

function Below({
  state,
  scroller,
  acts,
  notice,
  onOpen,
}: {
  state: State;
  scroller: React.RefObject<HTMLElement | null>;
  acts: SiteActs;
  notice: 'none' | 'no-access';
  onOpen: (id: BriefId, cameFor: EntityId | null) => void;
}): JSX.Element {
  const { page, silent } = state;
  if (silent === 'no' && page?.status === 'ready' && page.briefing.entities.length > 0) {
    return <BriefingView state={state} page={page} scroller={scroller} acts={acts} onOpen={onOpen} />;
  }
  return (
    <main className="panel-scroll panel-inset" ref={scroller}>
      {notice === 'no-access' && <Notice kind="note" title={t('cannotRead')} text={t('noAccess')} />}
      {silent === 'yes' ? (
        <Silent onAgain={() => void state.refresh()} />
      ) : page === null ? null : page.status === 'ready' ? (
        <StateView picture="nothing" title={t('nothing')} text={t('nothingText', { n: page.briefing.page.words })} />
      ) : (
        <PageStates
          page={page}
          acts={acts}
          onStarter={() => void state.putStarter()}
          onAgain={() => void state.refresh()}
        />
      )}
    </main>
  );
}
