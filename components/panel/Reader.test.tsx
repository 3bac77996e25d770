// @vitest-environment happy-dom
import { type ComponentProps, type JSX, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BodyBlock, Brief, Mention } from '@/utils/model';
import { click, draw, find, nameOf, press } from '../../tests/draw';
import { sampleHead, sampleMention } from '../../tests/samples';
import { Reader, type ReaderActs } from './Reader';

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

const ENGLISH: Brief = { ...sampleHead(), body: BODY };
const BELARUSIAN: Brief = {
  ...sampleHead({ id: 'a/1-be', lang: 'be', title: 'План падпісаны' }),
  body: [
    { kind: 'paragraph', spans: [{ text: 'Рагозін прыехаў на МАЗ.' }] },
    { kind: 'paragraph', spans: [{ text: 'Яшчэ адзін абзац.' }] },
    { kind: 'heading', spans: [{ text: 'Што далей' }] },
    { kind: 'listItem', spans: [{ text: 'План' }] },
    { kind: 'quote', spans: [{ text: 'Рагозін з’ехаў.' }] },
  ],
};
const OF_BELARUSIAN = [
  sampleMention('rogozin', { block: 0, start: 0, end: 7 }),
  sampleMention('rogozin', { block: 4, start: 0, end: 7 }),
];
const TRANSLATIONS = [
  { lang: 'en', id: 'a/1-en' },
  { lang: 'be', id: 'a/1-be' },
];

type Given = Partial<Pick<ComponentProps<typeof Reader>, 'cameFor' | 'beside' | 'passage'>>;

/** Draws the reader; its passage moves as the store would move it. */
async function drawn(
  given: Given = {},
): Promise<{ view: HTMLElement; acts: Required<Record<keyof ReaderActs, ReturnType<typeof vi.fn>>> }> {
  const acts = {
    onBack: vi.fn(),
    onTranslation: vi.fn(),
    onBeside: vi.fn(),
    onPassage: vi.fn(),
    onScroll: vi.fn(),
    onCite: vi.fn(),
    onPin: vi.fn(),
  };
  function Host(): JSX.Element {
    const [passage, setPassage] = useState(given.passage ?? null);
    acts.onPassage.mockImplementation(setPassage);
    return (
      <Reader
        opened={{ brief: ENGLISH, mentions: MENTIONS, translations: TRANSLATIONS }}
        beside={given.beside ?? null}
        cameFor={given.cameFor === undefined ? ROGOZIN : given.cameFor}
        passage={passage}
        scroll={0}
        acts={acts}
      />
    );
  }
  return { view: await draw(<Host />), acts };
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
    const { view } = await drawn({ cameFor: null });
    await click(find(view, 'button', 'Previous passage'));
    expect(view.querySelector('.foot-count')?.textContent).toBe('Passage 3 of 3');
  });

  it('opens at the passage it is told to', async () => {
    const { view } = await drawn({ passage: 1 });
    expect(view.querySelector('.foot-count')?.textContent).toBe('Passage 2 of 2');
    expect(marksIn(view).at(-1)).toBe('Rogozin current');
  });

  it('goes back by Esc and by its button, and to another language by its code', async () => {
    const { view, acts } = await drawn();
    await press('Escape');
    await click(find(view, 'button', 'Briefing'));
    expect(acts.onBack).toHaveBeenCalledTimes(2);
    const belarusian = find(view, '[role=radio]', 'Беларуская');
    expect(belarusian.lang).toBe('be');
    await click(belarusian);
    expect(acts.onTranslation).toHaveBeenCalledWith('a/1-be');
  });
});

describe('citing', () => {
  const items = (): string[] => [...document.querySelectorAll('[role=menuitem]')].map(nameOf);

  it('offers quote, link and six forms of reference, by C', async () => {
    const { acts } = await drawn({ passage: 1 });
    await press('c');
    expect(items()).toEqual([
      'Copy quote with source',
      'Copy link to this passage',
      'Plain text',
      'Markdown',
      'HTML',
      'BibTeX',
      'RIS',
      'CSL-JSON',
      'Pin to notes',
      'Print',
      'Open at the source',
    ]);
    await click(find(document.body, '[role=menuitem]', 'Copy quote with source'));
    expect(acts.onCite).toHaveBeenCalledWith('quote', { id: 'a/1-en', passage: '<b>Rogozin</b> left.' });
  });

  it('is about the whole brief before any passage was stepped to', async () => {
    const { acts } = await drawn();
    await press('c');
    await click(find(document.body, '[role=menuitem]', 'BibTeX'));
    expect(acts.onCite).toHaveBeenCalledWith('bibtex', { id: 'a/1-en', passage: null });
  });

  it('pins by P', async () => {
    const { acts } = await drawn({ passage: 0 });
    await press('p');
    expect(acts.onPin).toHaveBeenCalledWith({ id: 'a/1-en', passage: 'Rogozin came to MAZ.' });
  });
});

describe('two translations', () => {
  const beside = { brief: BELARUSIAN, mentions: OF_BELARUSIAN, translations: TRANSLATIONS };
  afterEach(() => (window.innerWidth = 380));

  it('need room', async () => {
    window.innerWidth = 639;
    const { view } = await drawn({ beside });
    expect(view.querySelectorAll('article')).toHaveLength(1);
    expect(view.textContent).not.toContain('Side by side');
  });

  it('stand side by side, block beside block, the same mention current in both', async () => {
    window.innerWidth = 800;
    const { view } = await drawn({ beside, passage: 1 });
    const rowsOf = (article: Element): string[] =>
      [...article.querySelectorAll<HTMLElement>('.reader-block')].map((block) => block.style.gridRow);
    const [left, right] = view.querySelectorAll('article');
    expect(rowsOf(left!)).toEqual(['4', '6', '7', '8']);
    expect(rowsOf(right!)).toEqual(['4', '5', '6', '7', '8']);
    expect([...view.querySelectorAll('[data-current=true]')].map((block) => block.textContent)).toEqual([
      '<b>Rogozin</b> left.',
      'Рагозін з’ехаў.',
    ]);
    expect(marksIn(view).filter((mark) => mark.endsWith('current'))).toEqual(['Rogozin current', 'Рагозін current']);
  });

  it('change places when the language of one is chosen for the other', async () => {
    window.innerWidth = 800;
    const { view, acts } = await drawn({ beside });
    const [, right] = view.querySelectorAll('article');
    await click(find(right!, '[role=radio]', 'English'));
    expect(acts.onTranslation).toHaveBeenCalledWith('a/1-be');
    await click(find(view, 'button', 'Side by side'));
    expect(acts.onBeside).toHaveBeenCalledWith(null);
  });
});
