import { setTimeout as sleep } from 'node:timers/promises';
import { findBrowser } from '../browsers.mjs';
import { type Bidi, openBidi } from './bidi';
import { FIREFOX_PREFS } from './firefox-prefs';
import { firefoxView, type FirefoxView } from './firefox-view';
import { until } from './until';

/** As in wxt.config.ts. The origin is fixed by a preference, or each profile would have one of its own. */
const ADDON_ID = 'backgrounder@backgrounder.example';
const ORIGIN = '11111111-2222-4333-8444-555555555555';
/** Firefox ignores an answer to a dialog that comes faster than a person's. */
const DIALOG_GUARD_MS = 1_100;

/** A tab with a page. */
export interface FirefoxPage {
  context: string;
  goto(url: string): Promise<void>;
  evaluate<T>(expression: string): Promise<T>;
  bringToFront(): Promise<void>;
  /** Moves the mouse to a point of the window, in CSS pixels, and leaves it there. */
  point(at: { x: number; y: number }): Promise<void>;
  close(): Promise<void>;
}

/** A Firefox with a fresh profile and the extension in it. */
export interface DrivenFirefox {
  newPage(url: string): Promise<FirefoxPage>;
  /** Evaluates in a tab of the extension's origin in which none of our code runs: there, `browser` is the extension's API. */
  atDesk<T>(expression: string): Promise<T>;
  /** Evaluates in the browser's own window. */
  inWindow<T>(expression: string): Promise<T>;
  /** Shows our sidebar as its button does. */
  openPanel(): Promise<FirefoxView>;
  closePanel(): Promise<void>;
  /** Presses the toolbar button on the tab in front, which grants `activeTab`, and gives the popup. */
  openPopup(): Promise<FirefoxView>;
  closePopup(): Promise<void>;
  /** Grants sites as if the browser's dialog had been answered. */
  allow(origins: readonly string[]): Promise<void>;
  /** Presses "Allow" in the browser's own dialog, which must be open or about to be. */
  allowInDialog(): Promise<void>;
  stopBackground(): Promise<void>;
  tabIdInFront(): Promise<number>;
  /** Addresses that were asked for since the start, except by the browser itself, with who asked. */
  requests(): Promise<{ url: string; by: string }[]>;
  /** The whole window as a person sees it, as PNG. */
  picture(): Promise<Buffer>;
  /** Fulfilled when the browser has ended, also by its user. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox. It is closed, and its profile removed, by `close`. */
export async function openFirefox(options: {
  extension: string;
  display: 'headless' | 'window';
  size?: { width: number; height: number };
}): Promise<DrivenFirefox> {
  const { extension, display, size = { width: 1280, height: 900 } } = options;
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('No Firefox here; "npm test" installs it on Debian.');
  const bidi = await openBidi({
    executablePath,
    args: [...(display === 'headless' ? ['--headless'] : []), `--width=${size.width}`, `--height=${size.height}`],
    prefs: { ...FIREFOX_PREFS, 'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ORIGIN }) },
  });
  const browserWindow = await windowContext(bidi);
  const inWindow = <T>(expression: string): Promise<T> => bidi.evaluate<T>(browserWindow, expression);
  await inWindow(RECORD_REQUESTS);
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  const desk = await newTab(bidi);
  await openDesk(bidi, desk);
  const atDesk = <T>(expression: string): Promise<T> => bidi.evaluate<T>(desk, expression);
  // The page that opens after an install is put away: a person would have read it.
  await until('the first-run page', () =>
    atDesk<boolean | undefined>(
      `browser.tabs.query({ url: browser.runtime.getURL('/welcome.html') }).then(async ([tab]) => {
        if (!tab) return undefined;
        await browser.tabs.remove(tab.id);
        return true;
      })`,
    ),
  );
  const view = (kind: 'sidebar' | 'popup'): FirefoxView => firefoxView({ kind, atDesk, inWindow });
  return {
    atDesk,
    inWindow,
    newPage: async (url) => {
      const page = pageIn(bidi, await newTab(bidi));
      await page.goto(url);
      return page;
    },
    openPanel: async () => {
      await inWindow(`SidebarController.show('${ADDON_ID.replace(/[^a-z0-9]/g, '_')}-sidebar-action').then(() => 1)`);
      await view('sidebar').opened();
      return view('sidebar');
    },
    closePanel: async () => {
      await inWindow(`SidebarController.hide()`);
      await view('sidebar').closed();
    },
    openPopup: async () => {
      // The button closes a popup that is still there.
      await view('popup').closed();
      await inWindow(`void ${ACTION}.triggerAction(window)`);
      await view('popup').opened();
      return view('popup');
    },
    closePopup: async () => {
      await inWindow(`document.querySelectorAll('panel').forEach((panel) => panel.hidePopup())`);
      await view('popup').closed();
    },
    allow: (origins) => inWindow(grantOf(origins)),
    allowInDialog: async () => {
      await until('the permission dialog', async () => (await inWindow<boolean>(`!!${DIALOG}`)) || undefined);
      await sleep(DIALOG_GUARD_MS);
      await inWindow(`${DIALOG}.button.click()`);
    },
    stopBackground: async () => {
      await until('the background to stop', async () => (await inWindow<boolean>(STOP)) || undefined);
    },
    tabIdInFront: () => atDesk(`browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.id)`),
    requests: () => inWindow(`window.backgrounderRequests`),
    picture: async () => Buffer.from((await inWindow<string>(PICTURE)).split(',')[1] ?? '', 'base64'),
    ended: bidi.ended,
    close: () => bidi.close(),
  };
}

const EXTENSION = `WebExtensionPolicy.getByID('${ADDON_ID}').extension`;
/** Whether the background is stopped now. One that is on its way up or down is left to arrive, and asked about again. */
const STOP = `(async () => {
  const extension = ${EXTENSION};
  if (extension.backgroundState === 'running') await extension.terminateBackground({ ignoreDevToolsAttached: true });
  else return extension.backgroundState === 'stopped';
  return true;
})()`;
const ACTION = `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent.apiManager.global.browserActionFor(${EXTENSION})`;
const DIALOG = `document.querySelector('popupnotification#addon-webext-permissions-notification')`;

function grantOf(origins: readonly string[]): string {
  return `(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.add('${ADDON_ID}', { permissions: [], origins: ${JSON.stringify(origins)} }, ${EXTENSION});
  })()`;
}

const RECORD_REQUESTS = `(() => {
  const asked = (window.backgrounderRequests = []);
  Services.obs.addObserver((subject) => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { triggeringPrincipal: by } = channel.loadInfo;
    if (!by.isSystemPrincipal) asked.push({ url: channel.URI.spec, by: by.addonPolicy ? 'extension' : by.spec });
  }, 'http-on-modify-request');
})()`;

const PICTURE = `(async () => {
  const picture = await window.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas.toDataURL('image/png');
})()`;

interface Tree {
  contexts: { context: string; url: string }[];
}

async function windowContext(bidi: Bidi): Promise<string> {
  return until('the browser window', async () => {
    const { contexts } = (await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as unknown as Tree;
    return contexts.find(({ url }) => url.includes('browser.xhtml'))?.context;
  });
}

async function newTab(bidi: Bidi): Promise<string> {
  return ((await bidi.send('browsingContext.create', { type: 'tab' })) as { context: string }).context;
}

async function openDesk(bidi: Bidi, context: string): Promise<void> {
  // The protocol never says "loaded" for pages of extensions, so it is asked until the API is there.
  await bidi.send('browsingContext.navigate', {
    context,
    url: `moz-extension://${ORIGIN}/manifest.json`,
    wait: 'none',
  });
  await until('the desk', async () =>
    (await bidi.evaluate<string>(context, `typeof globalThis.browser?.tabs`)) === 'object' ? true : undefined,
  );
}

function pageIn(bidi: Bidi, context: string): FirefoxPage {
  return {
    context,
    goto: async (url) => {
      await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    evaluate: (expression) => bidi.evaluate(context, expression),
    bringToFront: async () => {
      await bidi.send('browsingContext.activate', { context });
    },
    point: async ({ x, y }) => {
      const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y) };
      const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [move] };
      await bidi.send('input.performActions', { context, actions: [mouse] });
    },
    close: async () => {
      await bidi.send('browsingContext.close', { context });
    },
  };
}
