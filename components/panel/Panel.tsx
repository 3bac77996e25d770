import { type JSX, useEffect, useRef, useState } from 'react';
import { t } from '@/utils/i18n';
import type { BriefId, EntityId } from '@/utils/model';
import { type PanelActs, type PanelState, rowsOf } from '@/utils/stores';
import { Button } from '../common/Button';
import { ResultList } from '../common/ResultList';
import { StateView } from '../common/StateView';
import { UndoProvider, UndoToast } from '../common/UndoToast';
import type { CardActs } from './BriefCard';
import { BriefingView } from './BriefingView';
import { OpenedView } from './OpenedView';
import type { MoreUse } from './MoreMenu';
import { AskForSite, PageStates, Silent } from './PageStates';
import type { SiteActs } from './SiteMenu';
import { TopBar } from './TopBar';

const RESULTS = 'panel-results';

/** The whole panel: search over everything, a brief over the briefing, the briefing over what stands in its place. */
export function Panel({
  state,
  acts,
  notice,
  said,
  onUndoSaid,
  over,
  hand,
  onCite,
  onSaid,
  more,
}: {
  state: State;
  /** null where the panel stands beside a story of ours: nothing is asked of the browser then. */
  acts: SiteActs | null;
  /** What was done just now; null: nothing. */
  said: string | null;
  /** Takes it back; null where there is nothing to take back. */
  onUndoSaid: (() => void) | null;
  /** What lies over the briefing, under an open brief: an entity's dossier. */
  over: JSX.Element | false | null;
  hand: HandUse;
  onCite: CardActs['onCite'];
  /** What was said has been read. */
  onSaid: () => void;
  /** What the browser refused just now. */
  notice: 'none' | 'no-access';
  /** What leads out of the panel. */
  more: MoreUse;
}): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const heights = useRef(new Map<string, number>());
  const [cursor, setCursor] = useState(-1);
  const rows = rowsOf(state.answer);

  const open = (id: BriefId, cameFor: EntityId | null): void => {
    void state.openBrief(id, { cameFor });
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
      if (row?.kind === 'entity') hand.onEntity(row.id);
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

  return (
    <UndoProvider label={t('briefs')}>
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
          onNotes={hand.onNotes}
          more={more}
        />
        {state.query !== '' ? (
          <main className="panel-scroll">
            {state.searchSilent === 'yes' && (
              <div className="panel-inset">
                <Silent
                  onAgain={() => {
                    void state.search(state.query);
                    field.current?.focus(); // the button goes with the answer
                  }}
                />
              </div>
            )}
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
                  hand.onEntity(id);
                  endSearch();
                }}
                onBrief={(id) => {
                  open(id, null);
                  endSearch();
                }}
              />
            )}
            {state.answer && state.answer.total > 0 && (
              <p className="search-all">
                <Button kind="quiet" onClick={() => more.onAll(state.query)}>
                  {t('showAllN', { n: state.answer.total })}
                </Button>
              </p>
            )}
            {state.answer && rows.length === 0 && (
              <p className="section-empty panel-inset">{t('noHitsText', { query: state.query })}</p>
            )}
          </main>
        ) : state.opened ? (
          <OpenedView
            opened={state.opened}
            state={state}
            onCite={onCite}
            {...(hand.onPin ? { onPin: hand.onPin } : {})}
          />
        ) : over ? (
          over
        ) : (
          <Below
            state={state}
            heights={heights.current}
            acts={acts}
            notice={notice}
            hand={hand}
            onCite={onCite}
            onOpen={open}
          />
        )}
        {state.answered ? (
          <UndoToast
            key={state.answered.editId}
            done={t(state.answered.means === 'yes' ? 'answeredYes' : 'answeredNo', { name: state.answered.entityName })}
            onUndo={() => void state.undoAnswer()}
            onSettle={state.settleAnswer}
          />
        ) : (
          <UndoToast
            key={hand.done?.key}
            done={hand.done?.said ?? said}
            onUndo={hand.done ? hand.done.onUndo : onUndoSaid}
            onSettle={hand.done?.onSettle ?? onSaid}
          />
        )}
      </div>
    </UndoProvider>
  );
}

type State = PanelState & PanelActs;

/** The user's hand: entities to open and correct, notes to pin to, and what was done last. */
export interface HandUse {
  /** Ids of the briefs that are pinned as a whole. */
  pinned: ReadonlySet<BriefId>;
  /** Absent where there are no notes to pin to. */
  onPin?: NonNullable<CardActs['onPin']>;
  onEntity: (id: EntityId) => void;
  onNotes?: () => void;
  /** null: nothing that could be undone. */
  done: { key: string; said: string; onUndo: () => void; onSettle: () => void } | null;
}

function Below({
  state,
  heights,
  acts,
  notice,
  hand,
  onCite,
  onOpen,
}: {
  state: State;
  heights: Map<string, number>;
  acts: SiteActs | null;
  notice: 'none' | 'no-access';
  hand: HandUse;
  onCite: CardActs['onCite'];
  onOpen: (id: BriefId, cameFor: EntityId | null) => void;
}): JSX.Element {
  const { page, silent } = state;
  if (silent === 'no' && page?.status === 'ready' && page.briefing.entities.length > 0) {
    return (
      <BriefingView
        state={state}
        page={page}
        heights={heights}
        marks={{ read: state.read, pinned: hand.pinned, shownAs: state.shownAs }}
        acts={acts}
        cards={{
          onCite,
          ...(hand.onPin ? { onPin: hand.onPin } : {}),
          onLanguage: (group, id) => void state.showAs(group, id),
        }}
        onOpen={onOpen}
        onEntity={hand.onEntity}
      />
    );
  }
  return (
    <main className="panel-scroll panel-inset">
      {notice === 'no-access' && acts && <AskForSite host={page?.site.host ?? null} onAllow={acts.allow} />}
      {silent === 'yes' ? (
        <Silent onAgain={() => void state.refresh()} />
      ) : page === null ? null : page.status === 'ready' ? (
        <StateView picture="nothing" title={t('nothing')} text={t('nothingText', { n: page.briefing.page.words })}>
          {acts && <Button onClick={acts.addPage}>{t('addPage')}</Button>}
        </StateView>
      ) : (
        acts && (
          <PageStates
            page={page}
            acts={acts}
            onStarter={() => void state.putStarter()}
            onAgain={() => void state.refresh()}
          />
        )
      )}
    </main>
  );
}
