import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { openChromium } from '../../scripts/drive/chromium';
import { openUnseenScreen, type UnseenScreen } from '../../scripts/drive/unseen-screen';
import { until } from '../../scripts/drive/until';
import { BACKGROUNDS } from './backgrounds';
import { expect, type Extension, EXTENSION_FOLDER, extensionOf, test as headless } from './fixtures';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

const SIZE = { width: 1280, height: 800 };

/**
 * The three ways in that no driver of browsers reaches: the browser's own keys, its menu, its address bar. A window on a screen
 * that nobody sees, and keys and clicks of the window system. Nothing of ours is called: what is asked for is seen to open.
 */
const test = headless.extend<object, { unseen: UnseenScreen }>({
  unseen: [
    async ({}, use) => {
      const unseen = await openUnseenScreen(SIZE);
      await use(unseen);
      unseen.close();
    },
    { scope: 'worker' },
  ],
  extension: [
    async ({ unseen }, use) => {
      const driven = await openChromium({
        extension: EXTENSION_FOLDER,
        display: 'window',
        screen: unseen.name,
        size: SIZE,
      });
      await use(extensionOf(driven));
      await driven.close();
    },
    { scope: 'worker' },
  ],
  tab: async ({ extension, pages, tab }, use) => {
    await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
    await tab.bringToFront();
    await use(tab);
    await closePanel(extension);
  },
});

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.beforeEach(async ({ extension, tab }) => {
      await expect(tab.locator('h1').first()).toBeVisible();
      if (background !== 'running') await extension.stopBackground();
    });

    test('Alt+Shift+G opens the panel and reads the page', async ({ extension, unseen, tab }) => {
      await giveKeyboard(unseen, tab);
      await unseen.press('alt+shift+g');
      const panel = await until('the panel', () => extension.findView('sidepanel.html'));
      await expect(panel.getByRole('heading', { level: 1, name: /Rogozin and Semashko/u })).toBeVisible();
      await expect.poll(() => currentMark(tab)).toBe(null);
      await giveKeyboard(unseen, tab);
      await unseen.press('alt+shift+Down');
      await expect.poll(() => currentMark(tab)).not.toBe(null);
      const first = await currentMark(tab);
      await unseen.press('alt+shift+Down');
      await expect.poll(() => currentMark(tab)).not.toBe(first);
      await unseen.press('alt+shift+Up');
      await expect.poll(() => currentMark(tab)).toBe(first);
    });

    test('a selected name is looked up from the menu', async ({ extension, unseen, tab }) => {
      const place = await wordOnScreen(tab, 'Rogozin');
      await unseen.click({ ...place, button: 'left', times: 2 });
      await expect.poll(() => tab.evaluate(() => getSelection()?.toString().trim())).toBe('Rogozin');
      await unseen.click({ ...place, button: 'right' });
      // With one item of ours for selections it stands by itself, above "Inspect", which ends the menu.
      await tab.waitForTimeout(MENU_OPENS_MS);
      await unseen.press('Up');
      await unseen.press('Up');
      await unseen.press('Return');
      const panel = await until('the panel', () => extension.findView('sidepanel.html'));
      await expect(panel.getByRole('combobox', { name: 'Search the archive' })).toHaveValue('Rogozin');
      await expect(panel.getByRole('option').filter({ hasText: 'Rogozin' }).first()).toBeVisible();
    });

    test('bg and words in the address bar lead to the search page', async ({ extension, unseen, tab }) => {
      await giveKeyboard(unseen, tab);
      await unseen.press('ctrl+l');
      await unseen.write('bg ');
      await unseen.write('rogosin');
      await unseen.press('Return');
      await expect(tab).toHaveURL(`chrome-extension://${extension.extensionId}/search.html?q=rogosin`);
      await expect(tab.getByRole('link', { name: /Rogozin|Defence/u }).first()).toBeVisible();
    });
  });
}

/** A menu of the browser takes keys once it is drawn, and tells nobody. */
const MENU_OPENS_MS = 700;

/** Where the driver works the window need not have the keyboard; a click on the page's blank edge gives it. */
async function giveKeyboard(screen: UnseenScreen, tab: Page): Promise<void> {
  await tab.bringToFront();
  const { x, y } = await pageOnScreen(tab);
  await screen.click({ x: x + 4, y: y + 300, button: 'left' });
}

/** Where the page's upper left corner is on the screen; the window has its tabs and bars above the page and nothing below it. */
function pageOnScreen(tab: Page): Promise<{ x: number; y: number }> {
  return tab.evaluate(() => ({ x: screenX, y: screenY + outerHeight - innerHeight }));
}

/** The middle of the first place in the page's text where a word stands. */
async function wordOnScreen(tab: Page, word: string): Promise<{ x: number; y: number }> {
  const [corner, at] = await Promise.all([
    pageOnScreen(tab),
    tab.evaluate((sought) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const from = texts.currentNode.textContent?.indexOf(sought) ?? -1;
        if (from < 0) continue;
        const range = new Range();
        range.setStart(texts.currentNode, from);
        range.setEnd(texts.currentNode, from + sought.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
      throw new Error(`"${sought}" is not on the page`);
    }, word),
  ]);
  return { x: corner.x + at.x, y: corner.y + at.y };
}

/** Text and place of the mention the reader stands at; null where he stands at none. */
function currentMark(tab: Page): Promise<string | null> {
  return tab.evaluate(() => {
    for (const [name, ranges] of CSS.highlights as unknown as Map<string, Iterable<AbstractRange>>) {
      if (!name.startsWith('bg-c')) continue; // the current mention, on either ground
      for (const { startContainer, startOffset } of ranges) return `${startContainer.textContent}@${startOffset}`;
    }
    return null;
  });
}

async function closePanel(extension: Extension): Promise<void> {
  await extension.desk.evaluate(async () => {
    const { id } = await chrome.windows.getCurrent();
    await chrome.sidePanel.close({ windowId: id ?? 0 }).catch(() => undefined);
  });
}
