import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { amissIn } from '../../scripts/drive/amiss-in';
import { BACKGROUNDS } from './backgrounds';
import { expect, type Extension, test } from './fixtures';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('the search page by keys alone: type, filter, go down, open, back, take the filter out', async ({
      extension,
      tab,
      step,
    }) => {
      await tab.setViewportSize({ width: 1280, height: 900 });
      const { keyboard } = tab;
      const box = tab.getByRole('textbox', { name: 'Search the archive' });
      const hits = tab.getByRole('list', { name: 'Briefs' }).getByRole('link');
      await step('the box has the focus', async () => {
        await tab.goto(`chrome-extension://${extension.extensionId}/search.html`);
        await expect(box).toBeFocused();
      });
      await step('type', async () => {
        await keyboard.type('rogosin');
        await expect(hits.first()).toBeVisible();
      });
      await step('Tab leads to the filters, Space sets one', async () => {
        await tabTo(tab, /^Worsened/u);
        await keyboard.press('Space');
        await expect(tab.getByRole('button', { name: 'Remove filter: Worsened' })).toBeVisible();
      });
      await step('slash leads back to the box, Backspace at its start takes the filter out', async () => {
        await keyboard.press('/');
        await expect(box).toBeFocused();
        await keyboard.press('Home');
        await keyboard.press('Backspace');
        await expect(tab.getByRole('button', { name: 'Remove filter: Worsened' })).toHaveCount(0);
        await expect(box).toHaveValue('rogosin');
        await expect(hits.first()).toBeVisible(); // nobody worsened it: the list was empty
      });
      const title = await step('down goes into the list, and on', async () => {
        await keyboard.press('ArrowDown');
        await expect(hits.first()).toBeFocused();
        await keyboard.press('ArrowDown');
        await expect(hits.nth(1)).toBeFocused();
        return hits.nth(1).innerText();
      });
      await step('Enter opens', async () => {
        await keyboard.press('Enter');
        await expect(tab.getByRole('article', { name: title })).toBeFocused();
      });
      await step('Esc leads back to the same hit, and once more to the box', async () => {
        await keyboard.press('Escape');
        await expect(hits.nth(1)).toBeFocused();
        await keyboard.press('Escape');
        await expect(box).toBeFocused();
      });
      await step('Esc clears: the archive by week', async () => {
        await keyboard.press('Escape');
        await expect(box).toHaveValue('');
        await expect(tab.getByText('22 – 28 Dec 2014')).toBeVisible();
      });
    });

    test('the popup by keys alone: recent searches, hits, all of them in a tab', async ({
      extension,
      pages,
      tab,
      step,
    }) => {
      await tab.goto(`${pages.origin}/demo/en/potash-arrest.html`);
      const popup = await step('press the toolbar button', () => extension.openPopup(tab));
      const box = popup.getByRole('combobox', { name: 'Search the archive' });
      const cursor = popup.getByRole('option', { selected: true });
      await step('a text of several lines is searched for what is in it', async () => {
        await expect(box).toBeFocused();
        await paste(popup, 'Baumgertner\n\nwas arrested\tin Minsk');
        await expect(box).toHaveValue('Baumgertner was arrested in Minsk');
        await expect(cursor).toBeVisible();
      });
      await step('Esc clears', async () => {
        await popup.keyboard.press('Escape');
        await expect(box).toHaveValue('');
      });
      await step('down and up move the cursor, the box says where it is', async () => {
        await popup.keyboard.type('potash');
        await expect(popup.getByRole('group', { name: 'Briefs' })).toBeVisible();
        const first = await box.getAttribute('aria-activedescendant');
        await popup.keyboard.press('ArrowDown');
        await expect(box).not.toHaveAttribute('aria-activedescendant', first ?? '');
        await expect(cursor).toHaveAttribute('id', (await box.getAttribute('aria-activedescendant')) ?? '');
        await popup.keyboard.press('ArrowUp');
        await expect(box).toHaveAttribute('aria-activedescendant', first ?? '');
      });
      const found = await step('Tab leads to all of them, Enter opens the search page', async () => {
        await tabTo(popup, /^Show all/u);
        const opened = extension.context.waitForEvent('page', (page) => page.url().includes('/search.html'));
        await popup.keyboard.press('Enter').catch(() => undefined); // the popup goes with the key
        return opened;
      });
      await step('the search page shows the same', async () => {
        await expect(found.getByRole('textbox', { name: 'Search the archive' })).toHaveValue('potash');
        await expect(found.getByRole('list', { name: 'Briefs' }).getByRole('link').first()).toBeVisible();
        await found.close();
      });
      await step('it is among the recent searches, and Clear takes them away', async () => {
        const again = await extension.openPopup(tab);
        await again.getByRole('combobox').fill('');
        const recent = again.getByRole('listbox', { name: 'Recent searches' });
        await expect(recent.getByRole('option', { name: /^potash/u })).toBeVisible();
        await tabTo(again, /^Clear$/u);
        await again.keyboard.press('Enter');
        await expect(recent).toHaveCount(0);
        await again.close();
      });
    });
  });
}

const LANGUAGES = {
  en: { search: 'Search the archive', keyboard: 'Keyboard', none: 'No key' },
  ru: { search: 'Искать в архиве', keyboard: 'Клавиатура', none: 'Нет клавиш' },
  be: { search: 'Шукаць у архіве', keyboard: 'Клавіятура', none: 'Няма клавіш' },
} as const;

for (const [language, words] of Object.entries(LANGUAGES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`popup, search page and keys have nothing amiss and nothing sideways: ${language}, ${colorScheme}`, async ({
      extension,
      tab,
    }) => {
      await speak(extension, language);
      const at = (page: string): string => `chrome-extension://${extension.extensionId}/${page}`;
      await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

      await tab.setViewportSize({ width: 360, height: 600 });
      await tab.goto(at('popup.html'));
      await tab.getByRole('combobox', { name: words.search }).fill('Рагозін');
      await expect(tab.getByRole('option').first()).toBeVisible();
      await fits(tab, [360, 420, 800]);
      await tab.getByRole('combobox', { name: words.search }).fill('"qqqq');
      await expect(tab.getByRole('option')).toHaveCount(0);
      expect(await amissIn(tab)).toEqual([]);
      await tab.getByRole('combobox', { name: words.search }).fill('');

      await tab.goto(at('search.html?q=rogozin%20situation:worsened'));
      await expect(tab.locator('.search-count')).toBeVisible();
      await expect(tab.getByRole('textbox', { name: words.search })).toHaveValue('rogozin');
      await fits(tab, [360, 800]);

      await tab.setViewportSize({ width: 800, height: 600 });
      await tab.goto(at('options.html'));
      await tab.getByRole('tab', { name: words.keyboard }).click();
      await expect(tab.getByRole('heading', { level: 1, name: words.keyboard })).toBeVisible();
      await expect(tab.getByText('Alt+Shift+G')).toBeVisible();
      await expect(tab.getByText(words.none)).toHaveCount(1);
      await fits(tab, [360, 800]);
      await speak(extension, 'auto');
    });
  }
}

test('keys of a single letter can be switched off', async ({ extension, tab }) => {
  const at = (page: string): string => `chrome-extension://${extension.extensionId}/${page}`;
  const chooseLetters = async (): Promise<void> => {
    await tab.goto(at('options.html'));
    await tab.getByRole('tab', { name: 'Keyboard' }).click();
    await tab.getByRole('switch', { name: 'Keys of a single letter' }).click();
  };
  const slash = async (): Promise<void> => {
    await tab.goto(at('search.html?q=maz'));
    await expect(tab.getByRole('list', { name: 'Briefs' }).getByRole('link').first()).toBeVisible();
    await tab.keyboard.press('ArrowDown');
    await expect(tab.getByRole('list', { name: 'Briefs' }).getByRole('link').first()).toBeFocused();
    await tab.keyboard.press('/');
  };
  const box = tab.getByRole('textbox', { name: 'Search the archive' });
  await slash();
  await expect(box).toBeFocused();
  await chooseLetters();
  await slash();
  await expect(box).not.toBeFocused();
  await chooseLetters();
  await slash();
  await expect(box).toBeFocused();
});

/** Presses Tab until what has the focus is called so. */
async function tabTo(view: Page, name: RegExp): Promise<void> {
  const focused = (): Promise<string> =>
    view.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent;
      return (element?.getAttribute('aria-label') ?? label ?? '').trim();
    });
  for (let pressed = 0; pressed < 40 && !name.test(await focused()); pressed++) await view.keyboard.press('Tab');
  expect(await focused()).toMatch(name);
}

async function paste(view: Page, text: string): Promise<void> {
  await view.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

async function fits(tab: Page, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await tab.setViewportSize({ width, height: 700 });
    expect(await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await amissIn(tab)).toEqual([]);
  }
}

async function speak(extension: Extension, language: string): Promise<void> {
  await extension.desk.evaluate((interfaceLanguage) => chrome.storage.local.set({ interfaceLanguage }), language);
}
