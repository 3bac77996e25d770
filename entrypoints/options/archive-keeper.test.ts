import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Archives, holdsBy, openArchives } from '@/utils/archive';
import { done } from '@/utils/model';
import { starter } from '@/utils/settings';
import { fakeLocks } from '../../tests/fake-locks';
import { createArchiveKeeper, type WorkingKeeper } from './archive-keeper';
import { workerHere } from '../../tests/worker-here';

let locks = fakeLocks();
beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  locks = fakeLocks();
});

const ignore = (): void => undefined;

async function opened(): Promise<{ keeper: WorkingKeeper; archives: Archives; told: unknown[] }> {
  const told: unknown[] = [];
  const ask = vi.fn((_word: string, payload: unknown) => {
    told.push(payload);
    return Promise.resolve(done(null));
  });
  const keeper = createArchiveKeeper({
    startWorker: () => workerHere(locks),
    holds: holdsBy(locks),
    ask: ask as never,
  });
  return { keeper, archives: await openArchives(locks), told };
}

/** Reads Markdown files of these titles, and keeps them as an archive. */
async function put(keeper: WorkingKeeper, id: string, titles: string[]) {
  const files = titles.map((title, place) => ({
    path: `${place}.md`,
    file: new File([`---\ntitle: ${title}\n---\n\nText of ${title}.\n`], `${place}.md`),
  }));
  const read = await keeper.work.read({ files, columns: null }, ignore);
  if (!read.ok) throw new Error('not read');
  const source = { kind: 'folder', name: id, files: files.length } as const;
  return keeper.keep({ id, title: id, source, at: 5 }, ignore);
}

const titles = async (archives: Archives): Promise<string[]> =>
  (await archives.heads()).map(({ title }) => title).sort();

describe('the keeper of archives', () => {
  it('puts an archive, replaces it, and takes each back', async () => {
    const { keeper, archives, told } = await opened();
    const first = await put(keeper, 'desk', ['One', 'Two']);
    expect([await titles(archives), told]).toEqual([['One', 'Two'], [{ put: ['desk'], removed: [] }]]);
    const second = await put(keeper, 'desk', ['Three']);
    expect(await titles(archives)).toEqual(['Three']);
    if (!second.ok || !second.value || !first.ok || !first.value) throw new Error('not kept');
    expect(await second.value()).toEqual(done(null));
    expect(await titles(archives)).toEqual(['One', 'Two']);
    expect(await first.value()).toEqual(done(null));
    expect([await archives.list(), told.at(-1)]).toEqual([[], { put: [], removed: ['desk'] }]);
  });

  it('changes nothing where the archive has just these briefs', async () => {
    const { keeper, archives, told } = await opened();
    await put(keeper, 'desk', ['One']);
    const generation = await archives.generation();
    expect(await put(keeper, 'desk', ['One'])).toEqual(done(null));
    expect([await archives.generation(), told.length]).toEqual([generation, 1]);
  });

  it('gives back what was removed until that is settled, though a start of the background cleans', async () => {
    const { keeper, archives } = await opened();
    await put(keeper, 'desk', ['One']);
    await put(keeper, 'other', ['Two']);
    const removed = await keeper.remove('desk');
    await archives.clean();
    if (!removed.ok) throw new Error(removed.error);
    await removed.value();
    expect(await titles(archives)).toEqual(['One', 'Two']);
    const again = await keeper.remove('desk');
    keeper.settle();
    await vi.waitFor(async () => expect(await archives.clean()).toBe(0));
    expect(again.ok && (await again.value())).toEqual({ ok: false, error: 'gone' });
    expect(await titles(archives)).toEqual(['Two']);
  });

  it('gives back what was removed though the worker was broken off since', async () => {
    const { keeper, archives } = await opened();
    await put(keeper, 'desk', ['One']);
    const removed = await keeper.remove('desk');
    const held = await locks.query();
    expect(held.held?.length).toBeGreaterThan(1);
    expect(removed.ok).toBe(true);
    if (!removed.ok) return;
    await removed.value();
    expect(await titles(archives)).toEqual(['One']);
  });

  it('leaves the old archive whole where adding is broken off, and nothing of the new one', async () => {
    const { keeper, archives } = await opened();
    await put(keeper, 'desk', ['Old']);
    const many = Array.from({ length: 1500 }, (_, place) => `New ${place}`);
    const files = many.map((title, place) => ({ path: `${place}.md`, file: new File([title], `${place}.md`) }));
    await keeper.work.read({ files, columns: null }, ignore);
    const source = { kind: 'folder', name: 'desk', files: 1 } as const;
    const kept = keeper.keep({ id: 'desk', title: 'desk', source, at: 6 }, ({ step }) => {
      if (step === 'storing') keeper.breakOff();
    });
    expect(await kept).toEqual({ ok: false, error: 'no-answer' });
    expect(await titles(archives)).toEqual(['Old']);
  });

  it('remembers that the starter archive was taken out, and that it came back', async () => {
    const { keeper } = await opened();
    await put(keeper, 'starter', ['One']);
    const removed = await keeper.remove('starter');
    expect(await starter.getValue()).toBe('removed');
    if (removed.ok) await removed.value();
    expect(await starter.getValue()).toBe('wanted');
  });

  it('switches an archive off and on, and writes its file either way', async () => {
    const { keeper, archives, told } = await opened();
    await put(keeper, 'desk', ['One']);
    expect(await keeper.choose('desk', { use: 'off', marks: 'in-pages' })).toEqual(done(null));
    expect([await titles(archives), told.length]).toEqual([[], 2]);
    const file = await keeper.write('desk');
    expect(file.ok && (JSON.parse(await file.value.text()) as { title: string }).title).toBe('desk');
    await keeper.choose('desk', { use: 'on', marks: 'panel-only' });
    expect(await titles(archives)).toEqual(['One']);
    expect(await keeper.write('nothing')).toEqual({ ok: false, error: 'gone' });
  });

  it('says what an update would take away', async () => {
    const { keeper } = await opened();
    await put(keeper, 'desk', ['One', 'Two', 'Three']);
    await keeper.work.read(
      { files: [{ path: '0.md', file: new File(['---\ntitle: One\n---\n\nx'], '0.md') }], columns: null },
      ignore,
    );
    expect(await keeper.work.compare({ id: 'desk' }, ignore)).toEqual(done({ kind: 'shrunken', lost: 2, of: 3 }));
    expect(await keeper.work.compare({ id: 'other' }, ignore)).toEqual(done({ kind: 'no' }));
  });

  it('says that the disk is full, and what was there is whole', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { keeper, archives } = await opened();
    await put(keeper, 'desk', ['One']);
    const put1 = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await put(keeper, 'desk', ['Two'])).toEqual({ ok: false, error: 'disk-full' });
    put1.mockRestore();
    expect(await titles(archives)).toEqual(['One']);
    expect((await put(keeper, 'desk', ['Two'])).ok).toBe(true);
  });
});
