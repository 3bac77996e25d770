import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A promise of docs/PRIVACY.md: its bold sentence with all that stands until the next one. */
function promisesIn(text: string): { promise: string; whole: string }[] {
  const [stated = ''] = text.split('\n## Permissions');
  return stated.split(/\n(?=- \*\*)|\n\n/u).flatMap((whole) => {
    const promise = /\*\*([^*]+)\*\*/u.exec(whole)?.[1];
    return promise === undefined ? [] : [{ promise, whole }];
  });
}

/** Paths of test files in a text; a bare file name belongs to the folder that is named after it. */
function testsIn(text: string): string[] {
  const paths = [...text.matchAll(/`([\w./-]+)`/gu)].map(([, path = '']) => path);
  const folder = paths.find((path) => path.includes('/') && !path.includes('.')) ?? '.';
  return paths
    .filter((path) => /\.(?:test|spec)\.tsx?$/u.test(path))
    .map((path) => (dirname(path) === '.' ? `${folder}/${path}` : path));
}

const PROMISES = promisesIn(readFileSync('docs/PRIVACY.md', 'utf8'));

describe('a promise of the privacy page carries its number and a test that is there', () => {
  it.each(PROMISES)('$promise', ({ whole }) => {
    expect(whole).toMatch(/\(R\d+(?:, R\d+)*: /u);
    const tests = testsIn(whole);
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('there are as many as there are sentences in bold', () => {
    expect(PROMISES.length).toBeGreaterThan(15);
  });
});

describe('what would not count', () => {
  it.each([
    ['no number', '- **We are kind.** (`tests/promises.test.ts`)', /\(R\d/u],
    ['a test that is gone', '- **We are kind.** (R1: `tests/kind.test.ts`)', /^$/u],
  ])('%s', (_, whole, wrong) => {
    const [promise] = promisesIn(whole);
    const isWhole = wrong.test(promise?.whole ?? '') && testsIn(whole).every((path) => existsSync(path));
    expect(isWhole).toBe(false);
  });
});
