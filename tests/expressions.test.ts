import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expressionsIn, slowAmong } from './expressions/expressions-in';

const files = ['utils', 'components', 'entrypoints'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(top, path.replaceAll('\\', '/')))
    .filter((path) => /\.tsx?$/u.test(path) && !/\.test\.tsx?$/u.test(path)),
);

describe('no text makes an expression slow', () => {
  it('of all that we write', () => {
    const slow = files.flatMap((path) =>
      slowAmong(expressionsIn(path, readFileSync(path, 'utf8'))).map((found) => ({ path, ...found })),
    );
    expect(slow).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  it.each([
    ['/^(a+)+$/', 'exponential'],
    ['/\\s+$/u', 'polynomial'],
    ['/a*b?a*c/', 'polynomial'],
  ])('and %s would be found', (expression, growth) => {
    expect(slowAmong(expressionsIn('a.ts', `export const a = ${expression};`))).toEqual([{ expression, growth }]);
  });
});
