import { browser } from 'wxt/browser';
import { drawPage } from '@/components/common/page-root';
import { wearTheme } from '@/components/common/wear-theme';
import { onSpeech, speak, wantedLanguage } from '@/utils/i18n';
import { onNews } from '@/utils/messaging';
import { interfaceLanguage, theme } from '@/utils/settings';
import { createNotesStore } from '@/utils/stores';
import { NotesPage } from './NotesPage';
import '@/components/common/fonts.css';
import '@/components/common/tokens.css';
import '@/components/common/base.css';
import '@/components/common/states.css';
import '@/components/common/toasts.css';
import '@/components/common/editor.css';
import '@/components/notes/notes.css';

void start();

async function start(): Promise<void> {
  const [{ id: windowId }, language, look] = await Promise.all([
    browser.windows.getCurrent(),
    interfaceLanguage.getValue(),
    theme.getValue(),
  ]);
  const store = createNotesStore();
  const draw = (): void => {
    drawPage(<NotesPage store={store} windowId={windowId ?? browser.windows.WINDOW_ID_CURRENT} />);
  };
  wearTheme(look);
  theme.watch(wearTheme);
  speak(wantedLanguage(language));
  draw();
  onSpeech(draw);
  interfaceLanguage.watch((chosen) => speak(wantedLanguage(chosen)));
  onNews((news) => {
    if (news.news === 'notes-changed' || news.news === 'archive-changed') void store.getState().refresh();
  });
  await store.getState().refresh();
}
