import { browser } from 'wxt/browser';
import { drawPage } from '@/components/common/page-root';
import { wearTheme } from '@/components/common/wear-theme';
import { onSpeech, speak, wantedLanguage } from '@/utils/i18n';
import { onNews } from '@/utils/messaging';
import { interfaceLanguage, theme } from '@/utils/settings';
import { createDigestStore } from '@/utils/stores';
import { DigestPage } from './DigestPage';
import '@/components/common/fonts.css';
import '@/components/common/tokens.css';
import '@/components/common/base.css';
import '@/components/common/states.css';
import '@/components/digest/digest.css';

void start();

async function start(): Promise<void> {
  const [{ id: windowId }, language, look] = await Promise.all([
    browser.windows.getCurrent(),
    interfaceLanguage.getValue(),
    theme.getValue(),
  ]);
  const store = createDigestStore();
  const draw = (): void => {
    drawPage(<DigestPage store={store} windowId={windowId ?? browser.windows.WINDOW_ID_CURRENT} />);
  };
  speak(wantedLanguage(language));
  wearTheme(look);
  theme.watch(wearTheme);
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
