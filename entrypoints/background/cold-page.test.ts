import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageText } from '@/utils/model';
import { fakeLocks } from '../../tests/fake-locks';
import { readStores } from '../../tests/read-stores';
import { fetchFromPackage } from '../../tests/our-package';

const PAGE: PageText = {
  url: 'https://www.dispatch.example/news/1',
  canonicalUrl: null,
  title: 'A visit',
  lang: 'en',
  siteName: null,
  publishedAt: null,
  blocks: [
    { part: 'headline', text: 'Rogozin goes to Minsk to speak of the MAZ and KAMAZ merger' },
    { part: 'body', text: 'Dmitry Rogozin met Vladimir Semashko about defence plants and their shares.' },
  ],
  extent: 'whole',
};

/** The background as it wakes: every module variable is gone, what IndexedDB holds is there. */
async function wake(): Promise<typeof import('./answer-panel') & typeof import('./answer-edits')> {
  vi.resetModules();
  const [panel, edits] = await Promise.all([import('./answer-panel'), import('./answer-edits')]);
  return { ...panel, ...edits };
}

async function related(): Promise<{ entities: string[]; briefs: string[] }> {
  const briefing = await (await wake()).briefDemo(PAGE);
  if (!briefing.ok) throw new Error(briefing.error);
  const { entities, related: briefs } = briefing.value;
  return { entities: entities.map(({ id }) => id), briefs: briefs.map(({ head }) => head.id) };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('navigator', { locks: fakeLocks(), languages: ['en'] });
  vi.stubGlobal('fetch', fetchFromPackage);
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
});

it('a page is briefed after a stop without reading all heads and entities, once they were packed', async () => {
  const before = await related();
  expect(before.briefs.length).toBeGreaterThan(2);
  const stores = readStores(IDBObjectStore);
  expect(await related()).toEqual(before);
  expect([...stores]).toContain('indexes');
  expect([...stores]).not.toContain('heads');
  expect([...stores]).not.toContain('entities');
});

it('a page is briefed by the user’s hand, packed or not', async () => {
  const before = await related();
  const merge = { act: 'merge', entity: 'starter/vladimir-semashko', into: 'starter/dmitry-rogozin' } as const;
  await (await wake()).editEntity({ id: 'e1', changes: [merge] });
  for (const _ of ['made', 'packed']) {
    const merged = await related();
    expect(before.entities).toContain('starter/vladimir-semashko');
    expect(merged.entities).toEqual(before.entities.filter((id) => id !== 'starter/vladimir-semashko'));
    expect(merged.briefs).toEqual(expect.arrayContaining(before.briefs.slice(0, 1)));
  }
  await (await wake()).undoEdit({ id: 'e1' });
  expect(await related()).toEqual(before);
});
