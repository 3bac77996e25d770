import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { openChromium } from '../../scripts/drive/chromium';
import { servePages } from '../../scripts/drive/serve-pages';
import { until } from '../../scripts/drive/until';
import { EXTENSION_FOLDER, expect, test as base } from './fixtures';
import { TALL } from './tall-window';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

/** A Chromium of its own: being let into private windows starts an extension anew. */
const test = base.extend<{ letIn: { desk: Page; origin: string } }>({
  letIn: async ({}, use) => {
    const driven = await openChromium({ extension: EXTENSION_FOLDER, display: 'headless', size: TALL });
    const pages = await servePages();
    const settings = await driven.context.newPage();
    await settings.goto('chrome://extensions/');
    await settings.evaluate(async (extensionId) => {
      type DeveloperPrivate = Record<
        'updateProfileConfiguration' | 'updateExtensionConfiguration',
        (change: object) => Promise<void>
      >;
      const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
      // Started anew, an unpacked extension is only let in where developers are at work.
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    }, driven.extensionId);
    await driven.allow('*://*/*');
    const desk = await driven.context.newPage();
    await until('the extension to be there again', async () => {
      await desk.goto(`chrome-extension://${driven.extensionId}/manifest.json`).catch(() => undefined);
      return (await desk.evaluate(() => chrome.extension?.isAllowedIncognitoAccess()).catch(() => false)) || undefined;
    });
    await desk.evaluate(() => {
      addEventListener('click', () => void chrome.permissions.request({ origins: ['*://*/*'] }), { once: true });
    });
    await desk.mouse.click(5, 5);
    await until(
      'the sites to be granted',
      async () => (await desk.evaluate(() => chrome.permissions.contains({ origins: ['*://*/*'] }))) || undefined,
    );
    await use({ desk, origin: pages.origin });
    await pages.close();
    await driven.close();
  },
});

function ask(desk: Page, word: string, payload: object | null): Promise<unknown> {
  return desk.evaluate((message) => chrome.runtime.sendMessage(message), {
    to: 'background-from-panel',
    word,
    payload,
  });
}

/** Everything of ours that lies on the disk: storage, and every row of every database; blobs by their size. */
function onDisk(desk: Page): Promise<string> {
  return desk.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const told = (_: string, value: unknown): unknown => (value instanceof Blob ? `blob of ${value.size}` : value);
    const databases = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = '' }) => {
        const database = await wait(indexedDB.open(name));
        const stores = await Promise.all(
          [...database.objectStoreNames].map(async (store) => [
            store,
            await wait(database.transaction(store).objectStore(store).getAll()),
          ]),
        );
        database.close();
        return [name, stores];
      }),
    );
    return JSON.stringify([await chrome.storage.local.get(null), databases], told);
  });
}

test('a private window leaves nothing behind', async ({ letIn: { desk, origin } }) => {
  await ask(desk, 'archives', null); // the starter archive is in storage from here on
  await ask(desk, 'setSites', { all: 'on', hosts: [], except: [], pausedUntil: null });
  // Whoever asks first packs what searches and pages read: rows of the archive, whatever was asked.
  await ask(desk, 'search', { text: 'Minsk' });
  await until('the rows to be packed', async () => (/"name":"heads"/u.test(await onDisk(desk)) ? 'packed' : undefined));
  const before = await onDisk(desk);

  for (const path of ['en/defence-plan.html', 'ru/kaliy.html', 'be/abarona.html']) {
    const tabId = await desk.evaluate(async (url) => {
      const opened = await chrome.windows.create({ incognito: true, url });
      return opened?.tabs?.[0]?.id;
    }, `${origin}/demo/${path}`);
    expect(tabId).toBeDefined();
    const state = await until('the private page to be read', async () => {
      const answer = (await ask(desk, 'pageState', { tabId })) as {
        value: { status: string; briefing: { related: { head: { id: string } }[] } };
      };
      return answer.value.status === 'ready' ? answer.value : undefined;
    });
    const [first] = state.briefing.related;
    expect(first).toBeDefined();
    await ask(desk, 'openBrief', { id: first?.head.id, tabId });
  }
  expect(await onDisk(desk)).toBe(before);
});
