import { join } from 'node:path';
import { type DrivenChromium, openChromium } from '../drive/chromium';
import { type PageServer, servePages } from '../drive/serve-pages';

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');

export const STORY = '/demo/en/defence-plan.html';

/** After this long a page was read, briefed and marked, in ms. */
export const SETTLE_MS = 3_000;

/** A Chromium of its own that watches all sites or none, for as long as `act` takes. */
export async function inChromium<T>(
  watching: 'watched' | 'alone',
  act: (driven: DrivenChromium, pages: PageServer) => Promise<T>,
): Promise<T> {
  const driven = await openChromium({ extension: EXTENSION, display: 'headless' });
  const pages = await servePages();
  try {
    if (watching === 'watched') {
      await driven.allow('*://*/*');
      await driven.requestAtDesk(['*://*/*']);
      await askBackground(driven, { word: 'watch', payload: { host: null, watch: 'on' } });
    }
    return await act(driven, pages);
  } finally {
    await driven.close();
    await pages.close();
  }
}

export async function askBackground(driven: DrivenChromium, what: { word: string; payload: object }): Promise<void> {
  await driven.desk.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ to: 'background-from-panel', ...what })})`);
}

/** What the browser says of its processes; `cpuTime` in seconds. */
export async function processes(driven: DrivenChromium): Promise<{ type: string; id: number; cpuTime: number }[]> {
  const browser = driven.context.browser();
  if (!browser) throw new Error('This Chromium has no browser-wide connection.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo;
}
