import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRows, packRows } from './packed-rows';

const ROW = fc.record({ id: fc.string({ unit: 'binary' }), title: fc.string({ unit: 'grapheme' }), n: fc.nat() });

describe('packed rows', () => {
  it('give each row back by its id, and nothing by another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(ROW, { selector: ({ id }) => id }), fc.string(), (rows, other) => {
        const opened = openRows<(typeof rows)[number]>(packRows(rows));
        if (!opened.ok) throw new Error(opened.error);
        expect(opened.value.size).toBe(rows.length);
        for (const row of rows) expect(opened.value.get(row.id)).toEqual(row);
        expect(opened.value.all()).toEqual(rows);
        if (!rows.some(({ id }) => id === other)) expect(opened.value.get(other)).toBeUndefined();
      }),
    );
  });

  it.each(['a', 'é', 'я', '漢', '\ud800'])('are as long as they like: %s', (letter) => {
    const row = { id: 'x', title: letter.repeat(20_001) };
    const opened = openRows(packRows([row]));
    expect(opened.ok && opened.value.get('x')).toEqual(row);
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(0), 'damaged'],
    ['something else', () => new TextEncoder().encode('not rows at all.'), 'damaged'],
    ['a cut file', (bytes) => bytes.slice(0, -1), 'damaged'],
    ['one that is cut in its table', (bytes) => bytes.slice(0, 20), 'damaged'],
    ['rows of another version', (bytes) => bytes.with(4, 99), 'other-version'],
  ])('say what is wrong with %s', (_, change, error) => {
    expect(openRows(change(packRows([{ id: 'a' }, { id: 'b' }])))).toEqual({ ok: false, error });
  });
});
