import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignBlocks } from './align-blocks';

const KINDS = { p: 'paragraph', h: 'heading' } as const;
const blocks = (text: string): { kind: 'paragraph' | 'heading' }[] =>
  [...text].map((letter) => ({ kind: KINDS[letter as 'p' | 'h'] }));

describe('two translations side by side', () => {
  it.each([
    ['pph', 'pph', [0, 1, 2], [0, 1, 2], 3],
    ['pphp', 'phpp', [0, 1, 2, 3], [0, 2, 3, 4], 5],
    ['p', '', [0], [], 1],
    ['hp', 'php', [1, 2], [0, 1, 2], 3],
  ])('%s beside %s', (left, right, ofLeft, ofRight, rows) => {
    expect(alignBlocks(blocks(left), blocks(right))).toEqual({ left: ofLeft, right: ofRight, rows });
  });

  it('never puts two blocks of one side into one row, nor turns their order', () => {
    const side = fc.array(fc.constantFrom('p', 'p', 'h')).map((letters) => blocks(letters.join('')));
    fc.assert(
      fc.property(side, side, (left, right) => {
        const { rows, ...placed } = alignBlocks(left, right);
        for (const of of [placed.left, placed.right]) {
          expect(of.every((row, at) => row < rows && (at === 0 || row > (of[at - 1] ?? 0)))).toBe(true);
        }
        expect([placed.left.length, placed.right.length]).toEqual([left.length, right.length]);
      }),
    );
  });
});
