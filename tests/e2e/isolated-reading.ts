import type { Page } from '@playwright/test';
import type { PageText } from '@/utils/model';
import type { ReadingOutcome, readPage, rangeOf } from '@/utils/reading';
import { bundleForPage } from '../../scripts/drive/bundle';

/** What reading made of a page in a real browser, and what it did to the page. */
export interface Reading {
  page: PageText;
  outcome: ReadingOutcome;
  /** How often the page had its thread back in between: counted, not timed, for this machine may be busy with something else. */
  pauses: number;
  /** Passages whose ranges hold other text than the passage: how many were asked for, and the first wrong ones. */
  asked: number;
  inexact: string[];
  /** What changed in the document meanwhile; empty when nothing. */
  changes: string;
}

/** Known inside the page only, where the bundle has put it. */
declare const reading: { readPage: typeof readPage; rangeOf: typeof rangeOf };

let bundle: Promise<string> | undefined;

/**
 * Reads a page with utils/reading alone, in an isolated world of its own as a content script has one: the page's globals are out of
 * reach, its named elements are not.
 */
export async function readInIsolation(page: Page, options: { asked: 'by-reader' | 'by-us' }): Promise<Reading> {
  bundle ??= bundleForPage('utils/reading/index.ts', 'reading');
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'reading',
    });
    await session.send('Runtime.evaluate', { contextId, expression: await bundle });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId,
      expression: `(${readAndCompare.toString()})(${JSON.stringify(options.asked)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Reading;
  } finally {
    await session.detach();
  }
}

/** Runs inside the page, so it stands on nothing but its parameters and the bundle. */
async function readAndCompare(asked: 'by-reader' | 'by-us'): Promise<Reading> {
  const seen = (): Node[] => {
    const nodes: Node[] = [];
    const walker = Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_ALL);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  const source = (): string => new XMLSerializer().serializeToString(document);
  // A million nodes would take longer to compare than to read, and what they leave to be collected would be counted as ours.
  const isSmall = document.querySelectorAll('*').length < 50_000;
  const before = isSmall ? { nodes: seen(), source: source() } : null;

  let pauses = 0;
  const read = await reading.readPage(document, {
    asked,
    now: () => performance.now(),
    pause: async () => {
      pauses += 1;
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  });

  const inexact: string[] = [];
  let count = 0;
  read.page.blocks.forEach(({ text }, block) => {
    const { length } = text;
    for (const [from, to] of [
      [0, length],
      [0, 1],
      [length - 1, length],
      [length >> 2, length >> 1],
      [length >> 1, length],
    ] as const) {
      if (from >= to) continue;
      count++;
      const ranges = reading.rangeOf(read.places, { block, start: from, end: to }) ?? [];
      const found = ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      });
      if (found.join('').replace(/[ \t\n\r\f]+/g, ' ') !== text.slice(from, to))
        inexact.push(`${text.slice(from, to)} ≠ ${found.join('')}`);
    }
  });

  let changes = '';
  if (before) {
    const after = seen();
    if (source() !== before.source) changes = 'another source';
    if (after.length !== before.nodes.length || after.some((node, at) => node !== before.nodes[at]))
      changes = 'other nodes';
  }
  return {
    page: read.page,
    outcome: read.outcome,
    pauses,
    asked: count,
    inexact: inexact.slice(0, 5),
    changes,
  };
}
