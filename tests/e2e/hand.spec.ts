import { amissIn } from '../../scripts/drive/amiss-in';
import { BACKGROUNDS } from './backgrounds';
import { expect, marksIn, test } from './fixtures';

for (const background of BACKGROUNDS) {
  test.describe(`the user’s hand, background ${background}`, () => {
    test.use({ background });

    test('an entity is looked at, muted, given back and corrected', async ({ extension, pages, tab, step }) => {
      await extension.watch('127.0.0.1');
      await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
      const panel = await step('open the panel', () => extension.openPanel(tab));
      await step('O on its chip opens all about it', async () => {
        await panel.getByRole('button', { name: 'Rogozin, person, 5 mentions' }).focus();
        await panel.keyboard.press('o');
        await expect(panel.getByRole('heading', { level: 1, name: 'Dmitry Rogozin' })).toBeVisible();
        await expect(panel.getByRole('heading', { name: 'Appears with' })).toBeVisible();
        expect(await amissIn(panel)).toEqual([]);
      });
      await step('the months are a table too', async () => {
        await panel.getByRole('button', { name: 'Show as table' }).click();
        await expect(panel.getByRole('table').first()).toContainText('2012');
      });
      await step('muted, it is marked nowhere', async () => {
        await panel.getByRole('button', { name: 'Mute', exact: true }).click();
        await panel.getByRole('button', { name: 'Undo' }).focus(); // it waits for who is at it, also on a slow machine
        await expect.poll(() => marksIn(tab)).not.toContain('Dmitry Rogozin');
        expect(await marksIn(tab)).toContain('MAZ');
      });
      await step('undone, it is marked again', async () => {
        await panel.getByRole('button', { name: 'Undo' }).click();
        await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
      });
      await step('a name of one’s own is found in the page', async () => {
        await panel.getByRole('button', { name: 'Edit' }).click();
        await panel.getByRole('button', { name: 'Add a name' }).click();
        await panel.getByRole('textbox', { name: 'Name 7' }).fill('umbrellas');
        expect(await amissIn(panel)).toEqual([]);
        await panel.getByRole('button', { name: 'Save' }).click();
        await panel.getByRole('button', { name: 'Undo' }).focus();
        await expect.poll(() => marksIn(tab)).toContain('umbrellas');
      });
      await step('and let go again', async () => {
        await panel.getByRole('button', { name: 'Undo' }).click();
        await expect.poll(() => marksIn(tab)).not.toContain('umbrellas');
      });
      await step('Esc leads back to the briefing', async () => {
        for (let pressed = 0; pressed < 3; pressed++) await panel.keyboard.press('Escape');
        await expect(panel.getByRole('button', { name: 'Rogozin, person, 5 mentions' })).toBeVisible();
      });
    });

    test('a brief is pinned, written about, kept, taken out and given back', async ({
      extension,
      pages,
      tab,
      step,
    }) => {
      await extension.watch('127.0.0.1');
      await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
      const panel = await step('open the panel', () => extension.openPanel(tab));
      await step('P pins the brief that is read', async () => {
        await panel.locator('.card-open').first().click();
        await expect(panel.getByRole('article')).toBeFocused();
        await panel.keyboard.press('p');
        await expect(panel.getByText('Pinned to notes').first()).toBeVisible();
      });
      const notes = await extension.context.newPage();
      await step('the notes hold it', async () => {
        await notes.goto(`chrome-extension://${extension.extensionId}/notes.html`);
        await expect(notes.getByRole('listitem').first()).toContainText('Defence plan signed in Minsk');
        expect(await amissIn(notes)).toEqual([]);
      });
      await step('what is written stays', async () => {
        await notes.getByRole('textbox').fill('Ask the ministry.');
        await expect(notes.getByRole('textbox')).toHaveValue('Ask the ministry.');
        await notes.waitForTimeout(600);
        await notes.reload();
        await expect(notes.getByRole('textbox')).toHaveValue('Ask the ministry.');
      });
      await step('taken out', async () => {
        await notes.getByRole('button', { name: /^Remove / }).click();
        await notes.getByRole('button', { name: 'Undo' }).focus();
        await expect(notes.getByRole('textbox')).toHaveCount(0);
      });
      await step('given back with its note', async () => {
        await notes.getByRole('button', { name: 'Undo' }).click();
        await expect(notes.getByRole('textbox')).toHaveValue('Ask the ministry.');
      });
      await step('out for good', async () => {
        await notes.getByRole('button', { name: /^Remove / }).click();
        await notes.close();
      });
    });
  });
}
