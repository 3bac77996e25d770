import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from '@playwright/test';
import ts from 'typescript';
import { expressionsIn, slowAmong } from '../expressions/expressions-in';
import { EXTENSION_FOLDER } from './fixtures';

/** What is built, libraries included: no browser is needed to look at it. */
const sourceOf = (path: string): string => readFileSync(join(EXTENSION_FOLDER, path), 'utf8');

/** A script with all that it imports. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const { fileName } of ts.preProcessFile(sourceOf(path)).importedFiles)
    withImports(posix.join(posix.dirname(path), fileName), seen);
  return seen;
}

test('no text of a page can make an expression slow, in us or in a library', () => {
  const scripts = [...withImports('content-scripts/page.js'), ...withImports('background.js')];
  const expressions = scripts.flatMap((path) => expressionsIn(path, sourceOf(path)));
  expect(expressions.length).toBeGreaterThan(50);
  expect(slowAmong(expressions)).toEqual([]);
});

/** Exponential ones in libraries that no text of a brief reaches as it is; each with what keeps it away. */
const OUT_OF_REACH = [
  // Citation.js makes a label of a title only where none is given, and sees no "<": utils/citing gives one and writes "‹".
  '/(?:<\\/?.*?>|[\\u0020-\\u002F\\u003A-\\u0040\\u005B-\\u005E\\u0060\\u007B-\\u007F])+/g',
  // Citation.js guesses by it what a text is; it is given objects only.
  '/^\\s*(\\[(?!\\s*[{[]).*?\\]\\s*(\\n\\s*[^[]((?!:)\\S)+\\s*:\\s*.+?\\s*)*\\s*)+$/',
];

test('no expression of our pages, libraries included, is exponential', () => {
  const scripts = readdirSync(EXTENSION_FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.js'),
  );
  const expressions = scripts.flatMap((path) => expressionsIn(path, sourceOf(path)));
  const exponential = slowAmong(expressions).filter(({ growth }) => growth === 'exponential');
  expect(exponential.map(({ expression }) => expression).filter((found) => !OUT_OF_REACH.includes(found))).toEqual([]);
});
