import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity, Verdict } from '@/utils/model';
import { briefOf } from './briefs-for-tests';
import { compileTexts } from './compile-texts';
import { overviewOf } from './overview';
import { type Filter, parseQuery } from './parse-query';
import { joinQuery, splitQuery } from './query-filters';
import { docsFound, searchTexts } from './search-texts';
import { weeksOf } from './weeks';

const ENTITIES = ['maz', 'oil', 'gas'].map((id): Entity => ({
  id: `a/${id}`,
  type: 'company',
  names: [{ text: id, kind: 'full' }],
  ambiguous: false,
  saidBy: 'archive',
}));

const DATES = ['2012-10-22', '2012-11-04', '2013-01-01', null];
const brief = fc
  .record({
    number: fc.nat(12),
    lang: fc.constantFrom('en', 'ru', 'be'),
    archiveId: fc.constantFrom('a', 'b'),
    verdict: fc.constantFrom<(Verdict | null)[]>('improved', 'worsened', null),
    title: fc.constantFrom('gas', 'oil', 'gas and oil', 'тоуар'),
    entities: fc.subarray(['a/maz', 'a/oil', 'a/gas']),
  })
  .map(({ number, lang, verdict, ...rest }) =>
    // Translations are of one date: a group stands in one month.
    briefOf({
      ...rest,
      id: `${number}-${lang}`,
      date: DATES[number % DATES.length]!,
      situation: verdict ? { verdict, reason: '' } : null,
    }),
  );
const briefs = fc.uniqueArray(brief, { selector: ({ id }) => id, minLength: 1, maxLength: 12 });
const FILTERS = ['lang:en', 'lang:ru', 'situation:worsened', 'situation:none', 'archive:b', 'entity:a/maz', 'entity:a/oil', 'date:2012', 'year:2012-10..2012-11', '-lang:be', '-situation:improved']; // prettier-ignore
const query = fc
  .record({
    // One wanted word at most: of several, a value may have fewer than the best brief has, and is counted as none.
    words: fc.tuple(fc.constantFrom('', 'gas', 'oil', '"gas and"', 'nothing'), fc.constantFrom('', '-oil')),
    filters: fc.subarray(FILTERS, { maxLength: 4 }),
  })
  .map(({ words, filters }) => [...words, ...filters].join(' ').trim());

function spanOf(list: readonly { date: string | null }[]): { from: string; to: string } | null {
  const months = list.flatMap(({ date }) => (date ? [date.slice(0, 7)] : [])).toSorted();
  return months[0] ? { from: months[0], to: months.at(-1)! } : null;
}

describe('the overview of a query', () => {
  it('counts for each value what a search with it would find', () => {
    fc.assert(
      fc.property(briefs, query, (list, text) => {
        const index = compileTexts({ briefs: list, entities: ENTITIES });
        const found = (more: string, without: Filter['field'] | null): number => {
          const { words, filters } = splitQuery(text, 'finished');
          const kept = filters.filter(({ field, use }) => field !== without || use === 'unwanted');
          const asked = `${joinQuery({ words, filters: kept })} ${more}`.trim();
          // A space at the end: the last word is whole in both.
          return searchTexts(index, parseQuery(`${asked} `), { blank: 'all', typing: 'off' }).total;
        };
        const whole = overviewOf(index, parseQuery(`${text} `), { blank: 'all', typing: 'off' });
        expect(whole.total).toBe(found('', null));
        for (const { value, briefs: count } of whole.langs) expect([value, count]).toEqual([value, found(`lang:${value}`, 'lang')]); // prettier-ignore
        for (const { value, briefs: count } of whole.situations) expect([value, count]).toEqual([value, found(`situation:${value}`, 'situation')]); // prettier-ignore
        for (const { value, briefs: count } of whole.archives) expect([value, count]).toEqual([value, found(`archive:${value}`, 'archive')]); // prettier-ignore
        for (const { value, briefs: count } of whole.entities) expect([value, count]).toEqual([value, found(`entity:${value}`, 'entity')]); // prettier-ignore
        expect(whole.span).toEqual(spanOf(list));
        const months = whole.months.map(({ month }) => month);
        expect(months).toEqual(months.toSorted());
        for (const { month, briefs: count } of whole.months) expect([month, count]).toEqual([month, found(`date:${month}`, 'date')]); // prettier-ignore
      }),
    );
  });

  it('keeps a filtered entity among the counts, also where it is not among the most named or finds nothing', () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ ...ENTITIES[0]!, id: `a/e${n}` }));
    const list = many.flatMap((entity, n) =>
      Array.from({ length: 40 - n }, (_, copy) => briefOf({ id: `${n}.${copy}-en`, entities: [entity.id] })),
    );
    const index = compileTexts({ briefs: list, entities: many });
    const entities = overviewOf(index, parseQuery('entity:a/e39')).entities;
    expect(entities[0]).toEqual({ value: 'a/e39', briefs: 1 });
    expect(entities).toHaveLength(13);
    expect(overviewOf(index, parseQuery('entity:e39 lang:ru')).entities).toEqual([{ value: 'a/e39', briefs: 0 }]);
  });

  it('leaves the working memory as it was', () => {
    const index = compileTexts({ briefs: [briefOf({ id: '1-en', title: 'gas' })], entities: [] });
    overviewOf(index, parseQuery('gas lang:en'));
    const cells = [...index.scratch.cells.values()].flatMap((values) => [...values]);
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter((cell) => cell !== 0)).toEqual([]);
  });
});

describe('filters out of a query and back', () => {
  it.each<[string, string, string[]]>([
    ['loan tranche lang:en ', 'loan tranche ', ['lang:en']],
    ['lang:en loan', 'loan', ['lang:en']],
    ['loan lang:en tranche', 'loan tranche', ['lang:en']],
    ['loan year:2011..2013', 'loan year:2011..2013', []],
    ['"a lang:en b" -gas', '"a lang:en b" -gas', []],
    ['-lang:en gas', 'gas', ['-lang:en']],
    ['entity:"Dmitry Rogozin" maz', 'maz', ['entity:Dmitry Rogozin']],
    ['lang:en lang:en x', 'x', ['lang:en']],
    ['month:2012-10 x', 'x', ['date:2012-10']],
    ['situation:arrested x', 'situation:arrested x', []],
    ['', '', []],
  ])('%s', (text, words, filters) => {
    const split = splitQuery(text, 'typing');
    const written = split.filters.map(({ field, value, use }) => `${use === 'unwanted' ? '-' : ''}${field}:${value}`);
    expect([split.words, written]).toEqual([words, filters]);
  });

  it('takes the last filter too when the query is finished', () => {
    expect(splitQuery('loan year:2011..2013', 'finished')).toEqual({
      words: 'loan',
      filters: [{ field: 'date', value: '2011..2013', use: 'wanted' }],
    });
  });

  it('joined and split again says the same', () => {
    const value = fc.constantFrom('2012', '2012-10..2013', 'en', 'worsened', 'starter/maz', 'Dmitry Rogozin', 'a b  c');
    const filter = fc.record({
      field: fc.constantFrom('date' as const, 'lang' as const, 'situation' as const, 'entity' as const, 'archive' as const), // prettier-ignore
      value,
      use: fc.constantFrom('wanted' as const, 'unwanted' as const),
    });
    fc.assert(
      fc.property(fc.string(), fc.array(filter), (words, filters) => {
        const once = splitQuery(joinQuery({ words, filters }), 'finished');
        expect(splitQuery(joinQuery(once), 'finished')).toEqual(once);
      }),
    );
  });
});

describe('the weeks of a list', () => {
  it.each<[string, (string | null)[], (string | null)[]]>([
    ['newest first', ['2012-10-28', '2012-10-22', '2012-10-21'], ['2012-10-22–2012-10-28: 2', '2012-10-15–2012-10-21: 1']], // prettier-ignore
    ['over a year’s end', ['2013-01-01', '2012-12-31', '2012-12-30'], ['2012-12-31–2013-01-06: 2', '2012-12-24–2012-12-30: 1']], // prettier-ignore
    ['without a date last', ['2012-10-28', null, null], ['2012-10-22–2012-10-28: 1', 'none: 2']],
    ['nothing', [], []],
  ])('%s', (_, dates, expected) => {
    const list = dates.map((date, n) => briefOf({ id: `${n}-en`, date }));
    const index = compileTexts({ briefs: list, entities: [] });
    const docs = docsFound(index, parseQuery(''), { blank: 'all' });
    const said = weeksOf(index, docs).map(
      ({ week, briefs: n }) => `${week ? `${week.from}–${week.to}` : 'none'}: ${n}`,
    );
    expect(said).toEqual(expected);
  });

  it('is without a date last in either order', () => {
    const index = compileTexts({ briefs: [null, '2012-10-28', '2011-01-01'].map((date, n) => briefOf({ id: `${n}-en`, date })), entities: [] }); // prettier-ignore
    const ids = (order: 'newest' | 'oldest'): string[] =>
      searchTexts(index, parseQuery(''), { blank: 'all', order }).hits.map(({ brief }) => brief);
    expect([ids('newest'), ids('oldest')]).toEqual([
      ['1-en', '2-en', '0-en'],
      ['2-en', '1-en', '0-en'],
    ]);
  });
});
