import { browser } from 'wxt/browser';
import { allowOwnWorkers } from '@/components/common/own-scripts';
import { drawPage } from '@/components/common/page-root';
import { wearTheme } from '@/components/common/wear-theme';
import { speak, wantedLanguage } from '@/utils/i18n';
import { interfaceLanguage, theme } from '@/utils/settings';
import { ViewerPage } from './ViewerPage';
import '@/components/common/fonts.css';
import '@/components/common/tokens.css';
import '@/components/common/base.css';
import '@/components/common/states.css';
import 'pdfjs-dist/web/pdf_viewer.css';
import '@/components/viewer/viewer.css';

void start();

/** Shows the PDF named in the address: `viewer.html?file=https://…`. No page can open this one; only we and the reader do. */
async function start(): Promise<void> {
  allowOwnWorkers();
  const [language, look, tab] = await Promise.all([
    interfaceLanguage.getValue(),
    theme.getValue(),
    browser.tabs.getCurrent(),
  ]);
  wearMarks();
  wearTheme(look);
  speak(wantedLanguage(language));
  document.documentElement.lang = wantedLanguage(language);
  drawPage(
    <ViewerPage source={sourceOf(location.search)} windowId={tab?.windowId ?? browser.windows.WINDOW_ID_CURRENT} />,
  );
}

/** The marks look as in any page: by the content script's own style sheet. */
function wearMarks(): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/content-scripts/page.css';
  document.head.append(link);
}

function sourceOf(query: string): string | null {
  const file = new URLSearchParams(query).get('file') ?? '';
  return URL.canParse(file) && /^(?:https?|file):$/u.test(new URL(file).protocol) ? file : null;
}
