import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { BACKGROUNDS } from './backgrounds';
import { expect, type Extension, marksIn, test } from './fixtures';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

const NONE = { all: 'off', hosts: [], except: [], pausedUntil: null };
const PAGE =
  '<!doctype html><html lang="en"><title>Plan</title><article><p>Dmitry Rogozin went to Minsk.</p></article>';

async function statusOf(extension: Extension, tab: Parameters<Extension['pageState']>[0]): Promise<string> {
  const { status, site } = await extension.pageState(tab);
  return `${status}, ${site.watch}`;
}

async function titleOfButton(extension: Extension, tab: Page): Promise<string> {
  const tabId = await extension.tabIdOf(tab);
  return extension.desk.evaluate((id) => chrome.action.getTitle({ tabId: id }), tabId);
}

test.afterEach(async ({ extension }) => {
  await extension.ask('setSites', NONE);
});

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('a pause wipes the marks, reads nothing, and ends', async ({ extension, pages, tab, step }) => {
      await step('watch the site', () => extension.watch('127.0.0.1'));
      await step('open a page', () => tab.goto(`${pages.origin}/demo/en/defence-plan.html`));
      await step('its names are marked', () => expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin'));
      await step('pause', () => extension.ask('pause', { minutes: 60 }));
      await step('no mark is left', () => expect.poll(() => marksIn(tab)).toEqual([]));
      await step('the button says so', async () => {
        await expect.poll(() => titleOfButton(extension, tab)).toBe('Backgrounder: paused');
        expect(await extension.badge(tab)).toBe('');
      });
      await step('the next page is not read', async () => {
        await tab.goto(`${pages.origin}/demo/en/potash-arrest.html`);
        await tab.waitForSelector('[data-late-paragraph]', { state: 'detached' });
        expect(await statusOf(extension, tab)).toBe('unread, paused');
      });
      await step('go on', () => extension.ask('pause', { minutes: null }));
      await step('the open page is read', async () => {
        await extension.briefing(tab);
        expect(await statusOf(extension, tab)).toBe('ready, watched');
        expect(await titleOfButton(extension, tab)).toBe('Backgrounder: watching');
        expect(Number(await extension.badge(tab))).toBeGreaterThan(3);
      });
    });

    test('all sites but one, and but where people sign in', async ({ extension, pages, tab, step }) => {
      pages.add('/news/plan.html', PAGE);
      pages.add('/sport/plan.html', PAGE);
      pages.add('/account/login/', PAGE);
      const rules = { ...NONE, all: 'on', except: ['127.0.0.1/sport'] };
      await step('choose', async () => {
        await extension.requestAtDesk(['*://*/*']);
        await extension.ask('setSites', rules);
      });
      await step('a page that is watched', async () => {
        await tab.goto(`${pages.origin}/news/plan.html`);
        await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
      });
      await step('its neighbour that is left out', async () => {
        await tab.goto(`${pages.origin}/sport/plan.html`);
        expect(await statusOf(extension, tab)).toBe('unread, off');
        expect(await marksIn(tab)).toEqual([]);
      });
      await step('a route of the same document', async () => {
        await tab.goto(`${pages.origin}/news/plan.html`);
        await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
        await tab.evaluate(() => {
          history.pushState(null, '', '/account/login/');
          document.querySelector('p')?.append(' Sergei Semashko too.');
        });
        await expect.poll(() => marksIn(tab)).toEqual([]);
      });
      await step('a page where people sign in', async () => {
        await tab.goto(`${pages.origin}/account/login/`);
        await expect.poll(() => statusOf(extension, tab)).toBe('unread, personal');
        expect(await marksIn(tab)).toEqual([]);
      });
      await step('read by the wish of its reader', async () => {
        const tabId = await extension.tabIdOf(tab);
        expect(await extension.ask('readPage', { tabId })).toMatchObject({ ok: true });
        await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
      });
    });
  });
}
