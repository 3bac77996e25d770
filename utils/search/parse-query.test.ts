import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query';

/** A query in short: "+word", "-word", quotes around phrases, "…" after a word that may go on, filters as field=value. */
function short(text: string): string {
  const { terms, filters } = parseQuery(text);
  const sign = (use: string): string => (use === 'wanted' ? '+' : '-');
  return [
    ...terms.map(({ kind, words, use, ending }) => {
      const written = kind === 'phrase' ? `"${words.join(' ')}"` : words.join(' ');
      return sign(use) + written + (ending === 'open' ? '…' : '');
    }),
    ...filters.map((filter) => {
      const value = filter.field === 'date' ? `${filter.range.from}-${filter.range.to}` : filter.value;
      return `${sign(filter.use)}${filter.field}=${value}`;
    }),
  ].join(' ');
}

describe('parseQuery', () => {
  it.each([
    ['gas', '+gas…'],
    ['gas ', '+gas'],
    ['Gas DEBT', '+gas +debt…'],
    ['"gas debt"', '+"gas debt"'],
    ['"gas"', '+gas'],
    ['«газовый долг» минск', '+"газовый долг" +минск…'],
    ['"gas debt', '+"gas debt"'],
    ['gas -oil', '+gas -oil…'],
    ['gas -"oil price" ', '+gas -"oil price"'],
    ['gas - oil', '+gas +oil…'],
    ['военно-промышленный', '+военно +промышленный…'],
    ['year:2012', '+date=20120000-20129999'],
    ['year:2011..2013', '+date=20110000-20139999'],
    ['week:2012-10-22..2012-11-04', '+date=20121022-20121104'],
    ['date:2012-10..', '+date=20121000-99991231'],
    ['date:..2012', '+date=0-20129999'],
    ['date:..', '+date…'],
    ['year:soon', '+year +soon…'],
    ['lang:BE -lang:en', '+lang=be -lang=en'],
    ['situation:worsened', '+situation=worsened'],
    ['situation:bad', '+situation +bad…'],
    ['entity:"Dmitry Rogozin" gas', '+gas… +entity=Dmitry Rogozin'],
    ['archive:starter', '+archive=starter'],
    ['https://example.org/gas', '+https +example +org +gas…'],
    ['foo:"bar baz"', '+foo +"bar baz"'],
    ['lang:', '+lang…'],
    ['__proto__', '+proto…'],
    ['constructor:x', '+constructor +x…'],
    ['"" -', ''],
    ['', ''],
  ])('%s → %s', (text, expected) => expect(short(text)).toBe(expected));

  it('says where each part stands, for any string', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '-', ':', ' ', 'lang:', 'year:2012..', '«a b»')); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { text, terms, filters } = parseQuery(pieces.join(''));
        for (const part of [...terms, ...filters]) {
          expect(part.start).toBeLessThan(part.end);
          expect(part.end).toBeLessThanOrEqual(text.length);
        }
        for (const filter of filters) expect(parseQuery(text.slice(filter.start, filter.end)).filters).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
