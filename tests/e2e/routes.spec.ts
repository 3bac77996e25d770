import type { Page } from '@playwright/test';
import { liveObjects } from '../../scripts/drive/live-objects';
import { expect, type Extension, marksIn, test } from './fixtures';

/** `npm run bench -- reading routes` goes five hundred. */
const ROUTES = 40;

/** As a single-page site does that draws a story with twenty names at each address. */
async function go(tab: Page, route: number): Promise<void> {
  await tab.evaluate((to) => {
    history.pushState(null, '', `/story/${to}`);
    document.body.replaceChildren(
      ...Array.from({ length: 10 }, (_, at) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = `Story ${to}, paragraph ${at}: Dmitry Rogozin came to Minsk.`;
        return paragraph;
      }),
    );
  }, route);
}

/** What is left once a story was read, marked, and its garbage collected. */
async function standing(of: { extension: Extension; tab: Page; route: number }): Promise<Record<string, number>> {
  const { extension, tab, route } = of;
  await extension.briefing(tab, ({ page }) => page.url.endsWith(`/story/${route}`));
  await expect.poll(async () => (await marksIn(tab)).length).toBe(20);
  await tab.waitForTimeout(500);
  const session = await tab.context().newCDPSession(tab);
  await session.send('Performance.enable');
  const live = await liveObjects(tab, extension.extensionId);
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return { ...live, listeners: metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? -1 };
}

test('after forty stories at forty addresses there is as much of us as after the first', async ({
  extension,
  pages,
  tab,
}) => {
  await extension.watch('127.0.0.1');
  await tab.goto(`${pages.origin}/reading/rtl.html`);
  await expect.poll(async () => (await extension.pageState(tab)).status).toBe('ready');
  await go(tab, 0);
  const first = await standing({ extension, tab, route: 0 });
  expect(first).toMatchObject({ MutationObserver: 1, IntersectionObserver: 1 });
  for (let route = 1; route < ROUTES; route++) {
    await go(tab, route);
    await tab.waitForTimeout(100);
  }
  await go(tab, ROUTES);
  expect(await standing({ extension, tab, route: ROUTES })).toEqual(first);
});
