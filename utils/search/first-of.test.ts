import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstOf } from './first-of';

it('gives what sorting everything would begin with, and leaves the list as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(2_000), { maxLength: 400 }), fc.nat(400), (list, count) => {
      const order = (a: number, b: number): number => (b % 7) - (a % 7) || a - b;
      const before = [...list];
      expect(firstOf(list, count, order)).toEqual(list.toSorted(order).slice(0, count));
      expect(list).toEqual(before);
    }),
  );
});
