import { amissIn } from '../../scripts/drive/amiss-in';
import { BACKGROUNDS } from './backgrounds';
import { expect, test } from './fixtures';

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('the archive by week, a query, its filters, a brief, and back', async ({ extension, tab, step }) => {
      const home = `chrome-extension://${extension.extensionId}/search.html`;
      await tab.setViewportSize({ width: 1280, height: 900 });
      const count = tab.getByRole('status').filter({ hasText: /briefs?/u });
      await step('nothing typed: every week, newest first', async () => {
        await tab.goto(home);
        await expect(count).toContainText('40 briefs');
        await expect(tab.getByText('22 – 28 Dec 2014')).toBeVisible();
      });
      await step('type with a slip', async () => {
        await tab.getByRole('textbox', { name: 'Search the archive' }).fill('rogosin');
        await expect(tab.getByRole('link', { name: /Defence plan signed/u })).toBeVisible();
      });
      await step('narrow by situation', async () => {
        await tab
          .getByRole('checkbox', { name: /^Worsened/ })
          .first()
          .check();
        await expect(tab).toHaveURL(/situation/u);
      });
      await step('the address brings it back', async () => {
        await tab.reload();
        await expect(tab.getByRole('checkbox', { name: /^Worsened/ }).first()).toBeChecked();
        await tab
          .getByRole('checkbox', { name: /^Worsened/ })
          .first()
          .uncheck();
        await expect(tab.getByRole('link', { name: /Defence plan signed/u })).toBeVisible();
      });
      await step('open a brief, read on', async () => {
        await tab.getByRole('link', { name: /Defence plan signed/u }).click();
        await expect(tab.getByRole('article', { name: /Defence plan signed/u })).toBeVisible();
        await expect(tab.getByRole('navigation', { name: 'What follows' })).toContainText('the next week');
        await expect(tab).toHaveURL(/brief=/u);
      });
      await step('C cites it, P pins it, and a pin can be taken back', async () => {
        await tab.locator('article.reader-text').focus();
        await tab.keyboard.press('c');
        await tab.getByRole('menuitem', { name: 'Markdown' }).click();
        await expect(tab.getByText(/^Copied: Markdown$|^The browser refused to copy/u).first()).toBeVisible();
        await tab.locator('article.reader-text').focus();
        await tab.keyboard.press('p');
        await expect(tab.getByText('Pinned to notes').first()).toBeVisible();
        await tab.getByRole('button', { name: 'Undo' }).click();
        await expect.poll(() => extension.ask('notes', null)).toEqual({ ok: true, value: [] });
      });
      await step('the browser’s back leads to the list', async () => {
        await tab.goBack();
        await expect(tab.getByRole('navigation', { name: 'What follows' })).toHaveCount(0);
        await expect(tab.getByRole('link', { name: /Defence plan signed/u })).toBeVisible();
      });
    });
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the search page has nothing amiss and nothing sideways, ${colorScheme}`, async ({ extension, tab }) => {
    await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [360, 800, 1280]) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.goto(`chrome-extension://${extension.extensionId}/search.html?q=maz`);
      await expect(tab.getByRole('link').first()).toBeVisible();
      await expect(tab.locator('.search-count')).toBeVisible();
      expect(await amissIn(tab)).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}
