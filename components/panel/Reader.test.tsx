// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { BodyBlock, Brief, Mention } from '@/utils/model';
import { click, draw, find, nameOf, press } from '../../tests/draw';
import { sampleHead, sampleMention } from '../../tests/samples';
import { Reader } from './Reader';

const BODY: BodyBlock[] = [
  { kind: 'paragraph', spans: [{ text: 'Rogo' }, { text: 'zin came', strong: true }, { text: ' to MAZ.' }] },
  { kind: 'heading', spans: [{ text: 'What follows' }] },
  { kind: 'listItem', spans: [{ text: 'See ' }, { text: 'the plan', href: 'https://briefs.example/plan' }] },
  { kind: 'quote', spans: [{ text: '<b>Rogozin</b> left.' }] },
];
const MENTIONS: Mention[] = [
  sampleMention('rogozin', { block: 0, start: 0, end: 7 }),
  sampleMention('maz', { block: 0, start: 16, end: 19 }),
  sampleMention('rogozin', { block: 3, start: 3, end: 10 }),
];
const ROGOZIN = { id: 'rogozin', type: 'person', fullName: 'Dmitry Rogozin' } as const;

async function drawn(cameFor: typeof ROGOZIN | null = ROGOZIN): Promise<{
  view: HTMLElement;
  onBack: ReturnType<typeof vi.fn>;
  onTranslation: ReturnType<typeof vi.fn>;
}> {
  const onBack = vi.fn();
  const onTranslation = vi.fn();
  const brief: Brief = { ...sampleHead(), body: BODY };
  const translations = [
    { lang: 'en', id: 'a/1-en' },
    { lang: 'be', id: 'a/1-be' },
  ];
  const view = await draw(
    <Reader
      opened={{ brief, mentions: MENTIONS, translations }}
      cameFor={cameFor}
      onTranslation={onTranslation}
      onBack={onBack}
    />,
  );
  return { view, onBack, onTranslation };
}

const marksIn = (view: HTMLElement): string[] =>
  [...view.querySelectorAll<HTMLElement>('.reader-block mark')].map(
    (mark) => `${mark.textContent} ${mark.dataset['mark']}`,
  );

describe('the reader', () => {
  it('draws a brief as text, in its language, with verdict and week', async () => {
    const { view } = await drawn();
    const article = view.querySelector('article');
    expect(article?.lang).toBe('en');
    expect(nameOf(document.getElementById(article?.getAttribute('aria-labelledby') ?? ''))).toBe('A plan is signed');
    expect([...view.querySelectorAll('.reader-block')].map((block) => `${block.tagName} ${block.textContent}`)).toEqual(
      ['P Rogozin came to MAZ.', 'H2 What follows', 'P See the plan', 'BLOCKQUOTE <b>Rogozin</b> left.'],
    );
    expect(view.querySelector('blockquote b')).toBeNull();
  });

  it('marks names over the borders of spans, the one came for apart from the others', async () => {
    const { view } = await drawn();
    expect(marksIn(view)).toEqual(['Rogo came-for', 'zin came-for', 'MAZ name', 'Rogozin came-for']);
    expect(view.querySelector('mark strong')?.textContent).toBe('zin');
  });

  it('opens links in a tab that learns nothing of us', async () => {
    const { view } = await drawn();
    for (const link of view.querySelectorAll('a')) {
      expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
    }
    expect(find(view, 'a', 'the plan').getAttribute('href')).toBe('https://briefs.example/plan');
  });

  it('goes from passage to passage of the one came for, by keys and buttons, round and round', async () => {
    const { view } = await drawn();
    const count = (): string => view.querySelector('.foot-count')?.textContent ?? '';
    expect(view.querySelector('.foot-name')?.textContent).toBe('Dmitry Rogozin');
    await press('j');
    await press('j');
    expect(count()).toBe('Passage 2 of 2');
    expect(view.querySelector('[data-current=true]')?.tagName).toBe('BLOCKQUOTE');
    expect(marksIn(view).at(-1)).toBe('Rogozin current');
    await click(find(view, 'button', 'Next passage'));
    expect(count()).toBe('Passage 1 of 2');
    await press('k');
    expect(count()).toBe('Passage 2 of 2');
  });

  it('steps through all names when it was opened for none', async () => {
    const { view } = await drawn(null);
    await click(find(view, 'button', 'Previous passage'));
    expect(view.querySelector('.foot-count')?.textContent).toBe('Passage 3 of 3');
  });

  it('goes back by Esc and by its button, and to another language by its code', async () => {
    const { view, onBack, onTranslation } = await drawn();
    await press('Escape');
    await click(find(view, 'button', 'Briefing'));
    expect(onBack).toHaveBeenCalledTimes(2);
    const belarusian = find(view, '[role=radio]', 'Беларуская');
    expect(belarusian.lang).toBe('be');
    await click(belarusian);
    expect(onTranslation).toHaveBeenCalledWith('a/1-be');
  });
});
