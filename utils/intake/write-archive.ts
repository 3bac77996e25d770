import type { ArchiveContents, BodyBlock, Brief, Span } from '@/utils/model';
import { ARCHIVE_FILE_VERSION } from './archive-file';
import { escaped } from './xml-tree';

/** HTML around the text of each kind of block; the reader gives the same blocks back. */
const TAGS = {
  paragraph: ['<p>', '</p>'],
  heading: ['<h2>', '</h2>'],
  listItem: ['<li>', '</li>'],
  quote: ['<blockquote>', '</blockquote>'],
  tableRow: ['<tr><td>', '</td></tr>'],
} as const satisfies Record<BodyBlock['kind'], readonly [string, string]>;

/**
 * Writes an archive as one file (docs/FORMATS.md): what `readArchiveFile` reads back as the same contents. The same contents give the same
 * text: two spaces of indentation, keys in one order, a line end at the end.
 */
export function writeArchiveFile({ id, title, homePage, says, entities, briefs }: ArchiveContents): string {
  const local = (qualified: string): string =>
    qualified.startsWith(`${id}/`) ? qualified.slice(id.length + 1) : qualified;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(homePage === null ? {} : { home_page_url: homePage }),
    _backgrounder: {
      version: ARCHIVE_FILE_VERSION,
      ...(says === 'private' ? { private: true } : {}),
      entities: entities.map(({ id, type, names, ambiguous, saidBy }) => ({
        id: local(id),
        type,
        names: names.map(({ text, lang, kind }) => ({ text, ...(lang === undefined ? {} : { lang }), kind })),
        ...(ambiguous ? { ambiguous } : {}),
        ...(saidBy === 'found' ? { saidBy } : {}),
      })),
    },
    items: briefs.map((brief) => itemOf(brief, local)),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function itemOf(brief: Brief, local: (qualified: string) => string): object {
  const { lang, date, week, situation, url, authors } = brief;
  return {
    id: local(brief.id),
    ...(url === null ? {} : { url }),
    title: brief.title,
    ...(brief.summary === '' ? {} : { summary: brief.summary }),
    content_html: brief.body.map(htmlOfBlock).join('\n'),
    ...(date === null ? {} : { date_published: `${date}T00:00:00Z` }),
    ...(lang === '' ? {} : { language: lang }),
    ...(authors.length === 0 ? {} : { authors: authors.map((name) => ({ name })) }),
    _backgrounder: {
      group: local(brief.group),
      ...(week === null ? {} : { week: { from: week.from, to: week.to } }),
      ...(situation === null ? {} : { situation: { verdict: situation.verdict, reason: situation.reason } }),
      entities: brief.entities.map(local),
    },
  };
}

function htmlOfBlock({ kind, spans }: BodyBlock): string {
  const [open, close] = TAGS[kind];
  return `${open}${spans.map(htmlOfSpan).join('')}${close}`;
}

function htmlOfSpan({ text, strong, emphasis, href }: Span): string {
  const inner = emphasis ? `<em>${escaped(text)}</em>` : escaped(text);
  const styled = strong ? `<strong>${inner}</strong>` : inner;
  return href === undefined ? styled : `<a href="${escaped(href)}">${styled}</a>`;
}
