import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../browsers.mjs';
import { type Cdp, connectCdp } from '../drive/cdp';
import { servePages } from '../drive/serve-pages';
import { until } from '../drive/until';
import { STORY } from './watching-chromium';

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');

/** So many tabs are opened at a time, and each lot has so long to load, in ms. */
const LOT = 10;
const LOAD_MS = 2_500;

interface Visit {
  /** Memory of all renderers that they share with nobody, in MB. */
  megabytes: number;
  renderers: number;
  /** What the tabs say of themselves. */
  hidden: number;
  painted: number;
  /** Tabs whose toolbar button counts entities. */
  read: number;
}

/**
 * Tabs opened behind the one in front: what a tab that waits costs more than without us, and that none is read before it is shown. A tab
 * that a driver looks into counts as seen, and so does every tab of a headless browser: so there is a window, on the screen that DISPLAY
 * names, and until memory was counted nobody looks into any tab but our own.
 */
export async function benchHidden({ tabs }: { tabs: number }): Promise<void> {
  if (!process.env['DISPLAY']) {
    console.log('wants a screen: xvfb-run -a npm run bench -- reading hidden');
    return;
  }
  const alone = await visit({ tabs, watching: 'off' });
  const watched = await visit({ tabs, watching: 'on' });
  const each = (watched.megabytes - alone.megabytes) / tabs;
  console.log(
    `${tabs} tabs behind the one in front, ${watched.hidden} hidden: ${watched.read} read, ${watched.painted} painted`,
  );
  console.log(
    `memory of their own of ${alone.renderers} and ${watched.renderers} renderers: ${alone.megabytes.toFixed(0)} MB without us, ${watched.megabytes.toFixed(0)} MB with us, ${each.toFixed(2)} MB a tab more`,
  );
}

async function visit({ tabs, watching }: { tabs: number; watching: 'on' | 'off' }): Promise<Visit> {
  const profile = mkdtempSync(join(tmpdir(), 'backgrounder-hidden-'));
  const pages = await servePages();
  const chromium = spawn(
    findBrowser('chromium') ?? '',
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--test-type',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-port=0',
      '--window-position=0,0',
      '--window-size=1280,800',
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => chromium.once('exit', resolve));
  try {
    const [port, path] = await until('the debugging port', () => {
      const [first, second] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
      return first && second ? [first, second] : undefined;
    });
    const cdp = await connectCdp(`ws://127.0.0.1:${port}${path}`);
    const ask = await openDesk(cdp);
    if (watching === 'on') {
      await ask(`chrome.permissions.request({ origins: ['*://*/*'] })`);
      await ask(message('watch', { host: null, watch: 'on' }));
    }
    const ids: number[] = [];
    for (let from = 0; from < tabs; from += LOT) {
      const urls = Array.from(
        { length: Math.min(LOT, tabs - from) },
        (_, at) => `${pages.origin}${STORY}?${from + at}`,
      );
      const made = `Promise.all(${JSON.stringify(urls)}.map((url) => chrome.tabs.create({ url, active: false }))).then((all) => all.map(({ id }) => id))`;
      ids.push(...(await ask<number[]>(made)));
      await pause(LOAD_MS);
    }
    await pause(2 * LOAD_MS);
    const badges = await ask<string[]>(
      `Promise.all(${JSON.stringify(ids)}.map((tabId) => chrome.action.getBadgeText({ tabId })))`,
    );
    const { megabytes, renderers } = await ownMemory(cdp);
    const looks = await lookInto(cdp, pages.origin);
    cdp.close();
    return {
      megabytes,
      renderers,
      hidden: looks.filter(({ visibility }) => visibility === 'hidden').length,
      painted: looks.filter(({ marks }) => marks > 0).length,
      read: badges.filter((badge) => badge !== '').length,
    };
  } finally {
    chromium.kill();
    await ended;
    await pages.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function message(word: string, payload: object): string {
  return `chrome.runtime.sendMessage(${JSON.stringify({ to: 'background-from-panel', word, payload })})`;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Target {
  targetId: string;
  type: string;
  url: string;
}

async function targetsOf(cdp: Cdp): Promise<Target[]> {
  return (await cdp.send<{ targetInfos: Target[] }>('Target.getTargets')).targetInfos;
}

/** A tab of the extension's own in front, to speak from; sites it asks for are granted, for nobody is there to press the browser's button. */
async function openDesk(cdp: Cdp): Promise<<T>(expression: string) => Promise<T>> {
  const worker = await until('the extension', async () =>
    (await targetsOf(cdp)).find(({ url }) => /^chrome-extension:.*background\.js$/u.test(url)),
  );
  const { host } = new URL(worker.url);
  const granting = await openTab(cdp, 'chrome://extensions/');
  await granting(`chrome.developerPrivate.addHostPermission('${host}', '*://*/*')`);
  return openTab(cdp, `chrome-extension://${host}/manifest.json`);
}

async function openTab(cdp: Cdp, url: string): Promise<<T>(expression: string) => Promise<T>> {
  const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url });
  await pause(LOAD_MS);
  return evaluateIn(cdp, targetId);
}

async function evaluateIn(cdp: Cdp, targetId: string): Promise<<T>(expression: string) => Promise<T>> {
  const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  return async <T>(expression: string) => {
    const asked = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await cdp.send<{ result: { value: T }; exceptionDetails?: object }>(
      'Runtime.evaluate',
      asked,
      sessionId,
    );
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  };
}

/** By the kernel's count of pages that no other process has: what would be free if they were gone. */
async function ownMemory(cdp: Cdp): Promise<{ megabytes: number; renderers: number }> {
  const { processInfo } = await cdp.send<{ processInfo: { type: string; id: number }[] }>('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const kilobytes = renderers.reduce((sum, { id }) => {
    const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
    return [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+)/gmu)].reduce((own, [, kB]) => own + Number(kB), sum);
  }, 0);
  return { megabytes: kilobytes / 1_024, renderers: renderers.length };
}

async function lookInto(cdp: Cdp, origin: string): Promise<{ visibility: string; marks: number }[]> {
  const shown = (await targetsOf(cdp)).filter(({ type, url }) => type === 'page' && url.startsWith(origin));
  const looks: { visibility: string; marks: number }[] = [];
  for (const { targetId } of shown) {
    const ask = await evaluateIn(cdp, targetId);
    looks.push(await ask('({ visibility: document.visibilityState, marks: CSS.highlights.size })'));
  }
  return looks;
}
