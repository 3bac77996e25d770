import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { onSpeech, speak, wantedLanguage } from '@/utils/i18n';
import { onNews } from '@/utils/messaging';
import { interfaceLanguage } from '@/utils/settings';
import { createDigestStore } from '@/utils/stores';
import { DigestPage } from './DigestPage';
import '@/components/common/fonts.css';
import '@/components/common/tokens.css';
import '@/components/common/base.css';
import '@/components/common/states.css';
import '@/components/digest/digest.css';

void start();

async function start(): Promise<void> {
  const [{ id: windowId }, language] = await Promise.all([browser.windows.getCurrent(), interfaceLanguage.getValue()]);
  const store = createDigestStore();
  const root = createRoot(document.getElementById('root') ?? document.body);
  const draw = (): void => {
    root.render(
      <StrictMode>
        <DigestPage store={store} windowId={windowId ?? browser.windows.WINDOW_ID_CURRENT} />
      </StrictMode>,
    );
  };
  speak(wantedLanguage(language));
  draw();
  onSpeech(draw);
  interfaceLanguage.watch((chosen) => {
    speak(wantedLanguage(chosen));
    void store.getState().refresh(); // labels come in the reader's language
  });
  onNews((news) => {
    if (news.news === 'archive-changed') void store.getState().refresh();
  });
  await store.getState().refresh();
}
