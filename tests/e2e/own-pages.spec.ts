import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from './fixtures';

const PAGES = readdirSync('entrypoints').filter((name) => existsSync(`entrypoints/${name}/index.html`));

/** What a bug of ours, or of a library, could try with a text out of a brief or a feed. The browser refuses with a TypeError. */
const TRIES = ['markup', 'a script of somebody', 'a worker of somebody'] as const;

for (const page of PAGES) {
  test(`${page}: no text becomes markup, script or worker`, async ({ extension, tab }) => {
    await tab.goto(`chrome-extension://${extension.extensionId}/${page}.html`);
    await expect(tab.locator('#root > *').first()).toBeVisible();
    for (const what of TRIES) expect.soft([what, await tab.evaluate(tryIt, what)]).toEqual([what, 'TypeError']);
  });
}

/** Runs in the page. Gives the name of what was thrown. */
function tryIt(what: (typeof TRIES)[number]): string {
  const ELSEWHERE = 'https://elsewhere.example/x.js';
  try {
    if (what === 'markup') document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>';
    if (what === 'a script of somebody') document.createElement('script').src = ELSEWHERE;
    if (what === 'a worker of somebody') new Worker(ELSEWHERE);
    return 'nothing';
  } catch (error) {
    return error instanceof Error ? error.name : 'something else';
  }
}
