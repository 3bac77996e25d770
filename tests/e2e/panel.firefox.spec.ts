import { BACKGROUNDS } from './backgrounds';
import { expect, marksIn, test } from './firefox-fixtures';

const TITLE = 'Rogozin and Semashko sign a plan for the defence industry';
const LATE = 'Common Economic Space';

/** The text of the current mention if it stands where a reader sees it. */
const CURRENT_IN_SIGHT = `(() => {
  for (const [name, ranges] of CSS.highlights) {
    const [at] = [...ranges];
    if (!name.startsWith('bg-c') || !at) continue;
    const range = new Range();
    range.setStart(at.startContainer, at.startOffset);
    range.setEnd(at.endContainer, at.endOffset);
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight ? range.toString() : null;
  }
  return null;
})()`;

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('page, chips, card, brief, back, mention', async ({ firefox, pages, tab, step }) => {
      const panel = await step('open a page and the sidebar beside it', async () => {
        await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
        return firefox.openPanel();
      });
      await step('nothing is read unasked: watch all sites, and allow it in the browser’s dialog', async () => {
        await expect.poll(() => panel.names('heading')).toContain('This page is not read yet');
        expect(await marksIn(tab)).toEqual([]);
        await panel.click('button', 'Watch all sites');
        await firefox.allowInDialog();
        await expect.poll(() => panel.names('heading')).toContain(TITLE);
      });
      await step('its people and companies are there, the late paragraph’s too', async () => {
        await expect.poll(() => panel.names('button')).toContain(`${LATE}, organisation, 1 mention`);
        expect(await panel.names('button')).toContain('Rogozin, person, 5 mentions');
      });
      await step('a chip shows its mention in the page', async () => {
        await panel.click('button', `${LATE}, organisation`);
        await expect.poll(() => tab.evaluate(CURRENT_IN_SIGHT)).toBe(LATE);
        await panel.click('button', `${LATE}, organisation`);
      });
      await step('open the first brief', async () => {
        const first = await panel.evaluate<string>(`view.document.querySelector('li h3').innerText`);
        await panel.click('button', first);
        await expect.poll(() => panel.names('article')).toEqual([first]);
        expect(await panel.evaluate(`view.document.querySelectorAll('article mark').length`)).toBeGreaterThan(0);
      });
      await step('go back to the briefing', async () => {
        await panel.click('button', 'Briefing');
        await expect.poll(() => panel.names('heading')).toContain(TITLE);
      });
      await step('from mention to mention in the page', async () => {
        await panel.click('button', 'Rogozin, person');
        await panel.click('button', 'Next mention');
        await expect.poll(() => tab.evaluate<string | null>(CURRENT_IN_SIGHT)).toContain('Rogozin');
        await panel.click('button', 'Rogozin, person');
      });
      await step('marks off and on', async () => {
        await panel.click('switch', 'Marks');
        await expect.poll(() => marksIn(tab)).not.toContain('Semashko');
        await panel.click('switch', 'Marks');
        await expect.poll(() => marksIn(tab)).toContain('Semashko');
      });
      await step('let all sites go', async () => {
        await firefox.ask('watch', { host: null, watch: 'off' });
        await expect.poll(() => marksIn(tab)).toEqual([]);
        await expect.poll(() => panel.names('button')).toContain('Watch all sites');
      });
    });
  });
}
