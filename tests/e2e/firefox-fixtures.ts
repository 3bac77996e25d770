import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { Briefing, PageState } from '@/utils/model';
import { type DrivenFirefox, type FirefoxPage, openFirefox } from '../../scripts/drive/firefox';
import { type PageServer, servePages } from '../../scripts/drive/serve-pages';
import { until } from '../../scripts/drive/until';
import type { Background } from './backgrounds';
import { TALL } from './tall-window';

/** The extension in Firefox, with what tests ask of it. */
export interface FirefoxExtension extends DrivenFirefox {
  ask(word: string, payload: object | null): Promise<unknown>;
  watch(host: string): Promise<void>;
  unwatch(host: string): Promise<void>;
  /** Of the tab in front. */
  pageState(): Promise<PageState>;
  briefing(isDone?: (briefing: Briefing) => boolean): Promise<Briefing>;
  badge(): Promise<string>;
}

interface OfTest {
  background: Background;
  step: <T>(title: string, act: () => Promise<T>) => Promise<T>;
  tab: FirefoxPage;
}

interface OfWorker {
  firefox: FirefoxExtension;
  pages: PageServer;
}

const EXTENSION_FOLDER = join(import.meta.dirname, '..', '..', '.output', 'firefox-mv3');

/** As in fixtures.ts, for Firefox: one browser for all tests of a worker. */
export const test = base.extend<OfTest, OfWorker>({
  firefox: [
    async ({}, use) => {
      const driven = await openFirefox({ extension: EXTENSION_FOLDER, display: 'headless', size: TALL });
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
  step: async ({ firefox, background }, use) => {
    await use((title, act) =>
      test.step(title, async () => {
        if (background !== 'running') await firefox.stopBackground();
        return act();
      }),
    );
  },
  tab: async ({ firefox }, use) => {
    const tab = await firefox.newPage('about:blank');
    await tab.bringToFront();
    await use(tab);
    await tab.close();
    await firefox.unwatch('127.0.0.1');
    await firefox.ask('watch', { host: null, watch: 'off' });
    await firefox.ask('marks', { marks: 'on' });
    await firefox.atDesk(
      `browser.permissions.getAll().then(({ origins = [] }) => browser.permissions.remove({ origins }).catch(() => false))`,
    );
  },
});

export const { expect } = test;

/** Texts painted on a page. */
export function marksIn(page: FirefoxPage): Promise<string[]> {
  return page.evaluate(`[...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((at) => {
    const range = new Range();
    range.setStart(at.startContainer, at.startOffset);
    range.setEnd(at.endContainer, at.endOffset);
    return range.toString();
  }))`);
}

function extensionOf(driven: DrivenFirefox): FirefoxExtension {
  const ask: FirefoxExtension['ask'] = (word, payload) =>
    driven.atDesk(`browser.runtime.sendMessage(${JSON.stringify({ to: 'background-from-panel', word, payload })})`);
  const pageState = async (): Promise<PageState> => {
    const tabId = await driven.tabIdInFront();
    return ((await ask('pageState', { tabId })) as { value: PageState }).value;
  };
  return {
    ...driven,
    ask,
    pageState,
    watch: async (host) => {
      await driven.allow([`*://${host}/*`, `*://*.${host}/*`]);
      await ask('watch', { host, watch: 'on' });
    },
    unwatch: async (host) => {
      await ask('watch', { host, watch: 'off' });
    },
    briefing: (isDone = () => true) =>
      until('the briefing', async () => {
        const state = await pageState();
        return state.status === 'ready' && isDone(state.briefing) ? state.briefing : undefined;
      }),
    badge: async () => driven.atDesk(`browser.action.getBadgeText({ tabId: ${await driven.tabIdInFront()} })`),
  };
}
