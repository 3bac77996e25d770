import { expect, test } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { openChromium } from '../../scripts/drive/chromium';
import { servePages } from '../../scripts/drive/serve-pages';
import { EXTENSION_FOLDER, extensionOf, marksIn, paintedIn } from './fixtures';
import { TALL } from './tall-window';

/** Known in the browser's own pages and at the desk only. */
declare const chrome: typeof extensionApi;

const TABS = 30;

test('an update leaves open tabs with one set of marks or none, and with no error', async () => {
  // A browser of its own, thirty tabs, an update, and a look at each.
  test.setTimeout(240_000);
  const driven = await openChromium({ extension: EXTENSION_FOLDER, display: 'headless', size: TALL });
  const pages = await servePages();
  try {
    const extension = extensionOf(driven);
    await driven.allow('*://*/*');
    await extension.watch('127.0.0.1');
    const said: string[] = [];
    const tabs = [];
    for (let at = 0; at < TABS; at++) {
      const tab = await driven.context.newPage();
      tab.on('console', (message) => message.type() === 'error' && said.push(message.text()));
      tab.on('pageerror', (error) => said.push(error.message));
      await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
      // The paragraph that comes late is told by the name that only it has.
      await expect.poll(() => marksIn(tab)).toContain('Common Economic Space');
      tabs.push(tab);
    }
    const marks = await marksIn(tabs[0] as (typeof tabs)[number]);

    const settings = await driven.context.newPage();
    await settings.goto('chrome://extensions/');
    await settings.evaluate(async (id) => {
      type DeveloperPrivate = {
        updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
        reload(id: string): Promise<void>;
      };
      const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.reload(id);
    }, driven.extensionId);
    await settings.waitForTimeout(3_000);

    for (const tab of tabs) await tab.evaluate(() => document.body.append('One more paragraph about Minsk.'));
    // Long enough for thirty pages to be read again, on a machine that does other things.
    await settings.waitForTimeout(8_000);
    await settings.close();
    for (const tab of tabs) {
      const texts = Object.values(await paintedIn(tab)).flat();
      // The old script must not hold on to its marks beside those of the new one.
      expect([0, marks.length, marks.length + 1]).toContain(texts.length);
    }
    expect(said).toEqual([]);
  } finally {
    await driven.close();
    await pages.close();
  }
});
