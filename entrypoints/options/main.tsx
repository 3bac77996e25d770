import { browser } from 'wxt/browser';
import { allowOwnWorkers } from '@/components/common/own-scripts';
import { drawPage } from '@/components/common/page-root';
import { wearTheme } from '@/components/common/wear-theme';
import { holdsBy } from '@/utils/archive';
import { onSpeech, speak, spoken, wantedLanguage } from '@/utils/i18n';
import { askBackground, onNews } from '@/utils/messaging';
import { interfaceLanguage, theme, watched } from '@/utils/settings';
import { createOptionsStore, createUpdatesStore } from '@/utils/stores';
import { createAddStore } from './add-store';
import { createArchiveKeeper } from './archive-keeper';
import { createBackupStore } from './backup-store';
import { OptionsPage } from './OptionsPage';
import { saveFile } from './save-file';
import { createSourceStore } from './source-store';
import { callWorker } from './worker-calls';
import '@/components/common/fonts.css';
import '@/components/common/tokens.css';
import '@/components/common/base.css';
import '@/components/common/states.css';
import '@/components/common/editor.css';
import '@/components/common/toasts.css';
import '@/components/options/options.css';
import '@/components/options/entities.css';
import '@/components/options/keyboard.css';
import '@/components/options/add.css';
import '@/components/options/sites.css';
import '@/components/options/updates.css';

/** Between two requests to one server, in ms: no faster than a person who opens page after page. */
const PAUSE_MS = 300;

void start();

async function start(): Promise<void> {
  allowOwnWorkers();
  const keeper = createArchiveKeeper({
    startWorker: () => callWorker(new Worker(new URL('./archive-worker.ts', import.meta.url), { type: 'module' })),
    holds: holdsBy(navigator.locks),
    ask: askBackground,
  });
  const store = createOptionsStore(keeper);
  const addStore = createAddStore({
    archives: () => store.getState().archives ?? [],
    languages: () => [spoken()],
    keeper,
    now: () => Date.now(),
    onPut: (title, outcome) => store.getState().archivePut(title, outcome),
  });
  const backupStore = createBackupStore({
    keeper,
    save: saveFile,
    today: () => new Date().toISOString().slice(0, 10),
    onRestored: (name, outcome) => store.getState().backupRestored(name, outcome),
    onBackedUp: (outcome) => store.getState().backedUp(outcome),
  });
  const updatesStore = createUpdatesStore();
  const sourceStore = createSourceStore({
    archives: () => store.getState().archives ?? [],
    languages: () => [spoken()],
    contents: (id) => keeper.contents(id),
    put: async (contents, address) => {
      const source = { kind: 'feed', name: address, files: 1 } as const;
      const outcome = await keeper.putContents({ contents, source, at: Date.now() });
      await store.getState().archivePut(contents.title, outcome);
      return outcome.ok ? 'kept' : 'refused';
    },
    subscribe: (to) => askBackground('subscribe', { subscriptions: [to] }),
    permit: (origins) => browser.permissions.request({ origins }),
    reach: { fetch: (...request) => fetch(...request), pauseMs: PAUSE_MS },
    now: () => Date.now(),
  });
  const draw = (): void => {
    drawPage(
      <OptionsPage
        store={store}
        addStore={addStore}
        sourceStore={sourceStore}
        updatesStore={updatesStore}
        backupStore={backupStore}
      />,
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
