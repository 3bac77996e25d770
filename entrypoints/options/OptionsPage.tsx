import { type JSX, useEffect } from 'react';
import { browser } from 'wxt/browser';
import { useStore } from 'zustand';
import { Options } from '@/components/options/Options';
import { spoken, t } from '@/utils/i18n';
import { ALL_SITES, originsOf } from '@/utils/settings';
import type { OptionsStore } from '@/utils/stores';

/** The options with what only an entrypoint may do: ask the browser for sites, know our version. */
export function OptionsPage({ store }: { store: OptionsStore }): JSX.Element {
  const state = useStore(store);
  const language = spoken();

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `Backgrounder: ${t('settings').toLocaleLowerCase()}`;
  }, [language]);

  const start = async (asked: Promise<boolean>, host: string | null): Promise<void> => {
    if (await asked.catch(() => false)) await state.watch(host, 'on');
  };
  return (
    <Options
      state={state}
      version={browser.runtime.getManifest().version}
      use={{
        onLanguage: (chosen) => void state.chooseLanguage(chosen),
        onStarter: () => void state.putStarter(),
        onAgain: () => void state.refresh(),
        // The browser is asked first: after an await the click no longer counts.
        onWatch: (host, want) => {
          if (want === 'off') void state.watch(host, 'off');
          else
            void start(browser.permissions.request({ origins: host === null ? [ALL_SITES] : originsOf(host) }), host);
        },
      }}
    />
  );
}
