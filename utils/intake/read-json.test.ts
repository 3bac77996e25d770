import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text';
import { isTooDeep, readJson } from './read-json';

const SUITE = '../shared/suites/jsontestsuite/test_parsing';

describe('JSON that is broken', () => {
  it.each<[string, string]>([
    ['', '1:1'],
    ['  ', '1:3'],
    ['{', '1:2'],
    ['[1,]', '1:4'],
    ['[1 2]', '1:4'],
    ['{"a":1,}', '1:8'],
    ['{"a" 1}', '1:6'],
    ['{a:1}', '1:2'],
    ['{"a":\n\n  tru}', '3:3'],
    ['["a\nb"]', '1:2'],
    ['["\\x"]', '1:2'],
    ['[01]', '1:3'],
    ['[1]]', '1:4'],
    ['[1}', '1:3'],
    ['\ufeff[1}', '1:3'],
    ['{"a":1}\r\n{', '2:1'],
  ])('%j breaks at %s', (text, place) => {
    const json = readJson(text);
    expect(json.ok ? 'read' : `${json.error.line}:${json.error.column}`).toBe(place);
  });

  it('names a place inside the text, whatever it holds', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '0',
      'e5',
      '.5',
      'true',
      'nul',
      ' ',
      '\n',
      '\\u00e9',
      '\\',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const json = readJson(text);
        if (json.ok) return;
        const lines = text.split('\n');
        expect(json.error.line).toBeLessThanOrEqual(lines.length);
        expect(json.error.column).toBeLessThanOrEqual((lines[json.error.line - 1]?.length ?? 0) + 1);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('JSON that is nested deeply', () => {
  it.each<[number, boolean]>([
    [10, false],
    [500, false],
    [600, true],
    [200_000, true],
  ])('%d lists in each other: too deep %s', (depth, expected) => {
    const json = readJson('['.repeat(depth) + ']'.repeat(depth));
    expect(json.ok && isTooDeep(json.value)).toBe(expected);
  });

  it('and broken is refused like any other', () => {
    expect(readJson('['.repeat(200_000))).toEqual({ ok: false, error: { line: 1, column: 200_001 } });
  });
});

describe.skipIf(!existsSync(SUITE))('JSONTestSuite', () => {
  const files = existsSync(SUITE) ? readdirSync(SUITE).filter((name) => name.endsWith('.json')) : [];
  it('is all there', () => expect(files.length).toBe(318));

  it.each(files)('%s', (name) => {
    const text = decodeText(readFileSync(`${SUITE}/${name}`));
    const json = text.ok ? readJson(text.value) : null;
    if (name.startsWith('y_')) expect(json?.ok).toBe(true);
    if (name.startsWith('n_')) {
      expect(json?.ok).toBe(false);
      expect(json && !json.ok && json.error.line >= 1 && json.error.column >= 1).toBe(true);
    }
    // i_: either, without a crash; that we came here is the claim, and that the answer is a value.
    expect(typeof (json?.ok ?? text.ok)).toBe('boolean');
  });
});
