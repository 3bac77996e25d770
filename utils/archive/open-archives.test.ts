import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveContents, Brief } from '@/utils/model';
import { fakeLocks } from '../../tests/fake-locks';
import { openArchives, storageFailure } from '.';
import { archive, brief, put, rows, swap, titles } from './archives-for-tests';

let locks = fakeLocks();
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  locks = fakeLocks();
});

describe('stored archives', () => {
  it('give back heads without bodies, bodies by id, entities and indexes', async () => {
    const archives = await openArchives(locks);
    await put(archives, archive('a', ['One', 'Two']));
    expect((await archives.heads()).map((head) => [head.title, 'body' in head])).toEqual([
      ['One', false],
      ['Two', false],
    ]);
    expect(await archives.brief('a/1')).toEqual(brief('a/1', 'Two'));
    expect(await archives.brief('a/7')).toBeNull();
    expect((await archives.briefs()).map(({ body }) => body)).toEqual(
      archive('a', ['One', 'Two']).briefs.map(({ body }) => body),
    );
    expect(await archives.bodies(['a/1', 'b/1'])).toEqual([brief('a/1', 'Two').body, []]);
    expect((await archives.entities()).map((entity) => entity.id)).toEqual(['a/e']);
    expect(new Uint8Array(await (await archives.index('names'))!.arrayBuffer())).toEqual(Uint8Array.of(5));
    expect(await archives.index('texts')).toBeNull();
    expect(await archives.archive('a')).toEqual({ contents: archive('a', ['One', 'Two']), installedAt: 5 });
    expect(await archives.archive('b')).toBeNull();
    archives.close();
  });

  it('know of an archive what a list shows', async () => {
    const archives = await openArchives(locks);
    const weekly = (id: string, lang: string, from: string, to: string): Brief => ({
      ...brief(`a/${id}`, id),
      lang,
      group: 'a/g',
      week: { from, to },
    });
    const contents = {
      ...archive('a', []),
      briefs: [
        weekly('1', 'en', '2012-10-29', '2012-11-04'),
        weekly('2', 'be', '2012-10-29', '2012-11-04'),
        { ...brief('a/3', 'Three'), date: '2011-05-01' },
      ],
    };
    const { record, release } = await archives.stage(contents, {
      at: 7,
      source: { kind: 'folder', name: 'Desk', files: 3 },
    });
    expect(await archives.list()).toEqual([]);
    await swap(archives, { kind: 'put', version: record.version });
    release();
    expect(await archives.list()).toMatchObject([
      {
        id: 'a',
        title: 'archive a',
        installedAt: 7,
        briefs: 3,
        groups: 2,
        languages: ['en', 'be'],
        weeks: { from: '2011-05-01', to: '2012-11-04' },
        source: { kind: 'folder', name: 'Desk', files: 3 },
        use: 'on',
        marks: 'in-pages',
      },
    ]);
    archives.close();
  });

  it('have the same checksum for the same contents, and another for others', async () => {
    const archives = await openArchives(locks);
    const sum = async (contents: ArchiveContents): Promise<string> => {
      const { record, release } = await archives.stage(contents, { at: Math.random() });
      release();
      return record.checksum;
    };
    const one = archive('a', ['One', 'Two']);
    const shuffledKeys = {
      ...one,
      briefs: one.briefs.map(({ id, title, ...rest }) => ({ title, ...rest, id })),
    };
    expect(await sum(one)).toBe(await sum(structuredClone(one)));
    expect(await sum(one)).toBe(await sum(shuffledKeys));
    const others = [
      archive('a', ['One', 'Twp']),
      archive('a', ['Two', 'One']),
      { ...one, says: 'private' as const },
      { ...one, entities: [] },
    ];
    for (const other of others) expect(await sum(other)).not.toBe(await sum(one));
    archives.close();
  });

  it('know whether they have just these contents', async () => {
    const archives = await openArchives(locks);
    expect(await archives.has(archive('a', ['One']))).toBe(false);
    await put(archives, archive('a', ['One']));
    expect(await archives.has(archive('a', ['One']))).toBe(true);
    expect(await archives.has(archive('a', ['Two']))).toBe(false);
    expect([await archives.briefIds('a'), await archives.briefIds('b')]).toEqual([['a/0'], []]);
    archives.close();
  });

  it('put a newer version wholly in the place of the older, and leave other archives alone', async () => {
    const archives = await openArchives(locks);
    await put(archives, archive('a', ['One', 'Two', 'Three']));
    await put(archives, archive('ab', ['Beside']));
    await put(archives, archive('a', ['Only']));
    expect((await titles(archives)).sort()).toEqual(['Beside', 'Only']);
    expect(await archives.brief('a/2')).toBeNull();
    expect((await archives.brief('ab/0'))?.title).toBe('Beside');
    await archives.clean();
    expect(await rows()).toEqual({ archives: 2, heads: 2, entities: 2, bodies: 2, aside: 0 });
    archives.close();
  });

  it('take an archive out with all of its rows', async () => {
    const archives = await openArchives(locks);
    await put(archives, archive('a', ['One']));
    expect((await swap(archives, { kind: 'remove', id: 'a' })).ok).toBe(true);
    expect([await archives.list(), await titles(archives), await archives.brief('a/0')]).toEqual([[], [], null]);
    expect(await swap(archives, { kind: 'remove', id: 'a' })).toEqual({ ok: false, error: 'gone' });
    await archives.clean();
    expect(await rows()).toEqual({ archives: 0, heads: 0, entities: 0, bodies: 0, aside: 0 });
    archives.close();
  });

  it('are there again after everything was closed', async () => {
    const first = await openArchives(locks);
    await put(first, archive('a', ['One']));
    first.close();
    const second = await openArchives(locks);
    expect(await titles(second)).toEqual(['One']);
    second.close();
  });
});

describe('what the user chose of an archive', () => {
  it('takes it out of use, is kept apart from its data, and survives an update', async () => {
    const archives = await openArchives(locks);
    await put(archives, archive('a', ['One']));
    await put(archives, archive('b', ['Beside']));
    await swap(archives, { kind: 'choose', id: 'a', choice: { use: 'off', marks: 'panel-only' } });
    expect([await titles(archives), (await archives.entities()).map(({ id }) => id)]).toEqual([['Beside'], ['b/e']]);
    expect((await archives.briefs()).map(({ id }) => id)).toEqual(['b/0']);
    await put(archives, archive('a', ['Newer']));
    expect((await archives.list()).map(({ id, use, marks }) => [id, use, marks])).toEqual([
      ['a', 'off', 'panel-only'],
      ['b', 'on', 'in-pages'],
    ]);
    expect((await archives.brief('a/0'))?.title).toBe('Newer');
    archives.close();
  });

  it('goes with the archive once that cannot come back', async () => {
    const archives = await openArchives(locks);
    await put(archives, archive('a', ['One']));
    await swap(archives, { kind: 'choose', id: 'a', choice: { use: 'off', marks: 'in-pages' } });
    await swap(archives, { kind: 'remove', id: 'a' });
    expect(await archives.useOf('a')).toBe('off');
    await archives.clean();
    expect(await archives.useOf('a')).toBe('on');
    archives.close();
  });

  it('is what the archive says, until they say otherwise', async () => {
    const archives = await openArchives(locks);
    const secret = { ...archive('a', ['One']), says: 'private' as const };
    await put(archives, secret);
    expect((await archives.list())[0]?.marks).toBe('panel-only');
    await swap(archives, { kind: 'choose', id: 'a', choice: { use: 'on', marks: 'in-pages' } });
    await put(archives, secret);
    expect((await archives.list())[0]?.marks).toBe('in-pages');
    expect((await archives.archive('a'))?.contents).toEqual(secret);
    archives.close();
  });
});

describe('loss', () => {
  it.each([
    ['a body', 'bodies'],
    ['the heads', 'heads'],
    ['the entities', 'entities'],
  ])('of %s is noticed', async (_, store) => {
    const archives = await openArchives(locks);
    await put(archives, archive('a', ['One', 'Two']));
    await put(archives, archive('b', ['Beside']));
    expect(await archives.findDamaged()).toEqual([]);
    const [{ version } = { version: '' }] = await archives.list();
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('backgrounder');
      request.onsuccess = () => resolve(request.result);
    });
    await new Promise((resolve) => {
      const transaction = opened.transaction(store, 'readwrite');
      transaction.objectStore(store).delete(store === 'bodies' ? `${version}/1` : version);
      transaction.oncomplete = resolve;
    });
    opened.close();
    expect((await archives.findDamaged()).map(({ id }) => id)).toEqual(['a']);
    expect(await archives.archive('a')).toBeNull();
    archives.close();
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
