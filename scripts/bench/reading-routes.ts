import type { Page } from '@playwright/test';

import { inChromium, SETTLE_MS, STORY } from './watching-chromium';

/** Route changes of a single-page site: listeners, nodes and heap after the twentieth and after the last, garbage collected. */
export async function benchRoutes({ routes }: { routes: number }): Promise<void> {
  await inChromium('watched', async (driven, { origin }) => {
    const page = await driven.context.newPage();
    await page.goto(origin + STORY);
    await page.waitForTimeout(SETTLE_MS);
    const go = (from: number, to: number): Promise<void> =>
      page.evaluate(
        async ([first, last]) => {
          for (let route = first; route < last; route++) {
            history.pushState(null, '', `/story/${route}`);
            document.body.replaceChildren(
              ...Array.from({ length: 20 }, (_, at) => {
                const paragraph = document.createElement('p');
                paragraph.textContent = `Story ${route}, paragraph ${at}: Dmitry Rogozin came to Minsk and left for Moscow again.`;
                return paragraph;
              }),
            );
            await new Promise((resolve) => setTimeout(resolve, 150));
          }
          history.replaceState(null, '', '/story/end');
        },
        [from, to] as const,
      );
    await go(0, 20);
    const before = await standing(page);
    await go(20, routes);
    const after = await standing(page);
    for (const name of Object.keys(before))
      console.log(`${name}: ${before[name]} after 20 routes, ${after[name]} after ${routes}`);
  });
}

/** What the page's renderer holds once garbage is out. */
async function standing(page: Page): Promise<Record<string, number>> {
  await page.waitForTimeout(SETTLE_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const wanted = ['JSEventListeners', 'Nodes', 'Documents', 'JSHeapUsedSize'];
  const found = Object.fromEntries(
    metrics.filter(({ name }) => wanted.includes(name)).map(({ name, value }) => [name, value]),
  );
  return {
    ...found,
    marks: await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, each) => sum + each.size, 0)),
  };
}
