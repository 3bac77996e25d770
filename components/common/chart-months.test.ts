import { describe, expect, it } from 'vitest';
import { type ChartMonth, everyMonth, rangeBetween, reachOf, wholeYears } from './chart-months';

function month(name: string, situations: Partial<ChartMonth['situations']> = {}): ChartMonth {
  const all = { improved: 0, unchanged: 0, worsened: 0, none: 0, ...situations };
  return { month: name, briefs: Object.values(all).reduce((sum, n) => sum + n, 0), situations: all };
}
const names = (given: readonly string[]): string[] => everyMonth(given.map((name) => month(name))).map((m) => m.month);

describe('months of a chart', () => {
  it.each<[string[], string[]]>([
    [[], []],
    [['2012-10'], ['2012-10']],
    [
      ['2012-11', '2013-02'],
      ['2012-11', '2012-12', '2013-01', '2013-02'],
    ],
  ])('%j run evenly: %j', (given, expected) => expect(names(given)).toEqual(expected));

  it('reach over a span that is given', () => {
    const all = everyMonth([month('2012-11')], { from: '2012-10', to: '2013-01' }).map((m) => m.month);
    expect(all).toEqual(['2012-10', '2012-11', '2012-12', '2013-01']);
    expect(everyMonth([], { from: '2012-10', to: '2012-10' })).toHaveLength(1);
  });

  it('stand in whole years', () => {
    const month = (name: string) => ({
      month: name,
      briefs: 1,
      situations: { improved: 0, unchanged: 1, worsened: 0, none: 0 },
    });
    expect(wholeYears([month('2012-10'), month('2013-02')])).toEqual({ from: '2012-01', to: '2013-12' });
    expect(wholeYears([])).toBeNull();
  });

  it('keeps a slip in a date from stretching the chart over all time', () => {
    const all = names(['0012-10', '2012-10']);
    expect([all.length, all.at(-1)]).toEqual([1_200, '2012-10']);
  });

  it('keeps what is known of a month', () => {
    expect(everyMonth([month('2012-10', { improved: 2 }), month('2012-12')])[0]).toEqual(month('2012-10', { improved: 2 })); // prettier-ignore
  });

  it.each<[Partial<ChartMonth['situations']>, number, number]>([
    [{ improved: 2, worsened: 1 }, 2, 1],
    [{ unchanged: 4 }, 2, 2],
    [{ improved: 1, unchanged: 1, worsened: 3, none: 1 }, 2, 4],
  ])('%j reaches %d up and %d down', (situations, up, down) =>
    expect(reachOf(month('2012-10', situations))).toEqual({ up, down }),
  );

  it('puts a range in order', () => expect(rangeBetween('2013-01', '2012-11')).toEqual({ from: '2012-11', to: '2013-01' })); // prettier-ignore
});
