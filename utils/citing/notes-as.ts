import { citationOf } from './citation-of';
import type { CitedBrief } from './cited-brief';

/** A note as an export has it. */
export interface CitedNote {
  brief: CitedBrief;
  /** The pinned passage; null: the whole brief. */
  quote: string | null;
  /** What the user wrote; may have several lines. */
  text: string;
  /** Milliseconds since 1970. */
  pinnedAt: number;
}

/** What notes can be saved as. */
export type NotesFormat = 'markdown' | 'html' | 'csv' | 'json';

/** All notes in their order, each with its quotation, reference and text; ready to be saved as a file in UTF-8. */
export function notesAs(notes: readonly CitedNote[], as: { format: NotesFormat; title: string; lang: string }): string {
  switch (as.format) {
    case 'markdown':
      return [`# ${inMarkdown(as.title)}`, ...notes.map(noteInMarkdown)].join('\n\n') + '\n';
    case 'html':
      return page(as, notes.map(noteInHtml).join('\n'));
    case 'csv':
      return [COLUMNS, ...notes.map(cellsOf)].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
    case 'json':
      return `${JSON.stringify({ version: 1, title: as.title, notes: notes.map(inJson) }, null, 2)}\n`;
  }
}

function noteInMarkdown({ brief, quote, text }: CitedNote): string {
  return [
    `## ${inMarkdown(brief.title)}`,
    ...(quote === null ? [] : [quoted(inMarkdown(quote))]),
    ...(text.trim() === '' ? [] : [text.trim()]),
    `— ${citationOf(brief, 'markdown')}`,
  ].join('\n\n');
}

function quoted(text: string): string {
  return text.split('\n').map((line) => `> ${line}`).join('\n'); // prettier-ignore
}

/** What an archive says is text, never markup; what the user wrote is his own Markdown. */
function inMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/gu, '\\$&');
}

function noteInHtml({ brief, quote, text }: CitedNote): string {
  const lang = escaped(brief.lang);
  return [
    '<section>',
    `<h2 lang="${lang}">${escaped(brief.title)}</h2>`,
    ...(quote === null ? [] : [`<blockquote lang="${lang}"><p>${escaped(quote)}</p></blockquote>`]),
    ...text.split(/\n{2,}/u).filter((part) => part.trim() !== '').map((part) => `<p>${escaped(part.trim()).replaceAll('\n', '<br>')}</p>`), // prettier-ignore
    `<p>— ${citationOf(brief, 'html')}</p>`,
    '</section>',
  ].join('\n');
}

function page({ title, lang }: { title: string; lang: string }, body: string): string {
  return `<!doctype html>\n<html lang="${escaped(lang)}">\n<meta charset="utf-8">\n<title>${escaped(title)}</title>\n<h1>${escaped(title)}</h1>\n${body}\n</html>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const COLUMNS = ['note', 'quote', 'title', 'archive', 'from', 'to', 'language', 'authors', 'address', 'reference', 'pinned']; // prettier-ignore

function cellsOf({ brief, quote, text, pinnedAt }: CitedNote): string[] {
  const { title, source, week, date, lang, authors, url } = brief;
  return [text, quote ?? '', title, source, week?.from ?? date ?? '', week?.to ?? date ?? '', lang, authors.join('; '), url ?? '', citationOf(brief, 'text'), new Date(pinnedAt).toISOString()]; // prettier-ignore
}

/** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe: what an archive says is text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function inJson({ brief, quote, text, pinnedAt }: CitedNote): object {
  return {
    text,
    quote,
    pinned: new Date(pinnedAt).toISOString(),
    brief: brief.id,
    reference: citationOf(brief, 'text'),
    item: (JSON.parse(citationOf(brief, 'csl-json')) as unknown[])[0],
  };
}
