import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { done, type PageText } from '@/utils/model';
import { addedPage, starter } from '@/utils/settings';
import { fetchFromPackage } from '../../tests/our-package';

const PAGE: PageText = {
  url: 'https://paper.example/tender#top',
  canonicalUrl: 'https://paper.example/tender',
  title: 'Tender | Paper',
  lang: 'en',
  siteName: 'Paper',
  publishedAt: '2026-11-20',
  blocks: [
    { text: 'Menu', part: 'furniture' },
    { text: 'Tender', part: 'headline' },
    { text: 'The board spoke.', part: 'lead' },
    { text: '<script>alert(1)</script>', part: 'body' },
  ],
  extent: 'whole',
};

/** What tab 2 shows, and tab 1. */
const OTHER: PageText = { ...PAGE, url: 'https://paper.example/two', canonicalUrl: null };
let shown: unknown = PAGE;
beforeEach(async () => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  shown = PAGE;
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(
    (tabId) => Promise.resolve(done(tabId === 2 ? OTHER : shown)) as never,
  );
  vi.spyOn(browser.tabs, 'query').mockImplementation(() => Promise.resolve([]) as never); // no other tab is painted anew
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.stubGlobal('fetch', fetchFromPackage);
  await starter.setValue('removed');
});

/** As it wakes: every module variable is gone. */
async function woken() {
  vi.resetModules();
  const [{ addPage, undoAddedPage }, { withArchives }] = await Promise.all([
    import('./add-page'),
    import('./keep-archives'),
  ]);
  return {
    add: (tabId = 1) => addPage({ tabId }),
    undo: undoAddedPage,
    mine: async () => {
      const archive = await withArchives((archives) => archives.archive('my-pages'));
      return archive.ok ? (archive.value?.contents ?? null) : null;
    },
  };
}

describe('adding a page', () => {
  it('keeps its text and what it says of itself, as text', async () => {
    const { add, mine } = await woken();
    expect(await add()).toEqual(done(null));
    expect(await mine()).toMatchObject({
      title: 'My pages',
      briefs: [
        {
          id: 'my-pages/https://paper.example/tender',
          title: 'Tender',
          date: '2026-11-20',
          url: 'https://paper.example/tender',
          authors: ['Paper'],
          body: [
            { kind: 'paragraph', spans: [{ text: 'The board spoke.' }] },
            { kind: 'paragraph', spans: [{ text: '<script>alert(1)</script>' }] },
          ],
        },
      ],
    });
  });

  it('can be taken back after the background was stopped, once', async () => {
    await (await woken()).add();
    const { undo, mine } = await woken();
    expect(await undo()).toEqual(done(null));
    expect([await mine(), await addedPage.getValue()]).toEqual([null, null]);
    expect(await undo()).toMatchObject({ ok: false, error: 'gone' });
  });

  it('puts a newer self in the place of the older one, and gives the older one back', async () => {
    await (await woken()).add();
    shown = { ...PAGE, blocks: [{ text: 'Tender, corrected', part: 'headline' }, ...PAGE.blocks.slice(2)] };
    await (await woken()).add();
    const { undo, mine } = await woken();
    expect((await mine())?.briefs.map(({ title }) => title)).toEqual(['Tender, corrected']);
    await undo();
    expect((await mine())?.briefs.map(({ title }) => title)).toEqual(['Tender']);
  });

  it('leaves the other pages alone, also two in one breath', async () => {
    const { add, undo, mine } = await woken();
    await Promise.all([add(1), add(2)]);
    expect((await mine())?.briefs).toHaveLength(2);
    await undo();
    expect((await mine())?.briefs).toHaveLength(1);
  });

  it('does not let a page take the place of another site’s', async () => {
    await (await woken()).add();
    shown = { ...PAGE, url: 'https://evil.example/', title: 'Evil' };
    const { add, mine } = await woken();
    await add();
    expect((await mine())?.briefs.map(({ url }) => url).sort()).toEqual([
      'https://evil.example/',
      'https://paper.example/tender',
    ]);
  });

  it.each([
    ['that says something else', { blocks: 'all' }],
    ['without a text', { ...PAGE, title: '', blocks: [] }],
  ])('keeps nothing of a page %s', async (_, page) => {
    shown = page;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { add, mine } = await woken();
    expect((await add()).ok).toBe(false);
    expect(await mine()).toBeNull();
  });
});
