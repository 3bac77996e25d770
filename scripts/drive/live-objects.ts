import type { Page } from '@playwright/test';

const KINDS = [
  'MutationObserver',
  'IntersectionObserver',
  'Range',
  'StaticRange',
  'Highlight',
  'AbortController',
] as const;

/** How many objects of each kind live in the extension's own world of a page, after garbage was collected: the page's are not counted. */
export async function liveObjects(page: Page, extensionId: string): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  try {
    const worlds: { id: number; origin: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
    await session.send('Runtime.enable');
    const own = worlds.filter(({ origin }) => origin === `chrome-extension://${extensionId}`);
    for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
    const counts: Record<string, number> = {};
    for (const kind of KINDS) {
      counts[kind] = 0;
      for (const { id: contextId } of own) {
        const evaluated = await session.send('Runtime.evaluate', { contextId, expression: `${kind}.prototype` });
        const prototypeObjectId = evaluated.result.objectId;
        if (prototypeObjectId === undefined) continue;
        const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId });
        const { result } = await session.send('Runtime.callFunctionOn', {
          objectId: objects.objectId ?? '',
          functionDeclaration: 'function () { return this.length; }',
        });
        counts[kind] += Number(result.value);
      }
    }
    return counts;
  } finally {
    await session.detach();
  }
}
