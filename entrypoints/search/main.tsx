import { browser } from 'wxt/browser';
import { quietLetters } from '@/components/common/quiet-letters';
import { drawPage } from '@/components/common/page-root';
import { wearTheme } from '@/components/common/wear-theme';
import { speak, t, wantedLanguage } from '@/utils/i18n';
import { onNews } from '@/utils/messaging';
import { joinQuery, splitQuery } from '@/utils/search';
import { interfaceLanguage, letterKeys, theme, type UiLanguage } from '@/utils/settings';
import { createSearchStore } from '@/utils/stores';
import { keepAddress } from './keep-address';
import { SearchView } from './SearchView';
import '@/components/common/fonts.css';
import '@/components/common/tokens.css';
import '@/components/common/base.css';
import '@/components/common/states.css';
import '@/components/common/read-next.css';
import '@/components/common/chart.css';
import '@/components/common/toasts.css';
import '@/components/panel/panel.css';
import '@/components/panel/reader.css';
import '@/components/search/search-page.css';

const SYNTAX = { split: splitQuery, join: joinQuery };

void start();

async function start(): Promise<void> {
  const [{ id: windowId }, language, look] = await Promise.all([
    browser.windows.getCurrent(),
    interfaceLanguage.getValue(),
    theme.getValue(),
  ]);
  wearTheme(look);
  theme.watch(wearTheme);
  quietLetters(letterKeys);
  setLanguage(language);
  const store = createSearchStore(SYNTAX);
  onNews((news) => {
    if (news.news === 'archive-changed') void store.getState().refresh();
  });

  const draw = (): void => {
    document.title = `${t('search')} – Backgrounder`;
    drawPage(
      <SearchView
        key={document.documentElement.lang}
        store={store}
        syntax={SYNTAX}
        windowId={windowId ?? browser.windows.WINDOW_ID_CURRENT}
      />,
    );
  };
  interfaceLanguage.watch((chosen) => {
    setLanguage(chosen);
    draw();
  });
  draw();
  await keepAddress(store, SYNTAX);
}

function setLanguage(chosen: UiLanguage | 'auto'): void {
  const language = wantedLanguage(chosen);
  speak(language);
  document.documentElement.lang = language;
}
