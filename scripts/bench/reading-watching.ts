import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type DrivenChromium, openChromium } from '../drive/chromium';
import { servePages } from '../drive/serve-pages';

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
const STORY = '/demo/en/defence-plan.html';
const SETTLE_MS = 3_000;

/**
 * A thousand changes of text a second: what all of the browser's processes work without us, with us, and with us but no marks painted
 * (what is left between the last two is the browser's own, which looks through its highlights at every frame of a page that changes).
 */
export async function benchMutations({ seconds }: { seconds: number }): Promise<void> {
  const share = (watching: 'watched' | 'alone', marks: 'on' | 'off'): Promise<number> =>
    inChromium(watching, async (driven, origin) => {
      await askBackground(driven, { word: 'marks', payload: { marks } });
      const page = await driven.context.newPage();
      await page.goto(origin + STORY);
      await page.waitForTimeout(SETTLE_MS);
      await page.evaluate(() => {
        const ticker = document.body.appendChild(document.createElement('p'));
        setInterval(() => {
          for (let time = 0; time < 10; time++) ticker.textContent = `Tick ${performance.now()} in Minsk`;
        }, 10);
      });
      const before = await cpuSeconds(driven);
      await page.waitForTimeout(seconds * 1_000);
      return (await cpuSeconds(driven)) - before;
    });
  const alone = await share('alone', 'on');
  const unpainted = await share('watched', 'off');
  const painted = await share('watched', 'on');
  const more = (worked: number): string =>
    `${worked.toFixed(1)} s, ${((100 * (worked - alone)) / seconds).toFixed(1)} % of a core more`;
  console.log(`1,000 changes a second for ${seconds} s: all processes worked ${alone.toFixed(1)} s without us`);
  console.log(`with us, nothing painted: ${more(unpainted)}\nwith us, marks painted: ${more(painted)}`);
}

/** Route changes of a single-page site: listeners, nodes and heap after the twentieth and after the last, garbage collected. */
export async function benchRoutes({ routes }: { routes: number }): Promise<void> {
  await inChromium('watched', async (driven, origin) => {
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

/**
 * Tabs that were opened behind the one in front: how many of them were read, and the memory each costs more than without us. A driven
 * headless Chromium calls every tab visible, so all are read: the figure is the price of a tab that was read, the most a tab can cost.
 */
export async function benchHidden({ tabs }: { tabs: number }): Promise<void> {
  const visit = (watching: 'watched' | 'alone'): Promise<{ megabytes: number; read: number }> =>
    inChromium(watching, async (driven, origin) => {
      const before = new Set(driven.context.pages());
      const opened = (): Page[] => driven.context.pages().filter((page) => !before.has(page));
      await driven.desk.bringToFront();
      const ids = await driven.desk.evaluate<number[]>(
        `Promise.all(Array.from({ length: ${tabs} }, () => chrome.tabs.create({ active: false, url: 'about:blank' }))).then((made) => made.map(({ id }) => id))`,
      );
      await driven.desk.waitForTimeout(tabs * 50);
      await driven.desk.evaluate(
        `Promise.all(${JSON.stringify(ids)}.map((id, at) => chrome.tabs.update(id, { url: '${origin}${STORY}?' + at })))`,
      );
      await driven.desk.waitForTimeout(SETTLE_MS + tabs * 150);
      let read = 0;
      for (const page of opened()) read += await page.evaluate(() => Math.min(1, CSS.highlights.size));
      return { megabytes: await rendererMegabytes(driven), read };
    });
  const alone = await visit('alone');
  const watched = await visit('watched');
  const each = (watched.megabytes - alone.megabytes) / tabs;
  console.log(
    `${tabs} tabs behind: ${watched.read} of them read; all renderers ${alone.megabytes.toFixed(0)} MB without us, ${watched.megabytes.toFixed(0)} MB with us: ${each.toFixed(2)} MB a tab more`,
  );
}

async function inChromium<T>(
  watching: 'watched' | 'alone',
  act: (driven: DrivenChromium, origin: string) => Promise<T>,
): Promise<T> {
  const driven = await openChromium({ extension: EXTENSION, display: 'headless' });
  const pages = await servePages();
  try {
    if (watching === 'watched') {
      await driven.allow('*://*/*');
      await driven.requestAtDesk(['*://*/*']);
      await askBackground(driven, { word: 'watch', payload: { host: null, watch: 'on' } });
    }
    return await act(driven, pages.origin);
  } finally {
    await driven.close();
    await pages.close();
  }
}

async function askBackground(driven: DrivenChromium, what: { word: string; payload: object }): Promise<void> {
  await driven.desk.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ to: 'background-from-panel', ...what })})`);
}

/** What the browser says of its processes; `cpuTime` in seconds. */
async function processes(driven: DrivenChromium): Promise<{ type: string; id: number; cpuTime: number }[]> {
  const browser = driven.context.browser();
  if (!browser) throw new Error('This Chromium has no browser-wide connection.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo;
}

async function cpuSeconds(driven: DrivenChromium): Promise<number> {
  return (await processes(driven)).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Memory of all renderers by the kernel's count, shared pages split among those that share them. */
async function rendererMegabytes(driven: DrivenChromium): Promise<number> {
  const renderers = (await processes(driven)).filter(({ type }) => type === 'renderer');
  return renderers.reduce((sum, { id }) => {
    const [, kilobytes = '0'] = /^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')) ?? [];
    return sum + Number(kilobytes) / 1_024;
  }, 0);
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
