import { PanelRight } from 'lucide-react';
import { type JSX, useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { useStore } from 'zustand';
import { ReadNext } from '@/components/common/ReadNext';
import { Button } from '@/components/common/Button';
import { Notice } from '@/components/common/StateView';
import { UndoProvider, UndoToast } from '@/components/common/UndoToast';
import { writeClipboard } from '@/components/common/write-clipboard';
import { type CiteHow, copiedWord } from '@/components/panel/CiteMenu';
import { Reader, type ReaderActs } from '@/components/panel/Reader';
import { SearchPage } from '@/components/search/SearchPage';
import { t } from '@/utils/i18n';
import { openPanel, tell } from '@/utils/messaging';
import { panelRequest } from '@/utils/settings';
import { createNotesStore, type OpenedHit, placeOf, type QuerySyntax, type SearchStore } from '@/utils/stores';
import { addressOf } from './address';

/** The search page with what only an entrypoint may do: the panel's reader over the list, the address, other pages of ours. */
export function SearchView({
  store,
  syntax,
  windowId,
}: {
  store: SearchStore;
  syntax: QuerySyntax;
  windowId: number;
}): JSX.Element {
  const state = useStore(store);
  const { opened } = state;
  const notesStore = useMemo(() => createNotesStore(), []);
  const { done: noted, pin, undo, settle } = useStore(notesStore);
  const [said, setSaid] = useState<string | null>(null);
  const cite = async (kind: CiteHow, passage: string | null): Promise<void> => {
    if (opened?.status !== 'open') return;
    const { brief, source } = opened.opened;
    const { clippingOf } = await import('@/utils/citing');
    const outcome = await writeClipboard(clippingOf({ ...brief, source }, { kind, passage }));
    setSaid(outcome === 'copied' ? t('copied', { what: copiedWord(kind) }) : t('copyRefused'));
  };
  const showInPanel = async (opening: Promise<void>, briefId: string): Promise<void> => {
    // A panel that is just opening takes the request when it starts; one that is open hears of it.
    await panelRequest.setValue({ briefId });
    await opening;
    await tell({ news: 'panel-request' });
  };
  return (
    <UndoProvider label={t('briefs')}>
      <SearchPage
        state={state}
        use={{
          addressOf: (brief) => addressOf({ ...placeOf(state, syntax), brief }),
          onCopy: () => navigator.clipboard.writeText(location.href),
          onSettings: () => void browser.runtime.openOptionsPage(),
        }}
        reader={
          opened && (
            <div className="search-reader">
              <Opened
                opened={opened}
                cameFor={entityOf(state)}
                onBack={state.back}
                onBrief={(id) => void state.open(id)}
                onCite={(how, { passage }) => void cite(how, passage)}
                onPin={({ id, passage }) => void pin(id, passage)}
                // The panel is asked for first: after an await the click no longer counts.
                onPanel={(id) => void showInPanel(openPanel(windowId), id)}
              />
            </div>
          )
        }
      />
      <UndoToast
        key={noted?.id ?? said}
        done={noted ? t('pinned') : said}
        onUndo={noted ? () => void undo() : null}
        onSettle={noted ? settle : () => setSaid(null)}
      />
    </UndoProvider>
  );
}

function Opened({
  opened,
  cameFor,
  onBack,
  onBrief,
  onCite,
  onPin,
  onPanel,
}: {
  opened: OpenedHit;
  cameFor: Parameters<typeof Reader>[0]['cameFor'];
  onBack: () => void;
  onBrief: (id: string) => void;
  onCite: NonNullable<ReaderActs['onCite']>;
  onPin: NonNullable<ReaderActs['onPin']>;
  onPanel: (id: string) => void;
}): JSX.Element {
  const [passage, setPassage] = useState<number | null>(null);
  switch (opened.status) {
    case 'opening':
      return <main className="reader" aria-busy="true" />;
    case 'open':
      return (
        <Reader
          key={opened.id}
          opened={opened.opened}
          beside={null}
          cameFor={cameFor}
          passage={passage}
          scroll={0}
          tail={<ReadNext next={opened.opened.next} onBrief={onBrief} />}
          acts={{ onTranslation: onBrief, onPassage: setPassage, onScroll: () => undefined, onCite, onPin, onBack }}
          backTo={t('backResults')}
          bar={
            <Button kind="quiet" onClick={() => onPanel(opened.id)}>
              <PanelRight size={16} aria-hidden="true" />
              {t('openInPanel')}
            </Button>
          }
        />
      );
    case 'gone':
    case 'silent':
      return (
        <main className="search-notice">
          <Notice
            kind="failure"
            title={t(opened.status === 'gone' ? 'briefGone' : 'noAnswer')}
            text={t(opened.status === 'gone' ? 'briefGoneText' : 'noAnswerText')}
          >
            <Button onClick={onBack}>{t('backResults')}</Button>
          </Notice>
        </main>
      );
  }
}

/** The one entity that is filtered by: its passages are what the reader came for. */
function entityOf({ filters, overview }: ReturnType<SearchStore['getState']>): Parameters<typeof Reader>[0]['cameFor'] {
  const asked = filters.filter(({ field, use }) => field === 'entity' && use === 'wanted');
  const entity = asked.length === 1 && overview?.entities.find(({ value }) => value === asked[0]?.value);
  return entity ? { id: entity.value, type: entity.type, fullName: entity.label } : null;
}
