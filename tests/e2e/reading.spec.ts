import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStored, storedPages } from '../../scripts/bench/stored-pages';
import { expect, shared, test } from './fixtures';
import { readInIsolation, type Reading } from './isolated-reading';

const textsOf = ({ page }: Reading): string[] => page.blocks.map(({ text }) => text);

/** Whatever a page is: nothing in it was changed, and every range holds the text it should. */
function expectHarmless(read: Reading): void {
  expect(read.inexact).toEqual([]);
  expect(read.changes).toBe('');
}

test.describe('a page is read exactly and left as it was', () => {
  for (const path of ['tag-soup', 'fields', 'clobbering', 'inline-names', 'rtl', 'strange-text', 'shadow']) {
    test(path, async ({ tab, pages }) => {
      await tab.goto(`${pages.origin}/reading/${path}.html`);
      const read = await readInIsolation(tab, { asked: 'by-us' });
      expectHarmless(read);
      expect(read.outcome).toBe('read');
      expect(read.asked).toBeGreaterThan(10);
    });
  }
});

test('tag soup: article, furniture, facts', async ({ tab, pages }) => {
  await tab.goto(`${pages.origin}/reading/tag-soup.html`);
  const { page } = await readInIsolation(tab, { asked: 'by-us' });
  const partOf = (start: string): string | undefined => page.blocks.find(({ text }) => text.startsWith(start))?.part;
  expect(page).toMatchObject({
    title: 'Potash talks resume in Minsk',
    lang: 'en-GB',
    siteName: 'The Harbour Courier',
    publishedAt: '2013-09-03',
    canonicalUrl: `${pages.origin}/news/potash-talks`,
    extent: 'whole',
  });
  expect(
    [
      'Potash talks',
      'resume in Minsk',
      'Two producers meet',
      'MINSK —',
      '«We shall see», said Dmitry Rogozin,',
      'Yes.',
    ].map(partOf),
  ).toEqual(['headline', 'headline', 'lead', 'lead', 'body', 'body']);
  expect(['The price is', 'Shares of both', 'Output, thousand', 'Soligorsk'].map(partOf)).toEqual([
    'body',
    'body',
    'body',
    'body',
  ]);
  for (const start of [
    'Home',
    'We use cookies',
    'Three brides',
    'First! I have',
    'A goat in',
    '© 2013',
    'Skip to',
    'Log in',
  ]) {
    expect(partOf(start), start).toBe('furniture');
  }
  expect(JSON.stringify(page)).not.toContain('Hidden words');
});

test('inline tags do not split a name; line breaks, cells and blocks do', async ({ tab, pages }) => {
  await tab.goto(`${pages.origin}/reading/inline-names.html`);
  const texts = textsOf(await readInIsolation(tab, { asked: 'by-us' }));
  expect(texts).toEqual([
    'Names across tags',
    'The visit of Dmitry Rogozin ended.',
    'Dmitry Rogozin came by train, as he always does when the weather is bad over the Dnieper.',
    'Vice premier Dmitry Rogozin, who had come from Moscow, left again.',
    'Dmitry Ro\u00adgo\u00adzin and MAZ stand\u00a0here with KAMAZ and Integral.',
    'First line names Dmitry',
    'Rogozin on the second.',
    'Dmitry',
    'Rogozin',
    'Dmitry',
    'Rogozin',
    'Dmitry Rogozin is joined over what nobody sees.',
    'Dmitry',
    'Rogozin',
    'Dmitry Rogozin walked on.',
    'Dmitry',
    'Rogozin stood.',
    'Dmitry Rogozin in a summary',
    'visible Rogozin',
  ]);
});

test('open shadow trees are read where they are shown', async ({ tab, pages }) => {
  await tab.goto(`${pages.origin}/reading/shadow.html`);
  expect(textsOf(await readInIsolation(tab, { asked: 'by-us' }))).toEqual([
    'Shadow trees',
    'Before the slot, Dmitry Rogozin after the slot, in one sentence of the shadow tree.',
    'What an empty slot shows by itself.',
    'Light text follows its component, as a reader would see it, and names Mikhail Myasnikovich in passing.',
  ]);
});

test('frames of the page’s own site are read in their place; editors and other sites’ are not', async ({
  tab,
  pages,
}) => {
  await tab.goto(`${pages.origin}/reading/frames.html`);
  const read = await readInIsolation(tab, { asked: 'by-us' });
  expectHarmless(read);
  expect(textsOf(read)).toEqual([
    'Frames',
    'Before the frame stands a paragraph of the page itself.',
    'Inside the frame Dmitry Rogozin is named.',
    'After the frame stands another paragraph of the page.',
  ]);
});

test('form fields and editors are never read', async ({ tab, pages }) => {
  await tab.goto(`${pages.origin}/reading/fields.html`);
  const read = await readInIsolation(tab, { asked: 'by-reader' });
  expect(JSON.stringify(read.page)).not.toContain('CANARY');
  expect(textsOf(read)).toEqual([
    'A page with fields in it',
    expect.stringContaining('This paragraph is'),
    expect.stringContaining('Shadow text is read'),
    expect.stringContaining('And this paragraph closes'),
  ]);

  await tab.evaluate(() => void (document.designMode = 'on'));
  const edited = await readInIsolation(tab, { asked: 'by-reader' });
  expect([edited.outcome, edited.page.blocks]).toEqual(['editor', []]);
});

test('a page with a visible password field is left alone unless its reader asked', async ({ tab, pages }) => {
  await tab.goto(`${pages.origin}/reading/login.html`);
  const left = await readInIsolation(tab, { asked: 'by-us' });
  expect([left.outcome, JSON.stringify(left.page).includes('CANARY')]).toEqual(['login-page', false]);
  expect(textsOf(await readInIsolation(tab, { asked: 'by-reader' })).join(' ')).toContain('CANARY-50');

  await tab.evaluate(() => {
    const host = document.body.appendChild(document.createElement('div'));
    host.attachShadow({ mode: 'open' }).append(...document.querySelectorAll('form'));
  });
  expect((await readInIsolation(tab, { asked: 'by-us' })).outcome).toBe('login-page');
  await tab.evaluate(() => void document.querySelector('div')?.setAttribute('style', 'display: none'));
  expect((await readInIsolation(tab, { asked: 'by-us' })).outcome).toBe('read');
});

test('a page that names its fields after the DOM reads as its clean twin', async ({ tab, pages }) => {
  const hostile = await readFile(join(import.meta.dirname, '../pages/reading/clobbering.html'), 'utf8');
  pages.add('/clean.html', hostile.replace(/ (?:name|id)="[A-Za-z]+"/g, ''));
  await tab.goto(`${pages.origin}/clean.html`);
  const clean = await readInIsolation(tab, { asked: 'by-us' });
  await tab.goto(`${pages.origin}/reading/clobbering.html`);
  const read = await readInIsolation(tab, { asked: 'by-us' });
  expect({ ...read.page, url: '' }).toEqual({ ...clean.page, url: '' });
  expect(textsOf(read)).toHaveLength(6);
});

test('documents that are no text are left in silence', async ({ tab, pages }) => {
  for (const path of ['/demo/shared/street.svg', '/demo/en/defence-plan.late.txt']) {
    await tab.goto(pages.origin + path);
    const read = await readInIsolation(tab, { asked: 'by-reader' });
    expect(read.outcome, path).toBe(path.endsWith('.txt') ? 'read' : 'no-text');
    expectHarmless(read);
  }
});

/** Pages that a script builds, with what of them is within the bounds of utils/model/limits.ts. */
/** `pauses`: how often at least the page must have had its thread back; a page of a million nodes takes many slices of 8 ms. */
const MONSTERS: readonly { title: string; build: () => void; extent: 'whole' | 'part'; pauses?: number }[] = [
  {
    title: 'a million nodes',
    extent: 'part',
    pauses: 5,
    build() {
      const part = document.createElement('div');
      for (let at = 0; at < 1_000; at++) part.append(document.createElement('b'), document.createTextNode('word '));
      for (let at = 0; at < 500; at++) document.body.append(part.cloneNode(true));
    },
  },
  {
    title: 'one text of 10 MB',
    extent: 'part',
    build: () => document.body.append('Rogozin came to Minsk. '.repeat(450_000)),
  },
  {
    title: '10 MB of white space',
    extent: 'whole',
    build: () => document.body.append('Rogozin', ' \n'.repeat(5_000_000), 'came'),
  },
  {
    title: 'boxes 10,000 deep',
    extent: 'whole',
    build() {
      // The innermost first: appending to the end of a deep tree costs its depth each time.
      let inner: Node = document.createTextNode('Rogozin at the bottom of it all.');
      for (let at = 0; at < 10_000; at++) {
        const outer = document.createElement('div');
        // More than the browser itself can lay out; at 50,000 it falls over without us, so that depth is a unit test's.
        outer.style.display = 'contents';
        outer.append(inner);
        inner = outer;
      }
      document.body.append(inner);
    },
  },
  {
    title: '10,000 shadow trees',
    extent: 'part',
    build() {
      for (let at = 0; at < 10_000; at++) {
        const host = document.body.appendChild(document.createElement('div'));
        host.attachShadow({ mode: 'open' }).append(`Rogozin number ${at}`);
      }
    },
  },
  {
    title: '2,000 frames',
    extent: 'whole',
    build() {
      for (let at = 0; at < 2_000; at++) document.body.append(document.createElement('iframe'));
      document.body.append('Rogozin came to Minsk.');
    },
  },
];

test.describe('monster pages end within their budget', () => {
  for (const { title, build, extent, pauses = 0 } of MONSTERS) {
    test(title, async ({ tab, pages }) => {
      // Building them takes the browser longer than reading them takes us.
      test.setTimeout(90_000);
      pages.add('/monster.html', '<!doctype html><title>Monster</title><body style="display: block">');
      await tab.goto(`${pages.origin}/monster.html`);
      await tab.evaluate(build);
      // Laid out once, so that the first slice is not charged with what the page itself owes.
      await tab.evaluate(() => document.body.offsetHeight);
      const read = await readInIsolation(tab, { asked: 'by-us' });
      expect(read.page.extent).toBe(extent);
      expect(JSON.stringify(read.page.blocks)).toMatch(/Rogozin|word/);
      expect(read.inexact).toEqual([]);
      expect(read.pauses).toBeGreaterThanOrEqual(pauses);
    });
  }
});

test.describe('real pages', () => {
  const index = shared('data/pages/index.tsv');
  test.skip(!index.isThere, `not on this machine: ${index.path}`);

  test('all are read without an exception, exactly, and stay as they were', async ({ tab }) => {
    test.setTimeout(300_000);
    const open = await serveStored(tab);
    const stored = storedPages();
    for (const page of stored) {
      await open(page);
      const read = await readInIsolation(tab, { asked: 'by-reader' });
      expect.soft([read.inexact, read.changes, read.outcome], page.path).toEqual([[], '', 'read']);
    }
    expect(stored.length).toBeGreaterThan(300);
  });
});
