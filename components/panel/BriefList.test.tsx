// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { click, find, focus, nameOf, press } from '../../tests/draw';
import { cards, drawBriefing as drawn, textsOf } from '../../tests/draw-briefing';
import { ready, sampleBriefing, sampleRelated } from '../../tests/samples';

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

  it('turn to another language, cite and pin', async () => {
    const belarusian = { ...sampleRelated().head, id: 'a/1-be', lang: 'be', title: 'План падпісаны' };
    const both = [
      { lang: 'en', id: 'a/1-en' },
      { lang: 'be', id: 'a/1-be' },
    ];
    const related = [{ ...sampleRelated(), translations: both }];
    const { view } = await drawn(ready({ related }));
    await click(find(view, 'button', 'Беларуская'));
    expect(cards.onLanguage).toHaveBeenLastCalledWith('a/1', 'a/1-be');
    const turned = await drawn(ready({ related }), { shownAs: { 'a/1': belarusian } });
    const title = find(turned.view, 'button', 'План падпісаны');
    expect(find(turned.view, 'button', 'Беларуская').getAttribute('aria-pressed')).toBe('true');
    await click(title);
    expect(turned.onOpen).toHaveBeenCalledWith('a/1-be', 'rogozin');
    await focus(title);
    await press('p');
    expect(cards.onPin).toHaveBeenLastCalledWith({ id: 'a/1-be', passage: null });
    await press('c');
    await click(find(document.body, '[role=menuitem]', 'Markdown'));
    expect(cards.onCite).toHaveBeenLastCalledWith('markdown', { id: 'a/1-be', passage: null });
  });

  it('are one stop for Tab, and remember which were read and pinned', async () => {
    const { view } = await drawn(ready(), { read: ['a/1'] });
    expect([...view.querySelectorAll<HTMLElement>('.card button')].filter((b) => b.tabIndex === 0)).toHaveLength(1);
    expect([...view.querySelectorAll<HTMLElement>('.card')].map((card) => card.dataset['read'])).toEqual(['yes', 'no']);
    await focus(find(view, 'button', 'A merger'));
    expect(find(view, 'button', 'A merger').tabIndex).toBe(0);
    expect(find(view, 'button', 'A plan is signed').tabIndex).toBe(-1);
    await press('ArrowRight');
    expect(nameOf(document.activeElement)).toBe('Cite');
    await press('ArrowRight');
    expect([nameOf(document.activeElement), document.activeElement?.getAttribute('aria-pressed')]).toEqual([
      'Pin to notes',
      'true',
    ]);
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
