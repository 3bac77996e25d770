import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import type { Briefing, PageState } from '@/utils/model';
import { type DrivenChromium, openChromium } from '../../scripts/drive/chromium';
import { type PageServer, servePages } from '../../scripts/drive/serve-pages';
import { until } from '../../scripts/drive/until';
import type { Background } from './backgrounds';
import { TALL } from './tall-window';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

/** The extension in Chromium, with what tests ask of it. */
export interface Extension extends DrivenChromium {
  /** Speaks to the background as panel and popup do, and gives the reply. */
  ask(word: string, payload: object | null): Promise<unknown>;
  /** Has the site watched, as if the person had said yes to the browser. */
  watch(host: string): Promise<void>;
  unwatch(host: string): Promise<void>;
  pageState(page: Page): Promise<PageState>;
  /** Waits until the page has been read and `isDone` holds. */
  briefing(page: Page, isDone?: (briefing: Briefing) => boolean): Promise<Briefing>;
  /** The number on the toolbar button. */
  badge(page: Page): Promise<string>;
}

interface OfTest {
  background: Background;
  /** One thing a person does or sees; in suspend mode the background is stopped before it. */
  step: <T>(title: string, act: () => Promise<T>) => Promise<T>;
  /** A tab of its own in the window that the side panel belongs to. */
  tab: Page;
}

interface OfWorker {
  extension: Extension;
  pages: PageServer;
}

export const EXTENSION_FOLDER = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');

/** Tests with Chromium open, the built extension in it, and tests/pages served. All tests of a worker share them. */
export const test = base.extend<OfTest, OfWorker>({
  extension: [
    async ({}, use) => {
      const driven = await openChromium({ extension: EXTENSION_FOLDER, display: 'headless', size: TALL });
      await driven.allow('*://*/*');
      await use(extensionOf(driven));
      await driven.close();
    },
    { scope: 'worker' },
  ],
  pages: [
    async ({}, use) => {
      const pages = await servePages();
      await use(pages);
      await pages.close();
    },
    { scope: 'worker' },
  ],
  background: ['running', { option: true }],
  step: async ({ extension, background }, use) => {
    await use((title, act) =>
      test.step(title, async () => {
        if (background !== 'running') await extension.stopBackground();
        return act();
      }),
    );
  },
  tab: async ({ extension }, use, info) => {
    const tab = await extension.context.newPage();
    await use(tab);
    // What a person would have seen; the runner itself knows of neither view.
    for (const view of ['sidepanel.html', 'popup.html'] as const) {
      const open = info.status === info.expectedStatus ? undefined : await extension.findView(view);
      if (open) await info.attach(view, { body: await open.locator('body').innerText(), contentType: 'text/plain' });
    }
    await tab.close();
    // Whatever the test did or broke off: the next one finds no site watched and marks on.
    await extension.unwatch('127.0.0.1');
    await extension.ask('watch', { host: null, watch: 'off' });
    await extension.ask('marks', { marks: 'on' });
    await extension.desk.evaluate(async () => {
      const { origins = [] } = await chrome.permissions.getAll();
      for (const origin of origins) await chrome.permissions.remove({ origins: [origin] }).catch(() => false);
    });
  },
});

export const { expect } = test;

/** A file that only some machines have; a test that needs it says that it was skipped. */
export function shared(path: string): { path: string; isThere: boolean } {
  const whole = join(import.meta.dirname, '..', '..', '..', 'shared', path);
  return { path: whole, isThere: existsSync(whole) };
}

/** What the extension has painted on a page, by the names of its highlights. The page can see that; so can a test. */
export function paintedIn(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const highlights = CSS.highlights as unknown as Map<string, Iterable<AbstractRange>>;
    const textOf = (at: AbstractRange): string => {
      const range = new Range();
      range.setStart(at.startContainer, at.startOffset);
      range.setEnd(at.endContainer, at.endOffset);
      return range.toString();
    };
    return Object.fromEntries([...highlights].map(([name, ranges]) => [name, [...ranges].map(textOf)]));
  });
}

/** All texts painted on a page, in doubt or not. */
export async function marksIn(page: Page): Promise<string[]> {
  return Object.values(await paintedIn(page)).flat();
}

/** Drives the extension in a Chromium that is already open. */
export function extensionOf(driven: DrivenChromium): Extension {
  const ask: Extension['ask'] = (word, payload) =>
    driven.desk.evaluate((message) => chrome.runtime.sendMessage(message), {
      to: 'background-from-panel',
      word,
      payload,
    });
  const pageState: Extension['pageState'] = async (page) => {
    const tabId = await driven.tabIdOf(page);
    return ((await ask('pageState', { tabId })) as { value: PageState }).value;
  };
  return {
    ...driven,
    ask,
    pageState,
    watch: async (host) => {
      await driven.requestAtDesk([`*://${host}/*`, `*://*.${host}/*`]);
      await ask('watch', { host, watch: 'on' });
    },
    unwatch: async (host) => {
      await ask('watch', { host, watch: 'off' });
    },
    briefing: async (page, isDone = () => true) =>
      until('the briefing', async () => {
        const state = await pageState(page);
        return state.status === 'ready' && isDone(state.briefing) ? state.briefing : undefined;
      }),
    badge: async (page) => {
      const tabId = await driven.tabIdOf(page);
      return driven.desk.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
    },
  };
}
