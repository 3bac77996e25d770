import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveContents, Brief } from '@/utils/model';
import { openArchives, storageFailure } from '.';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function brief(id: string, title: string): Brief {
  const [archiveId = ''] = id.split('/');
  return {
    id,
    archiveId,
    group: id,
    lang: 'en',
    week: null,
    date: null,
    title,
    situation: null,
    summary: '',
    entities: [],
    url: null,
    authors: [],
    body: [{ kind: 'paragraph', spans: [{ text: `body of ${title}` }] }],
  };
}

function archive(id: string, titles: readonly string[]): ArchiveContents {
  return {
    id,
    title: `archive ${id}`,
    homePage: null,
    entities: [
      { id: `${id}/e`, type: 'place', names: [{ text: 'Minsk', kind: 'full' }], ambiguous: false, saidBy: 'archive' },
    ],
    briefs: titles.map((title, place) => brief(`${id}/${place}`, title)),
  };
}

const indexes = (byte: number): Map<string, Uint8Array<ArrayBuffer>> => new Map([['names', Uint8Array.of(byte)]]);

describe('stored archives', () => {
  it('gives back heads without bodies, bodies by id, entities and indexes', async () => {
    const archives = await openArchives();
    await archives.put(archive('a', ['One', 'Two']), { indexes: indexes(1), at: 5 });
    expect((await archives.heads()).map((head) => [head.title, 'body' in head])).toEqual([
      ['One', false],
      ['Two', false],
    ]);
    expect(await archives.brief('a/1')).toEqual(brief('a/1', 'Two'));
    expect(await archives.brief('a/7')).toBeNull();
    expect((await archives.entities()).map((entity) => entity.id)).toEqual(['a/e']);
    expect(await archives.list()).toEqual([{ id: 'a', title: 'archive a', homePage: null, installedAt: 5, briefs: 2 }]);
    expect(new Uint8Array(await (await archives.index('names'))!.arrayBuffer())).toEqual(Uint8Array.of(1));
    expect(await archives.index('texts')).toBeNull();
    expect(await archives.archive('a')).toEqual({ contents: archive('a', ['One', 'Two']), installedAt: 5 });
    expect(await archives.archive('b')).toBeNull();
    archives.close();
  });

  it('puts a newer version wholly in the place of the older, and leaves other archives alone', async () => {
    const archives = await openArchives();
    await archives.put(archive('a', ['One', 'Two', 'Three']), { indexes: indexes(1), at: 5 });
    await archives.put(archive('ab', ['Beside']), { indexes: indexes(2), at: 6 });
    await archives.put(archive('a', ['Only']), { indexes: indexes(3), at: 7 });
    expect((await archives.heads()).map((head) => head.title).sort()).toEqual(['Beside', 'Only']);
    expect(await archives.brief('a/2')).toBeNull();
    expect((await archives.brief('ab/0'))?.title).toBe('Beside');
    archives.close();
  });

  it('stays wholly old when the new version cannot be stored', async () => {
    const archives = await openArchives();
    await archives.put(archive('a', ['One', 'Two']), { indexes: indexes(1), at: 5 });
    const broken = archive('a', ['New', 'Newer']);
    const uncloneable = {
      ...broken,
      briefs: [broken.briefs[0]!, { ...broken.briefs[1]!, body: [(() => 1) as never] }],
    };
    await expect(archives.put(uncloneable, { indexes: indexes(9), at: 6 })).rejects.toThrow();
    expect((await archives.heads()).map((head) => head.title)).toEqual(['One', 'Two']);
    expect((await archives.brief('a/1'))?.title).toBe('Two');
    expect((await archives.list())[0]?.installedAt).toBe(5);
    expect(new Uint8Array(await (await archives.index('names'))!.arrayBuffer())).toEqual(Uint8Array.of(1));
    archives.close();
  });

  it('takes an archive out with all of its rows', async () => {
    const archives = await openArchives();
    await archives.put(archive('a', ['One']), { indexes: indexes(1), at: 5 });
    await archives.remove('a', { indexes: indexes(0) });
    expect([
      await archives.list(),
      await archives.heads(),
      await archives.entities(),
      await archives.brief('a/0'),
    ]).toEqual([[], [], [], null]);
    archives.close();
  });

  it('is there again after everything was closed', async () => {
    const first = await openArchives();
    await first.put(archive('a', ['One']), { indexes: indexes(1), at: 5 });
    first.close();
    const second = await openArchives();
    expect((await second.heads()).map((head) => head.title)).toEqual(['One']);
    second.close();
  });
});

describe('what storage says when it refuses', () => {
  it.each<[unknown, string]>([
    [new DOMException('full', 'QuotaExceededError'), 'disk-full'],
    [new DOMException('Failed to write blobs (IOError)', 'DataError'), 'disk-full'],
    [new DOMException('Internal error opening backing store', 'UnknownError'), 'archive-unreadable'],
    ['no error at all', 'archive-unreadable'],
  ])('%s', (error, meaning) => expect(storageFailure(error)).toBe(meaning));
});
