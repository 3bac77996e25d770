import { BACKGROUNDS } from './backgrounds';
import { expect, marksIn, test } from './fixtures';

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('read once by a click, then watch the site, then let it go', async ({ extension, pages, tab, step }) => {
      const popup = await step('press the toolbar button on a page', async () => {
        await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
        expect(await marksIn(tab), 'nothing is read unasked').toEqual([]);
        return extension.openPopup(tab);
      });
      await step('read this page: the panel opens with its briefing', async () => {
        await popup.getByRole('button', { name: 'Read this page' }).click();
        await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
        const panel = await extension.openPanel(tab);
        await expect(panel.getByRole('heading', { level: 1, name: /Rogozin and Semashko/ })).toBeVisible();
        await expect(panel.getByRole('button', { name: '127.0.0.1: Read once' })).toBeVisible();
      });
      await step('watch the site', async () => {
        const again = await extension.openPopup(tab);
        await again.getByRole('switch', { name: 'Watch 127.0.0.1' }).click();
        await expect(again.getByRole('switch', { name: 'Watch 127.0.0.1', checked: true })).toBeVisible();
        await again.close();
      });
      await step('the next page is read without being asked', async () => {
        await tab.goto(`${pages.origin}/demo/ru/kaliy.html`);
        await expect.poll(() => marksIn(tab)).toContain('Баумгертнера');
      });
      await step('let the site go', async () => {
        const again = await extension.openPopup(tab);
        await again.getByRole('switch', { name: 'Watch 127.0.0.1' }).click();
        await expect.poll(() => marksIn(tab)).toEqual([]);
        await again.close();
      });
    });

    test('search answers while one types, and Enter opens the brief in the panel', async ({
      extension,
      pages,
      tab,
      step,
    }) => {
      await tab.goto(`${pages.origin}/demo/en/potash-arrest.html`);
      const popup = await step('press the toolbar button', () => extension.openPopup(tab));
      const field = popup.getByRole('combobox', { name: 'Search the archive' });
      await step('type, with a typing error', async () => {
        await expect(field).toBeFocused();
        await popup.keyboard.type('Baumgertnr');
        await expect(field, 'no letter is lost').toHaveValue('Baumgertnr');
        await expect(popup.getByRole('option').filter({ hasText: 'Baumgertner' }).first()).toBeVisible();
      });
      const title = await step('go down to a brief', async () => {
        // Entities stand first; a brief is the first row that is written in a language of its own.
        await expect(popup.getByRole('group', { name: 'Briefs' }).getByRole('option').first()).toBeVisible();
        const written = popup.getByRole('option', { selected: true }).locator('[lang]').first();
        for (let presses = 0; presses < 10 && (await written.count()) === 0; presses++) {
          await popup.keyboard.press('ArrowDown');
        }
        const [line = ''] = (await written.innerText()).trim().split('\n');
        return line;
      });
      await step('Enter opens it in the panel', async () => {
        // The popup goes while the key is still down, which the driver takes for a failure of the key.
        await Promise.all([popup.waitForEvent('close'), popup.keyboard.press('Enter').catch(() => undefined)]);
        const panel = await extension.openPanel(tab);
        await expect(panel.getByRole('article').getByRole('heading', { name: title })).toBeVisible();
      });
      await step('what was typed is still there', async () => {
        const again = await extension.openPopup(tab);
        const typed = again.getByRole('combobox', { name: 'Search the archive' });
        await expect(typed).toHaveValue('Baumgertnr');
      });
      await step('Enter on an entity opens all about it in the panel', async () => {
        const again = await extension.findView('popup.html');
        if (!again) throw new Error('The popup was closed.');
        const first = again.getByRole('option', { selected: true });
        await expect(first).toContainText('Baumgertner');
        await Promise.all([again.waitForEvent('close'), again.keyboard.press('Enter').catch(() => undefined)]);
        const panel = await extension.openPanel(tab);
        await expect(panel.getByRole('heading', { level: 1, name: /Baumgertner/u })).toBeVisible();
        await expect(panel.getByRole('heading', { name: 'Appears with' })).toBeVisible();
        await panel.getByRole('button', { name: 'Briefing' }).click();
        const last = await extension.openPopup(tab);
        await last.getByRole('combobox', { name: 'Search the archive' }).fill('');
        await last.close();
      });
    });
  });
}
