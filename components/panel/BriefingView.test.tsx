// @vitest-environment happy-dom
import { createRef } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { speak } from '@/utils/i18n';
import type { PageState } from '@/utils/model';
import type { PanelActs, PanelState } from '@/utils/stores';
import { click, draw, find, nameOf, press } from '../../tests/draw';
import { ready, sampleBriefing, sampleEntity, sampleRelated } from '../../tests/samples';
import { BriefingView } from './BriefingView';

afterEach(() => speak('en'));

const acts = {
  readPage: vi.fn(),
  readPdf: vi.fn(),
  watchSite: vi.fn(),
  watchAll: vi.fn(),
  stopWatching: vi.fn(),
  pause: vi.fn(),
};

async function drawn(
  page: Extract<PageState, { status: 'ready' }> = ready(),
  change: Partial<PanelState> = {},
): Promise<{ view: HTMLElement; panel: Record<string, ReturnType<typeof vi.fn>>; onOpen: ReturnType<typeof vi.fn> }> {
  const panel = {
    choose: vi.fn(),
    chooseNone: vi.fn(),
    step: vi.fn(),
    light: vi.fn(),
    orderBy: vi.fn(),
    paint: vi.fn(),
  };
  const state = { selected: [], order: 'related', mention: null, asking: 'no', ...change, ...panel };
  const onOpen = vi.fn();
  const view = await draw(
    <BriefingView
      state={state as unknown as PanelState & PanelActs}
      page={page}
      scroller={createRef()}
      acts={acts}
      onOpen={onOpen}
    />,
  );
  return { view, panel, onOpen };
}

const textsOf = (view: HTMLElement, selector: string): string[] =>
  [...view.querySelectorAll(selector)].map((element) => (element.textContent ?? '').replaceAll('\u00a0', ' '));

describe('the head of the page', () => {
  it('says what it is and sums up what is known', async () => {
    const { view } = await drawn();
    expect(textsOf(view, 'h1')).toEqual(['Ministers sign']);
    expect(view.querySelector('h1')?.lang).toBe('en');
    expect(textsOf(view, '.page-host')).toEqual(['dispatch.example · 23 Oct 2012']);
    expect(textsOf(view, '[role=status] p')).toEqual([
      '2 known names · 2 briefs, 2010–2014',
      'Last word: situation worsened, Dec 2014',
    ]);
    expect(nameOf(view.querySelector('.site-state'))).toBe('dispatch.example: Watching');
  });

  it.each([
    ['off', 'Read once'],
    ['all', 'Watching'],
  ] as const)('a site that is %s is called “%s”', async (watch, word) => {
    const { view } = await drawn({ ...ready(), site: { host: 'x.example', watch } });
    expect(nameOf(view.querySelector('.site-state'))).toBe(`x.example: ${word}`);
  });

  it('speaks Belarusian, numbers last', async () => {
    speak('be');
    const { view } = await drawn();
    expect(textsOf(view, '[role=status] p')).toEqual([
      'Вядомых імёнаў: 2 · даведак: 2, 2010–2014',
      'Апошняя ацэнка: сітуацыя пагоршылася, сне 2014',
    ]);
  });

  it('says when only part of the page was read', async () => {
    const page = { ...sampleBriefing().page, extent: 'part' as const, blocks: 2140 };
    const { view } = await drawn(ready({ page }));
    expect(textsOf(view, '.notice-text')).toEqual([
      'The first 2,140 blocks of a very long page. 2 known names so far.',
    ]);
  });
});

describe('the chips', () => {
  it('stand by type, named with type and number, the doubtful ones said to be so', async () => {
    const maybe = sampleEntity({
      id: 'b',
      label: 'Borisov',
      fullName: 'Yuri Borisov',
      mentions: [0],
      certainty: 'in-doubt',
    });
    const { view } = await drawn(ready({ entities: [...sampleBriefing().entities, maybe] }));
    expect([...view.querySelectorAll('[role=group] .chip')].map(nameOf)).toEqual([
      'Rogozin, person, 2 mentions',
      'Yuri Borisov, person, in doubt, 1 mention',
      'MAZ, company, 1 mention',
    ]);
    expect(textsOf(view, '.chip-name')).toEqual(['Rogozin', 'Yuri Borisov?', 'MAZ']);
    expect([...view.querySelectorAll('.chip-row')].map(nameOf)).toEqual(['People', 'Companies']);
  });

  it('are chosen by a click, walked by arrows, and stepped through by N', async () => {
    const second = sampleEntity({ id: 's', label: 'Semashko', mentions: [0] });
    const { view, panel } = await drawn(ready({ entities: [sampleEntity(), second] }), { selected: ['s'] });
    const [first, other] = view.querySelectorAll<HTMLElement>('.chip');
    expect([first?.ariaPressed ?? first?.getAttribute('aria-pressed'), other?.getAttribute('aria-pressed')]).toEqual([
      'false',
      'true',
    ]);
    await click(first);
    expect(panel['choose']).toHaveBeenCalledWith('rogozin');
    first?.focus();
    await press('ArrowRight');
    expect(document.activeElement).toBe(other);
    await press('n');
    expect(panel['step']).toHaveBeenCalledWith('next', 's');
    await press('ArrowRight');
    expect(document.activeElement).toBe(first);
  });

  it('leave N alone where it belongs to the browser', async () => {
    const { view, panel } = await drawn();
    view.querySelector<HTMLElement>('.chip')?.focus();
    await press('n', { ctrlKey: true });
    expect(panel['step']).not.toHaveBeenCalled();
  });
});

describe('the briefs', () => {
  it('say verdict, week, languages and why, the first as the lead', async () => {
    const { view } = await drawn();
    const [lead, rest] = view.querySelectorAll<HTMLElement>('.card');
    expect([lead?.dataset['rank'], rest?.dataset['rank']]).toEqual(['lead', 'rest']);
    expect(textsOf(view, '.card-meta')[0]).toContain('29 Oct – 4 Nov 2012');
    expect(textsOf(view, '.card-meta .situation')).toEqual(['Situation: Worsened', 'Situation: No situation given']);
    expect(textsOf(view, '.card-because')[0]).toBe('Because: Rogozin — in the headline and first lines');
    const title = find(view, 'button', 'A plan is signed');
    expect(document.getElementById(title.getAttribute('aria-describedby') ?? '')?.textContent).toContain('Because:');
  });

  it.each([
    ['in-headline', 'in the headline and first lines'],
    ['named-together', 'named together, here and there'],
    ['rare-name', 'a rare name in the archive'],
    ['named-times', '3 mentions on this page'],
  ] as const)('%s is said in words', async (kind, words) => {
    const related = [sampleRelated({}, { kind, entities: ['rogozin', 'maz'], times: 3 })];
    const { view } = await drawn(ready({ related }));
    expect(textsOf(view, '.card-because')).toEqual([`Because: Rogozin, MAZ — ${words}`]);
  });

  it('are narrowed to those that name all that is chosen', async () => {
    const { view, panel } = await drawn(ready(), { selected: ['rogozin', 'maz'] });
    expect(textsOf(view, '.card-open')).toEqual(['A merger']);
    expect(textsOf(view, '.section-count')).toEqual(['1 of 2']);
    await click(find(view, 'button', 'Show all'));
    expect(panel['chooseNone']).toHaveBeenCalled();
  });

  it.each([
    [['kamaz'], sampleBriefing().related, 'No brief names all of these.'],
    [[], [], 'The archive knows these names, but no brief of it is about this.'],
  ] as const)('with %j chosen and nothing to show, say so', async (selected, related, words) => {
    const { view } = await drawn(ready({ related }), { selected });
    expect(textsOf(view, '.section-empty')).toEqual([words]);
  });

  it('stand under their weeks, newest first', async () => {
    const related = ['2011-02-21', '2014-12-22', '2012-10-29'].map((from, place) =>
      sampleRelated({ id: `a/${place}`, title: from, week: { from, to: from } }),
    );
    const { view } = await drawn(ready({ related }), { order: 'week' });
    expect(textsOf(view, '.card-open')).toEqual(['2014-12-22', '2012-10-29', '2011-02-21']);
    expect(view.querySelectorAll('.week-head')).toHaveLength(3);
  });

  it('are drawn by the score', async () => {
    const related = Array.from({ length: 500 }, (_, place) => sampleRelated({ id: `a/${place}`, title: `${place}` }));
    const { view } = await drawn(ready({ related }));
    expect(view.querySelectorAll('.card')).toHaveLength(20);
    await click(find(view, 'button', '480 more briefs'));
    expect(view.querySelectorAll('.card')).toHaveLength(40);
  });

  it('open for the chosen entity, else for the one they are shown for', async () => {
    const { view, onOpen } = await drawn(ready(), { selected: ['maz'] });
    await click(find(view, 'button', 'A merger'));
    expect(onOpen).toHaveBeenCalledWith('a/2-en', 'maz');
    const other = await drawn();
    await click(find(other.view, 'button', 'A plan is signed'));
    expect(other.onOpen).toHaveBeenCalledWith('a/1-en', 'rogozin');
  });

  it('are walked by up and down', async () => {
    const { view } = await drawn();
    find(view, 'button', 'A plan is signed').focus();
    await press('ArrowDown');
    expect(nameOf(document.activeElement)).toBe('A merger');
    await press('ArrowUp');
    expect(nameOf(document.activeElement)).toBe('A plan is signed');
  });
});

describe('the foot', () => {
  it('says how many mentions there are, then which one it is', async () => {
    const { view } = await drawn();
    expect(textsOf(view, '.foot-count')).toEqual(['3 mentions']);
    const second = await drawn(ready(), { mention: 2 });
    expect(textsOf(second.view, '.foot-count [aria-hidden]')).toEqual(['3 of 3']);
    const chosen = await drawn(ready(), { mention: 2, selected: ['rogozin'] });
    expect(textsOf(chosen.view, '.foot-count [aria-hidden]')).toEqual(['2 of 2']);
  });

  it('steps, and switches the marks', async () => {
    const { view, panel } = await drawn();
    await click(find(view, 'button', 'Next mention'));
    await click(find(view, 'button', 'Previous mention'));
    expect(panel['step']?.mock.calls).toEqual([['next'], ['previous']]);
    await click(find(view, '[role=switch]', 'Marks'));
    expect(panel['paint']).toHaveBeenCalledWith('off');
  });
});
