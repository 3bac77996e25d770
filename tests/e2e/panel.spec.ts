import type { Page } from '@playwright/test';
import { BACKGROUNDS } from './backgrounds';
import { expect, marksIn, paintedIn, test } from './fixtures';

const TITLE = 'Rogozin and Semashko sign a plan for the defence industry';
const LATE = 'Common Economic Space';

/** The text of the current mention, and whether it stands where a reader sees it. */
function currentMention(page: Page): Promise<{ text: string; isSeen: boolean } | null> {
  return page.evaluate(() => {
    const highlights = CSS.highlights as unknown as Map<string, Iterable<AbstractRange>>;
    for (const [name, ranges] of highlights) {
      const [at] = [...ranges];
      if (!name.startsWith('bg-c') || !at) continue;
      const range = new Range();
      range.setStart(at.startContainer, at.startOffset);
      range.setEnd(at.endContainer, at.endOffset);
      const { top, bottom } = range.getBoundingClientRect();
      return { text: range.toString(), isSeen: top >= 0 && bottom <= innerHeight };
    }
    return null;
  });
}

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('page, chips, card, brief, back, mention', async ({ extension, pages, tab, step }) => {
      const panel = await step('open a page and the panel beside it', async () => {
        await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
        return extension.openPanel(tab);
      });
      await step('nothing is read unasked: watch all sites', async () => {
        await expect(panel.getByRole('heading', { name: 'This page is not read yet' })).toBeVisible();
        expect(await marksIn(tab)).toEqual([]);
        await panel.getByRole('button', { name: 'Watch all sites' }).click();
        await expect(panel.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
      });
      await step('its people and companies are there, the late paragraph’s too', async () => {
        const people = panel.getByRole('group', { name: 'People' });
        await expect(people.getByRole('button', { name: 'Rogozin, person, 5 mentions' })).toBeVisible();
        await expect(people.getByRole('button', { name: 'Semashko, person, 3 mentions' })).toBeVisible();
        await expect(panel.getByRole('button', { name: /^KAMAZ, company/ })).toBeVisible();
        await expect(panel.getByRole('button', { name: new RegExp(`^${LATE}, organisation`) })).toBeVisible();
      });
      await step('a chip shows its mention in the page', async () => {
        await panel.getByRole('button', { name: new RegExp(`^${LATE},`) }).click();
        await expect.poll(() => currentMention(tab)).toEqual({ text: LATE, isSeen: true });
        await expect(panel.getByText('1 of 1', { exact: true })).toBeVisible();
      });
      await step('it narrows the briefs, and lets go again', async () => {
        await expect(panel.getByRole('heading', { name: /^Briefs \d+ of \d+$/ })).toBeVisible();
        await panel.getByRole('button', { name: new RegExp(`^${LATE},`) }).click();
        await expect(panel.getByRole('heading', { name: /^Briefs \d+$/ })).toBeVisible();
      });

      const card = panel.getByRole('listitem').filter({ hasText: '29 Oct – 4 Nov 2012' });
      const title = await step('the first brief is of the right week and says why', async () => {
        await expect(panel.getByRole('listitem').first()).toContainText('29 Oct – 4 Nov 2012');
        await expect(card).toContainText(/Because: .*Rogozin/);
        return card.getByRole('heading').innerText();
      });
      const scroller = panel.getByRole('main');
      await step('open it', async () => {
        await card.getByRole('button').first().click();
        const article = panel.getByRole('article', { name: title });
        await expect(article.getByRole('heading', { name: title })).toBeVisible();
        await expect(article).toContainText('Semashko');
        await expect(article.locator('mark').first()).toBeVisible();
      });
      await step('read it in Belarusian', async () => {
        await panel.getByRole('radio', { name: 'Беларуская' }).click();
        await expect(panel.getByRole('article')).toHaveAttribute('lang', 'be');
      });
      await step('go back to the briefing', async () => {
        await panel.getByRole('button', { name: 'Briefing' }).click();
        await expect(panel.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
      });
      await step('open a brief further down, and come back to the same place', async () => {
        const last = panel.getByRole('listitem').nth(5);
        await last.scrollIntoViewIfNeeded();
        const before = await scroller.evaluate((element) => element.scrollTop);
        expect(before).toBeGreaterThan(0);
        await last.getByRole('button').first().click();
        await expect(panel.getByRole('article')).toBeVisible();
        await panel.keyboard.press('Escape');
        await expect(panel.getByRole('heading', { level: 1, name: TITLE })).toBeAttached();
        await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(before);
      });
      await step('from mention to mention in the page', async () => {
        await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
        await panel.getByRole('button', { name: 'Rogozin, person, 5 mentions' }).click();
        await panel.getByRole('button', { name: 'Next mention' }).click();
        await expect.poll(async () => (await currentMention(tab))?.text).toContain('Rogozin');
        await expect.poll(async () => (await currentMention(tab))?.isSeen).toBe(true);
        await panel.getByRole('button', { name: 'Rogozin, person, 5 mentions' }).click();
      });
      await step('marks off and on', async () => {
        await panel.getByRole('switch', { name: 'Marks' }).click();
        await expect
          .poll(async () => Object.keys(await paintedIn(tab)).filter((name) => !name.startsWith('bg-c')))
          .toEqual([]);
        await panel.getByRole('switch', { name: 'Marks' }).click();
        await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
      });
      await step('let all sites go', async () => {
        await panel.getByRole('button', { name: '127.0.0.1: Watching' }).click();
        await panel.getByRole('menuitemcheckbox', { name: 'Watch all sites' }).click();
        await expect.poll(() => marksIn(tab)).toEqual([]);
        await expect(panel.getByRole('button', { name: 'Watch all sites' })).toBeVisible();
      });
    });

    test('the panel follows the tab in front, and finds each as it was left', async ({
      extension,
      pages,
      tab,
      step,
    }) => {
      await step('watch and open two pages', async () => {
        await extension.watch('127.0.0.1');
        await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
      });
      const panel = await step('open the panel', () => extension.openPanel(tab));
      await step('choose a chip of the first', async () => {
        await panel.getByRole('button', { name: /^MAZ, company/ }).click();
        await expect(panel.getByRole('button', { name: /^MAZ, company/, pressed: true })).toBeVisible();
      });
      const other = await step('another tab', async () => {
        const page = await extension.context.newPage();
        await page.goto(`${pages.origin}/demo/ru/kaliy.html`);
        await expect(panel.getByRole('heading', { level: 1, name: /Главу «Уралкалия»/ })).toBeVisible();
        await expect(panel.getByRole('button', { name: /^Baumgertner, person/ })).toBeVisible();
        return page;
      });
      await step('back to the first', async () => {
        await tab.bringToFront();
        await expect(panel.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
        await expect(panel.getByRole('button', { name: /^MAZ, company/, pressed: true })).toBeVisible();
        await panel.getByRole('button', { name: /^MAZ, company/ }).click();
      });
      await step('the first tab goes on to another page', async () => {
        await tab.goto(`${pages.origin}/demo/en/potash-arrest.html`);
        await expect(panel.getByRole('heading', { level: 1, name: /Uralkali/ })).toBeVisible();
      });
      await other.close();
    });
  });
}

test('a page of the browser’s own stays closed to us, and the panel says what to do', async ({ extension, tab }) => {
  await tab.goto('chrome://version/');
  const panel = await extension.openPanel(tab);
  await expect(panel.getByRole('heading', { name: 'This page cannot be read' })).toBeVisible();
});
