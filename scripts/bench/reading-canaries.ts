import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium } from '../drive/chromium';
import { servePages } from '../drive/serve-pages';
import { until } from '../drive/until';

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');

/** Hosts that a Chromium asks by itself, whatever is installed in it. */
const BROWSERS_OWN = /(?:^|\.)(?:google|googleapis|gvt1|gstatic)\.com$/u;

/**
 * Opens pages with a word each that stands nowhere else, uses what there is to use on them, and looks for the words in everything
 * the browser sent or tried to send: addresses, headers and bodies, names asked for included.
 */
export async function benchCanaries({ pages: count }: { pages: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-canaries-'));
  const netLog = join(folder, 'net.json');
  const pages = await servePages();
  const driven = await openChromium({ extension: EXTENSION, display: 'headless', netLog });
  const ask = (word: string, payload: object | null): Promise<unknown> =>
    driven.desk.evaluate(
      `chrome.runtime.sendMessage(${JSON.stringify({ to: 'background-from-panel', word, payload })})`,
    );
  await driven.allow('*://*/*');
  await driven.requestAtDesk(['*://*/*']);
  await ask('watch', { host: null, watch: 'on' });
  const tab = await driven.context.newPage();
  await tab.goto('about:blank');
  const canaries = Array.from({ length: count }, (_, at) => `zyblov${at.toString(36)}qx`);
  let marked = 0;
  for (const [at, canary] of canaries.entries()) {
    pages.add(
      `/page-${at}.html`,
      `<!doctype html><html lang="en"><title>Rogozin and ${canary}</title><article><h1>Rogozin and ${canary}</h1><p>Dmitry Rogozin spoke of ${canary} with Semashko at MAZ in Minsk, and ${canary} was all that was said.</p><form><input value="${canary}"></form></article>`,
    );
    await tab.goto(`${pages.origin}/page-${at}.html`);
    const tabId = await driven.tabIdOf(tab);
    marked += await until('the marks', async () => (await tab.evaluate(() => CSS.highlights.size)) || undefined);
    const state = (await ask('pageState', { tabId })) as {
      value: { briefing?: { related: { head: { id: string } }[] } };
    };
    const brief = state.value.briefing?.related[0]?.head.id;
    if (brief !== undefined) await ask('openBrief', { id: brief, tabId });
    await ask('search', { text: canary });
    const toPage = (word: string, payload: object | null): Promise<unknown> =>
      driven.desk.evaluate(`chrome.tabs.sendMessage(${tabId}, ${JSON.stringify({ to: 'page', word, payload })})`);
    await toPage('step', { direction: 'next' });
    await toPage('light', { mentions: [0] });
    await toPage('openCard', null);
    if (at % 10 === 0) await driven.openPanel(tab);
    if (at % 25 === 24) await driven.stopBackground();
  }
  await driven.close();
  await pages.close();
  const log = readFileSync(netLog, 'utf8');
  rmSync(folder, { recursive: true, force: true });
  const addresses = new Set([...log.matchAll(/"url":"([^"]+)"/gu)].map(([, url = '']) => url));
  const outside = [...addresses].filter((url) => /^(?:https?|wss?):/u.test(url)).map((url) => new URL(url));
  const strange = outside.filter(({ hostname }) => hostname !== '127.0.0.1' && !BROWSERS_OWN.test(hostname));
  // The one way a page's word is in the log is the page itself, which came from our own server.
  const sent = outside.filter((url) => canaries.some((canary) => String(url).includes(canary)));
  const bodies = [...log.matchAll(/"bytes":"([A-Za-z0-9+/=]+)"/gu)].filter(([, bytes = '']) =>
    canaries.some((canary) => /^(?:GET|POST|PUT|HEAD) /u.test(decoded(bytes)) && decoded(bytes).includes(canary)),
  );
  console.log(
    `${count} pages, ${marked} kinds of marks painted; ${outside.length} addresses asked for, ${strange.length} of them neither the pages' server nor the browser's own`,
  );
  for (const url of strange) console.log(`  ${url}`);
  console.log(`canaries in addresses: ${sent.length}; in requests' headers and bodies: ${bodies.length}`);
}

function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}
