import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { wearTheme } from '@/components/common/wear-theme';
import { onSpeech, speak, spoken, wantedLanguage } from '@/utils/i18n';
import { askBackground, onNews } from '@/utils/messaging';
import { interfaceLanguage, theme, watched } from '@/utils/settings';
import { createOptionsStore, createUpdatesStore } from '@/utils/stores';
import { createAddStore } from './add-store';
import { OptionsPage } from './OptionsPage';
import { createSourceStore } from './source-store';
import '@/components/common/fonts.css';
import '@/components/common/tokens.css';
import '@/components/common/base.css';
import '@/components/common/states.css';
import '@/components/common/editor.css';
import '@/components/options/options.css';
import '@/components/options/entities.css';
import '@/components/options/add.css';
import '@/components/options/sites.css';
import '@/components/options/updates.css';

/** Between two requests to one server, in ms: no faster than a person who opens page after page. */
const PAUSE_MS = 300;

void start();

async function start(): Promise<void> {
  const store = createOptionsStore();
  const addStore = createAddStore({
    archives: () => store.getState().archives ?? [],
    languages: () => [spoken()],
    put: (contents) => store.getState().putArchive(contents),
  });
  const updatesStore = createUpdatesStore();
  const sourceStore = createSourceStore({
    archives: () => store.getState().archives ?? [],
    languages: () => [spoken()],
    contents: (id) => store.getState().exportArchive(id),
    put: (contents) => store.getState().putArchive(contents),
    subscribe: (to) => askBackground('subscribe', { subscriptions: [to] }),
    permit: (origins) => browser.permissions.request({ origins }),
    reach: { fetch: (...request) => fetch(...request), pauseMs: PAUSE_MS },
    now: () => Date.now(),
  });
  const root = createRoot(document.getElementById('root') ?? document.body);
  const draw = (): void => {
    root.render(
      <StrictMode>
        <OptionsPage store={store} addStore={addStore} sourceStore={sourceStore} updatesStore={updatesStore} />
      </StrictMode>,
    );
  };
  speak(wantedLanguage(await interfaceLanguage.getValue()));
  wearTheme(await theme.getValue());
  theme.watch(wearTheme);
  draw();
  onSpeech(draw);
  interfaceLanguage.watch((language) => {
    speak(wantedLanguage(language));
    void store.getState().refresh();
  });
  watched.watch(() => void store.getState().refresh());
  onNews((news) => {
    if (news.news === 'archive-changed') void store.getState().refresh();
    if (news.news === 'archive-changed' || news.news === 'subscriptions-changed')
      void updatesStore.getState().refresh();
  });
  await Promise.all([store.getState().refresh(), updatesStore.getState().refresh()]);
}
