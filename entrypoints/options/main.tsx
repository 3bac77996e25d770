import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { wearTheme } from '@/components/common/wear-theme';
import { onSpeech, speak, spoken, wantedLanguage } from '@/utils/i18n';
import { onNews } from '@/utils/messaging';
import { interfaceLanguage, theme, watched } from '@/utils/settings';
import { createOptionsStore } from '@/utils/stores';
import { createAddStore } from './add-store';
import { OptionsPage } from './OptionsPage';
import '@/components/common/fonts.css';
import '@/components/common/tokens.css';
import '@/components/common/base.css';
import '@/components/common/states.css';
import '@/components/options/options.css';
import '@/components/options/add.css';
import '@/components/options/sites.css';

void start();

async function start(): Promise<void> {
  const store = createOptionsStore();
  const addStore = createAddStore({
    archives: () => store.getState().archives ?? [],
    languages: () => [spoken()],
    put: (contents) => store.getState().putArchive(contents),
  });
  const root = createRoot(document.getElementById('root') ?? document.body);
  const draw = (): void => {
    root.render(
      <StrictMode>
        <OptionsPage store={store} addStore={addStore} />
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
  });
  await store.getState().refresh();
}
