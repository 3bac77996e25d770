import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fakeLocks } from '../../tests/fake-locks';
import { readStores } from '../../tests/read-stores';
import { fetchFromPackage } from '../../tests/our-package';

/** The background as it wakes: every module variable is gone, what IndexedDB holds is there. */
async function wake() {
  vi.resetModules();
  const [search, keep] = await Promise.all([import('./answer-search'), import('./keep-archives')]);
  return { ...search, ...keep };
}

async function titlesOf(background: Awaited<ReturnType<typeof wake>>, text: string): Promise<string[]> {
  const found = await background.searchArchives({ text });
  return found.ok ? found.value.briefs.map(({ head }) => head.title) : [found.error];
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('navigator', { locks: fakeLocks(), languages: ['en'] });
  vi.stubGlobal('fetch', fetchFromPackage);
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
});

describe('searching', () => {
  it('reads neither all heads nor all entities once a search has packed them, also after a stop', async () => {
    const before = await titlesOf(await wake(), 'rogozin');
    const stores = readStores(IDBObjectStore);
    const background = await wake();
    expect(await titlesOf(background, 'rogozin')).toEqual(before);
    expect(before.length).toBeGreaterThan(1);
    expect((await background.searchArchives({ text: 'rogozin' })).ok).toBe(true);
    expect([...stores].filter((store) => store === 'heads' || store === 'entities')).toEqual([]);
  });

  it('goes to the database for the texts of hits that it has not shown yet, and no more', async () => {
    const background = await wake();
    await titlesOf(background, 'rogozi');
    const stores = readStores(IDBObjectStore);
    await titlesOf(background, 'rogozin');
    expect([...stores]).toEqual(['generations']);
  });

  it('finds what a change of the archives brought, and no more what it took', async () => {
    const background = await wake();
    expect(await titlesOf(background, 'zzyzx')).toEqual([]);
    const brief = { id: 'desk/1', archiveId: 'desk', group: 'desk/1', lang: 'en', week: null, date: null, title: 'Zzyzx', situation: null, summary: '', url: null, authors: [], tags: [], entities: [], body: [] }; // prettier-ignore
    const contents = { id: 'desk', title: 'Desk', homePage: null, entities: [], briefs: [brief] };
    expect(await background.putArchive({ contents, installedAt: 1 })).toMatchObject({ ok: true });
    expect(await titlesOf(background, 'zzyzx')).toEqual(['Zzyzx']);
    expect(await titlesOf(await wake(), 'zzyzx')).toEqual(['Zzyzx']);
    await background.removeArchive('desk');
    expect(await titlesOf(background, 'zzyzx')).toEqual([]);
    expect(await titlesOf(await wake(), 'zzyzx')).toEqual([]);
  });
});
