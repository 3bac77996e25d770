import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readArchiveFile } from '@/utils/intake';
import { findMentions } from '@/utils/matching';
import type { ArchiveContents } from '@/utils/model';
import { parseQuery, searchTexts } from '@/utils/search';
import { starter } from '@/utils/settings';
import { fakeLocks } from '../../tests/fake-locks';
import { fetchFromPackage } from '../../tests/our-package';

/** The background as it wakes: every module variable is gone, what IndexedDB holds is there. */
async function wake(): Promise<typeof import('./keep-archives')> {
  vi.resetModules();
  return import('./keep-archives');
}

let fetches = 0;
beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  fetches = 0;
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  vi.stubGlobal('fetch', (address: string) => {
    fetches += 1;
    return fetchFromPackage(address);
  });
});

describe('archives', () => {
  it('are filled with the starter archive by whoever asks first', async () => {
    const { knownArchives } = await wake();
    const known = await knownArchives();
    expect(known.ok && [known.value.heads.length, known.value.entities.size > 100]).toEqual([120, true]);
  });

  it('answer after a stop from what is stored, without reading the starter again', async () => {
    await (await wake()).knownArchives();
    const [archives, known] = [await (await wake()).knownArchives(), await (await wake()).knownNames()];
    expect(fetches).toBe(1);
    expect(archives.ok && archives.value.heads.length).toBe(120);
    const found = known.ok
      ? findMentions(known.value.names, { lang: 'en', blocks: [{ text: 'Dmitry Rogozin', part: 'body' }] })
      : [];
    expect(found.map(({ entityId }) => entityId)).toEqual(['starter/dmitry-rogozin']);
  });

  it('make the name index anew when the stored one is of another version', async () => {
    const before = await wake();
    await before.knownArchives();
    await before.withArchives(async (archives) =>
      archives.putIndex('names', Uint8Array.of(1, 2, 3), await archives.generation()),
    );
    const known = await (await wake()).knownNames();
    expect(
      known.ok && findMentions(known.value.names, { lang: 'en', blocks: [{ text: 'in Minsk', part: 'body' }] }),
    ).toHaveLength(1);
  });

  it('stay empty once the user took the starter out', async () => {
    await starter.setValue('removed');
    const known = await (await wake()).knownArchives();
    expect(known.ok && known.value.heads.length).toBe(0);
  });

  it('say why when storage refuses, and answer again as soon as it does not', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const working = globalThis.indexedDB;
    const { knownArchives } = await wake();
    globalThis.indexedDB = {
      open() {
        throw new DOMException('Failed to write blobs (IOError)', 'DataError');
      },
    } as unknown as IDBFactory;
    expect(await knownArchives()).toEqual({ ok: false, error: 'disk-full' });
    globalThis.indexedDB = working;
    expect((await knownArchives()).ok).toBe(true);
  });
});

/** An archive of one brief a title; the first knows a name. */
function desk(...titles: string[]): ArchiveContents {
  const items = titles.map((title, place) => ({
    id: `${place}`,
    title,
    content_text: `Body of ${title}`,
    language: 'en',
    _backgrounder: { entities: place === 0 ? ['zubr'] : [] },
  }));
  const entities = [{ id: 'zubr', type: 'company', names: [{ text: 'Zubrolit', kind: 'full' }] }];
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Desk',
    items,
    _backgrounder: { version: 1, entities },
  };
  const read = readArchiveFile({ text: JSON.stringify(feed), fileName: 'desk.json', archiveId: 'desk' });
  if (!read.ok) throw new Error('the test made a bad archive');
  return read.value;
}

/** What search, names and heads say of the archives that are stored, as a background that just woke sees it. */
async function seen(): Promise<{ heads: string[]; found: number; named: string[] }> {
  const [archives, known] = [await (await wake()).knownArchives(), await (await wake()).knownForPages()];
  if (!archives.ok) throw new Error(archives.error);
  if (!known.ok) throw new Error(known.error);
  const blocks = [{ text: 'Zubrolit and Dmitry Rogozin', part: 'body' as const }];
  return {
    heads: archives.value.heads.filter((head) => head.archiveId === 'desk').map((head) => head.title),
    found: searchTexts(known.value.texts, parseQuery('bison'), { languages: ['en'] }).total,
    named: findMentions(known.value.names, { lang: 'en', blocks }).map(({ entityId }) => entityId),
  };
}

describe('an archive of the user', () => {
  it('stands beside the others, is replaced whole, and taken out whole', async () => {
    const { putArchive } = await wake();
    await (await wake()).knownArchives();
    expect(await putArchive({ contents: desk('A bison', 'Two bison'), installedAt: 5 })).toEqual({
      ok: true,
      value: null,
    });
    expect(await seen()).toEqual({
      heads: ['A bison', 'Two bison'],
      found: 2,
      named: ['desk/zubr', 'starter/dmitry-rogozin'],
    });
    await (await wake()).putArchive({ contents: desk('One bison'), installedAt: 6 });
    expect(await seen()).toEqual({ heads: ['One bison'], found: 1, named: ['desk/zubr', 'starter/dmitry-rogozin'] });
    await (await wake()).removeArchive('desk');
    expect(await seen()).toEqual({ heads: [], found: 0, named: ['starter/dmitry-rogozin'] });
  });

  it('is answered by a background that stays awake too', async () => {
    const { knownArchives, putArchive, removeArchive } = await wake();
    const heads = async (): Promise<number> => {
      const known = await knownArchives();
      return known.ok ? known.value.heads.length : -1;
    };
    expect(await heads()).toBe(120);
    await putArchive({ contents: desk('A bison'), installedAt: 5 });
    expect(await heads()).toBe(121);
    await removeArchive('desk');
    expect(await heads()).toBe(120);
  });

  it('put and removed in one breath leaves indexes that fit what is stored', async () => {
    const { putArchive, putStarter, removeArchive } = await wake();
    await Promise.all([
      putStarter(),
      putArchive({ contents: desk('A bison'), installedAt: 5 }),
      removeArchive('starter'),
    ]);
    expect(await seen()).toEqual({ heads: ['A bison'], found: 1, named: ['desk/zubr'] });
  });

  it('stays as it was when the new one cannot be stored', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { putArchive } = await wake();
    await putArchive({ contents: desk('A bison'), installedAt: 5 });
    const broken = desk('New bison', 'Newer bison');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Failed to write blobs (IOError)', 'DataError');
    });
    expect(await putArchive({ contents: broken, installedAt: 6 })).toEqual({ ok: false, error: 'disk-full' });
    vi.restoreAllMocks();
    expect((await seen()).heads).toEqual(['A bison']);
  });
});

describe('the starter archive', () => {
  it('stays out once it was taken out, and comes back as it was', async () => {
    const first = await wake();
    const before = await first.withArchives((archives) => archives.archive('starter'));
    await first.removeArchive('starter');
    expect(await starter.getValue()).toBe('removed');
    expect((await seen()).named).toEqual([]);
    if (!before.ok || !before.value) throw new Error('no starter');
    const again = await wake();
    await again.putArchive(before.value);
    expect(await again.withArchives((archives) => archives.archive('starter'))).toEqual(before);
    expect(await starter.getValue()).toBe('wanted');
    expect((await seen()).named).toEqual(['starter/dmitry-rogozin']);
  });
});
