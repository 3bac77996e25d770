import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Archives, holdsBy, openArchives } from '@/utils/archive';
import { done } from '@/utils/model';
import { backupLines } from '@/utils/backup';
import { starter, theme } from '@/utils/settings';
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

describe('a backup of everything', () => {
  const file = (blob: Blob): File => new File([blob], 'backup');
  const note = { id: 'n', version: 1, text: 'mine', pinnedAt: 1, place: 1, briefId: 'desk/0', archiveTitle: 'desk', print: '', passage: null, brief: { lang: 'en', week: null, date: null, title: 'One', situation: null, summary: '', url: null, authors: [] } } as const; // prettier-ignore

  async function filled() {
    const all = await opened();
    await put(all.keeper, 'desk', ['One', 'Two']);
    await put(all.keeper, 'other', ['Three']);
    await all.keeper.choose('other', { use: 'off', marks: 'panel-only' });
    await all.archives.changeNotes(() => ({ put: [note], remove: [] }));
    await theme.setValue('dark');
    return all;
  }

  it('comes back into an empty browser with the same bytes', async () => {
    const before = await filled();
    const backup = await before.keeper.backUp();
    if (!backup.ok) throw new Error(backup.error);
    const text = await backup.value.text();
    before.archives.close();
    globalThis.indexedDB = new IDBFactory();
    fakeBrowser.reset();
    const { keeper, archives } = await opened();
    const inspected = await keeper.inspect(file(backup.value), ignore);
    expect(inspected).toMatchObject({
      ok: true,
      value: {
        count: {
          notes: 1,
          archives: [
            { title: 'desk', briefs: 2 },
            { title: 'other', briefs: 1 },
          ],
        },
      },
    });
    expect(await archives.list()).toEqual([]);
    if (!inspected.ok) return;
    const { settings } = inspected.value;
    expect((await keeper.restore({ file: file(backup.value), settings }, ignore)).ok).toBe(true);
    expect([await titles(archives), await theme.getValue()]).toEqual([['One', 'Two'], 'dark']);
    const again = await keeper.backUp();
    expect(again.ok && (await again.value.text())).toBe(text);
  });

  it('takes the place of everything, and that can be undone', async () => {
    const { keeper, archives } = await filled();
    const backup = await keeper.backUp();
    if (!backup.ok) throw new Error(backup.error);
    await keeper.remove('desk');
    await put(keeper, 'later', ['Later']);
    await archives.changeNotes(() => ({ put: [], remove: ['n'] }));
    await theme.setValue('light');
    const inspected = await keeper.inspect(file(backup.value), ignore);
    const settings = inspected.ok ? inspected.value.settings : {};
    const restored = await keeper.restore({ file: file(backup.value), settings }, ignore);
    expect((await archives.list()).map(({ id, use }) => [id, use])).toEqual([
      ['desk', 'on'],
      ['other', 'off'],
    ]);
    expect([await archives.notes(), await theme.getValue()]).toEqual([[note], 'dark']);
    if (!restored.ok) throw new Error('not restored');
    expect(await restored.value()).toEqual(done(null));
    expect([await titles(archives), await archives.notes(), await theme.getValue()]).toEqual([['Later'], [], 'light']);
    expect((await archives.list()).map(({ id }) => id)).toEqual(['later', 'other']);
    keeper.settle();
  });

  it('that is damaged changes nothing, and leaves nothing behind', async () => {
    const { keeper, archives } = await filled();
    const backup = await keeper.backUp();
    if (!backup.ok) throw new Error(backup.error);
    const text = await backup.value.text();
    const lines = text.trimEnd().split('\n');
    const broken = new File([text.replace('Text of Three', 'Text of three')], 'backup');
    const generation = await archives.generation();
    const refused = await keeper.restore({ file: broken, settings: {} }, ignore);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'damaged', archive: 'other', line: lines.length - 1 } });
    expect(await keeper.inspect(broken, ignore)).toEqual(refused);
    expect([await archives.generation(), await archives.clean()]).toEqual([generation, 0]);
  });

  it('with a setting that cannot be is refused before anything is kept', async () => {
    const { keeper } = await filled();
    const lines: string[] = [];
    const parts = { settings: { theme: 'pink' }, edits: [], notes: [], archives: (async function* () {})() };
    for await (const line of backupLines(parts)) lines.push(line);
    expect(await keeper.inspect(new File(lines, 'backup'), ignore)).toEqual({
      ok: false,
      error: { kind: 'wrong-kind', line: 2, archive: '', field: 'setting.theme' },
    });
  });
});
