import { type JSX, useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { useStore } from 'zustand';
import { type CiteHow, formatName } from '@/components/panel/CiteMenu';
import { Panel } from '@/components/panel/Panel';
import type { SiteActs } from '@/components/panel/SiteMenu';
import { t } from '@/utils/i18n';
import { ALL_SITES, originsOf, viewerOf } from '@/utils/settings';
import type { DossierStore, NotesStore, PanelStore } from '@/utils/stores';
import { DossierOver } from './DossierOver';
import { useHand } from './use-hand';
import { copyBrief } from './copy-brief';
import { useAddedPage } from './use-added-page';

/** The panel with what only an entrypoint may do: ask the browser for sites, open other pages of ours. */
export function PanelPage({
  store,
  dossierStore,
  notesStore,
}: {
  store: PanelStore;
  dossierStore: DossierStore;
  notesStore: NotesStore;
}): JSX.Element {
  const dossier = useStore(dossierStore);
  const hand = useHand({ store, dossierStore, notesStore });
  const [notice, setNotice] = useState<'none' | 'no-access'>('none');
  const [said, setSaid] = useState<string | null>(null);

  const state = useStore(store);
  const added = useAddedPage(state.tabId);
  const siteActs = useMemo<Omit<SiteActs, 'addPage'>>(() => {
    // `permissions.request` comes first in each handler: after an await the click no longer counts.
    const watch = async (asked: Promise<boolean>, host: string | null): Promise<void> => {
      const granted = await asked.catch(() => false);
      setNotice(granted ? 'none' : 'no-access');
      if (granted) await store.getState().watch(host, 'on');
    };
    const read = async (): Promise<void> => {
      const outcome = await store.getState().readPage();
      setNotice(outcome === 'no-access' ? 'no-access' : 'none');
      if (outcome !== 'reading') await store.getState().refresh();
    };
    const allow = async (asked: Promise<boolean>): Promise<void> => {
      if (await asked.catch(() => false)) await read();
    };
    return {
      readPage: () => void read(),
      allow: (host) =>
        void allow(browser.permissions.request({ origins: host === null ? [ALL_SITES] : originsOf(host) })),
      watchSite: (host) => void watch(browser.permissions.request({ origins: originsOf(host) }), host),
      watchAll: () => void watch(browser.permissions.request({ origins: [ALL_SITES] }), null),
      readPdf: (address) => {
        const asked = browser.permissions.request({ origins: originsOf(new URL(address).hostname) });
        void asked.catch(() => false).then(() => browser.tabs.update({ url: viewerOf(address) }));
      },
      stopWatching: (host) => void store.getState().watch(host, 'off'),
      pause: (minutes) => void store.getState().pause(minutes),
    };
  }, [store]);

  const cite = async (how: CiteHow, of: { id: string; passage: string | null }): Promise<void> => {
    const outcome = await copyBrief(how, of);
    setSaid(outcome === 'copied' ? t('copied', { what: wordFor(how) }) : t('copyRefused'));
  };

  return (
    <Panel
      state={state}
      acts={{ ...siteActs, addPage: added.add }}
      notice={notice}
      said={added.text ?? said}
      onUndoSaid={added.undo}
      over={dossier.id === null ? null : <DossierOver store={store} dossier={dossier} />}
      hand={hand}
      onCite={(how, of) => void cite(how, of)}
      onSaid={() => (added.text === null ? setSaid(null) : added.close())}
      onSettings={() => void browser.runtime.openOptionsPage()}
    />
  );
}

function wordFor(how: CiteHow): string {
  return how === 'quote' ? t('quoteWithSource') : how === 'link' ? t('linkToPassage') : formatName(how);
}
