import { type JSX, useEffect } from 'react';
import { browser } from 'wxt/browser';
import { useStore } from 'zustand';
import { Digest } from '@/components/digest/Digest';
import { spoken, t } from '@/utils/i18n';
import { openPanel, tell } from '@/utils/messaging';
import { panelRequest } from '@/utils/settings';
import type { DigestStore } from '@/utils/stores';

/** The digest with what only an entrypoint may do: open the panel and the options. */
export function DigestPage({ store, windowId }: { store: DigestStore; windowId: number }): JSX.Element {
  const state = useStore(store);
  const language = spoken();

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t('digestTitle');
  }, [language]);

  // A panel that is just opening takes the request when it starts; one that is open hears of it.
  const showBrief = async (opening: Promise<void>, briefId: string): Promise<void> => {
    await panelRequest.setValue({ briefId });
    await opening;
    await tell({ news: 'panel-request' });
  };
  return (
    <Digest
      state={state}
      use={{
        onWeek: (monday) => void state.show(monday),
        // The panel is opened first: after an await the click no longer counts.
        onBrief: (id) => void showBrief(openPanel(windowId), id),
        onRemember: (want) => void state.chooseRemembering(want),
        onForget: () => void state.forget(),
        onAdd: () => void browser.runtime.openOptionsPage(),
        onAgain: () => void state.refresh(),
      }}
    />
  );
}
