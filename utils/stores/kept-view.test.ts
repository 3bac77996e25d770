import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { done, type PageState } from '@/utils/model';
import { ready, sampleEntity, sampleHead, sampleMention } from '../../tests/samples';
import { slowWire, titled } from '../../tests/slow-wire';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a panel that is closed and opened again', () => {
  const open = (id: string): unknown =>
    done({ brief: { ...sampleHead({ id }), body: [] }, mentions: [], translations: [] });

  /** A panel that was used on tab 1, and the one that is opened after it. */
  async function reopened(page: PageState, work: (before: ReturnType<typeof slowWire>) => Promise<void>) {
    const kept = new Map<number, unknown>();
    const before = slowWire(kept);
    void before.store.getState().followTab(1);
    await before.answer('pageState', done(titled('first')));
    await work(before);
    const after = slowWire(kept);
    void after.store.getState().followTab(1);
    await vi.advanceTimersByTimeAsync(0);
    await after.answer('pageState', done(page));
    return after;
  }

  it('is where it was: filters, order, scroll, mention, and the open brief at its passage', async () => {
    const { store, answer } = await reopened(titled('first'), async ({ store: before, answer: reply }) => {
      before.setState({ selected: ['maz'], mention: 1 });
      before.getState().orderBy('week');
      before.getState().scrolledTo('list', 420);
      void before.getState().openBrief('a/1-en', { cameFor: 'maz' });
      await reply('openBrief', open('a/1-en'));
      before.getState().toPassage(2);
      before.getState().scrolledTo('brief', 77);
    });
    await answer('openBrief', open('a/1-en'));
    expect(store.getState()).toMatchObject({
      selected: ['maz'],
      mention: 1,
      order: 'week',
      scroll: 420,
      passage: 2,
      readerScroll: 77,
      opened: { status: 'open', id: 'a/1-en', cameFor: 'maz' },
    });
  });

  it('has the dossier that lay over the list, until the tab shows another page', async () => {
    const look = async ({ store }: ReturnType<typeof slowWire>): Promise<void> => store.getState().lookInto('maz');
    const same = await reopened(titled('first'), look);
    expect(same.store.getState().about).toBe('maz');
    const other = await reopened(titled('second'), look);
    expect(other.store.getState().about).toBeNull();
  });

  it('has what was typed, and finds it again', async () => {
    const { store, answer } = await reopened(titled('first'), async ({ store: before }) => {
      void before.getState().search('rogosin');
    });
    expect(store.getState().query).toBe('rogosin');
    await answer('search', done({ entities: [], briefs: [], total: 9 }));
    expect(store.getState().answer?.total).toBe(9);
  });

  it('lets go of what was chosen of another page, and of its brief', async () => {
    const { store } = await reopened(titled('second'), async ({ store: before, answer: reply }) => {
      before.setState({ selected: ['maz'], mention: 1 });
      before.getState().scrolledTo('list', 420);
      void before.getState().openBrief('a/1-en', { cameFor: null });
      await reply('openBrief', open('a/1-en'));
    });
    expect(store.getState()).toMatchObject({ opened: null, mention: null, scroll: 0, selected: ['maz'] });
  });

  it('forgets a view that another version wrote', async () => {
    const { store, answer } = slowWire(new Map([[1, { version: 99, selected: 'x' }]]));
    void store.getState().followTab(1);
    await answer('pageState', done(titled('first')));
    expect(store.getState().selected).toEqual([]);
  });
});

describe('a brief and its translations', () => {
  const BOTH = [
    { lang: 'en', id: 'a/1-en' },
    { lang: 'be', id: 'a/1-be' },
  ];
  const open = (lang: string): unknown =>
    done({
      brief: { ...sampleHead({ id: `a/1-${lang}`, lang }), body: [] },
      mentions: [],
      translations: BOTH,
      source: '',
      next: { following: null, alike: [] },
    });

  it('stand side by side, and change places', async () => {
    const { store, answer } = slowWire();
    void store.getState().openBrief('a/1-en', { cameFor: null });
    await answer('openBrief', open('en'));
    void store.getState().standBeside('be');
    await answer('openBrief', open('be'));
    expect(store.getState().beside?.brief.lang).toBe('be');
    void store.getState().translate('a/1-be');
    await answer('openBrief', open('be'));
    await answer('openBrief', open('en'));
    expect([store.getState().opened?.id, store.getState().beside?.brief.lang]).toEqual(['a/1-be', 'en']);
    void store.getState().standBeside(null);
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().beside).toBeNull();
  });

  it('opens at the passage of a chosen entity, else at its top', async () => {
    const { store } = slowWire();
    store.setState({ selected: ['maz'] });
    void store.getState().openBrief('a/1-en', { cameFor: 'maz' });
    expect(store.getState().passage).toBe(0);
    void store.getState().openBrief('a/1-en', { cameFor: 'rogozin' });
    expect(store.getState().passage).toBeNull();
  });

  it('turns a card to another language', async () => {
    const { store, answer } = slowWire();
    void store.getState().showAs('a/1', 'a/1-be');
    await answer('heads', done([sampleHead({ id: 'a/1-be', lang: 'be' })]));
    expect(store.getState().shownAs['a/1']?.lang).toBe('be');
  });
});

describe('a name in doubt', () => {
  it('is answered for each name it is in doubt by, and the answer can be taken back', async () => {
    const { store, answer, asked } = slowWire();
    void store.getState().followTab(1);
    const mentions = [
      sampleMention('b', { name: 'Borisov', confidence: 0.4 }),
      sampleMention('b', { name: 'Borisov', confidence: 0.5 }),
      sampleMention('b', { name: 'Yuri Borisov', confidence: 1 }),
    ];
    const borisov = sampleEntity({ id: 'b', fullName: 'Yuri Borisov', mentions: [0, 1, 2] });
    await answer('pageState', done(ready({ entities: [borisov], mentions })));
    void store.getState().answerDoubt('b', 'no');
    const edit = asked.at(-1)?.payload as { id: string; changes: unknown };
    expect(edit.changes).toEqual([{ act: 'answer', entity: 'b', name: 'Borisov', means: 'no' }]);
    await answer('editEntity', done(null));
    expect(store.getState().answered).toEqual({ editId: edit.id, entityName: 'Yuri Borisov', means: 'no' });
    void store.getState().undoAnswer();
    expect(asked.at(-1)).toEqual({ word: 'undoEdit', payload: { id: edit.id } });
    expect(store.getState().answered).toBeNull();
  });
});
