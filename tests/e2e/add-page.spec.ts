import { AxeBuilder } from '@axe-core/playwright';
import { BACKGROUNDS } from './backgrounds';
import { expect, type Extension, test } from './fixtures';

/** Words that only this page has. */
const PAGE =
  '<!doctype html><html lang="en"><title>Quay</title><article><h1>Zubrovka quay sold</h1><p>The Zubrovka quay was sold on Tuesday to a buyer whom nobody named.</p></article>';

/** Titles of what a search for its words finds. */
async function found(extension: Extension): Promise<string[]> {
  const { value } = (await extension.ask('search', { text: 'Zubrovka quay' })) as {
    value: { briefs: { head: { title: string } }[] };
  };
  return value.briefs.map(({ head }) => head.title);
}

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('a page is added from the popup, found, and taken back', async ({ extension, pages, tab, step }) => {
      pages.add('/quay.html', PAGE);
      await tab.goto(`${pages.origin}/quay.html`);
      const popup = await extension.openPopup(tab);
      await step('add it', async () => {
        await popup.getByRole('button', { name: 'Add this page to the archive' }).click();
        await expect(popup.getByText('Added to “My pages”.')).toBeVisible();
      });
      await step('it is found like any brief', async () =>
        expect(await found(extension)).toEqual(['Zubrovka quay sold']),
      );
      await step('take it back', async () => {
        await popup.getByRole('button', { name: 'Undo' }).click();
        await expect(popup.getByText('Added to “My pages”.')).toHaveCount(0);
        expect(await found(extension)).not.toContain('Zubrovka quay sold');
      });
      await popup.close();
    });

    test('a page is added from the panel, which says so and has the way back', async ({
      extension,
      pages,
      tab,
      step,
    }) => {
      pages.add('/quay.html', PAGE);
      await extension.watch('127.0.0.1');
      await tab.goto(`${pages.origin}/quay.html`);
      await extension.briefing(tab);
      const panel = await extension.openPanel(tab);
      await step('add it', async () => {
        await panel.getByRole('button', { name: 'Add this page to the archive' }).click();
        await expect(panel.getByText('Added to “My pages”.', { exact: true })).toBeVisible();
        expect(await found(extension)).toEqual(['Zubrovka quay sold']);
      });
      const { violations } = await new AxeBuilder({ page: panel }).setLegacyMode().include('.toast').analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await step('take it back', async () => {
        await panel.getByRole('button', { name: 'Undo' }).click();
        await expect(panel.getByText('Added to “My pages”.', { exact: true })).toHaveCount(0);
        await expect.poll(() => found(extension)).not.toContain('Zubrovka quay sold');
      });
    });
  });
}
