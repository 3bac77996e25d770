import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entity, textOf } from '@/utils/model';
import { briefOf } from './briefs-for-tests';
import { compileTexts } from './compile-texts';
import { parseQuery } from './parse-query';
import { type SearchOptions, type SearchResult, docsFound, searchTexts } from './search-texts';
import { highlightsIn, snippetOf } from './snippet';
import { timelineOf } from './timeline';

function entity(id: string, ...names: string[]): Entity {
  const full = names.map((text) => ({ text, kind: 'full' as const }));
  return { id: `a/${id}`, type: 'person', names: full, ambiguous: false, saidBy: 'archive' };
}
const ENTITIES = [
  entity('rogozin', 'Dmitry Rogozin'),
  entity('maz', 'МАЗ', 'MAZ'),
  entity('makei', 'Vladimir Makei', 'Владимир Макей', 'Уладзімір Макей'),
];

const week = (from: string, to: string) => ({ from, to });
const BRIEFS = [
  briefOf({ id: 'visit-en', title: 'A deputy premier in Minsk', summary: 'Rogozin asked for a joint programme.', body: ['Dmitry Rogozin met the president.', 'Weapons were discussed.'], entities: ['a/rogozin'], week: week('2012-10-22', '2012-10-28'), situation: { verdict: 'unchanged', reason: 'words, no deeds' } }), // prettier-ignore
  briefOf({ id: 'visit-ru', title: 'Вице-премьер в Минске', summary: 'Просьба о совместной программе.', body: ['Гость говорил об оружии.'], entities: ['a/rogozin'], week: week('2012-10-22', '2012-10-28'), situation: { verdict: 'unchanged', reason: 'слова' } }), // prettier-ignore
  briefOf({ id: 'visit-be', title: 'Віцэ-прэм’ер у Мінску', summary: 'Просьба аб супольнай праграме.', body: ['Госць гаварыў пра зброю.'], entities: ['a/rogozin'], week: week('2012-10-22', '2012-10-28'), situation: { verdict: 'unchanged', reason: 'словы' } }), // prettier-ignore
  briefOf({ id: 'potash-en', title: 'Potash chief arrested', body: 'The weapons of a trade war: gas, potash and milk.', week: week('2013-08-26', '2013-09-01'), situation: { verdict: 'worsened', reason: 'an arrest' } }), // prettier-ignore
  briefOf({ id: 'plant-ru', archiveId: 'b', title: 'Завод МАЗ стоит', body: 'Грузовики МАЗа не покупают. Рабочие Мазыря тоже ждут.', entities: ['a/maz'], date: '2013-04-15' }), // prettier-ignore
  briefOf({ id: 'minister-be', title: 'Новы міністр', body: 'Макей сустрэўся з дыпламатамі ў рэспубліцы.', entities: ['a/makei'], week: week('2012-08-20', '2012-08-26'), situation: { verdict: 'improved', reason: 'твар' } }), // prettier-ignore
];
const INDEX = compileTexts({ briefs: BRIEFS, entities: ENTITIES });

function found(query: string, options?: SearchOptions): SearchResult {
  return searchTexts(INDEX, parseQuery(query), options);
}
const groups = (result: SearchResult): string[] => result.hits.map((hit) => hit.group);

describe('searchTexts finds', () => {
  it.each<[string, string, string[]]>([
    ['a word', 'potash', ['potash']],
    ['a word in capitals', 'POTASH', ['potash']],
    ['an English form', 'weapon', ['visit', 'potash']],
    ['a Russian form', 'программы', ['visit']],
    ['a Belarusian form', 'рэспубліка', ['minister']],
    ['a beginning while typing', 'pot', ['potash']],
    ['all words', 'weapons potash', ['potash']],
    ['a phrase', '"trade war"', ['potash']],
    ['a phrase in another form', '"совместная программа"', ['visit']],
    ['no phrase over the end of a paragraph', '"president weapons"', []],
    ['no phrase from title into summary', '"Minsk Rogozin"', []],
    ['a phrase in French quotes', '«trade war»', ['potash']],
    ['an open quote', '"trade war', ['potash']],
    ['without an unwanted word', 'weapons -potash', ['visit']],
    ['without an unwanted phrase', 'weapons -"trade war"', ['visit']],
    ['a group as excluded by its translation', '-Rogozin', ['potash', 'plant', 'minister']],
    ['a name in another script', 'Рогозин', ['visit']],
    ['a name in another script and form', 'Рогозиным', ['visit']],
    ['a name in Belarusian letters', 'Рагозін', ['visit']],
    ['a name of which only the key is known', 'Makiej', ['minister']],
    ['a whole name in another script', '"Дмитрий Рогозин"', ['visit']],
    ['an acronym before words that begin so', 'маз', ['plant']],
    ['a misspelt word', 'potahs', ['potash']],
    ['a misspelt form', 'програмой', ['visit']],
    ['a misspelt beginning', 'prgram', ['visit']],
    ['by year', 'year:2013', ['potash', 'plant']],
    ['by years', 'year:2012..2013 weapons', ['visit', 'potash']],
    ['by open range', 'date:2013..', ['potash', 'plant']],
    ['by day in a week', 'week:2012-10-25', ['visit']],
    ['by month', 'week:2012-08..2012-09', ['minister']],
    ['by language', 'lang:ru', ['plant', 'visit']],
    ['by one of two languages', 'lang:be lang:en year:2013', ['potash']],
    ['by situation', 'situation:improved', ['minister']],
    ['by no situation', 'situation:none', ['plant']],
    ['by other than a situation', 'year:2013 -situation:worsened', ['plant']],
    ['by archive', 'archive:b', ['plant']],
    ['by entity id', 'entity:a/makei', ['minister']],
    ['by entity name in any script', 'entity:"Владимир Макей"', ['minister']],
    ['nothing for nothing', '', []],
    ['nothing for signs', '-- "" « :', []],
    ['words for an unknown field', 'potash:arrested', ['potash']],
    ['words for a senseless value', 'situation:arrested', ['potash']],
    ['nothing', 'zzzzzz', []],
  ])('%s: %s', (_, query, expected) => expect(groups(found(query)).sort()).toEqual([...expected].sort()));

  it.each<[string, string, string[]]>([
    ['a title before a body', 'weapons arrested', ['potash']],
    ['more of the words before fewer, where none has all', 'weapons premier zzzzzz', ['visit']],
    ['the acronym before the longer word', 'маз', ['plant']],
  ])('%s: %s', (_, query, expected) => expect(groups(found(query))).toEqual(expected));

  it.each<[string, SearchOptions, string[]]>([
    ['year:2012..', {}, ['potash', 'plant', 'visit', 'minister']],
    ['year:2012..', { order: 'oldest' }, ['minister', 'visit', 'plant', 'potash']],
    ['weapons', { order: 'newest' }, ['potash', 'visit']],
    ['year:2012..', { limit: 2, offset: 1 }, ['plant', 'visit']],
  ])('in order: %s %j', (query, options, expected) => expect(groups(found(query, options))).toEqual(expected));

  it.each([
    [['ru', 'en'], 'visit-ru'],
    [['be'], 'visit-be'],
    [['en', 'ru'], 'visit-en'],
  ])('the translation for a reader of %j', (languages, brief) =>
    expect(found('year:2012-10', { languages }).hits.map((hit) => hit.brief)).toEqual([brief]),
  );
});

describe('searchTexts says', () => {
  it('what it looked for instead', () => {
    expect(found('rogozn').corrected).toEqual({ from: 'rogozn', to: 'rogozin' });
    expect(found('potahs').corrected).toEqual({ from: 'potahs', to: 'potash' });
    expect(found('Рогозин').corrected).toBeNull();
  });

  it('which words no brief has', () => {
    expect(found('potash zzzzzz')).toMatchObject({ unknown: ['zzzzzz'], matched: 'some', total: 1 });
    expect(found('potash')).toMatchObject({ unknown: [], matched: 'all' });
  });

  it('where it found them', () => {
    expect(found('rogozin', { languages: ['en'] }).hits[0]?.fields).toEqual(['summary', 'body', 'names']);
    expect(found('potash').hits[0]?.fields).toEqual(['title', 'body']);
  });

  it('what to highlight, also in forms and other scripts', () => {
    const { shown } = found('Рогозин программа');
    const text = 'Rogozin’s совместная программой; Rogozin.';
    expect(highlightsIn(text, shown).map(([start, end]) => text.slice(start, end))).toEqual(['Rogozin’s', 'Rogozin']);
    expect(highlightsIn('Просьба о программе', shown)).toEqual([[10, 19]]);
  });

  it('the passage with most of the words', () => {
    const result = found('weapons president', { languages: ['en'] });
    const blocks = BRIEFS[0]!.body.map(textOf);
    expect(snippetOf(blocks, result.shown)).toEqual({ text: blocks[0], highlights: [[23, 32]], block: 0 });
    expect(snippetOf(['Nothing'], result.shown)).toBeNull();
  });

  it('how many briefs of a month it found', () => {
    const months = timelineOf(INDEX, docsFound(INDEX, parseQuery('year:2012..')));
    expect(months.map(({ month, briefs }) => `${month} ${briefs}`)).toEqual(['2012-08 1', '2012-10 1', '2013-04 1', '2013-09 1']); // prettier-ignore
    expect(months[3]?.situations).toEqual({ none: 0, improved: 0, unchanged: 0, worsened: 1 });
  });
});

describe('searchTexts answers', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('__proto__', 'constructor', '"', '«', '-', ':', '..', 'lang:', 'year:2012..', 'entity:"', '-"', 'week:9999-99-99', '\u202eabc', '\ud800', 'шалом שלום', 'weapons', 'Рогозин', '(((', '\\', 'а'.repeat(10_000)), // prettier-ignore
  );
  const query = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '));

  it('any string, the same each time', () => {
    fc.assert(
      fc.property(query, (text) => {
        const once = found(text);
        expect(once.hits.length).toBeLessThanOrEqual(once.total);
        for (const { score } of once.hits) expect(score >= 0 && score <= 1).toBe(true);
        for (const [start, end] of highlightsIn(text, once.shown)) expect(start).toBeLessThan(end);
        expect(found(text)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('a pasted text with the briefs like it', () => {
    const text = `${'Lorem ipsum dolor sit amet consectetur adipiscing elit sed do. '.repeat(20)} The chief of potash was arrested in a trade war over gas and milk`;
    expect(groups(found(text))[0]).toBe('potash');
  });

  it('an empty index', () => {
    const empty = compileTexts({ briefs: [], entities: [] });
    expect(searchTexts(empty, parseQuery('gas -oil year:2012 "a b"'))).toMatchObject({ hits: [], total: 0 });
  });
});
