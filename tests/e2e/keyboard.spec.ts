import type { Locator } from '@playwright/test';
import { BACKGROUNDS } from './backgrounds';
import { expect, test } from './fixtures';

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('by keys alone: choose, open, step, cite, back, search', async ({ extension, pages, tab, step }) => {
      await extension.watch('127.0.0.1');
      await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
      const panel = await step('open the panel', () => extension.openPanel(tab));
      const { keyboard } = panel;
      const focused = (): Promise<string> =>
        panel.evaluate(() => {
          const element = document.activeElement;
          return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
        });
      const tabUntil = async (name: RegExp): Promise<void> => {
        for (let pressed = 0; pressed < 20 && !name.test(await focused()); pressed++) await keyboard.press('Tab');
        expect(await focused()).toMatch(name);
      };
      await expect(panel.locator('.card').first()).toBeVisible();
      await step('Tab reaches the people, an arrow the next of them, Enter chooses', async () => {
        await panel.bringToFront();
        await tabUntil(/^Rogozin, person/u);
        await keyboard.press('ArrowRight');
        expect(await focused()).toMatch(/^Semashko, person/u);
        await keyboard.press('Enter');
        await expect(panel.getByRole('heading', { name: /^Briefs \d+ of \d+$/u })).toBeVisible();
      });
      const title = await panel.locator('.card-open').first().innerText();
      await step('Tab reaches the first brief, right its languages, Enter opens it at the passage', async () => {
        await panel.locator('.card-open').first().focus();
        await keyboard.press('ArrowRight');
        expect(await focused()).toBe('English');
        await keyboard.press('ArrowLeft');
        await keyboard.press('Enter');
        await expect(panel.getByRole('article', { name: title })).toBeFocused();
        await expect(panel.getByText(/^Passage 1 of \d+$/u)).toBeVisible();
      });
      await step('J goes on, C cites, Esc leaves the menu only', async () => {
        await keyboard.press('j');
        await expect(panel.getByText(/^Passage [12] of \d+$/u)).toBeVisible();
        await keyboard.press('c');
        await expect(panel.getByRole('menuitem', { name: 'BibTeX' })).toBeVisible();
        await keyboard.press('Escape');
        await expect(panel.getByRole('menuitem', { name: 'BibTeX' })).toBeHidden();
        await expect.poll(focused, 'a menu gives the focus back a moment after it went').toBe('Cite');
        await expect(panel.getByRole('article', { name: title })).toBeVisible();
      });
      await step('Enter copies a reference, and says so', async () => {
        await keyboard.press('c');
        await expect(panel.getByRole('menuitem', { name: 'RIS' })).toBeVisible();
        await expect
          .poll(() => panel.evaluate(() => document.activeElement?.closest('[role=menu]') !== null))
          .toBe(true);
        await keyboard.press('r');
        await expect.poll(focused).toBe('RIS');
        await keyboard.press('Enter');
        await expect(panel.getByText(/^Copied: RIS$|^The browser refused to copy/u).first()).toBeVisible();
      });
      await step('Esc goes back to the card it was opened from', async () => {
        await panel.getByRole('article', { name: title }).focus();
        await keyboard.press('Escape');
        await expect(panel.getByRole('heading', { name: /^Briefs \d+ of \d+$/u })).toBeVisible();
        await expect.poll(focused).toBe(title);
      });
      await step('O opens all about an entity, Esc goes back to its chip', async () => {
        await panel.getByRole('button', { name: /^Semashko, person/u }).focus();
        await keyboard.press('o');
        await expect(panel.getByRole('heading', { level: 1, name: 'Vladimir Semashko' })).toBeVisible();
        await tabUntil(/^Edit$/u);
        await keyboard.press('Enter');
        await expect(panel.getByRole('textbox', { name: 'Name 1' })).toBeVisible();
        await keyboard.press('Escape');
        await expect.poll(focused).toBe('Edit');
        await keyboard.press('Escape');
        await expect.poll(focused).toMatch(/^Semashko, person/u);
      });
      await step('what leads out of the panel is a menu', async () => {
        await panel.getByRole('button', { name: 'More', exact: true }).focus();
        await keyboard.press('Enter');
        const first = panel.getByRole('menuitem', { name: 'All briefs, week by week' });
        await expect(first).toBeVisible();
        await first.click({ trial: true }); // nothing lies over it
        const opened = extension.context.waitForEvent('page');
        await keyboard.press('Enter');
        const archive = await opened;
        await expect(archive.getByRole('status').filter({ hasText: '40 briefs' })).toBeVisible();
        await archive.close();
        await tab.bringToFront();
        await panel.getByRole('button', { name: 'More', exact: true }).focus();
        await keyboard.press('Enter');
        await keyboard.press('Escape');
        await expect.poll(focused).toBe('More');
      });
      await step('slash searches, Esc ends the search', async () => {
        await keyboard.press('/');
        await keyboard.type('Rogosin');
        await expect(panel.getByRole('option').first()).toBeVisible();
        await keyboard.press('Escape');
        await expect(panel.getByRole('option')).toHaveCount(0);
      });
      await step('nothing stands beyond the edge, 320 to 800 px', async () => {
        for (const width of [320, 380, 480, 640, 800]) {
          await panel.setViewportSize({ width, height: 800 });
          expect(await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        }
        await panel.setViewportSize({ width: 380, height: 800 });
      });
    });
  });
}

test('sections of the options show their focus to keys, not to a pointer', async ({ extension, tab }) => {
  await tab.goto(`chrome-extension://${extension.extensionId}/options.html`);
  const section = (id: string): Locator => tab.locator(`.options-tab[data-section=${id}]`);
  const ring = (): Promise<string> =>
    tab.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
  await section('marks').click();
  await expect(section('marks')).toBeFocused();
  expect(await ring()).toBe('none');
  await tab.keyboard.press('ArrowUp');
  expect(await ring()).toBe('solid');
  await section('marks').click();
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Shift+Tab');
  await expect(section('marks')).toBeFocused();
  expect(await ring(), 'come back by a key').toBe('solid');
});

test('a sheet of the options gives the focus back to what opened it', async ({ extension, tab }) => {
  await tab.goto(`chrome-extension://${extension.extensionId}/options.html`);
  const add = tab.getByRole('button', { name: 'Add briefs' });
  await add.focus();
  await tab.keyboard.press('Enter');
  await expect(tab.getByRole('dialog', { name: 'Add briefs' })).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Close' })).toBeFocused();
  await tab.keyboard.press('Escape');
  await expect(tab.getByRole('dialog')).toHaveCount(0);
  await expect(add).toBeFocused();
});

test('the editor of an entity gives the focus back, and keeps the place in the list', async ({ extension, tab }) => {
  await tab.goto(`chrome-extension://${extension.extensionId}/options.html`);
  const { keyboard } = tab;
  const list = tab.locator('.entity-list');
  await tab.locator('.options-tab[data-section=entities]').click();
  await tab.locator('.entity-row').first().waitFor();
  await list.evaluate((element) => element.scrollTo(0, 1_500));
  await expect.poll(() => tab.locator('.entity-row').count()).toBeGreaterThan(10);
  await tab.waitForTimeout(300); // rows are drawn anew while it scrolls
  const name = (await tab.locator('.entity-label').nth(12).textContent()) ?? '';
  const row = tab
    .locator('.entity-open')
    .filter({ has: tab.getByText(name, { exact: true }) })
    .first();
  await row.focus();
  const scrolled = await list.evaluate((element) => element.scrollTop);
  await keyboard.press('Enter');
  await expect(tab.getByRole('heading', { level: 1, name })).toBeVisible();

  const merge = tab.getByRole('button', { name: 'Merge with' });
  await merge.focus();
  await keyboard.press('Enter');
  await expect(tab.locator('.editor').getByLabel('Find an entity')).toBeFocused();
  await keyboard.press('Escape');
  await expect(merge, 'what was chosen between is closed').toBeFocused();
  await tab.getByRole('button', { name: 'Remove' }).first().focus();
  await keyboard.press('Enter');
  await expect(tab.getByRole('textbox', { name: 'Name 1' })).toBeFocused();

  await keyboard.press('Escape');
  await expect(row).toBeFocused();
  expect(await list.evaluate((element) => element.scrollTop)).toBe(scrolled);
});
