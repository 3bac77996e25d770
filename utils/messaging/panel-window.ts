import { browser } from 'wxt/browser';
import { carry } from './wire';

/** What Chromium calls `chrome.sidePanel` and Firefox `browser.sidebarAction`; webextension-polyfill maps neither (its issue 583). */
interface Panels {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the panel beside the page. Call it first in the handler of a click or key: after an `await` the browser no
 * longer takes it for the user's will, and refuses. A refusal is no failure of the caller's: the panel is simply not there.
 *
 * @param windowId known beforehand; Firefox takes the window of the click
 */
export async function openPanel(windowId: number): Promise<void> {
  const panels: Panels = import.meta.env.FIREFOX ? browser : ((globalThis as { chrome?: Panels }).chrome ?? {});
  const opening = panels.sidePanel?.open({ windowId }) ?? panels.sidebarAction?.open();
  await carry(async () => opening);
}
