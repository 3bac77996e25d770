import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLocks } from '../../tests/fake-locks';
import { openArchives } from '.';
import { archive, indexes, put, rows, swap, titles } from './archives-for-tests';

let locks = fakeLocks();
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  locks = fakeLocks();
});

describe('a version that is staged', () => {
  it('is seen by nobody before it is swapped in, and tells how far it is', async () => {
    const archives = await openArchives(locks);
    await put(archives, archive('a', ['Old']));
    const many = archive(
      'a',
      Array.from({ length: 1200 }, (_, place) => `New ${place}`),
    );
    const told: number[] = [];
    const { record, release } = await archives.stage(many, { at: 6, onProgress: ({ briefs }) => told.push(briefs) });
    expect(told).toEqual([500, 1000, 1200]);
    expect(await titles(archives)).toEqual(['Old']);
    expect(await archives.clean()).toBe(0);
    await swap(archives, { kind: 'put', version: record.version });
    release();
    expect(await titles(archives)).toHaveLength(1200);
    archives.close();
  });

  it('comes from where the one before came from, where nothing else is said', async () => {
    const archives = await openArchives(locks);
    const source = { kind: 'feed', name: 'https://a.example/feed', files: 1 } as const;
    const first = await archives.stage(archive('a', ['One']), { at: 5, source });
    await swap(archives, { kind: 'put', version: first.record.version });
    const second = await archives.stage(archive('a', ['Two']), { at: 6 });
    const other = await archives.stage(archive('b', ['Three']), { at: 6 });
    expect([second.record.source, other.record.source]).toEqual([source, null]);
    archives.close();
  });

  it('is cleaned away once whoever wrote it is dead', async () => {
    const archives = await openArchives(locks);
    await put(archives, archive('a', ['Old']));
    const before = await rows();
    await archives.stage(archive('a', ['New', 'Newer']), { at: 6 });
    expect(await archives.clean()).toBe(0);
    locks.killAll();
    expect(await archives.clean()).toBe(1);
    expect([await rows(), await titles(archives)]).toEqual([before, ['Old']]);
    archives.close();
  });

  it.each(Array.from({ length: 10 }, (_, cut) => cut))(
    'leaves the old one whole when the disk fills at write %i, and nothing behind it',
    async (cut) => {
      const archives = await openArchives(locks);
      await put(archives, archive('a', ['One', 'Two']));
      const before = await rows();
      const write = IDBObjectStore.prototype.put;
      let writes = 0;
      const refuse = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        ...row
      ) {
        if (writes++ === cut) throw new DOMException('full', 'QuotaExceededError');
        return write.apply(this, row);
      });
      await expect(put(archives, archive('a', ['New', 'Newer', 'Newest']), 6)).rejects.toThrow('full');
      refuse.mockRestore();
      locks.killAll();
      await archives.clean();
      expect([await rows(), await titles(archives)]).toEqual([before, ['One', 'Two']]);
      expect(new Uint8Array(await (await archives.index('names'))!.arrayBuffer())).toEqual(Uint8Array.of(5));
      archives.close();
    },
  );

  it('is refused where it cannot be stored at all', async () => {
    const archives = await openArchives(locks);
    await put(archives, archive('a', ['One']));
    const broken = archive('a', ['New', 'Newer']);
    const uncloneable = { ...broken, briefs: broken.briefs.map((each) => ({ ...each, body: [(() => 1) as never] })) };
    await expect(put(archives, uncloneable)).rejects.toThrow();
    expect(await titles(archives)).toEqual(['One']);
    archives.close();
  });
});

describe('a swap', () => {
  it('is overtaken by any other that came first, and then changes nothing', async () => {
    const archives = await openArchives(locks);
    const { record, release } = await archives.stage(archive('a', ['One']), { at: 5 });
    const fit = { indexes: indexes(9), generation: await archives.generation() };
    await put(archives, archive('b', ['Beside']));
    expect(await archives.swap({ kind: 'put', version: record.version }, fit)).toEqual({
      ok: false,
      error: 'overtaken',
    });
    expect(await titles(archives)).toEqual(['Beside']);
    expect(new Uint8Array(await (await archives.index('names'))!.arrayBuffer())).toEqual(Uint8Array.of(5));
    release();
    archives.close();
  });

  it('leaves an older self that can be put back while it is held', async () => {
    const archives = await openArchives(locks);
    await put(archives, archive('a', ['Old']), 5);
    const former = await put(archives, archive('a', ['New']), 6);
    const release = await archives.hold(former!);
    await archives.clean();
    await swap(archives, { kind: 'put', version: former! });
    release();
    expect([await titles(archives), (await archives.list())[0]?.installedAt]).toEqual([['Old'], 5]);
    await archives.clean();
    expect(await swap(archives, { kind: 'put', version: former! })).toEqual({ ok: false, error: 'gone' });
    archives.close();
  });

  it('makes indexes of before fit no more', async () => {
    const archives = await openArchives(locks);
    await put(archives, archive('a', ['One']));
    await archives.putIndex('texts', Uint8Array.of(7), await archives.generation());
    expect(await archives.index('texts')).not.toBeNull();
    await put(archives, archive('a', ['Two']));
    expect([await archives.index('texts'), await archives.index('names')]).toEqual([null, expect.any(Blob)]);
    await archives.putIndex('texts', Uint8Array.of(7), (await archives.generation()) - 1);
    expect(await archives.index('texts')).toBeNull();
    archives.close();
  });
});
