import strings from 'big-list-of-naughty-strings' with { type: 'json' };
import { expect, test } from './fixtures';
import { readInIsolation } from './isolated-reading';

/** A paragraph for each string of the list, put in as text: the name before it must be found, whatever stands after it. */
function build(list: readonly string[]): void {
  document.body.append(
    ...list.map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = `Dmitry Rogozin. ${text}`;
      return paragraph;
    }),
  );
}

test.beforeEach(({ pages }) => pages.add('/naughty.html', '<!doctype html><html lang="en"><title>Naughty</title>'));

test('naughty strings are read to the letter, and the page stays as it was', async ({ pages, tab }) => {
  await tab.goto(`${pages.origin}/naughty.html`);
  await tab.evaluate(build, strings);
  const read = await readInIsolation(tab, { asked: 'by-us' });
  expect([read.inexact, read.changes]).toEqual([[], '']);
  expect(read.page.blocks).toHaveLength(strings.length);
});

test('a name beside each of them is marked, and no error is said', async ({ extension, pages, tab }) => {
  expect(strings.length).toBeGreaterThan(400);
  const said: string[] = [];
  tab.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  tab.on('pageerror', (error) => said.push(error.message));
  await extension.watch('127.0.0.1');
  await tab.goto(`${pages.origin}/naughty.html`);
  await tab.evaluate(build, strings);
  await extension.briefing(tab, ({ entities }) => entities[0]?.mentions.length === strings.length);
  expect(said).toEqual([]);
});
