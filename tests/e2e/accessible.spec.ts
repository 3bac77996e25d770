import { amissIn } from '../../scripts/drive/amiss-in';
import { expect, test } from './fixtures';

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
