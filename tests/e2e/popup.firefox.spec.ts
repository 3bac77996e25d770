import { BACKGROUNDS } from './backgrounds';
import { expect, marksIn, test } from './firefox-fixtures';

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('read once by a click on the toolbar button', async ({ firefox, pages, tab, step }) => {
      const popup = await step('press the toolbar button on a page', async () => {
        await tab.goto(`${pages.origin}/demo/be/kalij.html`);
        expect(await marksIn(tab), 'nothing is read unasked').toEqual([]);
        return firefox.openPopup();
      });
      await step('read this page', async () => {
        await popup.click('button', 'Read this page');
        await expect.poll(() => marksIn(tab)).toContain('Баўмгертнера');
      });
      await step('the sidebar has its briefing', async () => {
        const panel = await firefox.openPanel();
        await expect
          .poll(() => panel.names('heading'))
          .toContain('Кіраўніка «Уралкалія» затрымалі ў мінскім аэрапорце');
      });
    });

    test('search answers while one types, and Enter opens the brief in the sidebar', async ({
      firefox,
      pages,
      tab,
      step,
    }) => {
      await tab.goto(`${pages.origin}/demo/en/potash-arrest.html`);
      const popup = await step('press the toolbar button', () => firefox.openPopup());
      await step('type, with a typing error', async () => {
        // Headless, a popup that our button opens has no focus of its own.
        await popup.click('combobox', 'Search the archive');
        await popup.type('Baumgertnr');
        await expect.poll(() => popup.names('option')).toContainEqual(expect.stringContaining('Baumgertner'));
      });
      const title = await step('go down to a brief', async () => {
        const written = `view.document.querySelector('[role=option][aria-selected=true] [lang]')?.innerText ?? ''`;
        await expect
          .poll(() => popup.evaluate<number>(`view.document.querySelectorAll('[role=option] [lang]').length`))
          .toBeGreaterThan(0);
        for (let presses = 0; presses < 10 && (await popup.evaluate(written)) === ''; presses++)
          await popup.press('ArrowDown');
        const [line = ''] = (await popup.evaluate<string>(written)).trim().split('\n');
        return line;
      });
      await step('Enter opens it in the sidebar', async () => {
        await popup.press('Enter');
        const panel = await firefox.openPanel();
        await expect.poll(() => panel.names('article')).toEqual([title]);
      });
      await step('what was typed is still there', async () => {
        const again = await firefox.openPopup();
        await expect.poll(() => again.evaluate(`view.document.querySelector('input').value`)).toBe('Baumgertnr');
        await firefox.closePopup();
        await firefox.atDesk(`browser.storage.session.remove('popupQuery')`);
      });
    });
  });
}
