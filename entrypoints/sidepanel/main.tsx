import { browser } from 'wxt/browser';
import { quietLetters } from '@/components/common/quiet-letters';
import { drawPage } from '@/components/common/page-root';
import { wearTheme } from '@/components/common/wear-theme';
import { speak, wantedLanguage } from '@/utils/i18n';
import { onNews } from '@/utils/messaging';
import { interfaceLanguage, letterKeys, panelRequest, theme, type UiLanguage } from '@/utils/settings';
import { createDossierStore, createNotesStore, createPanelStore } from '@/utils/stores';
import { PanelPage } from './PanelPage';
import '@/components/common/fonts.css';
import '@/components/common/tokens.css';
import '@/components/common/base.css';
import '@/components/common/states.css';
import '@/components/common/read-next.css';
import '@/components/common/toasts.css';
import '@/components/common/results.css';
import '@/components/common/chart.css';
import '@/components/common/editor.css';
import '@/components/panel/panel.css';
import '@/components/panel/dossier.css';
import '@/components/panel/reader.css';

void start();

/** Draws the panel and keeps it on the tab in front of its own window. */
async function start(): Promise<void> {
  const [{ id: windowId }, chosen, look] = await Promise.all([
    browser.windows.getCurrent(),
    interfaceLanguage.getValue(),
    theme.getValue(),
  ]);
  wearTheme(look);
  theme.watch(wearTheme);
  quietLetters(letterKeys);
  setLanguage(chosen);
  const store = createPanelStore();
  const dossier = createDossierStore();
  const notes = createNotesStore();

  const followFront = async (): Promise<void> => {
    const [tab] = await browser.tabs.query({
      active: true,
      ...(windowId === undefined ? { currentWindow: true } : { windowId }),
    });
    if (tab?.id !== undefined) await store.getState().followTab(tab.id);
  };
  const takeRequest = async (): Promise<void> => {
    const request = await panelRequest.getValue();
    if (!request) return;
    // Another window's panel answers for its own tabs.
    if ('tabId' in request && (await windowOf(request.tabId)) !== windowId) return;
    await panelRequest.setValue(null);
    await store.getState().search('query' in request ? request.query : '');
    if ('query' in request) return;
    if ('entityId' in request) {
      await store.getState().showEntity(request);
      store.getState().lookInto(request.entityId);
      return;
    }
    await store.getState().openBrief(request.briefId, { cameFor: null });
  };

  browser.tabs.onActivated.addListener((tab) => {
    if (tab.windowId === windowId) void followFront();
  });
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (tabId === store.getState().tabId && change.status !== undefined) void store.getState().refresh();
  });
  onNews((news) => {
    if (news.news === 'notes-changed') return void notes.getState().refresh();
    if (news.news === 'archive-changed') {
      void dossier.getState().refresh();
      void notes.getState().refresh();
    }
    if (news.news === 'panel-request') return; // the setting itself says so, also where the popup closed before it could tell
    if (news.news !== 'page-changed' || news.tabId === store.getState().tabId) void store.getState().refresh();
  });

  panelRequest.watch((request) => {
    if (request) void takeRequest();
  });

  const draw = (): void =>
    drawPage(<PanelPage key={document.documentElement.lang} store={store} dossierStore={dossier} notesStore={notes} />);
  interfaceLanguage.watch((language) => {
    setLanguage(language);
    draw();
  });
  draw();
  void notes.getState().refresh();
  await followFront();
  await takeRequest();
}

/** The window of a tab; undefined where it was closed meanwhile. */
async function windowOf(tabId: number): Promise<number | undefined> {
  return (await browser.tabs.get(tabId).catch(() => null))?.windowId;
}

function setLanguage(chosen: UiLanguage | 'auto'): void {
  const language = wantedLanguage(chosen);
  speak(language);
  document.documentElement.lang = language;
}
