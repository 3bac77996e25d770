import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { until } from '../../scripts/drive/until';
import { BACKGROUNDS } from './backgrounds';
import { expect, marksIn, paintedIn, test } from './fixtures';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

const STORY = '/demo/en/defence-plan.html';

/** The page has one element more while a card is shown, without attributes that say anything, and nobody can look into it. */
const host = (tab: Page) => tab.locator('html > div[popover]');

/** Where the first mark of a text stands in the window. */
async function placeOf(tab: Page, text: string): Promise<{ x: number; y: number }> {
  return tab.evaluate((wanted) => {
    const highlights = CSS.highlights as unknown as Map<string, Iterable<AbstractRange>>;
    for (const at of [...highlights.values()].flatMap((ranges) => [...ranges])) {
      const range = new Range();
      range.setStart(at.startContainer, at.startOffset);
      range.setEnd(at.endContainer, at.endOffset);
      if (range.toString() !== wanted) continue;
      at.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const [box] = range.getClientRects();
      if (box) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    throw new Error(`no mark reads ${wanted}`);
  }, text);
}

test.beforeEach(async ({ extension }) => extension.watch('127.0.0.1'));

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('pointing at a mark shows its card; what it adds to the page goes with it', async ({ pages, tab, step }) => {
      await tab.goto(pages.origin + STORY);
      await expect.poll(() => marksIn(tab)).toContain('Common Economic Space');
      const before = await tab.evaluate(() => document.documentElement.outerHTML);
      const at = await placeOf(tab, 'Dmitry Rogozin');
      await step('rest on a mark', () => tab.mouse.move(at.x, at.y));
      await expect(host(tab)).toHaveCount(1);
      // Nobody looks into it: neither its text nor its tree.
      expect(
        await host(tab).evaluate((element) => [element.textContent, element.shadowRoot, element.attributes.length]),
      ).toEqual(['', null, 1]);
      await step('go away', () => tab.mouse.move(5, 5));
      await expect(host(tab)).toHaveCount(0);
      expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    });
  });
}

test('a click on a mark opens its card, a click on a link under a mark is the link’s', async ({ pages, tab }) => {
  pages.add(
    '/links.html',
    '<!doctype html><html lang="en"><title>Links</title><main><p>Dmitry Rogozin came to <a href="#there">Minsk</a> on Tuesday.</p><p>A paragraph of plain text stands here, and nothing in it is marked.</p></main>',
  );
  await tab.goto(`${pages.origin}/links.html`);
  await expect.poll(() => marksIn(tab)).toEqual(['Dmitry Rogozin', 'Minsk']);
  const [name, link] = [await placeOf(tab, 'Dmitry Rogozin'), await placeOf(tab, 'Minsk')];
  await tab.mouse.click(name.x, name.y);
  await expect(host(tab)).toHaveCount(1);
  expect((await paintedIn(tab))['bg-c'], 'the mark that the card is about').toEqual(['Dmitry Rogozin']);
  await tab.keyboard.press('Escape');
  await expect(host(tab)).toHaveCount(0);
  expect((await paintedIn(tab))['bg-c']).toBeUndefined();

  await tab.mouse.click(link.x, link.y);
  await expect(tab).toHaveURL(/#there$/);
  // Far right of the last word there is no mark, though the nearest character would be one.
  await tab.mouse.click(name.x + 700, name.y);
  await expect(host(tab)).toHaveCount(0);
});

test('by the command it opens with the focus in it, steps, and gives the focus back', async ({
  extension,
  pages,
  tab,
}) => {
  await tab.goto(pages.origin + STORY);
  await expect.poll(() => marksIn(tab)).toContain('Common Economic Space');
  await tab.evaluate(() => document.querySelector<HTMLElement>('a')?.focus());
  const tabId = await extension.tabIdOf(tab);
  const said = await extension.desk.evaluate(
    (id) => chrome.tabs.sendMessage(id, { to: 'page', word: 'openCard', payload: null }),
    tabId,
  );
  expect(said).toEqual({ ok: true, value: null });
  const focused = () => tab.evaluate(() => document.activeElement?.tagName);
  expect(await focused()).toBe('DIV');
  const lit = async () => (await paintedIn(tab))['bg-c'];
  const first = await lit();
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  await expect
    .poll(async () => [(await lit())?.join(), await host(tab).count()])
    .toEqual([expect.not.stringMatching(`^${first?.join()}$`), 1]);
  await tab.keyboard.press('Escape');
  await expect(host(tab)).toHaveCount(0);
  expect(await focused()).toBe('A');
});

test('“Open” opens the panel with the entity chosen', async ({ extension, pages, tab }) => {
  await tab.goto(pages.origin + STORY);
  await expect.poll(() => marksIn(tab)).toContain('Common Economic Space');
  const at = await placeOf(tab, 'Dmitry Rogozin');
  await tab.mouse.click(at.x, at.y);
  await expect(host(tab)).toHaveCount(1);
  // Where its main button stands is known from the look: the page itself cannot tell.
  await tab.mouse.click(at.x, at.y + 118);
  const panel = await until('the side panel', () => extension.findView('sidepanel.html'));
  await expect(panel.getByRole('heading', { level: 1, name: 'Dmitry Rogozin' })).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('button', { name: /^Rogozin, person/, pressed: true })).toBeVisible();
});
