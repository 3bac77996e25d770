import { amissIn } from '../../scripts/drive/amiss-in';
import { expect, paintedIn, test } from './fixtures';

test('the first-run page reads its story, marks it, and lays the briefs beside it', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto(`chrome-extension://${extension.extensionId}/welcome.html`);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const chip = page.getByRole('button', { name: /^Rogozin, person, 2 mentions$/u });
  await expect(chip).toBeVisible();
  expect((await paintedIn(page))['bg-a']).toContain('Dmitry Rogozin');
  await expect(page.getByRole('listitem').first()).toContainText('29 Oct – 4 Nov 2012');
  expect(await amissIn(page)).toEqual([]);

  await chip.click();
  await expect(page.getByRole('heading', { name: /^Briefs \d+ of \d+$/u })).toBeVisible();
  await page.getByRole('listitem').first().getByRole('button').first().click();
  await expect(page.getByText('Passage 1 of', { exact: false })).toBeVisible();

  // Nothing is asked before a site is named, and a click alone allows nothing.
  await page.getByRole('radio', { name: /^On sites I choose/u }).click();
  await expect(page.getByRole('button', { name: 'Start' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Sites' }).fill('no site');
  await expect(page.getByText('This is not a site.', { exact: false })).toBeVisible();
  await page.getByRole('textbox', { name: 'Sites' }).fill('127.0.0.1');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'Ready' })).toBeVisible();
  for (const width of [320, 800]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.close();
  await extension.unwatch('127.0.0.1');
});
