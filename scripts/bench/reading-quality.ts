import { chromium } from '@playwright/test';
import { findBrowser } from '../browsers.mjs';
import { bundleForPage } from '../drive/bundle';
import type { Extracted } from './in-page/extract';
import { articleTruth, readableTruth, serveStored, storedPages } from './stored-pages';

/** Known inside the page only, where the bundle has put it. */
declare const extract: typeof import('./in-page/extract');

const READERS = ['ours', 'readability', 'defuddle'] as const;
type Reader = (typeof READERS)[number];

interface Score {
  /** Share of characters in paragraphs that are right, and that were found. */
  precision: number;
  recall: number;
  f1: number;
}

/**
 * How well the article is told from its page: ours, Mozilla's Readability and Defuddle in the same live documents of a real Chromium,
 * against the text people copied from them. `worst` lists so many of our worst pages.
 */
export async function benchQuality({ worst }: { worst: number }): Promise<void> {
  const script = await bundleForPage('scripts/bench/in-page/extract.ts', 'extract');
  const browser = await chromium.launch({ executablePath: findBrowser('chromium') ?? '', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const open = await serveStored(page);
  const session = await page.context().newCDPSession(page);
  const truth = articleTruth();
  const blockScores = perReader<Score>();
  const shingleScores = perReader<Score>();
  const times = perReader<number>();
  const judged = perReader<{ path: string; isArticle: boolean; should: boolean }>();
  const ranked: { path: string; score: Score }[] = [];

  for (const stored of storedPages()) {
    await open(stored);
    const { frameTree } = await session.send('Page.getFrameTree');
    // A world of its own, as a content script has: the page's globals are out of reach.
    const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'bench' });
    const contextId = world.executionContextId;
    await session.send('Runtime.evaluate', { contextId, expression: script });
    const right = truth.get(stored.path);
    const should = readableTruth(stored);
    for (const reader of READERS) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        contextId,
        expression: `Promise.resolve().then(() => extract.${reader}())`,
        awaitPromise: true,
        returnByValue: true,
      });
      const { blocks, isArticle, ms }: Extracted = exceptionDetails
        ? { blocks: [], isArticle: false, ms: 0 }
        : (result.value as Extracted);
      times[reader].push(ms);
      if (should !== null) judged[reader].push({ path: stored.path, isArticle, should });
      if (!right) continue;
      const score = scoreOfBlocks(blocks, right);
      blockScores[reader].push(score);
      shingleScores[reader].push(scoreOfShingles(blocks, right));
      if (reader === 'ours') ranked.push({ path: stored.path, score });
    }
  }
  await browser.close();

  console.log(`${blockScores.ours.length} articles; means over pages`);
  console.log('reader        blocks F1  (precision recall)  4-word shingles F1  median ms');
  for (const reader of READERS) {
    const [blocks, shingles] = [meanOf(blockScores[reader]), meanOf(shingleScores[reader])];
    console.log(
      `${reader.padEnd(13)} ${blocks.f1.toFixed(3)}      (${blocks.precision.toFixed(3)}    ${blocks.recall.toFixed(3)})     ${shingles.f1.toFixed(3)}            ${median(times[reader]).toFixed(1)}`,
    );
  }
  console.log(`\n${judged.ours.length} pages, readable or not, judged right`);
  for (const reader of READERS) {
    const wrong = judged[reader].filter(({ isArticle, should }) => isArticle !== should);
    const unreadable = judged[reader].filter(({ should }) => !should);
    console.log(
      `${reader.padEnd(13)} ${(1 - wrong.length / judged[reader].length).toFixed(3)}  of the ${unreadable.length} that are not: ${unreadable.filter(({ isArticle }) => !isArticle).length}`,
    );
    if (reader === 'ours' && worst > 0)
      console.log(wrong.map(({ path, should }) => `  ${path} (${should})`).join('\n'));
  }
  for (const { path, score } of ranked.sort((a, b) => a.score.f1 - b.score.f1).slice(0, worst))
    console.log(`${score.f1.toFixed(3)} p ${score.precision.toFixed(2)} r ${score.recall.toFixed(2)} ${path}`);
}

/**
 * A paragraph counts by its characters. It is right where all of it stands in the true text, found where all of it stands in ours:
 * letters and digits only, so that spaces, quotation marks and how lines are broken do not matter.
 */
function scoreOfBlocks(found: readonly string[], right: readonly string[]): Score {
  const [ours, theirs] = [found.map(plain), right.map(plain)];
  const [allOurs, allTheirs] = [ours.join(''), theirs.join('')];
  return scoreFrom({ precision: shareIn(ours, allTheirs), recall: shareIn(theirs, allOurs) });
}

/** Four words in a row, as the benchmark that the pages come from counts. */
function scoreOfShingles(found: readonly string[], right: readonly string[]): Score {
  const [ours, theirs] = [shinglesOf(found), shinglesOf(right)];
  let both = 0;
  for (const [shingle, times] of ours) both += Math.min(times, theirs.get(shingle) ?? 0);
  const total = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, times) => sum + times, 0);
  return scoreFrom({ precision: both / Math.max(1, total(ours)), recall: both / Math.max(1, total(theirs)) });
}

function shinglesOf(blocks: readonly string[]): Map<string, number> {
  const words = blocks.join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at + 4 <= Math.max(4, words.length); at++) {
    const shingle = words.slice(at, at + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function shareIn(blocks: readonly string[], text: string): number {
  let all = 0;
  let inside = 0;
  for (const block of blocks) {
    all += block.length;
    if (text.includes(block)) inside += block.length;
  }
  return all === 0 ? 0 : inside / all;
}

function scoreFrom({ precision, recall }: { precision: number; recall: number }): Score {
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function meanOf(scores: readonly Score[]): Score {
  const mean = (key: keyof Score): number => scores.reduce((sum, score) => sum + score[key], 0) / scores.length;
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function perReader<T>(): Record<Reader, T[]> {
  return { ours: [], readability: [], defuddle: [] };
}
