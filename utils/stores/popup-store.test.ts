import { describe, expect, it } from 'vitest';
import { done, failed, type Result } from '@/utils/model';
import { ready, sampleEntity, sampleHead } from '../../tests/samples';
import { openedLately, recentSearches } from '@/utils/settings';
import { createPopupStore, listedOf, type PopupStore, recentOf, rowsOf } from '.';

function popup(replies: Record<string, Result<unknown, string>>): PopupStore {
  return createPopupStore((async (word: string) => replies[word] ?? failed('no-answer')) as never);
}

const HIT = { head: sampleHead(), highlights: { title: [], summary: [] } };
const FOUND = {
  entities: [{ id: 'maz', type: 'company', label: 'MAZ', alsoKnownAs: [], briefs: 5 }],
  briefs: [HIT],
  total: 7,
};

describe('the popup', () => {
  it('opens with what was typed the last time, and its answer', async () => {
    const store = popup({ pageState: done(ready()), archives: done([]), search: done(FOUND) });
    await store.getState().open(7, 'maz');
    expect(store.getState()).toMatchObject({ tabId: 7, query: 'maz', answer: FOUND, silent: 'no' });
  });

  it('lists what the page names until something is typed', async () => {
    const store = popup({ pageState: done(ready()), archives: done([]), search: done(FOUND) });
    await store.getState().open(7, '');
    const listed = listedOf(store.getState());
    expect(listed?.entities.map(({ label }) => label)).toEqual(['Dmitry Rogozin', 'MAZ']);
    expect(listed?.total).toBe(2);
    await store.getState().type('maz');
    expect(listedOf(store.getState())?.total).toBe(7);
  });

  it('says that a search was not answered, also beside a page that was, and shows no hits of another', async () => {
    const replies: Record<string, Result<unknown, string>> = { pageState: done(ready()), search: done(FOUND) };
    const store = popup(replies);
    await store.getState().open(7, 'maz');
    replies['search'] = failed('archive-unreadable');
    await store.getState().type('mazo');
    await store.getState().refresh();
    expect(store.getState()).toMatchObject({ answer: null, searchSilent: 'yes', silent: 'no' });
    await store.getState().type('');
    expect(store.getState().searchSilent).toBe('no');
  });

  it('has the index opened before the first key, and shows nothing of that', async () => {
    const asked: [string, unknown][] = [];
    const store = createPopupStore((async (word: string, payload: unknown) => {
      asked.push([word, payload]);
      return word === 'search' ? done(FOUND) : failed('no-answer');
    }) as never);
    await store.getState().open(7, '');
    expect(asked[0]).toEqual(['search', { text: '' }]);
    expect(store.getState().answer).toBeNull();
  });

  it('lists nothing where there is nothing to list', async () => {
    const store = popup({ pageState: done(ready({ entities: [] })), archives: done([]) });
    await store.getState().open(7, ' ');
    expect(listedOf(store.getState())).toBeNull();
  });

  it('lists the entities that the page names most often, a handful of them', () => {
    const entities = [1, 5, 2, 4, 3].map((n) =>
      sampleEntity({ id: `e${n}`, fullName: `E${n}`, mentions: Array.from({ length: n }, (_, place) => place) }),
    );
    const listed = listedOf({ query: '', answer: null, page: ready({ entities }), lately: [] });
    expect(listed?.entities.map(({ label }) => label)).toEqual(['E5', 'E4', 'E3', 'E2']);
  });

  it('moves its cursor over all rows, round and round', async () => {
    const store = popup({ pageState: done(ready()), archives: done([]), search: done(FOUND) });
    await store.getState().open(7, 'maz');
    expect(rowsOf(listedOf(store.getState()))).toEqual([
      { kind: 'entity', id: 'maz' },
      { kind: 'brief', id: 'a/1-en' },
    ]);
    const places = [1, 1, -1, -1].map((by) => {
      store.getState().move(by as 1 | -1);
      return store.getState().cursor;
    });
    expect(places).toEqual([1, 0, 1, 0]);
  });

  it('keeps a search that led somewhere, and forgets all of them', async () => {
    const replies = {
      pageState: done(ready({ entities: [] })),
      archives: done([]),
      search: done(FOUND),
      heads: done([sampleHead()]),
    };
    const store = popup(replies);
    await store.getState().open(7, 'customs');
    await store.getState().keepSearch();
    await store.getState().type('customs union');
    await store.getState().keepSearch();
    await openedLately.setValue(['a/1-en']);
    const later = popup(replies);
    await later.getState().open(7, '');
    expect(recentOf(later.getState())).toEqual([{ text: 'customs union', total: 7 }]);
    expect(listedOf(later.getState())?.briefs.map(({ head }) => head.id)).toEqual([sampleHead().id]);
    await later.getState().clearRecent();
    expect(recentOf(later.getState())).toEqual([]);
    expect([await recentSearches.getValue(), await openedLately.getValue()]).toEqual([[], []]);
  });

  it('keeps nothing of a private window, and shows nothing of others there', async () => {
    await recentSearches.setValue([{ text: 'maz', total: 1 }]);
    const store = createPopupStore((async () => done(FOUND)) as never, 'nothing');
    await store.getState().open(7, 'customs');
    await store.getState().keepSearch();
    await store.getState().type('');
    expect(recentOf(store.getState())).toEqual([]);
    expect(await recentSearches.getValue()).toEqual([{ text: 'maz', total: 1 }]);
  });

  it('says so when the background is silent', async () => {
    const store = popup({});
    await store.getState().open(7, '');
    expect(store.getState().silent).toBe('yes');
  });

  it.each([
    [done(null), 'reading'],
    [failed('not-readable'), 'not-readable'],
    [failed('no-access'), 'no-access'],
    [failed('no-answer'), 'no-access'],
  ] as const)('reading answered by %j is %s', async (reply, outcome) => {
    const store = popup({ pageState: done(ready()), archives: done([]), readPage: reply });
    await store.getState().open(7, '');
    expect(await store.getState().readPage()).toBe(outcome);
  });
});
