import { ENTITIES, longArchive, longPage } from '../../scripts/drive/long-page';
import { expect, test } from './fixtures';

// How smooth it is while it scrolls: npm run bench -- panel.
test('a page with 200 entities and 500 briefs: few rows in the document, each says its place', async ({
  extension,
  pages,
  tab,
}) => {
  const put = await extension.ask('putArchive', { contents: longArchive(), installedAt: null });
  expect(put).toMatchObject({ ok: true });
  pages.add('/long.html', longPage());
  await extension.watch('127.0.0.1');
  await tab.goto(`${pages.origin}/long.html`);
  const panel = await extension.openPanel(tab);
  await expect(panel.locator('.card').first()).toBeVisible();
  const briefing = await extension.briefing(tab, ({ entities }) => entities.length >= ENTITIES);
  expect(briefing.related.length).toBeGreaterThan(100);

  expect(await panel.locator('.card').count()).toBeLessThan(30);
  await panel.evaluate(async () => {
    const scroller = document.querySelector('.panel-scroll');
    for (let step = 0; step < 40 && scroller; step++) {
      scroller.scrollTop += 900;
      await new Promise((next) => requestAnimationFrame(next));
    }
  });
  expect(await panel.locator('.card').count()).toBeLessThan(30);
  expect(await panel.locator('[aria-setsize]').last().getAttribute('aria-posinset')).not.toBe('1');
  await extension.ask('removeArchive', { id: 'long' });
});
