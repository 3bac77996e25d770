import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { dayText, firstSpoken, type Language, LANGUAGES, monthText, speak, t, tieWords, weekText } from '.';

const FILES = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Record<
      string,
      { message: string }
    >,
  ]),
) as Record<Language, Record<string, { message: string }>>;
const FORMS: Record<Language, string[]> = {
  en: ['one', 'other'],
  ru: ['few', 'many', 'one', 'other'],
  be: ['few', 'many', 'one', 'other'],
};
const isForm = (key: string): boolean => /_(?:one|few|many|other)$/u.test(key);
const stem = (key: string): string => key.replace(/_(?:one|few|many|other)$/u, '');

afterEach(() => speak('en'));

describe('the tables', () => {
  it.each(LANGUAGES)('%s has every key, each plural form, and the same holes', (language) => {
    const table = FILES[language];
    expect([...new Set(Object.keys(table).map(stem))]).toEqual([...new Set(Object.keys(FILES.en).map(stem))]);
    for (const key of Object.keys(table)) {
      const english = FILES.en[key] ?? FILES.en[`${stem(key)}_other`];
      // "The first block" needs no number; every other form says it.
      const holes = (text: string): string[] =>
        (text.match(/\{\w+\}/gu) ?? []).filter((hole) => !(isForm(key) && hole === '{n}'));
      expect([key, holes(table[key]!.message)]).toEqual([key, holes(english!.message)]);
    }
    const plural = new Set(Object.keys(table).filter(isForm).map(stem));
    for (const name of plural) {
      const forms = Object.keys(table)
        .filter((key) => isForm(key) && stem(key) === name)
        .map((key) => key.slice(name.length + 1));
      expect([name, forms.sort()]).toEqual([name, FORMS[language]]);
    }
  });

  it.each(['ru', 'be'] as const)(
    '%s mixes no Latin letter into a Cyrillic word and quotes as that language does',
    (language) => {
      for (const [key, { message }] of Object.entries(FILES[language])) {
        expect([key, message.match(/\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}|[“”"!]/gu)]).toEqual([
          key,
          null,
        ]);
      }
    },
  );

  it.each([
    ['ru', /[іўІЎ’]/u],
    ['be', /[иИщЩъЪ']/u],
  ] as const)('%s is written in its own letters', (language, foreign) => {
    for (const [key, { message }] of Object.entries(FILES[language]))
      expect([key, message.match(foreign)]).toEqual([key, null]);
  });

  it('says nothing that is never said', () => {
    const source = ['components', 'entrypoints', 'utils']
      .flatMap(filesIn)
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const manifest = readFileSync('wxt.config.ts', 'utf8');
    const unused = [...new Set(Object.keys(FILES.en).map(stem))].filter(
      (key) => !new RegExp(`['"\`]${key}['"\`]`, 'u').test(source) && !manifest.includes(`__MSG_${key}__`),
    );
    expect(unused).toEqual([]);
  });
});

describe('t', () => {
  it.each<[Language, number, string]>([
    ['en', 1, '1 brief'],
    ['en', 2, '2 briefs'],
    ['en', 1200, '1,200 briefs'],
    ['ru', 1, '1 справка'],
    ['ru', 3, '3 справки'],
    ['ru', 11, '11 справок'],
    ['ru', 21, '21 справка'],
    ['be', 2, '2 даведкі'],
    ['be', 5, '5 даведак'],
  ])('counts in %s: %i', (language, n, expected) => {
    speak(language);
    expect(t('nBriefs', { n })).toBe(expected);
  });

  it('fills holes with names as they are, also such as look like patterns', () => {
    expect(t('noResults', { query: '$& {n} <b>' })).toBe('Nothing found for “$& {n} <b>”');
  });

  it.each<[string[], Language]>([
    [['be-BY', 'ru'], 'be'],
    [['pl', 'ru-RU', 'en'], 'ru'],
    [['pl'], 'en'],
    [[], 'en'],
  ])('speaks for %j: %s', (wishes, language) => expect(firstSpoken(wishes)).toBe(language));
});

describe('dates', () => {
  it.each<[Language, string, string, string]>([
    ['en', '2012-10-29', '2012-11-04', '29 Oct – 4 Nov 2012'],
    ['ru', '2012-10-29', '2012-11-04', '29 окт – 4 ноя 2012'],
    ['be', '2012-10-29', '2012-11-04', '29 кас – 4 ліс 2012'],
    ['en', '2012-10-22', '2012-10-28', '22 – 28 Oct 2012'],
    ['en', '2014-12-29', '2015-01-04', '29 Dec 2014 – 4 Jan 2015'],
  ])('%s: the week of %s', (language, from, to, expected) => {
    speak(language);
    expect(weekText({ from, to }).replaceAll('\u00a0', ' ')).toBe(expected);
    expect(weekText({ from, to })).not.toMatch(/\d /u);
  });

  it('days and months, also of moments; what is no date is left alone', () => {
    expect(
      [dayText('2012-10-23T09:00:00+03:00'), monthText('2014-12-28'), dayText('yesterday')].map((text) =>
        text.replaceAll('\u00a0', ' '),
      ),
    ).toEqual(['23 Oct 2012', 'Dec 2014', 'yesterday']);
  });
});

describe('words that stay together', () => {
  it.each([
    ['ru', 'Рогозин в Минске — и о заводах', 'Рогозин в~Минске~— и~о~заводах'],
    ['be', 'У Мінску і ў Маскве', 'У~Мінску і~ў~Маскве'],
    ['en', 'a plan – and a plant', 'a plan~– and a plant'],
  ])('%s: %s', (lang, text, expected) => {
    expect(tieWords(text, lang)).toBe(expected.replaceAll('~', '\u00a0'));
    expect(tieWords(text, lang)).toHaveLength(text.length);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file) && !file.includes('.test.'))
    .map((file) => `${folder}/${file}`);
}
