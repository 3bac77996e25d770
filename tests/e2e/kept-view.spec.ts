import { BACKGROUNDS } from './backgrounds';
import { expect, test } from './fixtures';

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('a panel that was closed is opened as it was left', async ({ extension, pages, tab, step }) => {
      await extension.watch('127.0.0.1');
      await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
      const panel = await extension.openPanel(tab);
      await panel.getByRole('button', { name: /^Rogozin, person/u }).click();
      await panel.getByRole('radio', { name: 'By week' }).click();
      await panel.getByRole('listitem').getByRole('button').first().click();
      await panel.getByRole('button', { name: 'Next passage' }).click();
      const count = panel.locator('.foot-count');
      await expect(count).toHaveText(/^Passage 2 of \d+$/u);
      const left = await count.innerText();
      // A new document of the same panel: all that it had in memory is gone, as when it is closed and opened.
      await step('opened again: the same brief at the same passage', async () => {
        await panel.reload();
        await expect(count).toHaveText(left);
      });
      await step('under it the same choice and order', async () => {
        await panel.getByRole('button', { name: 'Briefing' }).click();
        await expect(panel.getByRole('button', { name: /^Rogozin, person/u, pressed: true })).toBeVisible();
        await expect(panel.getByRole('radio', { name: 'By week' })).toBeChecked();
      });
      await step('and what was typed', async () => {
        await panel.getByRole('combobox').fill('Rogosin');
        await expect(panel.getByRole('option').first()).toBeVisible();
        await panel.reload();
        await expect(panel.getByRole('combobox')).toHaveValue('Rogosin');
        await expect(panel.getByRole('option').first()).toBeVisible();
        await panel.getByRole('combobox').fill('');
      });
      await step('a dossier, and what its editor held unsaved', async () => {
        await panel.getByRole('button', { name: /^MAZ, company/u }).focus();
        await panel.keyboard.press('o');
        await panel.getByRole('button', { name: 'Edit', exact: true }).click();
        await panel.getByRole('textbox', { name: 'Name 1' }).fill('Minsk lorries');
        await panel.reload();
        await expect(panel.getByRole('heading', { level: 1, name: 'MAZ' })).toBeVisible();
        await panel.getByRole('button', { name: 'Edit: not saved yet' }).click();
        await expect(panel.getByRole('textbox', { name: 'Name 1' })).toHaveValue('Minsk lorries');
        await panel.getByRole('button', { name: 'Start over' }).click();
        await panel.keyboard.press('Escape');
        await expect(panel.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
      });
      await step('on another tab there is none', async () => {
        const other = await extension.context.newPage();
        await other.goto(`${pages.origin}/demo/ru/kaliy.html`);
        await expect(panel.getByRole('heading', { level: 1, name: /Главу «Уралкалия»/u })).toBeVisible();
        await other.close();
        await tab.bringToFront();
        await expect(panel.getByRole('button', { name: 'Mute', exact: true })).toBeVisible();
      });
    });
  });
}
