import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { expect, type Extension, marksIn, paintedIn, test } from './fixtures';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

const STORY = '/demo/en/defence-plan.html';
const LOOK = { style: 'full', which: 'all', ticks: 'off', card: 'on' } as const;

/** Chooses as the options page does; the background hears of it from the browser. */
const choose = (extension: Extension, look: object): Promise<void> =>
  extension.desk.evaluate((markLook) => chrome.storage.local.set({ markLook }), { ...LOOK, ...look });

/** Children of the document's root that a page does not have by itself. */
const added = (tab: Page): Promise<number> => tab.locator('html > :not(head, body)').count();

test.beforeEach(async ({ extension, pages, tab }) => {
  await extension.watch('127.0.0.1');
  await tab.goto(pages.origin + STORY);
  await expect.poll(() => marksIn(tab)).toContain('Common Economic Space');
});
test.afterEach(({ extension }) => choose(extension, LOOK));

test('quiet marks are underlined only', async ({ extension, tab }) => {
  const before = await paintedIn(tab);
  await choose(extension, { style: 'quiet' });
  await expect.poll(async () => (await paintedIn(tab))['bg-d']).toEqual(before['bg-a']);
  expect((await paintedIn(tab))['bg-a']).toBeUndefined();
});

test('first mention only: one mark an entity, and all are still counted', async ({ extension, tab }) => {
  const { entities, mentions } = await extension.briefing(tab);
  expect(mentions.length).toBeGreaterThan(entities.length);
  await choose(extension, { which: 'first' });
  // A name that a tag cuts in two has two marks, so letters are counted.
  const first = entities.map((entity) => mentions[entity.mentions[0] ?? -1]);
  const letters = first.reduce((sum, mention) => sum + (mention ? mention.end - mention.start : 0), 0);
  await expect.poll(async () => (await marksIn(tab)).join('').length).toBe(letters);
  expect((await extension.briefing(tab)).mentions).toHaveLength(mentions.length);
});

test('ticks stand at the edge while they are wanted, and go without a trace', async ({ extension, tab }) => {
  const source = () => tab.evaluate(() => document.documentElement.outerHTML);
  const before = await source();
  await choose(extension, { ticks: 'on' });
  await expect.poll(() => added(tab)).toBe(1);
  const ticks = tab.locator('html > :not(head, body)');
  expect(await ticks.evaluate((host) => [host.shadowRoot, host.textContent])).toEqual([null, '']);
  await choose(extension, { ticks: 'off' });
  await expect.poll(() => added(tab)).toBe(0);
  expect(await source()).toBe(before);
});

test('on dark ground the marks are dark ones', async ({ tab }) => {
  await tab.evaluate(() => document.body.setAttribute('style', 'background: #111; color: #eee'));
  await expect.poll(async () => Object.keys(await paintedIn(tab)), { timeout: 8_000 }).toContain('bg-a-dark');
});

test('under forced colours the marks are the system’s', async ({ tab }) => {
  const groundOf = () =>
    tab.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('div'));
      probe.style.cssText = 'forced-color-adjust: none; background: Mark';
      const system = getComputedStyle(probe).backgroundColor;
      probe.remove();
      return [getComputedStyle(document.body, '::highlight(bg-a)').backgroundColor, system];
    });
  expect((await groundOf())[0]).toBe('rgb(255, 239, 181)');
  await tab.emulateMedia({ forcedColors: 'active' });
  const [ours, system] = await groundOf();
  expect(ours).toBe(system);
  await tab.emulateMedia({ forcedColors: null });
});
