import { type JSX, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { useStore } from 'zustand';
import { Popup, type PopupUse } from '@/components/search/Popup';
import { askBackground, openPanel, tell } from '@/utils/messaging';
import { originsOf, type PanelRequest, panelRequest, popupQuery, viewerOf } from '@/utils/settings';
import type { PopupStore, Row } from '@/utils/stores';

/** The popup with what only an entrypoint may do: open the panel, ask the browser for a site, keep what was typed. */
export function PopupPage({ store, windowId }: { store: PopupStore; windowId: number }): JSX.Element {
  const state = useStore(store);
  const field = useRef<HTMLInputElement>(null);
  const [notice, setNotice] = useState<'none' | 'no-access'>('none');
  const [added, setAdded] = useState<'no' | 'added' | 'refused'>('no');

  const type = (text: string): void => {
    void state.type(text); // before anything else that has to cross to another process
    void popupQuery.setValue(text);
    field.current?.focus();
  };
  const show = async (opening: Promise<void>, what: PanelRequest): Promise<void> => {
    // A panel that is just opening takes the request when it starts; one that is open hears of it.
    await panelRequest.setValue(what);
    await opening;
    await tell({ news: 'panel-request' });
    window.close();
  };
  const showInTab = async (address: string): Promise<void> => {
    await state.keepSearch();
    await browser.tabs.create({ url: browser.runtime.getURL('/search.html') + address });
    window.close();
  };
  const read = async (): Promise<void> => {
    const outcome = await state.readPage();
    setNotice(outcome === 'reading' ? 'none' : 'no-access');
    if (outcome !== 'reading') return state.refresh();
    await openPanel(windowId);
    window.close();
  };
  const addPage = async (): Promise<void> => {
    if (state.tabId === null) return;
    const outcome = await askBackground('addPage', { tabId: state.tabId });
    setAdded(outcome.ok ? 'added' : 'refused');
  };
  const undoAdded = async (): Promise<void> => {
    const undone = await askBackground('undoAddedPage', null);
    if (undone.ok) setAdded('no');
  };
  const watch = async (asked: Promise<boolean>, host: string): Promise<void> => {
    const granted = await asked.catch(() => false);
    setNotice(granted ? 'none' : 'no-access');
    if (granted) await state.watch(host, 'on');
  };

  /** In the place of the browser's viewer, so that "back" leads to it. Without access our reader says what to do. */
  const showPdf = async (asked: Promise<boolean>, address: string): Promise<void> => {
    await asked.catch(() => false);
    await browser.tabs.update({ url: viewerOf(address) });
  };

  // In each of these the browser is asked first: after an await the click no longer counts.
  const use: PopupUse = {
    onQuery: type,
    onMove: state.move,
    onRow: (row, where) => {
      if (where === 'tab') return void showInTab(addressOfRow(row, state.query));
      switch (row.kind) {
        case 'brief':
          void state.keepSearch();
          return void show(openPanel(windowId), { briefId: row.id });
        case 'recent':
          return type(row.text);
        case 'entity':
          if (state.tabId === null) return;
          void state.keepSearch();
          return void show(openPanel(windowId), { tabId: state.tabId, entityId: row.id });
      }
    },
    onAll: () => void showInTab(searchAddress({ q: state.query.trim() })),
    onClearRecent: () => {
      void state.clearRecent();
      field.current?.focus();
    },
    onReadPage: () => {
      // Firefox takes nothing but the click itself for the reader's will. Chromium goes on taking it for some seconds, and there
      // a panel that opens closes the popup: a question to a stopped background would be lost with it.
      if (import.meta.env.FIREFOX) void openPanel(windowId);
      void read();
    },
    onReadPdf: (address) => {
      const asked = browser.permissions.request({ origins: originsOf(new URL(address).hostname) });
      void showPdf(asked, address).then(() => window.close());
    },
    onWatch: (host, want) => {
      if (want === 'on') void watch(browser.permissions.request({ origins: originsOf(host) }), host);
      else void state.watch(host, 'off');
    },
    onBriefing: () => void openPanel(windowId).then(() => window.close()),
    onAddPage: () => void addPage(),
    onUndoAdded: () => void undoAdded(),
    onSettings: () => void browser.runtime.openOptionsPage().then(() => window.close()),
    onAgain: () => {
      type(state.query);
      void state.refresh();
    },
  };
  return <Popup state={state} use={use} field={field} notice={notice} added={added} />;
}

/** What a row is on the search page. */
function addressOfRow(row: Row, query: string): string {
  switch (row.kind) {
    case 'brief':
      return searchAddress({ q: query.trim(), brief: row.id });
    case 'recent':
      return searchAddress({ q: row.text });
    case 'entity':
      return searchAddress({ q: `entity:"${row.id}"` });
  }
}

function searchAddress(said: Record<string, string>): string {
  return `?${new URLSearchParams(Object.entries(said).filter(([, value]) => value !== '')).toString()}`;
}
