import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe has against a view, each rule with the elements that break it. */
async function amissIn(view: Page): Promise<string[]> {
  // Legacy mode: the others open a blank tab of their own, which a side panel's connection cannot.
  // A chip reads "Rogozin 5" and is called "Rogozin, person, 5 mentions": its name begins as it reads, and says what the number is.
  const axe = new AxeBuilder({ page: view }).setLegacyMode().withTags(WCAG).disableRules('label-content-name-mismatch');
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the panel, ${colorScheme}`, async ({ extension, pages, tab }) => {
    await extension.watch('127.0.0.1');
    await tab.goto(`${pages.origin}/demo/be/abarona.html`);
    const panel = await extension.openPanel(tab);
    await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const cards = panel.getByRole('listitem');
    await expect(cards.first()).toBeVisible();
    expect(await amissIn(panel)).toEqual([]);

    await cards.first().getByRole('button').first().click();
    await expect(panel.getByRole('article')).toBeVisible();
    expect(await amissIn(panel)).toEqual([]);
    await panel.setViewportSize({ width: 800, height: 800 });
    await panel.getByRole('button', { name: 'Side by side' }).click();
    await expect(panel.getByRole('article')).toHaveCount(2);
    await panel.getByRole('button', { name: 'Cite' }).click();
    await expect(panel.getByRole('menuitem', { name: 'BibTeX' })).toBeVisible();
    expect(await amissIn(panel)).toEqual([]);
    await panel.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Side by side' }).click();
    await panel.setViewportSize({ width: 380, height: 800 });

    await panel.getByRole('button', { name: 'Briefing' }).click();
    await panel.getByRole('combobox', { name: 'Search the archive' }).fill('Rogosin');
    await expect(panel.getByRole('option').first()).toBeVisible();
    expect(await amissIn(panel)).toEqual([]);
    await panel.getByRole('combobox', { name: 'Search the archive' }).fill('');
    await panel.emulateMedia({ colorScheme: null, reducedMotion: null });
  });
}

test('axe finds nothing in the popup', async ({ extension, pages, tab }) => {
  await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
  const popup = await extension.openPopup(tab);
  const field = popup.getByRole('combobox', { name: 'Search the archive' });
  await expect(field).toBeFocused();
  expect(await amissIn(popup)).toEqual([]);
  await field.fill('Rogosin');
  await expect(popup.getByRole('option').first()).toBeVisible();
  expect(await amissIn(popup)).toEqual([]);
  await field.fill('');
  await popup.close();
});
