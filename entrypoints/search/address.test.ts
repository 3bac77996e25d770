import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, placeIn } from './address';

const HOME = 'chrome-extension://abc';

describe('the address of a search', () => {
  it('leads back to where it was made, whatever was typed', () => {
    const place = fc.record({
      text: fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
      order: fc.constantFrom('relevance' as const, 'newest' as const, 'oldest' as const),
      brief: fc.option(fc.string({ minLength: 1 }), { nil: null }),
    });
    fc.assert(
      fc.property(place, (given) => {
        expect(placeIn(HOME + addressOf(given))).toEqual(given);
      }),
    );
  });

  it.each([
    ['/search.html', '', 'relevance', null],
    ['/search.html?q=%D0%9C%D0%90%D0%97+lang:be&order=oldest', 'МАЗ lang:be', 'oldest', null],
    ['/search.html?order=best&brief=starter/1', '', 'relevance', 'starter/1'],
    ['/search.html?q=a&q=b#c', 'a', 'relevance', null],
  ])('%s', (address, text, order, brief) => expect(placeIn(HOME + address)).toEqual({ text, order, brief }));
});
