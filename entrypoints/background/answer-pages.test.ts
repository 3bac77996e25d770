import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageText, SiteState } from '@/utils/model';
import { fakeLocks } from '../../tests/fake-locks';
import { fetchFromPackage } from '../../tests/our-package';

const ASKER = { tabId: 7, windowId: 1, incognito: false };

function page(url: string, text: string): PageText {
  return { url, canonicalUrl: null, title: '', lang: 'en', siteName: null, publishedAt: null, blocks: [{ text, part: 'body' }], extent: 'whole' }; // prettier-ignore
}
const VISIT = page('https://www.dispatch.example/1', 'Dmitry Rogozin met Vladimir Semashko in Minsk.');
const LATER = page('https://www.dispatch.example/2', 'Belaruskali was named.');

/** What was said to whoever listens, and what was shown on the button, in order. */
let heard: string[];

async function wake(): Promise<typeof import('./answer-pages')> {
  vi.resetModules();
  return import('./answer-pages');
}

/** Everything that is on its way, and what it leads to. */
const quiet = (): Promise<void> => vi.waitFor(() => expect(heard).toContain('page-changed'));

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  heard = [];
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('navigator', { locks: fakeLocks(), languages: ['en'] });
  vi.stubGlobal('fetch', fetchFromPackage);
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(((message: { word: string }) => {
    heard.push(message.word);
    return Promise.resolve();
  }) as never);
  for (const name of ['setBadgeBackgroundColor', 'setBadgeTextColor', 'setIcon'] as const)
    vi.spyOn(browser.action, name).mockResolvedValue(undefined);
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation((({ text }: { text: string }) => {
    heard.push(`badge ${text}`);
    return Promise.resolve();
  }) as never);
});

it('a page is answered with its marks before its briefs are there; then the panel is told', async () => {
  const pages = await wake();
  const painting = await pages.pageRead(VISIT, ASKER);
  expect(painting.ok && painting.value.marks.map(([, start, end]) => VISIT.blocks[0]?.text.slice(start, end))).toEqual([
    'Dmitry Rogozin',
    'Vladimir Semashko',
    'Minsk',
  ]);
  expect(heard).toEqual([]);
  await quiet();
  expect(heard).toEqual(['badge 3', 'page-changed']);
  const briefing = await pages.briefingOf(7);
  expect(briefing.ok && briefing.value.entities.map(({ label }) => label)).toEqual(['Rogozin', 'Semashko', 'Minsk']);
});

it('a tab that moved on while its page was briefed shows nothing of the page before', async () => {
  const pages = await wake();
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ ok: true, value: LATER } as never);
  await pages.pageRead(VISIT, ASKER);
  pages.forgetBriefing(7);
  await quiet();
  expect(heard).not.toContain('badge 3');
  const briefing = await pages.briefingOf(7);
  expect(briefing.ok && briefing.value.page.url).toBe(LATER.url);
});

it.each<[string, SiteState]>([
  ['https://www.paper.example/a', { host: 'paper.example', watch: 'off' }],
  ['chrome-extension://abcdefgh/search.html', { host: null, watch: 'unknown' }],
  ['about:blank', { host: null, watch: 'unknown' }],
])('names the site of a page, and none where the browser shows something of its own: %s', async (url, site) => {
  const pages = await wake();
  vi.spyOn(browser.tabs, 'get').mockResolvedValue({ url } as never);
  vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(new Error('nobody there'));
  browser.scripting = { executeScript: vi.fn().mockResolvedValue([]) } as never;
  expect((await pages.pageState(7)).site).toEqual(site);
});

it('says why nothing is marked where storage refuses, and has the panel say so too', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  globalThis.indexedDB = {
    open() {
      throw new DOMException('Failed to write blobs (IOError)', 'DataError');
    },
  } as unknown as IDBFactory;
  expect(await (await wake()).pageRead(VISIT, ASKER)).toEqual({ ok: false, error: 'disk-full' });
  expect(heard).toEqual(['page-changed']);
});
