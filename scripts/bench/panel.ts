/**
 * `npm run bench -- panel`: in the real side panel, with 200 entities on the page and 500 briefs about them, the tasks that hold up its
 * thread while it is scrolled from end to end, beside those of the same panel at rest: what is the machine's own stands in both. Needs
 * `npm run build`.
 */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openChromium } from '../drive/chromium';
import { ask } from '../drive/editions';
import { longArchive, longPage } from '../drive/long-page';
import { servePages } from '../drive/serve-pages';

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
const ROUNDS = 5;
/** Frames a round, and how far each scrolls in CSS pixels: as a wheel that is turned fast. */
const FRAMES = 120;
const STEP = 300;

const pages = await servePages();
const driven = await openChromium({ extension: EXTENSION, display: 'headless' });
await driven.allow('*://*/*');
await driven.requestAtDesk(['*://*/*']);
await ask(driven, 'watch', { host: null, watch: 'on' });
await ask(driven, 'putArchive', { contents: longArchive(), installedAt: null });
pages.add('/long.html', longPage());
const tab = await driven.context.newPage();
await tab.goto(`${pages.origin}/long.html`);
const panel = await driven.openPanel(tab);
await panel.locator('.card').first().waitFor();
await panel.waitForTimeout(2_000); // the briefing with the last of the names

const seen: { scrolled: Round[]; resting: Round[] } = { scrolled: [], resting: [] };
for (let round = 0; round < ROUNDS; round++) {
  seen.resting.push(await watch(panel, 0));
  seen.scrolled.push(await watch(panel, round % 2 === 0 ? STEP : -STEP));
}
await driven.close();
await pages.close();
console.log(`200 entities, 500 briefs, ${ROUNDS} rounds of ${FRAMES} frames`);
for (const [name, rounds] of Object.entries(seen)) {
  const tasks = rounds.flatMap(({ longTasks }) => longTasks);
  const slow = rounds.flatMap(({ frames }) => frames).sort((a, b) => a - b);
  console.log(
    `  ${name.padEnd(9)} long tasks ${tasks.length} (${tasks.join(', ') || 'none'} ms); frame median ${at(slow, 0.5)} ms, p95 ${at(slow, 0.95)} ms`,
  );
}

interface Round {
  /** ms each, those of 50 and more. */
  longTasks: number[];
  /** ms from frame to frame. */
  frames: number[];
}

function watch(view: Page, step: number): Promise<Round> {
  return view.evaluate(
    async ({ by, count }) => {
      const longTasks: number[] = [];
      const observer = new PerformanceObserver((list) =>
        longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))),
      );
      observer.observe({ type: 'longtask' });
      const scroller = document.querySelector('.panel-scroll');
      const frames: number[] = [];
      let before = performance.now();
      for (let frame = 0; frame < count && scroller; frame++) {
        scroller.scrollTop += by;
        const now = await new Promise<number>((next) => requestAnimationFrame(next));
        frames.push(now - before);
        before = now;
      }
      await new Promise((rest) => setTimeout(rest, 200));
      observer.disconnect();
      return { longTasks, frames };
    },
    { by: step, count: FRAMES },
  );
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(0);
}
