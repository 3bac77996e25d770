import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import type { DrivenChromium } from '../drive/chromium';
import type { PageServer } from '../drive/serve-pages';
import { askBackground, inChromium, processes, SETTLE_MS, STORY } from './watching-chromium';

const TOP = join(import.meta.dirname, '..', '..');

/** The demo's story ten times over: what is out of sight must cost nothing. */
const LONG_STORY = '/long-story.html';
const TIMES = 10;

/** A place that every copy of a document has: the way down by places among siblings, and offsets. */
type Place = readonly [way: readonly number[], from: number, to: number];

interface TickingVisit {
  path: string;
  seconds: number;
  watching: 'watched' | 'alone';
  marks: 'on' | 'off';
  /** What the page itself highlights. */
  own: readonly Place[];
}

interface Ticking {
  /** Seconds of work a second, of all of the browser's processes and of the page's own thread. */
  all: number;
  thread: number;
  frames: number;
  near: readonly Place[];
  every: readonly Place[];
}

/**
 * A thousand changes of text a second, and what they cost without us, with us, and where the page itself has the same highlights or one
 * for every name: at each frame of a page that changes, Chromium makes all its highlights anew, whosesoever they are.
 */
export async function benchMutations({ seconds }: { seconds: number }): Promise<void> {
  console.log(`1,000 changes a second for ${seconds} s: percent of a core, and how much more than without us`);
  for (const path of [STORY, LONG_STORY]) {
    const visit = (how: Pick<TickingVisit, 'watching' | 'marks' | 'own'>): Promise<Ticking> =>
      tick({ ...how, seconds, path });
    const alone = await visit({ watching: 'alone', marks: 'on', own: [] });
    const unpainted = await visit({ watching: 'watched', marks: 'off', own: [] });
    const painted = await visit({ watching: 'watched', marks: 'on', own: [] });
    const one = await visit({ watching: 'alone', marks: 'on', own: painted.near.slice(0, 1) });
    const same = await visit({ watching: 'alone', marks: 'on', own: painted.near });
    const every = await visit({ watching: 'alone', marks: 'on', own: painted.every });
    console.log(`\n${path.padEnd(54)}  all processes  page's thread  frames/s`);
    for (const [name, { all, thread, frames }] of [
      ['without us', alone],
      ['with us, nothing painted', unpainted],
      [`with us, ${painted.near.length} of ${painted.every.length} marks near the window`, painted],
      ['without us, one highlight of the page', one],
      ['without us, highlights of the page in the same places', same],
      ['without us, highlights of the page for all', every],
    ] as const)
      console.log(
        `${name.padEnd(54)}  ${shares(all, alone.all)}  ${shares(thread, alone.thread)}  ${frames.toFixed(1)}`,
      );
  }
}

function shares(worked: number, alone: number): string {
  return `${(100 * worked).toFixed(1)} (${(100 * (worked - alone)).toFixed(1)})`.padEnd(13);
}

function tick({ path, seconds, watching, marks, own }: TickingVisit): Promise<Ticking> {
  return inChromium(watching, async (driven, pages) => {
    addLongStory(pages);
    await askBackground(driven, { word: 'marks', payload: { marks } });
    const page = await driven.context.newPage();
    await page.goto(pages.origin + path);
    const css = readFileSync(join(TOP, '.output', 'chrome-mv3', 'content-scripts', 'page.css'), 'utf8');
    if (own.length > 0) await page.addStyleTag({ content: css });
    await page.waitForTimeout(SETTLE_MS);
    await page.evaluate(highlight, own);
    const near = await page.evaluate(placesPainted);
    // Before it is printed, a page shows all of its marks.
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const every = await page.evaluate(placesPainted);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.evaluate(startTicking);
    const session = await page.context().newCDPSession(page);
    // From now on the page's thread counts its work.
    await session.send('Performance.enable');
    const [worked, threadWorked, drawn] = await worksOf({ driven, page, session });
    await page.waitForTimeout(seconds * 1_000);
    const [workedNow, threadNow, drawnNow] = await worksOf({ driven, page, session });
    return {
      all: (workedNow - worked) / seconds,
      thread: (threadNow - threadWorked) / seconds,
      frames: (drawnNow - drawn) / seconds,
      near,
      every,
    };
  });
}

function addLongStory(pages: PageServer): void {
  const story = readFileSync(join(TOP, 'tests', 'pages', STORY), 'utf8');
  const article = /<article[\s\S]*<\/article>/u.exec(story)?.[0];
  if (article === undefined) throw new Error(`${STORY} has no article.`);
  pages.add(LONG_STORY, story.replace(article, article.repeat(TIMES)));
}

/** All processes' and the page's own thread's work in seconds, and the frames it has drawn. */
async function worksOf(of: {
  driven: DrivenChromium;
  page: Page;
  session: CDPSession;
}): Promise<[number, number, number]> {
  const { driven, page, session } = of;
  const { metrics } = await session.send('Performance.getMetrics');
  const all = (await processes(driven)).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  const frames = await page.evaluate(() => (globalThis as unknown as { drawn: number }).drawn);
  return [all, metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0, frames];
}

// What follows runs in the page, so it stands on nothing but its parameters, and names no function in it: the compiler would want a helper.

function startTicking(): void {
  const counted = Object.assign(globalThis, { drawn: 0, count: null as FrameRequestCallback | null });
  counted.count = () => {
    counted.drawn++;
    if (counted.count) requestAnimationFrame(counted.count);
  };
  requestAnimationFrame(counted.count);
  const ticker = document.body.appendChild(document.createElement('p'));
  setInterval(() => {
    for (let time = 0; time < 10; time++) ticker.textContent = `Tick ${performance.now()} in Minsk`;
  }, 10);
}

function placesPainted(): Place[] {
  const lists = [...CSS.highlights.values()] as unknown as Iterable<AbstractRange>[];
  return lists.flatMap((ranges) =>
    [...ranges].map(({ startContainer, startOffset, endOffset }): Place => {
      const way: number[] = [];
      for (let at: Node = startContainer; at.parentNode; at = at.parentNode)
        way.unshift([...at.parentNode.childNodes].indexOf(at as ChildNode));
      return [way, startOffset, endOffset];
    }),
  );
}

function highlight(places: readonly Place[]): void {
  if (places.length === 0) return;
  const ranges = places.map(([way, startOffset, endOffset]) => {
    const node = way.reduce<Node>((at, child) => at.childNodes[child] as Node, document);
    return new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset });
  });
  CSS.highlights.set('bg-a', new Highlight(...ranges));
}
