import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { done, failed, type Result } from '@/utils/model';
import { type ArchiveKeeper, createOptionsStore, type OptionsStore, type Undo } from '.';

beforeEach(() => fakeBrowser.reset());

/** A keeper of titles in memory, and a background that lists them; `broken` makes an act fail. */
function keeping(...titles: string[]) {
  const archives = new Map(titles.map((title) => [title.toLowerCase(), title]));
  const broken = new Map<string, string>();
  const settle = vi.fn();
  const act = async <T>(name: string, work: () => T): Promise<Result<T, string>> => {
    const error = broken.get(name);
    return error === undefined ? done(work()) : failed(error);
  };
  const keeper: ArchiveKeeper = {
    remove: (id) =>
      act('remove', () => {
        const title = archives.get(id);
        archives.delete(id);
        return () => act('undo', () => (archives.set(id, title ?? ''), null));
      }),
    choose: vi.fn(() => act('choose', () => null)),
    write: () => act('write', () => new Blob(['file'])),
    settle,
  };
  const ask = vi.fn((word: string) => {
    const error = broken.get(word);
    const listed = [...archives].map(([id, title]) => ({
      id,
      title,
      briefs: 0,
      languages: [],
      weeks: null,
      use: 'on',
    }));
    return Promise.resolve(error === undefined ? done(word === 'archives' ? listed : null) : failed(error));
  });
  return { archives, broken, settle, keeper, store: createOptionsStore(keeper, ask as never) };
}

const shown = (store: OptionsStore) => {
  const { archives, undoable, refused } = store.getState();
  return { archives: archives?.map(({ title }) => title), undoable, refused };
};

describe('archives in the options', () => {
  it('are removed, and given back as they were', async () => {
    const { archives, settle, store } = keeping('Desk');
    await store.getState().refresh();
    await store.getState().removeArchive('desk');
    expect(shown(store)).toEqual({ archives: [], undoable: { act: 'removed', name: 'Desk' }, refused: null });
    expect(settle).not.toHaveBeenCalled();
    await store.getState().undo();
    expect(shown(store)).toEqual({ archives: ['Desk'], undoable: null, refused: null });
    expect([...archives.keys()]).toEqual(['desk']);
    expect(settle).toHaveBeenCalled();
  });

  it('that were put can be undone', async () => {
    const { store } = keeping();
    const undo = vi.fn<Undo>(() => Promise.resolve(done(null)));
    await store.getState().archivePut('Desk', done(undo));
    expect(shown(store).undoable).toEqual({ act: 'added', name: 'Desk' });
    await store.getState().undo();
    expect(undo).toHaveBeenCalledTimes(1);
    await store.getState().undo();
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('that were there already have nothing to undo', async () => {
    const { store } = keeping('Desk');
    await store.getState().archivePut('Desk', done(null));
    expect(shown(store).undoable).toEqual({ act: 'sameAlready', name: 'Desk' });
  });

  it('do not come back once the time for undoing is over', async () => {
    const { archives, settle, store } = keeping('Desk');
    await store.getState().removeArchive('desk');
    store.getState().settle();
    expect(settle).toHaveBeenCalledTimes(1);
    await store.getState().undo();
    expect(archives.size).toBe(0);
  });

  it('come back though their toast is closed by the click on its undo', async () => {
    const { archives, settle, store } = keeping('Desk');
    await store.getState().removeArchive('desk');
    const undone = store.getState().undo();
    store.getState().settle();
    expect(settle).not.toHaveBeenCalled();
    await undone;
    expect(archives.size).toBe(1);
  });

  it('are switched at once, and asked for again', async () => {
    const { keeper, store } = keeping('Desk');
    await store.getState().refresh();
    const chosen = store.getState().chooseArchive('desk', { use: 'off', marks: 'in-pages' });
    expect(store.getState().archives?.[0]?.use).toBe('off');
    await chosen;
    expect(keeper.choose).toHaveBeenCalledWith('desk', { use: 'off', marks: 'in-pages' });
    expect(store.getState().archives?.[0]?.use).toBe('on');
  });

  it.each([
    ['archive-unreadable', 'archive-unreadable'],
    ['disk-full', 'disk-full'],
    ['no-answer', 'no-answer'],
    ['fault', 'no-answer'],
  ])('stay when removing them answers %s', async (error, cause) => {
    const { archives, broken, store } = keeping('Desk');
    broken.set('remove', error);
    await store.getState().removeArchive('desk');
    expect(archives.size).toBe(1);
    expect(shown(store)).toMatchObject({ undoable: null, refused: { act: 'remove', cause } });
  });

  it.each([
    ['put', (store: OptionsStore) => store.getState().archivePut('Desk', failed('disk-full')), 'add'],
    [
      'choose',
      (store: OptionsStore) => store.getState().chooseArchive('desk', { use: 'off', marks: 'in-pages' }),
      'choose',
    ],
    ['write', (store: OptionsStore) => store.getState().exportArchive('desk'), 'export'],
  ] as const)('say what was not done: %s', async (name, act, refused) => {
    const { broken, store } = keeping('Desk');
    broken.set(name, 'disk-full');
    await act(store);
    expect(shown(store).refused).toEqual({ act: refused, cause: 'disk-full' });
  });

  it('are offered again when an undo fails', async () => {
    const { archives, broken, settle, store } = keeping('Desk');
    await store.getState().refresh();
    await store.getState().removeArchive('desk');
    broken.set('undo', 'disk-full');
    await store.getState().undo();
    expect(shown(store)).toMatchObject({
      undoable: { act: 'removed', name: 'Desk' },
      refused: { act: 'undo', cause: 'disk-full' },
    });
    expect(settle).not.toHaveBeenCalled();
    broken.clear();
    await store.getState().undo();
    expect(archives.size).toBe(1);
    expect(shown(store)).toMatchObject({ undoable: null, refused: null });
  });
});
