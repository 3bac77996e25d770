import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clippingOf } from './clipping-of';
import { citationOf } from './citation-of';
import type { CitedBrief } from './cited-brief';
import { passageLink } from './passage-link';
import { quotationOf } from './quotation-of';

function brief(change: Partial<CitedBrief> = {}): CitedBrief {
  return {
    id: 'starter/bw-1-en',
    lang: 'en',
    week: { from: '2012-10-29', to: '2012-11-04' },
    date: null,
    title: 'A plan is signed',
    summary: 'Two governments agree.',
    url: 'https://briefs.example/1?a=1&b=2',
    authors: [],
    source: 'Northport Weekly',
    ...change,
  };
}

describe('a reference', () => {
  it.each<[string, Partial<CitedBrief>, string]>([
    [
      'names archive, week and address',
      {},
      'A plan is signed. Northport Weekly, 29 October – 4 November 2012. https://briefs.example/1?a=1&b=2',
    ],
    [
      'one month is said once',
      { week: { from: '2012-10-22', to: '2012-10-28' } },
      'A plan is signed. Northport Weekly, 22–28 October 2012. https://briefs.example/1?a=1&b=2',
    ],
    [
      'in Belarusian',
      { lang: 'be', title: 'План падпісаны', source: 'Тыдзень', url: null },
      'План падпісаны. Тыдзень, 29 кастрычніка – 4 лістапада 2012.',
    ],
    [
      'in Russian, with authors',
      { lang: 'ru', title: 'План подписан', source: 'Неделя', url: null, authors: ['Иван Петров', 'Анна Кац'] },
      'Иван Петров и Анна Кац. План подписан. Неделя, 29 октября – 4 ноября 2012.',
    ],
    ['a day', { week: null, date: '2013-02-01', source: '', url: null }, 'A plan is signed. 1 February 2013.'],
    ['a title with its own mark', { title: 'Who pays?', week: null, source: 'W', url: null }, 'Who pays? W.'],
    ['no date at all', { week: null, source: '', url: null }, 'A plan is signed.'],
  ])('%s', (_, change, expected) => {
    expect(citationOf(brief(change), 'text')).toBe(expected);
  });

  it.each(['bibtex', 'ris', 'text', 'html', 'markdown', 'csl-json'] as const)(
    'as %s ends also for a title made to keep an expression busy',
    (format) => {
      const title = `${'<'.repeat(5_000)}${'[a]\n b:c '.repeat(2_000)}`;
      expect(citationOf(brief({ title, summary: title, authors: [title] }), format)).not.toBe('');
    },
  );

  it('has the archive in italics and its address as a link in HTML', () => {
    expect(citationOf(brief({ title: 'Oil & gas' }), 'html')).toBe(
      'Oil &amp; gas. <i>Northport Weekly</i>, 29 October – 4 November 2012. <a href="https://briefs.example/1?a=1&amp;b=2">https://briefs.example/1?a=1&amp;b=2</a>',
    );
  });

  it('keeps Markdown’s signs from being Markdown', () => {
    expect(citationOf(brief({ title: 'The *new* [plan]_x_' }), 'markdown')).toBe(
      'The \\*new\\* \\[plan\\]\\_x\\_. *Northport Weekly*, 29 October – 4 November 2012. <https://briefs.example/1?a=1&b=2>',
    );
  });

  it('is an entry of BibTeX', () => {
    const entry = citationOf(brief(), 'bibtex');
    expect(entry).toMatch(/^@article\{starter_bw_1_en,\n/u);
    expect(entry).toContain('title = {A plan is signed}');
    expect(entry).toContain('journal = {Northport Weekly}');
    expect(entry).toContain('year = {2012}');
    expect(entry).toContain('month = {11}');
    expect(entry).toContain('url = {https://briefs.example/1?a=1&b=2}');
  });

  it('keeps its letters in BibTeX', () => {
    expect(citationOf(brief({ lang: 'be', title: 'Ў план' }), 'bibtex')).toContain('title = {Ў план}');
  });

  it('is a record of RIS', () => {
    const lines = citationOf(brief(), 'ris').split('\n');
    expect(lines[0]).toBe('TY  - MGZN');
    expect(lines).toContain('TI  - A plan is signed');
    expect(lines).toContain('T2  - Northport Weekly');
    expect(lines).toContain('UR  - https://briefs.example/1?a=1&b=2');
    expect(lines.at(-1)?.trim()).toBe('ER  -');
  });

  it('is an item of CSL-JSON', () => {
    expect(JSON.parse(citationOf(brief({ authors: ['Ann'] }), 'csl-json'))).toEqual([
      {
        id: 'starter/bw-1-en',
        'citation-key': 'starter_bw_1_en',
        type: 'article-magazine',
        title: 'A plan is signed',
        author: [{ literal: 'Ann' }],
        'container-title': 'Northport Weekly',
        issued: { 'date-parts': [[2012, 11, 4]] },
        URL: 'https://briefs.example/1?a=1&b=2',
        abstract: 'Two governments agree.',
        language: 'en',
      },
    ]);
  });

  it('never turns a title into markup', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('<', '>', 'b', 'i', '/', '&', '"', ' ', 'span', 'script', '}', '{'),
    });
    fc.assert(
      fc.property(nasty, (title) => {
        const html = citationOf(brief({ title, source: title }), 'html');
        const tags = html.match(/<[^>]*>/gu) ?? [];
        expect(
          tags.filter((tag) => !/^<(?:\/?i|\/a|a href="https:\/\/briefs\.example\/1\?a=1&amp;b=2")>$/u.test(tag)),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a quotation', () => {
  it.each([
    ['en', '“Nobody knows the price.”'],
    ['be', '«Nobody knows the price.»'],
    ['ru', '«Nobody knows the price.»'],
  ])('in %s stands in its own marks, over its source', (lang, quoted) => {
    const { text, html } = quotationOf(' Nobody knows the price. ', brief({ lang }));
    expect(text.split('\n')[0]).toBe(quoted);
    expect(text).toContain('\n\n— A plan is signed. ');
    expect(html).toContain(`<blockquote lang="${lang}"><p>${quoted}</p></blockquote>`);
  });

  it('is text in HTML too', () => {
    expect(quotationOf('a <b> & "c"', brief()).html).toContain('a &lt;b&gt; &amp; &quot;c&quot;');
  });
});

describe('a link to a passage', () => {
  it.each([
    ['short', 'Nobody knows, really', 'https://b.example/1#:~:text=Nobody%20knows%2C%20really'],
    [
      'long: its first and last words',
      'one two three four five six seven eight nine ten eleven twelve',
      'https://b.example/1#:~:text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve',
    ],
    ['with a hyphen, which has a meaning there', 'a vice-premier', 'https://b.example/1#:~:text=a%20vice%2Dpremier'],
    ['without words', '  ', 'https://b.example/1'],
  ])('%s', (_, passage, link) => {
    expect(passageLink('https://b.example/1#old', passage)).toBe(link);
  });
});

describe('what is copied', () => {
  const whole = {
    ...brief(),
    body: [
      { kind: 'heading' as const, spans: [{ text: 'The plan' }] },
      { kind: 'paragraph' as const, spans: [{ text: 'They signed it.' }] },
    ],
  };
  it.each([
    ['quote', null, '“Two governments agree.”'],
    ['quote', 'They signed', '“They signed”'],
    ['link', null, 'https://briefs.example/1?a=1&b=2#:~:text=They%20signed%20it.'],
    ['link', 'signed it', 'https://briefs.example/1?a=1&b=2#:~:text=signed%20it'],
    ['ris', null, 'TY  - MGZN'],
  ] as const)('as %s of passage %j', (kind, passage, first) => {
    expect(clippingOf(whole, { kind, passage }).text.split('\n')[0]).toBe(first);
  });

  it('has HTML for word processors where there is a form to keep', () => {
    expect(clippingOf(whole, { kind: 'quote', passage: null }).html).toContain('<blockquote');
    expect(clippingOf(whole, { kind: 'bibtex', passage: null }).html).toBeUndefined();
  });
});
