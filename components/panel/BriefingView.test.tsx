// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '@/utils/i18n';
import { click, find, nameOf, press } from '../../tests/draw';
import { drawBriefing as drawn, textsOf } from '../../tests/draw-briefing';
import { ready, sampleBriefing, sampleEntity, sampleMention } from '../../tests/samples';

afterEach(() => speak('en'));

describe('a name in doubt', () => {
  const borisov = sampleEntity({
    id: 'b',
    label: 'Borisov',
    fullName: 'Yuri Borisov',
    mentions: [0],
    certainty: 'in-doubt',
  });
  it.each([
    ['a part of it', { name: 'Borisov' }, 'Only a part of the name is on this page.'],
    ['an ordinary word', { name: 'Yuri Borisov' }, 'It can also be an ordinary word.'],
    ['a misspelling', { name: 'Borisov', tier: 'near' }, 'It is spelt otherwise than in the archive: Borisov.'],
  ] as const)('is asked about: %s', async (_, change, why) => {
    const mentions = [sampleMention('b', { confidence: 0.4, ...change })];
    const { view, panel } = await drawn(ready({ entities: [borisov], mentions }));
    const card = find(view, 'section', `“${change.name}” may be Yuri Borisov`);
    expect(card.querySelector('.ask-why')?.textContent).toBe(why);
    await click(find(card, 'button', 'Not this'));
    expect(panel['answerDoubt']).toHaveBeenCalledWith('b', 'no');
  });

  it('is not asked about once nothing is in doubt', async () => {
    const { view } = await drawn();
    expect(view.querySelector('.ask-card')).toBeNull();
  });
});

describe('many names of one type', () => {
  it('show the weightiest, and all when asked', async () => {
    const entities = Array.from({ length: 200 }, (_, n) =>
      sampleEntity({ id: `e${n}`, label: `E${n}`, mentions: [0] }),
    );
    const { view } = await drawn(ready({ entities }), { selected: ['e150'] });
    expect(view.querySelectorAll('.chip')).toHaveLength(13);
    await click(find(view, 'button', '187 more'));
    expect(view.querySelectorAll('.chip')).toHaveLength(200);
    await click(find(view, 'button', 'Show fewer'));
    expect(view.querySelectorAll('.chip')).toHaveLength(13);
  });
});

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
    expect(textsOf(view, '.notice-text')).toEqual(['2,140 blocks of a very long page. 2 known names so far.']);
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
