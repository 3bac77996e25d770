import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ArchiveContents, StoredArchive } from '@/utils/model';
import { createOptionsStore, type OptionsStore } from '.';

beforeEach(() => fakeBrowser.reset());

const archive = (id: string, title = id): ArchiveContents => ({ id, title, homePage: null, entities: [], briefs: [] });

/** A background that keeps archives in memory; `broken` makes a word fail. */
function background(stored: StoredArchive[] = []) {
  const archives = new Map(stored.map((each) => [each.contents.id, each]));
  const broken = new Map<string, string>();
  const answers: Record<string, (payload: never) => unknown> = {
    archives: () =>
      [...archives.values()].map(({ contents: { id, title }, installedAt }) => {
        return { id, title, briefs: 0, languages: [], weeks: null, installedAt };
      }),
    exportArchive: ({ id }: { id: string }) => archives.get(id),
    removeArchive: ({ id }: { id: string }) => (archives.delete(id), null),
    putArchive: ({ contents, installedAt }: { contents: ArchiveContents; installedAt: number | null }) => {
      archives.set(contents.id, { contents, installedAt: installedAt ?? 9 });
      return null;
    },
  };
  const ask = vi.fn((word: string, payload: unknown) => {
    const error = broken.get(word);
    if (error !== undefined) return Promise.resolve({ ok: false, error });
    const value = answers[word]?.(payload as never);
    return Promise.resolve(value === undefined ? { ok: false, error: 'gone' } : { ok: true, value });
  });
  return { archives, broken, store: createOptionsStore(ask as never) };
}

const shown = (store: OptionsStore) => {
  const { archives, undoable, refused } = store.getState();
  return { archives: archives?.map(({ title }) => title), undoable, refused };
};

describe('archives in the options', () => {
  it('are removed, and given back as they were', async () => {
    const before = { contents: archive('desk', 'Desk'), installedAt: 5 };
    const { archives, store } = background([before]);
    await store.getState().refresh();
    await store.getState().removeArchive('desk');
    expect(shown(store)).toEqual({ archives: [], undoable: { act: 'removed', name: 'Desk' }, refused: null });
    await store.getState().undo();
    expect(shown(store)).toEqual({ archives: ['Desk'], undoable: null, refused: null });
    expect(archives.get('desk')).toEqual(before);
  });

  it('are added, and an undo takes them out', async () => {
    const { archives, store } = background();
    expect(await store.getState().putArchive(archive('desk', 'Desk'))).toBe('kept');
    expect(shown(store)).toEqual({ archives: ['Desk'], undoable: { act: 'added', name: 'Desk' }, refused: null });
    await store.getState().undo();
    expect([...archives]).toEqual([]);
  });

  it('that replace another give it back', async () => {
    const before = { contents: archive('desk', 'Desk'), installedAt: 5 };
    const { archives, store } = background([before]);
    await store.getState().putArchive(archive('desk', 'desk'));
    expect(archives.get('desk')?.contents.title).toBe('desk');
    await store.getState().undo();
    expect(archives.get('desk')).toEqual(before);
  });

  it('do not come back once the time for undoing is over', async () => {
    const { archives, store } = background([{ contents: archive('desk'), installedAt: 5 }]);
    await store.getState().removeArchive('desk');
    store.getState().settle();
    await store.getState().undo();
    expect(archives.size).toBe(0);
  });

  it.each([
    ['exportArchive', 'archive-unreadable', 'archive-unreadable'],
    ['removeArchive', 'disk-full', 'disk-full'],
    ['removeArchive', 'no-answer', 'no-answer'],
    ['removeArchive', 'fault', 'no-answer'],
  ])('stay when "%s" answers %s', async (word, error, cause) => {
    const { archives, broken, store } = background([{ contents: archive('desk'), installedAt: 5 }]);
    broken.set(word, error);
    await store.getState().removeArchive('desk');
    expect(archives.size).toBe(1);
    expect(shown(store)).toMatchObject({ undoable: null, refused: { act: 'remove', cause } });
  });

  it('are not replaced when the older one could not be read first', async () => {
    const { archives, broken, store } = background([{ contents: archive('desk', 'Desk'), installedAt: 5 }]);
    broken.set('exportArchive', 'archive-unreadable');
    expect(await store.getState().putArchive(archive('desk', 'desk'))).toBe('refused');
    expect(archives.get('desk')?.contents.title).toBe('Desk');
  });

  it('are offered again when an undo fails', async () => {
    const { archives, broken, store } = background([{ contents: archive('desk', 'Desk'), installedAt: 5 }]);
    await store.getState().refresh();
    await store.getState().removeArchive('desk');
    broken.set('putArchive', 'disk-full');
    await store.getState().undo();
    expect(shown(store)).toMatchObject({
      undoable: { act: 'removed', name: 'Desk' },
      refused: { act: 'undo', cause: 'disk-full' },
    });
    broken.clear();
    await store.getState().undo();
    expect(archives.size).toBe(1);
    expect(shown(store)).toMatchObject({ undoable: null, refused: null });
  });
});
