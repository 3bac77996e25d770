import { describe, expect, it } from 'vitest';
import { looksShrunken } from '.';

const ids = (count: number, prefix = 'b'): string[] =>
  Array.from({ length: count }, (_, place) => `a/${prefix}${place}`);

describe('an update', () => {
  it.each<[string, string[], string[], ReturnType<typeof looksShrunken>]>([
    ['of an archive that is new', [], ids(3), { kind: 'no' }],
    ['of an archive that was empty', [], [], { kind: 'no' }],
    ['that adds', ids(100), ids(120), { kind: 'no' }],
    ['that takes a few away', ids(100), ids(60), { kind: 'no' }],
    ['that takes just half away', ids(100), ids(50), { kind: 'no' }],
    ['with nothing in it', ids(120), [], { kind: 'empty', lost: 120, of: 120 }],
    ['of one in a hundred', ids(100), ids(1), { kind: 'shrunken', lost: 99, of: 100 }],
    ['that drops more than half', ids(100), ids(49), { kind: 'shrunken', lost: 51, of: 100 }],
    ['under new ids', ids(100), ids(100, 'new'), { kind: 'renamed', lost: 100, of: 100 }],
    ['that is the same', ids(100), ids(100).reverse(), { kind: 'no' }],
  ])('%s', (_, before, after, shrinking) => expect(looksShrunken(before, after)).toEqual(shrinking));
});
