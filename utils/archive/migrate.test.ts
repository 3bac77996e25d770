import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import { fakeLocks } from '../../tests/fake-locks';
import { openArchives } from '.';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A database as schema 1 left it. Never edited: it is what people have. */
async function leaveSchema1(): Promise<void> {
  const database = await openDB('backgrounder', 1, {
    upgrade(opened) {
      opened.createObjectStore('archives', { keyPath: 'id' });
      opened.createObjectStore('heads', { keyPath: 'archiveId' });
      opened.createObjectStore('entities', { keyPath: 'archiveId' });
      opened.createObjectStore('bodies', { keyPath: 'id' });
      opened.createObjectStore('indexes', { keyPath: 'name' });
    },
  });
  const head = { ...HEAD };
  await database.put('archives', { id: 'desk', title: 'Desk', homePage: null, installedAt: 5, briefs: 1 });
  await database.put('heads', { archiveId: 'desk', heads: [head] });
  await database.put('entities', { archiveId: 'desk', entities: ENTITIES });
  await database.put('bodies', { id: 'desk/1', body: BODY });
  await database.put('indexes', { name: 'names', blob: new Blob(['old']) });
  database.close();
}

const BODY = [{ kind: 'paragraph', spans: [{ text: 'Text' }] }];
const ENTITIES = [
  { id: 'desk/minsk', type: 'place', names: [{ text: 'Minsk', kind: 'full' }], ambiguous: false, saidBy: 'archive' },
];
const HEAD = {
  id: 'desk/1',
  archiveId: 'desk',
  group: 'desk/g',
  lang: 'en',
  week: { from: '2012-10-29', to: '2012-11-04' },
  date: null,
  title: 'One',
  situation: null,
  summary: '',
  entities: ['desk/minsk'],
  url: null,
  authors: [],
};

it('brings archives of schema 1 along with all they hold', async () => {
  await leaveSchema1();
  const archives = await openArchives(fakeLocks());
  expect(await archives.archive('desk')).toEqual({
    contents: {
      id: 'desk',
      title: 'Desk',
      homePage: null,
      entities: ENTITIES,
      briefs: [{ ...HEAD, body: BODY }],
    },
    installedAt: 5,
  });
  expect(await archives.brief('desk/1')).toEqual({ ...HEAD, body: BODY });
  expect(await archives.list()).toMatchObject([
    { id: 'desk', briefs: 1, groups: 1, languages: ['en'], weeks: HEAD.week, use: 'on', marks: 'in-pages' },
  ]);
  expect(await archives.findDamaged()).toEqual([]);
  // Indexes are caches: those of before are made anew.
  expect(await archives.index('names')).toBeNull();
  archives.close();
});

it('gives way to a newer build that wants to migrate', async () => {
  const archives = await openArchives(fakeLocks());
  const newer = await openDB('backgrounder', 99);
  expect(newer.version).toBe(99);
  newer.close();
  await expect(archives.list()).rejects.toThrow();
});

it('writes nothing into a database that a newer build made', async () => {
  (await openDB('backgrounder', 99)).close();
  await expect(openArchives(fakeLocks())).rejects.toThrow();
  const still = await openDB('backgrounder');
  expect([still.version, [...still.objectStoreNames]]).toEqual([99, []]);
  still.close();
});
