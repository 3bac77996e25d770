import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { done, type Edit, failed, type Note } from '@/utils/model';
import { fakeLocks } from '../../tests/fake-locks';
import { openArchives } from '.';
import { archive, indexes, put, swap } from './archives-for-tests';

let locks = fakeLocks();
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  locks = fakeLocks();
});

function edit(id: string, at: number): Edit {
  return { version: 1, id, at, label: 'Minsk', changes: [{ act: 'mute', entity: 'a/e' }] };
}

function note(id: string, place: number): Note {
  return {
    version: 1,
    id,
    pinnedAt: 1,
    place,
    text: 'mine',
    briefId: 'a/0',
    brief: { lang: 'en', week: null, date: null, title: 'One', situation: null, summary: '', url: null, authors: [] },
    archiveTitle: 'archive a',
    print: '1',
    passage: null,
  };
}

describe('what the user made', () => {
  it('is kept in its order, and outlives the archives', async () => {
    const archives = await openArchives(locks);
    await put(archives, archive('a', ['One']));
    expect(await swap(archives, { kind: 'edit', edits: [edit('later', 9), edit('first', 2)] })).toEqual(done({ former: null })); // prettier-ignore
    await archives.changeNotes(() => ({ put: [note('low', 2), note('high', 1)] }));
    await put(archives, archive('a', ['Two']));
    await swap(archives, { kind: 'remove', id: 'a' });
    await archives.clean();
    expect((await archives.edits()).map(({ id }) => id)).toEqual(['first', 'later']);
    expect((await archives.notes()).map(({ id }) => id)).toEqual(['high', 'low']);
    await archives.setEdits([edit('later', 9)]);
    await archives.changeNotes(() => ({ put: [note('low', 0)], remove: ['high'] }));
    expect((await archives.edits()).map(({ id }) => id)).toEqual(['later']);
    expect((await archives.notes()).map(({ id }) => id)).toEqual(['low']);
    archives.close();
  });

  it('is changed together with the indexes, or not at all', async () => {
    const archives = await openArchives(locks);
    const before = await archives.generation();
    await put(archives, archive('a', ['One']));
    const late = { indexes: indexes(9), generation: before };
    expect(await archives.swap({ kind: 'edit', edits: [edit('e', 1)] }, late)).toEqual(failed('overtaken'));
    expect(await archives.edits()).toEqual([]);
    const generation = await archives.generation();
    await archives.swap({ kind: 'edit', edits: [edit('e', 1)] }, { indexes: indexes(9), generation });
    expect(await archives.edits()).toEqual([edit('e', 1)]);
    expect(await archives.generation()).toBe(generation + 1);
    expect(new Uint8Array(await (await archives.index('names'))!.arrayBuffer())).toEqual(Uint8Array.of(9));
    archives.close();
  });
});
