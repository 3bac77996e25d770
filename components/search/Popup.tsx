import { Archive, CornerDownLeft } from 'lucide-react';
import { type JSX, type RefObject, useCallback, useEffect, useRef } from 'react';
import { monthYear, t } from '@/utils/i18n';
import { listedOf, type PopupState, recentOf, type Row, rowsIn } from '@/utils/stores';
import { AddedPage } from '../common/AddedPage';
import { Button } from '../common/Button';
import { Logo } from '../common/Glyphs';
import { ResultList } from '../common/ResultList';
import { Notice } from '../common/StateView';
import { RecentList } from './RecentList';
import { SearchField } from './SearchField';
import { SiteFoot } from './SiteFoot';

const RESULTS = 'popup-results';
const RECENT = 'popup-recent';

export interface PopupUse {
  onQuery: (text: string) => void;
  onMove: (by: 1 | -1) => void;
  /** Enter or a click; with Ctrl or Cmd in a tab of its own. */
  onRow: (row: Row, where: 'here' | 'tab') => void;
  /** All that is typed finds, or with nothing typed the whole archive, on the search page. */
  onAll: () => void;
  onClearRecent: () => void;
  onReadPage: () => void;
  onReadPdf: (address: string) => void;
  onWatch: (host: string, watch: 'on' | 'off') => void;
  onBriefing: () => void;
  /** Adds the page to the reader's own archive. */
  onAddPage: () => void;
  onUndoAdded: () => void;
  onSettings: () => void;
  onAgain: () => void;
}

/** A field that answers while one types, and how we stand with the site in front. The foot never scrolls away. */
export function Popup({
  state,
  use,
  field,
  notice,
  added,
}: {
  state: PopupState;
  use: PopupUse;
  field: RefObject<HTMLInputElement | null>;
  /** What the browser refused just now. */
  notice: 'none' | 'no-access';
  /** What became of adding the page. */
  added: 'no' | 'added' | 'refused';
}): JSX.Element {
  const { query, cursor, page } = state;
  const listed = listedOf(state);
  const recent = recentOf(state);
  const rows = rowsIn(state);
  // The list is drawn again only when it shows something else; its callbacks must not be what is new.
  const latest = useRef(use);
  useEffect(() => {
    latest.current = use;
  });
  const onEntity = useCallback((id: string) => latest.current.onRow({ kind: 'entity', id }, 'here'), []);
  const onBrief = useCallback((id: string) => latest.current.onRow({ kind: 'brief', id }, 'here'), []);
  const isLately = query.trim() === '' && listed !== null && listed.briefs[0]?.head === state.lately[0];
  return (
    <div className="popup">
      <header className="popup-head">
        <Logo size={20} />
        <SearchField
          field={field}
          query={query}
          listId={recent.length > 0 ? `${RECENT} ${RESULTS}` : RESULTS}
          rows={RESULTS}
          activeRow={rows.length === 0 ? null : cursor}
          onQuery={use.onQuery}
          onMove={use.onMove}
          onEnter={(where) => {
            const row = rows[cursor];
            if (row) use.onRow(row, where);
            else if (where === 'tab') use.onAll();
          }}
        />
      </header>
      <p className="popup-help" role="status">
        {added !== 'no' ? (
          <AddedPage outcome={added} onUndo={use.onUndoAdded} />
        ) : listed?.corrected ? (
          t('showingFor', { a: listed.corrected.from, b: listed.corrected.to })
        ) : (
          t('searchHelp')
        )}
      </p>
      {/* A list that scrolls can be reached by Tab too; its rows are walked from the field. */}
      <main className="popup-list" tabIndex={0} aria-label={t('search')}>
        {state.silent === 'yes' || state.searchSilent === 'yes' ? (
          <div className="popup-inset">
            <Notice kind="failure" title={t('noAnswer')} text={t('noAnswerText')}>
              <Button onClick={use.onAgain}>{t('tryAgain')}</Button>
            </Notice>
          </div>
        ) : (
          <>
            {notice === 'no-access' && (
              <div className="popup-inset">
                <Notice kind="note" title={t('cannotRead')} text={t('noAccess')} />
              </div>
            )}
            {recent.length > 0 && (
              <RecentList
                id={RECENT}
                rows={RESULTS}
                recent={recent}
                cursor={cursor}
                onRecent={(text) => use.onRow({ kind: 'recent', text }, 'here')}
                onClear={use.onClearRecent}
              />
            )}
            {listed && rows.length > recent.length && (
              <ResultList
                id={RESULTS}
                results={listed}
                cursor={cursor}
                from={recent.length}
                {...(isLately ? { briefsHead: t('recentBriefs') } : {})}
                onEntity={onEntity}
                onBrief={onBrief}
              />
            )}
            {listed && rows.length === 0 && (
              <div className="popup-inset" role="status">
                <p className="popup-nothing">{t('noHits')}</p>
                <p className="popup-more">{t('noHitsText', { query: query.trim() })}</p>
              </div>
            )}
          </>
        )}
      </main>
      <KeysLine state={state} rows={rows.length} onAll={use.onAll} />
      <SiteFoot
        page={page}
        onReadPage={use.onReadPage}
        onReadPdf={use.onReadPdf}
        onWatch={use.onWatch}
        onBriefing={use.onBriefing}
        onAddPage={use.onAddPage}
        onSettings={use.onSettings}
      />
    </div>
  );
}

/** While something is typed: what Enter does, and the way to all of it. Else: what the archives hold. */
function KeysLine({ state, rows, onAll }: { state: PopupState; rows: number; onAll: () => void }): JSX.Element | null {
  const total = listedOf(state)?.total ?? 0;
  if (state.query.trim() !== '' && rows > 0) {
    return (
      <div className="popup-keys">
        <kbd aria-hidden="true">
          <CornerDownLeft size={12} />
        </kbd>
        <span>{t('enterOpens')}</span>
        <kbd aria-hidden="true" className="popup-chord">
          {isMac() ? '⌘' : 'Ctrl'} <CornerDownLeft size={12} />
        </kbd>
        <span className="popup-keys-word">{t('inTab')}</span>
        {total > 0 && (
          <button type="button" className="results-act" onClick={onAll}>
            {t('showAllN', { n: total })}
          </button>
        )}
      </div>
    );
  }
  if (!state.archives || state.archives.length === 0) return null;
  const n = state.archives.reduce((sum, archive) => sum + archive.briefs, 0);
  const last = state.archives
    .map((archive) => archive.weeks?.to ?? '')
    .toSorted()
    .at(-1);
  return (
    <div className="popup-keys">
      <Archive size={14} aria-hidden="true" />
      <span className="popup-keys-word">
        {last ? t('archiveState', { n, week: monthYear(last) }) : t('nBriefs', { n })}
      </span>
      <button type="button" className="results-act" onClick={onAll}>
        {t('showAll')}
      </button>
    </div>
  );
}

/** Whose keyboards have ⌘ where others have Ctrl. */
function isMac(): boolean {
  return /Mac/u.test(navigator.platform);
}
