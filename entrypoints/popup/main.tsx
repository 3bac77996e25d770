import { browser } from 'wxt/browser';
import { drawPage } from '@/components/common/page-root';
import { wearTheme } from '@/components/common/wear-theme';
import { speak, wantedLanguage } from '@/utils/i18n';
import { askBackground, onNews } from '@/utils/messaging';
import { interfaceLanguage, popupQuery, theme } from '@/utils/settings';
import { createPopupStore } from '@/utils/stores';
import { PopupPage } from './PopupPage';
import '@/components/common/fonts.css';
import '@/components/common/tokens.css';
import '@/components/common/base.css';
import '@/components/common/states.css';
import '@/components/common/results.css';
import '@/components/search/popup.css';
import '@/components/common/added-page.css';

void start();

/** Draws the popup for the tab it was opened over, with what was typed in it the last time. */
async function start(): Promise<void> {
  const [language, query, look, [tab]] = await Promise.all([
    interfaceLanguage.getValue(),
    popupQuery.getValue(),
    theme.getValue(),
    browser.tabs.query({ active: true, currentWindow: true }),
  ]);
  wearTheme(look);
  speak(wantedLanguage(language));
  document.documentElement.lang = wantedLanguage(language);

  const store = createPopupStore(askBackground, tab?.incognito ? 'nothing' : 'searches');
  onNews(() => void store.getState().refresh());
  drawPage(<PopupPage store={store} windowId={tab?.windowId ?? browser.windows.WINDOW_ID_CURRENT} />);
  if (tab?.id !== undefined) await store.getState().open(tab.id, query);
}
