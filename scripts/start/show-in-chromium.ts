import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import type { PageState } from '@/utils/model';
import { type DrivenChromium, openChromium } from '../drive/chromium';
import { settledState } from './settle';

declare const chrome: typeof extensionApi;

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
/** Window of the picture, in CSS pixels: what a laptop gives. */
const SIZE = { width: 1400, height: 860 };

/** A page as the extension read it. */
export interface Read {
  url: string;
  state: PageState;
}

/** A browser that shows a page with the panel beside it. */
export interface Showing {
  /** Opens a page in the one tab, watches its site, and waits for the briefing. `lang` is the interface's. */
  read(page: { url: string; lang: string }): Promise<Read>;
  /** Page and panel side by side as a person sees them, as PNG. */
  picture(): Promise<Buffer>;
  /** Fulfilled when the person closes the browser. */
  closedByUser: Promise<void>;
  close(): Promise<void>;
}

/** Opens Chromium for a demonstration. */
export async function showInChromium({ display }: { display: 'headless' | 'window' }): Promise<Showing> {
  const chromium = await openChromium({
    extension: EXTENSION,
    display,
    size: SIZE,
    scale: display === 'headless' ? 2 : 1,
  });
  const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
  await chromium.allow('*://*/*');
  let panel: Page | undefined;
  return {
    read: async ({ url, lang }) => {
      await chromium.desk.evaluate((interfaceLanguage) => chrome.storage.local.set({ interfaceLanguage }), lang);
      await watch(chromium, new URL(url).hostname);
      await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
      await answerCookieBar(page);
      panel = await chromium.openPanel(page);
      const tabId = await chromium.tabIdOf(page);
      const state = await settledState(async () => {
        const answer = (await ask(chromium, 'pageState', { tabId })) as { ok: true; value: PageState };
        return answer.value;
      });
      if (display === 'window') await chromium.desk.close();
      return { url, state };
    },
    picture: () => sideBySide({ chromium, page, panel }),
    closedByUser: new Promise((resolve) => chromium.context.once('close', () => resolve())),
    close: () => chromium.close(),
  };
}

/** Speaks to the background as our own pages do. */
function ask(chromium: DrivenChromium, word: string, payload: object): Promise<unknown> {
  const envelope = { to: 'background-from-panel', word, payload };
  return chromium.desk.evaluate((message) => chrome.runtime.sendMessage(message), envelope);
}

async function watch(chromium: DrivenChromium, host: string): Promise<void> {
  await chromium.requestAtDesk([`*://${host}/*`, `*://*.${host}/*`]);
  await ask(chromium, 'watch', { host, watch: 'on' });
}

async function answerCookieBar(page: Page): Promise<void> {
  const answer = page.locator('[data-cookie-answer]').first();
  if (await answer.isVisible()) await answer.click();
}

/** The two pictures in one, put together by the same browser. */
async function sideBySide(of: { chromium: DrivenChromium; page: Page; panel: Page | undefined }): Promise<Buffer> {
  const { chromium, page, panel } = of;
  const pictures = await Promise.all([page, panel].map(async (view) => (await view?.screenshot())?.toString('base64')));
  const [height] = await Promise.all([page.evaluate(() => innerHeight)]);
  const sheet = await chromium.context.newPage();
  const images = pictures.map((data) => (data ? `<img src="data:image/png;base64,${data}">` : '')).join('');
  await sheet.setContent(
    `<style>body{margin:0;display:inline-flex;background:#cfcac0;gap:1px}img{height:${height}px;display:block}</style>${images}`,
  );
  const picture = await sheet.locator('body').screenshot();
  await sheet.close();
  await page.bringToFront();
  return picture;
}
