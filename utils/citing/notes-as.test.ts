// @vitest-environment happy-dom
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CitedNote, notesAs, type NotesFormat } from '.';

const NOTE: CitedNote = {
  brief: {
    id: 'desk/1',
    lang: 'en',
    week: { from: '2012-10-29', to: '2012-11-04' },
    date: null,
    title: 'A plan, "signed" <b>',
    summary: 'Two agree.',
    url: 'https://briefs.example/1',
    authors: ['A. Writer'],
    source: 'Desk & Co',
  },
  quote: '=SUM(A1) *and* <script>',
  text: 'First line\nsecond, "line"\n\nnext',
  pinnedAt: 0,
};
const WHOLE: CitedNote = { ...NOTE, quote: null, text: '' };
const as = (format: NotesFormat, notes = [NOTE, WHOLE]): string =>
  notesAs(notes, { format, title: 'Notes', lang: 'en' });

describe('notes', () => {
  it('in Markdown: what the archive says is text, what the user wrote is his', () => {
    const [title, head, quote, text, rest, source] = as('markdown', [NOTE]).split('\n\n');
    expect([title, head, quote]).toEqual([
      '# Notes',
      '## A plan, "signed" \\<b\\>',
      '> =SUM(A1) \\*and\\* \\<script\\>',
    ]);
    expect(`${text}\n\n${rest}`).toBe(NOTE.text);
    expect(source).toMatch(/^— A\. Writer/u);
    expect(as('markdown', [NOTE])).toContain('<https://briefs.example/1>');
  });

  it('in HTML: nothing in it is markup but ours', () => {
    const page = new DOMParser().parseFromString(as('html'), 'text/html');
    expect(page.querySelectorAll('script, b')).toHaveLength(0);
    expect([...page.querySelectorAll('h2')].map((head) => head.textContent)).toEqual([
      NOTE.brief.title,
      NOTE.brief.title,
    ]);
    expect([...page.querySelectorAll('blockquote')].map((quote) => quote.textContent)).toEqual([NOTE.quote]);
    expect(page.querySelectorAll('section')[0]?.querySelectorAll('p')).toHaveLength(4);
  });

  it('in CSV: each cell comes back, and none is a formula', () => {
    const { data, errors } = Papa.parse<Record<string, string>>(as('csv').trimEnd(), { header: true });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(2);
    expect(data[0]).toMatchObject({
      note: NOTE.text,
      quote: `'${NOTE.quote}`,
      title: NOTE.brief.title,
      archive: 'Desk & Co',
      from: '2012-10-29',
      to: '2012-11-04',
      address: 'https://briefs.example/1',
      pinned: '1970-01-01T00:00:00.000Z',
    });
  });

  it('in JSON: with the reference as CSL has it', () => {
    const { version, notes } = JSON.parse(as('json')) as { version: number; notes: Record<string, unknown>[] };
    expect(version).toBe(1);
    expect(notes.map(({ quote }) => quote)).toEqual([NOTE.quote, null]);
    expect(notes[0]).toMatchObject({
      text: NOTE.text,
      brief: 'desk/1',
      item: { type: 'article-magazine', URL: 'https://briefs.example/1' },
    });
  });
});
