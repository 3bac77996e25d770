import { type JSX, useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { useStore } from 'zustand';
import { Panel } from '@/components/panel/Panel';
import type { SiteActs } from '@/components/panel/SiteMenu';
import { ALL_SITES, originsOf, viewerOf } from '@/utils/settings';
import type { PanelStore } from '@/utils/stores';

/** The panel with what only an entrypoint may do: ask the browser for sites, open other pages of ours. */
export function PanelPage({ store }: { store: PanelStore }): JSX.Element {
  const [notice, setNotice] = useState<'none' | 'no-access'>('none');

  const acts = useMemo<SiteActs>(() => {
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
    return {
      readPage: () => void read(),
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

  return (
    <Panel
      state={useStore(store)}
      acts={acts}
      notice={notice}
      onSettings={() => void browser.runtime.openOptionsPage()}
    />
  );
}
