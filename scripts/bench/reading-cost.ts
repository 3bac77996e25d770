import type { CDPSession, Page } from '@playwright/test';
import { join } from 'node:path';
import { type DrivenChromium, openChromium } from '../drive/chromium';
import { serveStored, storedPages } from './stored-pages';

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');

/** How much slower the page's thread runs: a cheap telephone, or a laptop that does other things. */
const THROTTLE = 4;

/** After this long without work of ours a page is done: reading waits 300 ms for quiet, and answers take some tens. */
const SETTLE_MS = 900;

interface Visit {
  /** What is compared: the document's source, its nodes' identity, what was said on the console. */
  source: string;
  sameNodes: boolean;
  said: string[];
  /** Time the page's main thread worked, in ms. */
  workMs: number;
  /** Tasks of 50 ms and more that would be shorter without our script in them; in ms. */
  longTasks: number[];
  marks: number;
}

/**
 * Visits stored pages without us and with us, at a fourth of the speed: the document must be the same to the last node, the console
 * silent, and what we add to the thread's work is counted. A page is done when all is quiet; without us it waits as long. The full
 * run takes some 40 minutes; `every` takes each so many-th page.
 */
export async function benchCost({ every }: { every: number }): Promise<void> {
  const driven = await openChromium({ extension: EXTENSION, display: 'headless' });
  await driven.allow('*://*/*');
  const page = await driven.context.newPage();
  const open = await serveStored(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const stored = storedPages().filter((_, at) => at % every === 0);
  const without = new Map<string, Visit>();
  for (const [at, each] of stored.entries()) {
    without.set(each.path, await visit({ page, session, open: () => open(each) }));
    tellProgress('without us', at, stored.length);
  }

  await driven.requestAtDesk(['*://*/*']);
  await watchAll(driven);
  await page.bringToFront();
  const added: number[] = [];
  const longTasks: number[] = [];
  let [differences, marked] = [0, 0];
  for (const [at, each] of stored.entries()) {
    const before = without.get(each.path);
    const now = await visit({ page, session, open: () => open(each) });
    tellProgress('with us', at, stored.length);
    if (!before) continue;
    const reasons = [
      ...(now.source === before.source ? [] : ['source']),
      ...(now.sameNodes ? [] : ['nodes']),
      ...(now.said.join('\n') === before.said.join('\n') ? [] : [`console: ${now.said.join(' | ').slice(0, 200)}`]),
    ];
    if (reasons.length > 0) {
      differences++;
      console.log(`  differs: ${each.path}: ${reasons.join(', ')}`);
    }
    added.push(now.workMs - before.workMs);
    longTasks.push(...now.longTasks);
    for (const ms of now.longTasks) console.log(`  a task of ${ms.toFixed(0)} ms: ${each.path}`);
    if (now.marks > 0) marked++;
  }
  await driven.close();
  const sorted = added.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const both = (share: number): string => `${(at(share) / THROTTLE).toFixed(1)} ms (slowed: ${at(share).toFixed(1)})`;
  console.log(`${stored.length} pages, ${differences} differ; marks on ${marked}; CPU slowed ${THROTTLE} times`);
  console.log(`added work of the page's thread: median ${both(0.5)}, p95 ${both(0.95)}, most ${both(1)}`);
  console.log(`tasks that we made long (50 ms and more, slowed): ${longTasks.length}`);
}

function tellProgress(which: string, at: number, of: number): void {
  if ((at + 1) % 50 === 0) console.log(`  ${at + 1} of ${of} ${which}`);
}

async function visit(of: { page: Page; session: CDPSession; open: () => Promise<void> }): Promise<Visit> {
  const { page, session, open } = of;
  const said: string[] = [];
  const hear = (message: { text(): string; type(): string }): void => {
    // What a page asks for and does not get or does not use in time, and its scripts that we do not let run, it would say without us too,
    // sooner or later.
    if (
      !/Failed to load resource|net::ERR|^Mixed Content|Content Security Policy directive|preloaded using link preload/u.test(
        message.text(),
      )
    )
      said.push(`${message.type()}: ${message.text()}`);
  };
  page.on('console', hear);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.goto('about:blank');
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const browser = page.context().browser();
  if (!browser) throw new Error('This Chromium has no browser-wide connection.');
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await open();
  const workBefore = await workOf(session);
  await page.evaluate(WATCH);
  await page.waitForTimeout(SETTLE_MS);
  const workMs = (await workOf(session)) - workBefore;
  const longTasks = longTasksIn(JSON.parse((await browser.stopTracing()).toString('utf8')) as Trace);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const seen = await page.evaluate<Pick<Visit, 'source' | 'sameNodes' | 'marks'>>(COMPARE);
  page.off('console', hear);
  return { ...seen, said: said.sort(), workMs, longTasks };
}

interface Trace {
  traceEvents: { name: string; pid: number; tid: number; ts: number; dur?: number; args?: unknown }[];
}

/** Long tasks with a script of ours in them that would not be long without it, in ms. */
function longTasksIn({ traceEvents }: Trace): number[] {
  const ours = traceEvents.filter(
    ({ name, args }) =>
      /^(?:FunctionCall|EvaluateScript)$/u.test(name) && JSON.stringify(args).includes('chrome-extension://'),
  );
  const tasks = traceEvents.filter(({ name, dur = 0 }) => name.endsWith('RunTask') && dur >= LONG_US);
  return tasks.flatMap(({ pid, tid, ts, dur = 0 }) => {
    const inside = ours.filter((own) => own.pid === pid && own.tid === tid && own.ts >= ts && own.ts < ts + dur);
    const without = dur - inside.reduce((sum, own) => sum + (own.dur ?? 0), 0);
    return inside.length > 0 && without < LONG_US ? [dur / 1_000] : [];
  });
}

/** What browsers call a long task, in microseconds. */
const LONG_US = 50_000;

/** The main thread's work since the page began, in ms. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

// Both run in the page, by way of the debugger: a page whose policy forbids scripts is looked at all the same.
const WATCH = `(() => {
  const nodes = [];
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  globalThis.watched = { nodes };
})()`;
const COMPARE = `(() => {
  const { nodes } = globalThis.watched;
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let at = 0;
  let sameNodes = true;
  while (walker.nextNode()) if (nodes[at++] !== walker.currentNode) sameNodes = false;
  // Marks away from the window are in no list, except for printing.
  dispatchEvent(new Event('beforeprint'));
  return {
    source: document.documentElement.outerHTML,
    sameNodes: sameNodes && at === nodes.length,
    marks: [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
  };
})()`;

async function watchAll({ desk }: DrivenChromium): Promise<void> {
  const message = { to: 'background-from-panel', word: 'watch', payload: { host: null, watch: 'on' } };
  await desk.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
}
