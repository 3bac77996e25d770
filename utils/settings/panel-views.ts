import { storage } from 'wxt/utils/storage';

/**
 * What the panel of a tab was showing, for when it is opened again. Lives with the browser session, on no disk, also for private
 * windows; the background forgets it when the tab closes. A key a tab, because panels of two windows write at once.
 */
export function readPanelView(tabId: number): Promise<unknown> {
  return storage.getItem(keyOf(tabId));
}

export function writePanelView(tabId: number, view: object): Promise<void> {
  return storage.setItem(keyOf(tabId), view);
}

export function forgetPanelView(tabId: number): Promise<void> {
  return storage.removeItem(keyOf(tabId));
}

function keyOf(tabId: number): `session:${string}` {
  return `session:panelView:${tabId}`;
}
