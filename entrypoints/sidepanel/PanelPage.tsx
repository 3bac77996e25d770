import { type JSX, useEffect, useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { useStore } from 'zustand';
import { type CiteHow, copiedWord } from '@/components/panel/CiteMenu';
import { Panel } from '@/components/panel/Panel';
import type { SiteActs } from '@/components/panel/SiteMenu';
import { t } from '@/utils/i18n';
import { ALL_SITES, originsOf, searchPageOf, viewerOf } from '@/utils/settings';
import type { DossierStore, NotesStore, PanelStore } from '@/utils/stores';
import { DossierOver } from './DossierOver';
import { useHand } from './use-hand';
import { copyBrief } from './copy-brief';
import { showPage } from './show-page';
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
  const { about, tabId } = state;
  useEffect(() => {
    if (about === null) dossierStore.getState().close();
    else void dossierStore.getState().open(about, tabId);
  }, [about, tabId, dossierStore]);
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
    setSaid(outcome === 'copied' ? t('copied', { what: copiedWord(how) }) : t('copyRefused'));
  };

  return (
    <Panel
      state={state}
      acts={{ ...siteActs, addPage: added.add }}
      notice={notice}
      said={added.text ?? said}
      onUndoSaid={added.undo}
      over={about === null ? null : <DossierOver panel={state} dossier={dossier} />}
      hand={hand}
      onCite={(how, of) => void cite(how, of)}
      onSaid={() => (added.text === null ? setSaid(null) : added.close())}
      more={{
        onAll: (query) => void browser.tabs.create({ url: searchPageOf(query) }),
        onDigest: () => void showPage('/digest.html'),
        onSettings: () => void browser.runtime.openOptionsPage(),
      }}
    />
  );
}
