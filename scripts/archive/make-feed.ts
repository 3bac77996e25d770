import { type DeclaredEntity, type Language, LANGUAGES, type Sheet } from './read-sheets';

const TITLE = 'Situation in Belarus, 2010–2014: the starter archive';
const SOURCES: Record<Language, string> = { en: 'Sources', ru: 'Источники', be: 'Крыніцы' };

/** The archive file as text: JSON Feed 1.1 with `_backgrounder` (docs/FORMATS.md). The same sheets give the same bytes. */
export function makeFeed(sheets: readonly Sheet[], entities: readonly DeclaredEntity[]): string {
  const items = sheets.flatMap(({ about, texts }) =>
    LANGUAGES.flatMap((language) => {
      const text = texts[language];
      if (!text) return [];
      return {
        id: `${about.id}-${language}`,
        language,
        title: text.title,
        summary: text.summary,
        content_html: [
          ...text.paragraphs.map((paragraph) => `<p>${escaped(paragraph.text)}</p>`),
          `<h2>${SOURCES[language]}</h2>`,
          `<ul>${about.sources.map((source) => `<li>${linkTo(source)}</li>`).join('')}</ul>`,
        ].join('\n'),
        date_published: `${about.week.to}T18:00:00Z`,
        _backgrounder: {
          group: about.id,
          week: about.week,
          situation: { verdict: about.verdict, reason: text.reason },
          entities: about.entities,
        },
      };
    }),
  );
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: TITLE,
    language: 'en',
    _backgrounder: { version: 1, entities },
    items,
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function linkTo(source: string): string {
  if (!URL.canParse(source)) return escaped(source);
  const { hostname, pathname } = new URL(source);
  const where = `${hostname.replace(/^www\./u, '')}${decodeURI(pathname).replace(/\/$/u, '')}`;
  return `<a href="${escaped(source)}">${escaped(where.length > 70 ? `${where.slice(0, 69)}…` : where)}</a>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
