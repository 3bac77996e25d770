import { BACKGROUNDS } from './backgrounds';
import { expect, marksIn, test } from './firefox-fixtures';

const ROGOZIN = 'Rogozin, person, 5 mentions';

for (const background of BACKGROUNDS) {
  test.describe(`the user’s hand, background ${background}`, () => {
    test.use({ background });

    test('an entity is looked at, muted, given back; its editor keeps what was typed', async ({
      firefox,
      pages,
      tab,
      step,
    }) => {
      await firefox.watch('127.0.0.1');
      await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
      const panel = await step('open the sidebar', () => firefox.openPanel());
      await step('O on its chip opens all about it', async () => {
        await expect.poll(() => panel.names('button')).toContain(ROGOZIN);
        await panel.click('button', ROGOZIN);
        await panel.press('o');
        await expect.poll(() => panel.names('heading')).toContain('Dmitry Rogozin');
        expect(await panel.names('heading')).toContain('Appears with');
      });
      await step('muted, it is marked nowhere', async () => {
        await panel.click('button', /^Mute$/u);
        await expect.poll(() => marksIn(tab)).not.toContain('Dmitry Rogozin');
      });
      await step('given back, it is marked again', async () => {
        await panel.click('button', 'Show again');
        await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
        await expect.poll(() => panel.names('button')).toContain('Mute');
      });
      await step('a name that was typed and not saved is there when one comes back', async () => {
        await panel.click('button', /^Edit$/u);
        await panel.click('button', 'Add a name');
        await panel.click('textbox', 'Name 7');
        await panel.type('umbrellas');
        await panel.press('Escape');
        await panel.click('button', 'Edit: not saved yet');
        await expect
          .poll(() =>
            panel.evaluate(`[...view.document.querySelectorAll('input')].some((field) => field.value === 'umbrellas')`),
          )
          .toBe(true);
        await panel.click('button', 'Start over');
        await panel.click('button', 'Dmitry Rogozin');
      });
      await step('back to the briefing, where it was chosen', async () => {
        await panel.click('button', 'Briefing');
        await expect.poll(() => panel.names('button')).toContain(ROGOZIN);
        await panel.click('button', ROGOZIN);
      });
    });

    test('a brief is read at its passage, cited, pinned and found in the notes', async ({
      firefox,
      pages,
      tab,
      step,
    }) => {
      await firefox.watch('127.0.0.1');
      await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
      const panel = await step('open the sidebar', () => firefox.openPanel());
      const title = await step('open the first brief about him', async () => {
        await expect.poll(() => panel.names('button')).toContain(ROGOZIN);
        await panel.click('button', ROGOZIN);
        const first = await panel.evaluate<string>(`view.document.querySelector('li h3').innerText`);
        await panel.click('button', first);
        await expect.poll(() => panel.text()).toMatch(/Passage 1 of \d/u);
        return first;
      });
      await step('J goes on', async () => {
        await panel.press('j');
        await expect.poll(() => panel.text()).toMatch(/Passage 2 of \d/u);
      });
      await step('C cites', async () => {
        await panel.press('c');
        await panel.click('menuitem', 'BibTeX');
        await expect.poll(() => panel.text()).toContain('Copied: BibTeX');
      });
      await step('P pins', async () => {
        await panel.click('article', title);
        await panel.press('p');
        await expect.poll(() => panel.text()).toContain('Pinned to notes');
      });
      await step('opened again, the sidebar shows the same brief at the same passage', async () => {
        await firefox.closePanel();
        await firefox.openPanel();
        await expect.poll(() => panel.text()).toMatch(/Passage 2 of \d/u);
        await panel.click('button', 'Briefing');
        await panel.click('button', ROGOZIN);
      });
      await step('the notes hold it', async () => {
        const notes = (await firefox.ask('notes', null)) as { value: { id: string; title: string }[] };
        expect(JSON.stringify(notes.value)).toContain(title);
        for (const { id } of notes.value) await firefox.ask('removeNote', { id });
      });
    });
  });
}
