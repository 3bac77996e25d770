import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from './tables';

type Table = Record<string, { message: string }>;

const FILES = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Table,
  ]),
) as Record<Language, Table>;

const SUFFIX = /_(?:one|few|many|other)$/u;
const stem = (key: string): string => key.replace(SUFFIX, '');
const stemsOf = (table: Table): string[] => [...new Set(Object.keys(table).map(stem))].sort();

/** Texts of the visual language whose screens do not exist yet. The list only shrinks: a key that is used must leave it. */
const WAITING = `
  noWeek whyExactCue
`
  .trim()
  .split(/\s+/u);

describe('the three tables', () => {
  it.each(LANGUAGES)('%s says the same things', (language) => {
    expect(stemsOf(FILES[language])).toEqual(stemsOf(FILES.en));
  });

  it.each(LANGUAGES)('%s has each plural form that the language needs, or none', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const table = FILES[language];
    for (const key of new Set(
      Object.keys(table)
        .filter((key) => SUFFIX.test(key))
        .map(stem),
    )) {
      const forms = ['one', 'few', 'many', 'other'].filter((form) => table[`${key}_${form}`] !== undefined);
      expect([key, forms.sort()]).toEqual([key, needed]);
      expect(table[key]).toBeUndefined();
    }
  });

  it.each(LANGUAGES)('%s has the same placeholders in every form', (language) => {
    for (const [key, { message }] of Object.entries(FILES[language])) {
      const english = FILES.en[stem(key)] ?? FILES.en[`${stem(key)}_other`];
      expect([key, placeholders(message)]).toEqual([key, placeholders(english?.message ?? '')]);
    }
  });

  it.each(['ru', 'be'] as const)('%s mixes no Latin letter into a Cyrillic word', (language) => {
    for (const [key, { message }] of Object.entries(FILES[language])) {
      expect([key, message.match(/\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/gu)]).toEqual(
        [key, null],
      );
    }
  });

  it.each([
    ['en', /[«»"']|\p{Script=Cyrillic}/u],
    ['ru', /[“”"']|[іўІЎ’]/u],
    ['be', /[“”"']|[иИщЩъЪ]/u],
  ] as const)('%s has its own letters, quotation marks and apostrophe', (language, foreign) => {
    for (const [key, { message }] of Object.entries(FILES[language]))
      expect([key, message.match(foreign)]).toEqual([key, null]);
  });

  it.each(LANGUAGES)('%s neither shouts nor begs', (language) => {
    for (const [key, { message }] of Object.entries(FILES[language]))
      expect([key, message.match(/!|\bplease\b|\boops\b|пожалуйста|калі ласка/iu)]).toEqual([key, null]);
  });

  it('are files that the browser takes: names of letters and digits, no dollar sign', () => {
    for (const table of Object.values(FILES)) {
      for (const [key, { message }] of Object.entries(table)) {
        expect(key).toMatch(/^\w+$/u);
        expect(message).not.toContain('$');
        expect(message.trim()).toBe(message);
      }
    }
  });

  it('hold nothing that is never said', () => {
    const source = ['components', 'entrypoints', 'utils', 'wxt.config.ts']
      .flatMap(filesIn)
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const said = (key: string): boolean => new RegExp(`['"\`]${key}['"\`]|__MSG_${key}__`, 'u').test(source);
    const silent = stemsOf(FILES.en).filter((key) => !said(key));
    expect(silent).toEqual(WAITING.toSorted());
  });
});

function placeholders(message: string): string[] {
  return (message.match(/\{\w+\}/gu) ?? []).toSorted();
}

function filesIn(path: string): string[] {
  if (!path.includes('.')) {
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/u.test(file) && !file.includes('.test.'))
      .map((file) => `${path}/${file}`);
  }
  return [path];
}
