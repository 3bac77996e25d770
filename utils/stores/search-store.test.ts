import { describe, expect, it } from 'vitest';
import type { askBackground, SearchAnswer, SearchOverview } from '@/utils/messaging';
import { joinQuery, splitQuery } from '@/utils/search';
import { createSearchStore, monthsOf, orderOf, placeOf, type SearchStore } from './search-store';

const SYNTAX = { split: splitQuery, join: joinQuery };
type Question = { text: string; order: string; offset: number; limit: number };

/** A background with some briefs; answers when `release` is called, in any order, or at once. */
function background(total: number) {
  const asked: { word: string; payload: unknown }[] = [];
  const waiting: (() => void)[] = [];
  let mode: 'at-once' | 'held' | 'silent' = 'at-once';
  const answer = (word: string, payload: unknown): unknown => {
    if (mode === 'silent') return { ok: false, error: 'no-answer' };
    const { text, offset = 0, limit = 0 } = payload as Question;
    if (word === 'search') {
      const briefs = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, place) => ({
        head: { id: `${text}#${offset + place}` },
        highlights: { title: [], summary: [] },
      }));
      return { ok: true, value: { entities: [], briefs, total } as unknown as SearchAnswer };
    }
    if (word === 'overview') return { ok: true, value: { text, total } as SearchOverview };
    const { id } = payload as { id: string };
    return id === 'gone' ? { ok: false, error: 'gone' } : { ok: true, value: { brief: { id } } };
  };
  const ask = ((word: string, payload: unknown) => {
    asked.push({ word, payload });
    const said = answer(word, payload);
    if (mode !== 'held') return Promise.resolve(said);
    return new Promise((resolve) => waiting.push(() => resolve(said)));
  }) as unknown as typeof askBackground;
  const questions = (): string[] =>
    asked.flatMap(({ word, payload }) => {
      const { text, order, offset } = payload as Question;
      return word === 'search' ? [`${text}|${order}|${offset}`] : [];
    });
  return { ask, asked, questions, waiting, mode: (now: typeof mode) => void (mode = now) };
}
const idOf = (store: SearchStore, row: number): string | undefined => store.getState().found?.rows.get(row)?.head.id;

describe('the search page’s store', () => {
  it('goes where an address says: words, filters, order', async () => {
    const { ask, questions } = background(3);
    const store = createSearchStore(SYNTAX, ask);
    await store.getState().go({ text: 'loan lang:en', order: 'newest', brief: null });
    expect(store.getState()).toMatchObject({ words: 'loan', filters: [{ field: 'lang', value: 'en' }] });
    expect(questions()).toEqual(['loan lang:en|newest|0']);
    expect(placeOf(store.getState(), SYNTAX)).toEqual({ text: 'loan lang:en', order: 'newest', brief: null });
  });

  it('shows the newest of all where nothing is asked, and by relevance once there are words', async () => {
    const { ask, questions } = background(3);
    const store = createSearchStore(SYNTAX, ask);
    await store.getState().go({ text: '', order: 'relevance', brief: null });
    await store.getState().type('loan');
    expect(questions()).toEqual(['|newest|0', 'loan|relevance|0']);
    expect(orderOf({ words: ' ', order: 'oldest' })).toBe('oldest');
  });

  it('makes a chip of a filter that is written out, once', async () => {
    const { ask } = background(3);
    const store = createSearchStore(SYNTAX, ask);
    await store.getState().type('loan lang:en');
    expect(store.getState()).toMatchObject({ words: 'loan lang:en', filters: [] });
    await store.getState().type('loan lang:en ');
    await store.getState().type('loan lang:en ');
    expect(store.getState()).toMatchObject({ words: 'loan ', filters: [{ field: 'lang', value: 'en' }] });
  });

  it('puts filters on and takes them off', async () => {
    const { ask, questions } = background(3);
    const store = createSearchStore(SYNTAX, ask);
    await store.getState().toggle({ field: 'lang', value: 'en' });
    await store.getState().toggle({ field: 'entity', value: 'a/maz' });
    await store.getState().between({ from: '2011-01', to: '2013-12' });
    await store.getState().between({ from: '2012-05', to: '2012-05' });
    await store.getState().toggle({ field: 'lang', value: 'en' });
    await store.getState().between(null);
    await store.getState().clear();
    expect(questions().map((question) => question.split('|')[0])).toEqual([
      'lang:en',
      'lang:en entity:a/maz',
      'lang:en entity:a/maz date:2011-01..2013-12',
      'lang:en entity:a/maz date:2012-05',
      'entity:a/maz date:2012-05',
      'entity:a/maz',
      '',
    ]);
  });

  it('asks for a slice when it comes into view, each once', async () => {
    const { ask, questions } = background(10_000);
    const store = createSearchStore(SYNTAX, ask);
    await store.getState().go({ text: 'loan', order: 'relevance', brief: null });
    await Promise.all([
      store.getState().need({ from: 9_990, to: 10_050 }),
      store.getState().need({ from: 9_980, to: 9_999 }),
    ]);
    await store.getState().need({ from: 0, to: 40 });
    expect(questions()).toEqual(['loan|relevance|0', 'loan|relevance|9950']);
    expect([idOf(store, 9_999), idOf(store, 0)]).toEqual(['loan#9999', 'loan#0']);
  });

  it('asks again for a slice that did not come', async () => {
    const world = background(100);
    const store = createSearchStore(SYNTAX, world.ask);
    await store.getState().go({ text: 'loan', order: 'relevance', brief: null });
    world.mode('silent');
    await store.getState().need({ from: 60, to: 70 });
    expect([store.getState().silent, idOf(store, 60)]).toEqual(['yes', undefined]);
    world.mode('at-once');
    await store.getState().need({ from: 60, to: 70 });
    expect([store.getState().silent, idOf(store, 60)]).toEqual(['no', 'loan#60']);
  });

  it('drops a late answer, also a slice of another query', async () => {
    const world = background(100);
    const store = createSearchStore(SYNTAX, world.ask);
    await store.getState().go({ text: 'loan', order: 'relevance', brief: null });
    world.mode('held');
    const slice = store.getState().need({ from: 60, to: 60 });
    const first = store.getState().type('gas');
    const second = store.getState().type('gas oil');
    // The last question is answered first, then the others.
    for (const release of world.waiting.splice(0).toReversed()) release();
    await Promise.all([slice, first, second]);
    expect([store.getState().found?.text, idOf(store, 60), idOf(store, 0)]).toEqual([
      'gas oil',
      undefined,
      'gas oil#0',
    ]);
  });

  it('keeps what it shows until the next answer is there', async () => {
    const world = background(3);
    const store = createSearchStore(SYNTAX, world.ask);
    await store.getState().type('gas');
    world.mode('held');
    const next = store.getState().type('gas oil');
    expect(store.getState().found?.text).toBe('gas');
    for (const release of world.waiting.splice(0)) release();
    await next;
    expect(store.getState().found?.text).toBe('gas oil');
  });

  it('opens a brief over the list and goes back to it without asking anew', async () => {
    const { ask, asked } = background(3);
    const store = createSearchStore(SYNTAX, ask);
    await store.getState().go({ text: 'gas', order: 'relevance', brief: null });
    await store.getState().open('a/1');
    expect(store.getState().opened).toMatchObject({ status: 'open', id: 'a/1' });
    const before = asked.length;
    await store.getState().go({ text: 'gas', order: 'relevance', brief: null });
    expect([store.getState().opened, asked.length]).toEqual([null, before]);
    await store.getState().go({ text: 'gas', order: 'relevance', brief: 'gone' });
    expect(store.getState().opened).toEqual({ status: 'gone', id: 'gone' });
  });

  it('does not show a brief that came after the reader went back', async () => {
    const world = background(3);
    const store = createSearchStore(SYNTAX, world.ask);
    world.mode('held');
    const opening = store.getState().open('a/1');
    store.getState().back();
    world.waiting.forEach((release) => release());
    await opening;
    expect(store.getState().opened).toBeNull();
  });
});

describe('the months of a query', () => {
  it.each([
    ['2012', '2012-01', '2012-12'],
    ['2012-05', '2012-05', '2012-05'],
    ['2011..2013', '2011-01', '2013-12'],
    ['2011-03..2013-04', '2011-03', '2013-04'],
    ['2012-10-22..2012-11-04', '2012-10', '2012-11'],
    ['2012..', '2012-01', '9999-12'],
    ['..2012-03', '0000-01', '2012-03'],
  ])('%s: %s to %s', (value, from, to) =>
    expect(monthsOf([{ field: 'date', value, use: 'wanted' }])).toEqual({ from, to }),
  );

  it('are not said by no filter, two, or one of what is not wanted', () => {
    const date = (value: string, use: 'wanted' | 'unwanted' = 'wanted') => ({ field: 'date' as const, value, use });
    expect([monthsOf([]), monthsOf([date('2012'), date('2014')]), monthsOf([date('2012', 'unwanted')])]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
