import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { findBrowser } from '../browsers.mjs';
import { until } from './until';

/** Known inside the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

/** A Chromium with a fresh profile and the extension in it. */
export interface DrivenChromium {
  context: BrowserContext;
  extensionId: string;
  /**
   * A tab of the extension's origin that shows its manifest: none of our code runs in it, all of the extension's API does.
   * From here a test looks at what the browser knows, and speaks to the background as our own pages do.
   */
  desk: Page;
  /** From now on the browser says yes when asked for these sites; headless, its dialog cannot be clicked. Nothing is granted before it is asked for. */
  allow(origins: string): Promise<void>;
  /** Asks the browser for sites by a click at the desk, as our "watch" buttons do. */
  requestAtDesk(origins: readonly string[]): Promise<void>;
  /** Opens the real side panel beside `page` by a real click, and gives it as a page that can be driven. */
  openPanel(page: Page): Promise<Page>;
  /** Presses the toolbar button on `page`, which grants `activeTab`, and gives the real popup. */
  openPopup(page: Page): Promise<Page>;
  /** The popup or side panel that is open, if it is; neither is among the context's pages. */
  findView(path: 'popup.html' | 'sidepanel.html'): Promise<Page | undefined>;
  /** Stops the service worker and waits until it has stopped. The next event wakes it. */
  stopBackground(): Promise<void>;
  tabIdOf(page: Page): Promise<number>;
  close(): Promise<void>;
  /**
   * Gives the end of the browser as a power cut has it: when called, no process of it gets to do another thing. The profile stays. Asked for
   * beforehand, for learning which processes there are takes time.
   */
  aim(): Promise<() => Promise<void>>;
}

export interface ChromiumOptions {
  /** Folder of the built extension. */
  extension: string;
  display: 'headless' | 'window';
  /** The X display that the window is put on; the one in front where none is said. */
  screen?: string;
  /** Of the whole window, in CSS pixels. The page gets what the panel leaves. */
  size?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** Device pixels a CSS pixel; pictures are that much sharper. */
  scale?: number;
  /** A profile that is used again; without one, a fresh one is made, and removed by `close`. */
  profile?: string;
  /** Where Chromium writes every request, also those that failed, with their bodies. */
  netLog?: string;
}

/** Starts Chromium. It is closed, and its profile removed, by `close`. */
export async function openChromium(options: ChromiumOptions): Promise<DrivenChromium> {
  const { extension, display, size = { width: 1280, height: 800 } } = options;
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium here; "npm test" installs it on Debian.');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'backgrounder-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: display === 'headless',
    ...(options.screen ? { env: { ...process.env, DISPLAY: options.screen } } : {}),
    // The page's real size, which changes when the panel opens beside it.
    viewport: null,
    colorScheme: options.colorScheme ?? 'light',
    // Whoever opened it closes it, also at Ctrl-C, and takes the profile away then.
    handleSIGINT: false,
    handleSIGTERM: false,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Side panel and popup are no tabs: they are reached through a second connection to this port.
      '--remote-debugging-port=0',
      '--enable-unsafe-extension-debugging',
      `--window-size=${size.width},${size.height}`,
      ...(options.screen ? ['--window-position=0,0', '--test-type'] : []),
      `--force-device-scale-factor=${options.scale ?? 1}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(options.netLog ? [`--log-net-log=${options.netLog}`, '--net-log-capture-mode=Everything'] : []),
    ],
  });
  const [worker = await context.waitForEvent('serviceworker').catch(() => null)] = context.serviceWorkers();
  if (!worker)
    throw new Error(`Chromium did not load the extension at ${extension}; chrome://extensions would say why.`);
  const extensionId = new URL(worker.url()).host;
  // The page that opens after an install is put away: a person would have read it. A profile that was used before opens none.
  if (!options.profile) {
    const isWelcome = (page: Page): boolean => page.url().endsWith('/welcome.html');
    await (await until('the first-run page', async () => context.pages().find(isWelcome))).close();
  }
  const desk = await context.newPage();
  await desk.goto(`chrome-extension://${extensionId}/manifest.json`);
  const debugging = await context.newCDPSession(desk);
  const port = await until(
    'the debugging port',
    () => readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0],
  );
  const views = viewFinder(`http://127.0.0.1:${port}`);
  const findView: DrivenChromium['findView'] = (path) => views.find(`chrome-extension://${extensionId}/${path}`);
  return {
    context,
    extensionId,
    desk,
    findView,
    allow: (origins) => allow({ context, extensionId, origins }),
    requestAtDesk: async (origins) => {
      await desk.bringToFront();
      await clickInto(desk, `() => chrome.permissions.request({ origins: ${JSON.stringify(origins)} })`);
    },
    openPanel: async (page) => {
      if (!(await findView('sidepanel.html'))) {
        await desk.bringToFront();
        await clickInto(desk, OPEN_PANEL);
      }
      await page.bringToFront();
      return until('the side panel', () => findView('sidepanel.html'));
    },
    openPopup: async (page) => {
      await page.bringToFront();
      await pressToolbarButton({ page, context, extensionId });
      return until('the popup', () => findView('popup.html'));
    },
    stopBackground: () => stopWorkers(debugging),
    tabIdOf: (page) => tabIdOf(page, desk),
    aim: () => aimAt(context),
    close: async () => {
      await views.close();
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/**
 * Finds side panel and popup. A connection lists only the views that were open when it was made, so each look that finds
 * nothing in the connection at hand makes a new one.
 */
function viewFinder(address: string): { find(url: string): Promise<Page | undefined>; close(): Promise<void> } {
  const connections: Browser[] = [];
  const look = (url: string): Page | undefined =>
    connections
      .flatMap((connection) => connection.contexts())
      .flatMap((context) => context.pages())
      .find((page) => page.url().split(/[?#]/)[0] === url && !page.isClosed());
  return {
    find: async (url) => {
      const known = look(url);
      if (known) return known;
      const connection = await chromium.connectOverCDP(address);
      connections.push(connection);
      const found = look(url);
      if (!found) await connections.pop()?.close();
      return found;
    },
    close: async () => {
      await Promise.all(connections.map((connection) => connection.close()));
    },
  };
}

async function allow(to: { context: BrowserContext; extensionId: string; origins: string }): Promise<void> {
  const page = await to.context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    ([id, origins]) => {
      type DeveloperPrivate = { addHostPermission(id: string, origins: string): Promise<void> };
      return (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate.addHostPermission(
        id,
        origins,
      );
    },
    [to.extensionId, to.origins] as const,
  );
  await page.close();
}

/** Its children die with it: each notices within milliseconds that the pipe to the browser is gone. */
async function aimAt(context: BrowserContext): Promise<() => Promise<void>> {
  const browser = context.browser();
  if (!browser) throw new Error('This Chromium has no browser-wide connection.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const inOrder = processInfo.sort((a, b) => Number(b.type === 'browser') - Number(a.type === 'browser'));
  return async () => {
    const gone = new Promise((resolve) => context.on('close', resolve));
    for (const { id } of inOrder) {
      try {
        process.kill(id, 'SIGKILL');
      } catch {
        // A child that went with the browser already.
      }
    }
    await gone;
  };
}

/** A worker that is told to stop has done so within some 50 ms, if it heard it. */
const STOP_AGAIN_MS = 1_000;

/** Gives the click's force away after one `await`, which Chromium allows. */
const OPEN_PANEL = `async () => chrome.sidePanel.open({ windowId: (await chrome.windows.getCurrent()).id })`;

/** Runs a function, given as its source, inside a real click on `page`: what the browser takes for the user's will. */
async function clickInto(page: Page, source: string): Promise<void> {
  await page.evaluate(`void (globalThis.clicked = new Promise((resolve, reject) => {
    addEventListener('click', () => (${source})().then(resolve, reject), { once: true });
  }))`);
  await page.mouse.click(5, 5);
  await page.evaluate('globalThis.clicked.then(() => undefined)');
}

async function pressToolbarButton(on: { page: Page; context: BrowserContext; extensionId: string }): Promise<void> {
  const browser = on.context.browser();
  if (!browser) throw new Error('This Chromium has no browser-wide connection.');
  const session = await browser.newBrowserCDPSession();
  const pageSession = await on.context.newCDPSession(on.page);
  const { targetInfo } = await pageSession.send('Target.getTargetInfo');
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  // The button wants the tab's own target, the parent of its page's; in the list it has the page's address.
  const tabs = targetInfos.filter(({ url, title }) => url === targetInfo.url && title === targetInfo.title);
  const tab = tabs[0];
  if (!tab) throw new Error(`No tab shows ${targetInfo.url}.`);
  await session.send('Extensions.triggerAction' as never, { id: on.extensionId, targetId: tab.targetId } as never);
  await Promise.all([session.detach(), pageSession.detach()]);
}

async function stopWorkers(session: CDPSession): Promise<void> {
  // Seen once is enough: the next event may wake it before we look again.
  let hasStopped = false;
  const hear = ({ versions }: { versions: { runningStatus: string }[] }): void => {
    if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) hasStopped = true;
  };
  session.on('ServiceWorker.workerVersionUpdated', hear);
  await session.send('ServiceWorker.enable');
  try {
    let said = 0;
    await until('the background to stop', async () => {
      // A stop that crosses a start is lost and said again; but not at once, or it would stop the next one too.
      if (Date.now() - said > STOP_AGAIN_MS) {
        said = Date.now();
        await session.send('ServiceWorker.stopAllWorkers');
      }
      return hasStopped || undefined;
    });
  } finally {
    session.off('ServiceWorker.workerVersionUpdated', hear);
    await session.send('ServiceWorker.disable');
  }
}

/** The tab in front, once `page` is there: the browser hides addresses from us, so tabs cannot be told apart by them. */
async function tabIdOf(page: Page, desk: Page): Promise<number> {
  await page.bringToFront();
  return until('the tab to be in front', () =>
    desk.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const own = await chrome.tabs.getCurrent();
      return tab?.id === own?.id ? undefined : tab?.id;
    }),
  );
}
