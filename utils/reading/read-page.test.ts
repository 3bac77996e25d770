// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { PageText } from '@/utils/model';
import { rangeOf, readPage, type ReadPage, type ReadingNeeds } from '.';

// happy-dom has no StaticRange; it holds nothing but what it was made with.
vi.stubGlobal(
  'StaticRange',
  class {
    constructor(init: StaticRangeInit) {
      Object.assign(this, init);
    }
  },
);

const PARAGRAPH =
  'Delegations of two producers sat down on Tuesday morning, for the first time since they parted in spring.';

describe('what a block is', () => {
  it.each([
    ['<p>One</p><p>Two</p>', ['One', 'Two']],
    ['One<p>Two</p>Three', ['One', 'Two', 'Three']],
    ['<p>Dmitry <b>Rog<i>oz</i>in</b> left</p>', ['Dmitry Rogozin left']],
    ['<p>Dmitry<br>Rogozin</p>', ['Dmitry', 'Rogozin']],
    ['<p>Dmitry\n   \t Rogozin  </p>', ['Dmitry Rogozin']],
    ['<p><b>Dmitry </b> <i> Rogozin</i></p>', ['Dmitry Rogozin']],
    ['<p>no\u00a0break  \u00a0 stays</p>', ['no\u00a0break \u00a0 stays']],
    ['<p>Ro\u00adgo\u00adzin Ro\u200bgo\u200dzin</p>', ['Ro\u00adgo\u00adzin Ro\u200bgo\u200dzin']],
    // What many editors put between paragraphs, and nobody sees.
    ['<p>Dmitry</p><p>\u00a0</p><p>\u200b \ufeff</p><p>Rogozin</p>', ['Dmitry', 'Rogozin']],
    ['<table><tr><td>Dmitry</td><td>Rogozin</td></tr></table>', ['Dmitry', 'Rogozin']],
    ['<ul><li>Dmitry</li><li>Rogozin</li></ul>', ['Dmitry', 'Rogozin']],
    ['<dl><dt>Dmitry</dt><dd>Rogozin</dd></dl>', ['Dmitry', 'Rogozin']],
    ['<p>Dmi<wbr>try<!-- Vladimir --> Rogozin</p>', ['Dmitry Rogozin']],
    ['<ruby>明<rp>(</rp><rt>みん</rt><rp>)</rp>日</ruby>', ['明日']],
    ['<pre>one\ntwo\n\nthree\n \nfour</pre>', ['one two', 'three', 'four']],
    ['<p></p> <p> </p><div><span></span></div>', []],
    ['', []],
  ])('%s', async (html, expected) => {
    expect((await read(html)).page.blocks.map(({ text }) => text)).toEqual(expected);
  });
});

describe('what is never read', () => {
  it.each([
    'textarea',
    'select',
    'option',
    'datalist',
    'output',
    'script type="text/plain"',
    'style',
    'noscript',
    'template',
    'svg',
    'canvas',
    'div contenteditable',
    'div contenteditable="true"',
    'div contenteditable="plaintext-only"',
    'div role="textbox"',
    'div role="SearchBox"',
    'div class="big CodeMirror"',
    'div class="monaco-editor vs"',
    'span aria-hidden="true"',
    'div style="display:none"',
  ])('<%s>', async (tag) => {
    const page = (await read(`<p>before</p><${tag}><b>secret</b> text</${tag.split(' ')[0]}><p>after</p>`)).page;
    expect(JSON.stringify(page)).not.toContain('secret');
    expect(page.blocks.map(({ text }) => text)).toEqual(['before', 'after']);
  });

  it('what a dialog hides from screen readers is still the page', async () => {
    const { page } = await read('<div aria-hidden="true"><h1>Talks</h1><p>Text</p></div>');
    expect(page.blocks).toHaveLength(2);
  });

  it.each([
    ['<input type="password">', 'login-page'],
    ['<input type="PASSWORD">', 'login-page'],
    ['<input type="text" autocomplete="username current-password">', 'login-page'],
    ['<input type="text" autocomplete="username">', 'read'],
  ] as const)('a page with %s, not asked for: %s', async (field, outcome) => {
    const left = await read(`<p>Your balance</p><form>${field}</form>`);
    expect(left.outcome).toBe(outcome);
    expect(left.page.blocks.length).toBe(outcome === 'read' ? 1 : 0);
    expect((await read(`<p>Your balance</p><form>${field}</form>`, { asked: 'by-reader' })).outcome).toBe('read');
  });
});

describe('which part of the page a block is', () => {
  it.each([
    [
      'a heading that the title repeats',
      `<title>Talks in Minsk</title><h1>Talks in Minsk</h1><p>${PARAGRAPH}</p>`,
      ['headline', 'lead'],
    ],
    ['navigation', `<nav><a href="#">Home</a></nav><main><p>${PARAGRAPH}</p></main>`, ['furniture', 'lead']],
    [
      'a cookie bar',
      `<article><p>${PARAGRAPH}</p></article><div id="cookieConsent"><p>We use cookies to remember all you do.</p></div>`,
      ['lead', 'furniture'],
    ],
    [
      'comments',
      `<article><p>${PARAGRAPH} ${PARAGRAPH}</p></article><div class="comments"><p>${PARAGRAPH}</p></div>`,
      ['lead', 'furniture'],
    ],
    [
      'a list of links inside',
      `<article><p>${PARAGRAPH}</p><ul><li><a href="#">Another story about something else entirely</a></li></ul></article>`,
      ['lead', 'furniture'],
    ],
    [
      'related stories in Russian',
      `<article><p>${PARAGRAPH} ${PARAGRAPH} ${PARAGRAPH}</p><div><h3>Читайте также</h3><p>Министр уехал, так ничего и не сказав.</p></div></article>`,
      ['lead', 'furniture', 'furniture'],
    ],
    [
      'short lines of an article',
      `<article><p>${PARAGRAPH}</p><p>Yes.</p><ul><li>Wheels</li><li>Wages</li></ul></article>`,
      ['lead', 'body', 'body', 'body'],
    ],
    [
      'the second of two whole articles',
      `<title>Talks in Minsk</title><main><article><h1>Talks in Minsk</h1><p>${PARAGRAPH}</p></article><article><h1>Elsewhere today</h1><p>${PARAGRAPH}</p></article></main>`,
      ['headline', 'lead', 'furniture', 'furniture'],
    ],
    ['a page without running text', '<ul><li>One</li><li>Two</li></ul>', ['body', 'body']],
  ])('%s', async (_, html, expected) => {
    expect((await read(html)).page.blocks.map(({ part }) => part)).toEqual(expected);
  });
});

describe('languages', () => {
  it.each([
    ['<html lang="ru-RU"><p>Talks</p>', 'ru-RU', [undefined]],
    [
      '<html lang="en_GB"><p>Talks</p><p lang="ru">Переговоры</p><p lang="en-US">Talks</p>',
      'en-GB',
      [undefined, 'ru', undefined],
    ],
    ['<meta property="og:locale" content="be_BY"><p>Talks</p>', 'be-BY', [undefined]],
    ['<p>Прэм’ер-міністр Беларусі сустрэўся ў Мінску з віцэ-прэм’ерам Расіі</p>', 'be', [undefined]],
    ['<p>Премьер-министр Белоруссии встретился в Минске с вице-премьером России</p>', 'ru', [undefined]],
    ['<p>Прем’єр-міністр України зустрівся у Києві з їхнім послом</p>', '', [undefined]],
    ['<p>The prime minister met his guest at the station</p>', 'en', [undefined]],
    ['<p>1 2 3</p>', '', [undefined]],
  ])('%s', async (html, lang, blocks) => {
    const { page } = await read(html);
    expect(page.lang).toBe(lang);
    expect(page.blocks.map((block) => block.lang)).toEqual(blocks);
  });
});

describe('bounds', () => {
  it.each([
    ['nodes', { nodes: 20 }, '<p>word</p>'.repeat(40)],
    ['blocks', { blocks: 3 }, '<p>word</p>'.repeat(40)],
    ['characters of the page', { pageChars: 30 }, '<p>ten chars.</p>'.repeat(40)],
    ['characters of a block', { blockChars: 10 }, '<p>more than ten characters</p><p>next</p>'],
  ])('%s', async (_, bounds, html) => {
    const { page } = await read(html, { bounds });
    expect(page.extent).toBe('part');
    expect(page.blocks.length).toBeLessThanOrEqual(20);
    expect(page.blocks[0]?.text.length).toBeLessThanOrEqual(10);
    expect(page.blocks.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(40);
  });

  it('never cuts a character in two', async () => {
    for (const blockChars of [8, 9, 10, 11]) {
      const { page } = await read(`<p>${'😀'.repeat(20)}</p>`, { bounds: { blockChars } });
      expect(page.blocks[0]?.text.isWellFormed()).toBe(true);
    }
  });

  it('rests as soon as a slice is used up, and stops when told', async () => {
    let clock = 0;
    let rests = 0;
    const stop = new AbortController();
    const needs = { now: () => clock++, pause: async () => void (++rests === 5 && stop.abort()) };
    const stopped = await read('<p>word</p>'.repeat(400), { ...needs, signal: stop.signal });
    expect([stopped.outcome, rests]).toEqual(['stopped', 5]);
  });
});

it('every range holds exactly its passage, whatever the page', async () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'Ё', ' ', '\n', '\t', '\u00a0', '\u00ad', '😀', '\ud83d', '.'),
    maxLength: 30,
  });
  const tags = fc.constantFrom('b', 'i', 'p', 'div', 'span', 'td', 'pre', 'br', 'script', 'details');
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      text,
      fc
        .tuple(tags, fc.array(tie('tree'), { maxLength: 4 }))
        .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 5 }), fc.nat(), fc.nat(), async (html, one, other) => {
      const { page, places } = await read(html.join(''));
      page.blocks.forEach((block, at) => {
        const [start = 0, end = 0] = [one % (block.text.length + 1), other % (block.text.length + 1)].sort(
          (a, b) => a - b,
        );
        for (const passage of [
          { start: 0, end: block.text.length },
          { start, end },
        ]) {
          if (passage.start === passage.end) continue;
          const found = rangeOf(places, { block: at, ...passage })
            ?.map(textOfRange)
            .join('');
          expect(found?.replace(/[ \t\n\r\f]+/g, ' ')).toBe(block.text.slice(passage.start, passage.end));
        }
      });
    }),
    { numRuns: 200 },
  );
});

describe('a passage that is no longer there has no range', () => {
  it.each<[string, (paragraph: HTMLElement) => void]>([
    ['its text was changed', (paragraph) => (paragraph.firstChild as Text).replaceData(0, 6, 'Andrey')],
    ['text came before it', (paragraph) => (paragraph.firstChild as Text).insertData(0, 'Mr. ')],
    ['its text was cut', (paragraph) => (paragraph.firstChild as Text).deleteData(3, 20)],
    ['its paragraph was removed', (paragraph) => paragraph.remove()],
    ['its node was replaced', (paragraph) => paragraph.replaceChildren('Dmitry Rogozin left.')],
  ])('%s', async (_, change) => {
    const { places } = await read('<p>Dmitry Rogozin left.</p>');
    const passage = { block: 0, start: 0, end: 14 };
    expect(rangeOf(places, passage)).toHaveLength(1);
    change(document.querySelector('p') as HTMLElement);
    expect(rangeOf(places, passage)).toBeNull();
  });

  it.each([
    { block: 1, start: 0, end: 3 },
    { block: 0, start: 3, end: 3 },
    { block: 0, start: -1, end: 3 },
    { block: 0, start: 0, end: 99 },
    { block: 0, start: Number.NaN, end: 3 },
  ])('never was: %o', async (passage) => {
    expect(rangeOf((await read('<p>Rogozin</p>')).places, passage)).toBeNull();
  });
});

/** Reads a page that begins with what belongs into its head, if anything. */
function read(html: string, needs: Partial<ReadingNeeds> = {}): Promise<ReadPage> {
  const [, lang = '', head = '', body = ''] =
    /^(?:<html lang="([^"]*)">)?((?:<title>[^<]*<\/title>|<meta[^>]*>)*)([^]*)$/.exec(html) ?? [];
  document.documentElement.setAttribute('lang', lang);
  const parsed = new DOMParser().parseFromString(`<html><head>${head}</head><body>${body}</body></html>`, 'text/html');
  document.head.replaceChildren(...parsed.head.childNodes);
  document.body.replaceChildren(...parsed.body.childNodes);
  return readDocument(needs);
}

function readDocument(needs: Partial<ReadingNeeds> = {}): Promise<ReadPage> {
  return readPage(document, { now: () => performance.now(), pause: () => Promise.resolve(), ...needs });
}

function textOfRange({ startContainer, startOffset, endOffset }: StaticRange): string {
  return (startContainer as Text).data.slice(startOffset, endOffset);
}

/** The page is plain data: it goes through messages and storage. */
it('a page survives JSON', async () => {
  const { page } = await read(`<title>Talks</title><h1>Talks</h1><p>${PARAGRAPH}</p>`);
  expect(JSON.parse(JSON.stringify(page)) as PageText).toEqual(page);
});
