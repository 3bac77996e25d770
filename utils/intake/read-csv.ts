import Papa from 'papaparse';
import { done, failed, type Result } from '@/utils/model';
import { decodeText } from './decode-text';
import { draftFromFields } from './draft-fields';
import { type Draft, draftOf, type DraftSource } from './draft';
import { blocksOfHtml, blocksOfText } from './html-to-blocks';
import type { IntakeProblem } from './problem';
import type { SourceFile } from './unzip';

/** What a column of a table can hold; `body` is text or HTML. */
export const CSV_FIELDS = [
  'id',
  'group',
  'lang',
  'date',
  'week',
  'title',
  'situation',
  'reason',
  'summary',
  'body',
  'url',
  'authors',
] as const;
export type CsvField = (typeof CSV_FIELDS)[number];

/** The column, by its heading, of every field that has one. */
export type CsvColumns = Readonly<Partial<Record<CsvField, string>>>;

/** A table as a column mapper shows it. */
export interface CsvTable {
  headings: readonly string[];
  rows: readonly (readonly string[])[];
  /** What the headings suggest. */
  guess: CsvColumns;
}

/** Most rows of a table; a field is a screenful, so the file's bound comes first. */
const MAX_ROWS = 200_000;

/** Headings that mean a field, in the three languages, lower case. */
const HEADINGS: Readonly<Record<CsvField, RegExp>> = {
  id: /^(?:id|guid|slug|№|no\.?)$/u,
  group: /^(?:group|translation.?of|группа|група)$/u,
  lang: /^(?:lang(?:uage)?|locale|язык|мова)$/u,
  date: /^(?:date|published(?:.?at)?|pub.?date|created|дата.*)$/u,
  week: /^(?:week|issue|неделя|тыдзень)$/u,
  title: /^(?:title|headline|name|заголовок|название|загаловак|назва)$/u,
  situation: /^(?:situation|verdict|ситуация|сітуацыя|вердикт|вердыкт|оценка|ацэнка)$/u,
  reason: /^(?:reason|why|причина|прычына)$/u,
  summary: /^(?:summary|description|excerpt|lead|abstract|кратко|анонс|аннотация|коратка|анатацыя)$/u,
  body: /^(?:body|text|content(?:.?html|.?text)?|html|article|текст|тэкст|содержание|змест)$/u,
  url: /^(?:url|link|permalink|address|ссылка|адрес|спасылка|адрас)$/u,
  authors: /^(?:authors?|by|creator|авторы?|аўтары?)$/u,
};

/** The table in a file, for choosing its columns; null where the bytes are no text. */
export function readCsvFile({ bytes }: SourceFile): CsvTable | null {
  const text = decodeText(bytes);
  return text.ok ? readCsvTable(text.value) : null;
}

/** Reads a table with headings in its first row; commas, semicolons, tabs and bars are told apart. */
export function readCsvTable(text: string): CsvTable {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/u, ''), {
    skipEmptyLines: 'greedy',
    preview: MAX_ROWS + 1,
  });
  const [headings = [], ...rows] = data;
  const names = headings.map((heading) => heading.trim());
  return { headings: names, rows, guess: guessOf(names) };
}

/**
 * The briefs of a table, by a mapping of its columns.
 *
 * @param columns without one, what the headings suggest
 */
export function readCsv(
  { text, fileName }: { text: string; fileName: string },
  columns?: CsvColumns,
): Result<DraftSource, IntakeProblem[]> {
  const table = readCsvTable(text);
  const chosen = columns ?? table.guess;
  if (chosen.title === undefined && chosen.body === undefined) {
    const detail = `no column for title or body among ${JSON.stringify(table.headings.slice(0, 20).join(', ').slice(0, 120))}`;
    return failed([{ file: fileName, item: null, field: '', kind: 'no-columns', detail }]);
  }
  const drafts = table.rows.map((row) => draftOfRow(row, { headings: table.headings, columns: chosen }));
  return done({ title: '', homePage: null, lang: '', drafts, notes: [] });
}

function guessOf(headings: readonly string[]): CsvColumns {
  const guess: Partial<Record<CsvField, string>> = {};
  for (const field of CSV_FIELDS) {
    const heading = headings.find((each) => HEADINGS[field].test(each.toLowerCase()));
    if (heading !== undefined) guess[field] = heading;
  }
  return guess;
}

function draftOfRow(
  row: readonly string[],
  { headings, columns }: { headings: readonly string[]; columns: CsvColumns },
): Draft {
  const fields = new Map<string, string>();
  for (const field of CSV_FIELDS) {
    const heading = columns[field];
    const value = heading === undefined ? undefined : row[headings.indexOf(heading)];
    if (value !== undefined) fields.set(field, value);
  }
  const body = fields.get('body') ?? '';
  const isHtml = /<(?:p|br|div|h[1-6]|ul|ol|table|b|i|strong|em|a)[\s/>]/iu.test(body);
  return draftOf({ ...draftFromFields(fields), body: isHtml ? blocksOfHtml(body) : blocksOfText(body) });
}
