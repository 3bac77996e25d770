import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import type { PageState } from '@/utils/model';
import { type FirefoxPage, openFirefox } from '../drive/firefox';
import { settledState } from './settle';
import type { Showing } from './show-in-chromium';

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'firefox-mv3');
const SIZE = { width: 1400, height: 900 };
/** Firefox opens it narrower than most people draw it. */
const SIDEBAR_PX = 380;
/** Time to paint what has just been read, in ms. */
const PAINT_MS = 500;

/** Opens Firefox for a demonstration, with the sidebar. */
export async function showInFirefox({ display }: { display: 'headless' | 'window' }): Promise<Showing> {
  const firefox = await openFirefox({ extension: EXTENSION, display, size: SIZE });
  let page: FirefoxPage | undefined;
  const ask = (word: string, payload: object): Promise<unknown> =>
    firefox.atDesk(`browser.runtime.sendMessage(${JSON.stringify({ to: 'background-from-panel', word, payload })})`);
  return {
    read: async ({ url, lang }) => {
      const host = new URL(url).hostname;
      await firefox.atDesk(`browser.storage.local.set({ interfaceLanguage: ${JSON.stringify(lang)} })`);
      await firefox.allow([`*://${host}/*`, `*://*.${host}/*`]);
      await ask('watch', { host, watch: 'on' });
      if (page) await page.goto(url);
      else page = await firefox.newPage(url);
      await page.bringToFront();
      await page.evaluate(`document.querySelector('[data-cookie-answer]')?.click()`);
      await firefox.openPanel();
      await firefox.inWindow(`void (document.getElementById('sidebar-box').style.width = '${SIDEBAR_PX}px')`);
      const tabId = await firefox.tabIdInFront();
      const state = await settledState(async () => ((await ask('pageState', { tabId })) as { value: PageState }).value);
      await sleep(PAINT_MS);
      return { url, state };
    },
    picture: () => firefox.picture(),
    closedByUser: firefox.ended,
    close: () => firefox.close(),
  };
}
