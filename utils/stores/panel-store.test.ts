import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { done, failed, type PageState } from '@/utils/model';
import { ready, SITE, sampleBriefing, sampleHead } from '../../tests/samples';
import { slowWire, titled } from '../../tests/slow-wire';
import type { PanelStore } from '.';

const titleIn = (store: PanelStore): string | null => {
  const { page } = store.getState();
  return page?.status === 'ready' ? page.briefing.page.title : null;
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('following the tab in front', () => {
  it('drops an answer about a tab that was left', async () => {
    const { store, answer } = slowWire();
    void store.getState().followTab(1);
    void store.getState().followTab(2);
    await answer('pageState', done(titled('first')));
    expect(titleIn(store)).toBeNull();
    await answer('pageState', done(titled('second')));
    expect(titleIn(store)).toBe('second');
  });

  it('drops an earlier answer about the same tab that comes late', async () => {
    const { store, answer } = slowWire();
    void store.getState().followTab(1);
    void store.getState().refresh();
    await answer('pageState', done(titled('old')));
    await answer('pageState', done(titled('new')));
    expect(titleIn(store)).toBe('new');
  });

  it('speaks to the tab that is drawn, not to the one that is still asked about', async () => {
    const { store, answer, told } = slowWire();
    void store.getState().followTab(1);
    await answer('pageState', done(titled('first')));
    void store.getState().followTab(2);
    await store.getState().step('next');
    expect(told).toEqual([{ tabId: 1, word: 'show', payload: { mention: 0 } }]);
  });

  it('finds a tab as it was left', async () => {
    const { store, answer } = slowWire();
    void store.getState().followTab(1);
    await answer('pageState', done(titled('first')));
    await store.getState().choose('maz');
    store.getState().orderBy('week');
    void store.getState().followTab(2);
    await answer('pageState', done(titled('second')));
    expect([store.getState().selected, store.getState().order]).toEqual([[], 'related']);
    void store.getState().followTab(1);
    await answer('pageState', done(titled('first')));
    expect([store.getState().selected, store.getState().order, store.getState().mention]).toEqual([['maz'], 'week', 1]);
  });

  it('lets go of what was chosen when the tab shows another page', async () => {
    const { store, answer } = slowWire();
    void store.getState().followTab(1);
    await answer('pageState', done(titled('first')));
    await store.getState().choose('maz');
    void store.getState().refresh();
    await answer(
      'pageState',
      done(ready({ page: { ...sampleBriefing().page, url: 'https://x.example/' }, entities: [] })),
    );
    expect([store.getState().selected, store.getState().mention]).toEqual([[], null]);
  });

  it('says so when nobody answers, and forgets it when somebody does', async () => {
    const { store, answer } = slowWire();
    void store.getState().followTab(1);
    await answer('pageState', failed('no-answer'));
    expect(store.getState().silent).toBe('yes');
    void store.getState().refresh();
    await answer('pageState', done(titled('back')));
    expect(store.getState().silent).toBe('no');
  });
});

describe('while a watched page is on its way', () => {
  const unread: PageState = { status: 'unread', site: SITE, archive: 'filled' };

  it('keeps the last briefing of the tab, and says that it is reading', async () => {
    const { store, answer } = slowWire();
    void store.getState().followTab(1);
    await answer('pageState', done(titled('first')));
    void store.getState().refresh();
    await answer('pageState', done(unread));
    expect([titleIn(store), store.getState().asking]).toEqual(['first', 'reading']);
    void store.getState().refresh();
    await answer('pageState', done(titled('next')));
    await vi.advanceTimersByTimeAsync(60_000);
    expect([titleIn(store), store.getState().asking]).toEqual(['next', 'no']);
  });

  it('does not show one tab’s briefing as another’s', async () => {
    const { store, answer } = slowWire();
    void store.getState().followTab(1);
    await answer('pageState', done(titled('first')));
    void store.getState().followTab(2);
    await answer('pageState', done(unread));
    expect(store.getState().page?.status).toBe('reading');
  });

  it('gives up after some seconds', async () => {
    const { store, answer } = slowWire();
    void store.getState().followTab(1);
    await answer('pageState', done(unread));
    expect(store.getState().page?.status).toBe('reading');
    await vi.advanceTimersByTimeAsync(10_000);
    expect([store.getState().page, store.getState().asking]).toEqual([unread, 'no']);
  });

  it('does not wait for a page nobody asked to read', async () => {
    const { store, answer } = slowWire();
    void store.getState().followTab(1);
    const off: PageState = { status: 'unread', site: { host: 'x.example', watch: 'off' }, archive: 'filled' };
    await answer('pageState', done(off));
    expect(store.getState().page).toEqual(off);
  });
});

describe('from mention to mention', () => {
  it.each<[string, string[], ('next' | 'previous')[], number[]]>([
    ['all of them, round and round', [], ['next', 'next', 'next', 'next'], [0, 1, 2, 0]],
    ['backwards from the end', [], ['previous', 'previous'], [2, 1]],
    ['only the chosen ones', ['rogozin'], ['next', 'next', 'previous'], [0, 2, 0]],
  ])('%s', async (_, selected, steps, shown) => {
    const { store, answer, told } = slowWire();
    void store.getState().followTab(1);
    await answer('pageState', done(ready()));
    store.setState({ selected });
    for (const direction of steps) await store.getState().step(direction);
    expect(told.map(({ payload }) => payload)).toEqual(shown.map((mention) => ({ mention })));
  });

  it('choosing an entity shows its next mention; letting it go shows none', async () => {
    const { store, answer, told } = slowWire();
    void store.getState().followTab(1);
    await answer('pageState', done(ready()));
    await store.getState().choose('maz');
    await store.getState().choose('maz');
    expect(told).toEqual([{ tabId: 1, word: 'show', payload: { mention: 1 } }]);
  });

  it('lights an entity’s mentions, and puts them out', async () => {
    const { store, answer, told } = slowWire();
    void store.getState().followTab(1);
    await answer('pageState', done(ready()));
    await store.getState().light('rogozin');
    await store.getState().light(null);
    expect(told.map(({ payload }) => payload)).toEqual([{ mentions: [0, 2] }, { mentions: [] }]);
  });
});

describe('briefs and search', () => {
  const opened = (id: string): unknown =>
    done({ brief: { ...sampleHead({ id }), body: [] }, mentions: [], translations: [] });

  it('opens the brief that was asked for last, and remembers the place in the list', async () => {
    const { store, answer } = slowWire();
    void store.getState().followTab(1);
    store.getState().scrolledTo('list', 300);
    void store.getState().openBrief('one', { cameFor: null });
    void store.getState().openBrief('two', { cameFor: null });
    await answer('openBrief', opened('one'));
    expect(store.getState().opened?.status).toBe('opening');
    await answer('openBrief', opened('two'));
    expect(store.getState().opened).toMatchObject({ status: 'open', id: 'two' });
    store.getState().back();
    expect([store.getState().opened, store.getState().scroll]).toEqual([null, 300]);
  });

  it('stays in the list when the reader went back before the brief came', async () => {
    const { store, answer } = slowWire();
    void store.getState().openBrief('one', { cameFor: null });
    store.getState().back();
    await answer('openBrief', opened('one'));
    expect(store.getState().opened).toBeNull();
  });

  it('a brief that is gone says so', async () => {
    const { store, answer } = slowWire();
    void store.getState().openBrief('one', { cameFor: null });
    await answer('openBrief', failed('gone'));
    expect(store.getState().opened?.status).toBe('gone');
  });

  it('keeps the last list until the next answer, and drops a late one', async () => {
    const { store, answer } = slowWire();
    const found = (total: number): unknown => done({ entities: [], briefs: [], total });
    void store.getState().search('r');
    await answer('search', found(9));
    void store.getState().search('ro');
    expect(store.getState().answer?.total).toBe(9);
    void store.getState().search('rog');
    await answer('search', found(5));
    expect(store.getState().answer?.total).toBe(9);
    await answer('search', found(2));
    expect(store.getState().answer?.total).toBe(2);
    void store.getState().search('  ');
    expect(store.getState().answer).toBeNull();
  });

  it('says that a search was not answered, and shows no hits of another', async () => {
    const { store, answer } = slowWire();
    const found = done({ entities: [], briefs: [], total: 9 });
    void store.getState().search('r');
    await answer('search', found);
    void store.getState().search('ro');
    await answer('search', failed('no-answer'));
    expect(store.getState()).toMatchObject({ answer: null, searchSilent: 'yes' });
    void store.getState().search('ro');
    await answer('search', found);
    expect(store.getState()).toMatchObject({ answer: found.value, searchSilent: 'no' });
  });
});
