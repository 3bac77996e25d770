import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { type Newsroom, openNewsroom, weeklyArticles } from '../archives/newsroom-server';
import { BACKGROUNDS } from './backgrounds';
import { expect, type Extension, test } from './fixtures';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

const TITLE = 'Northport, weekly';

async function amissIn(view: Page): Promise<string[]> {
  await view.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const { violations } = await new AxeBuilder({ page: view }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join()}`);
}

/** Briefs of the archive that is updated. */
async function kept(extension: Extension): Promise<number> {
  const { value } = (await extension.ask('archives', null)) as { value: { title: string; briefs: number }[] };
  return value.find(({ title }) => title === TITLE)?.briefs ?? 0;
}

/** As if its time had come: what is due is stored, and whatever wakes the background has it done. */
async function fallDue(extension: Extension): Promise<void> {
  await extension.desk.evaluate(async () => {
    const { updateTimes } = await chrome.storage.local.get<{ updateTimes: Record<string, { dueAt: number }> }>(
      'updateTimes',
    );
    for (const times of Object.values(updateTimes)) times.dueAt = 0;
    await chrome.storage.local.set({ updateTimes });
  });
  await extension.stopBackground();
  await extension.ask('archives', null);
}

async function openUpdates(tab: Page, extension: Extension): Promise<void> {
  await tab.goto(`chrome-extension://${extension.extensionId}/options.html`);
  await tab.getByRole('tab', { name: 'Updates' }).click();
}

/** The address, looked at; what is asked for is its server and no other. */
async function lookAt(tab: Page, address: string): Promise<void> {
  await tab.getByRole('button', { name: 'Subscribe' }).click();
  await tab.getByRole('textbox', { name: 'Address of a feed or a site' }).fill(address);
  await tab.getByRole('button', { name: 'Look' }).click();
}

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });
    let room: Newsroom;
    test.beforeEach(async () => {
      room = await openNewsroom(weeklyArticles(12, '2026-11-23T12:00:00Z'));
    });
    test.afterEach(() => room.close());

    test('a site is subscribed to, updates itself, rests when it fails, goes on, and is stopped', async ({
      extension,
      tab,
      step,
    }) => {
      await tab.emulateMedia({ reducedMotion: 'reduce' });
      await openUpdates(tab, extension);
      await step('the page of the site offers its feed and its posts', async () => {
        await lookAt(tab, room.origin);
        await expect(tab.getByText('Choose what to subscribe to')).toBeVisible();
        expect(await amissIn(tab)).toEqual([]);
        expect(room.takeSeen().map(({ path }) => path)).toEqual(['/']);
      });
      await step('the posts are shown, and nothing is kept', async () => {
        await tab.getByRole('button', { name: /^Choose: .*WordPress/u }).click();
        await expect(tab.getByText('Harbour tender, part 12')).toBeVisible();
        expect(await amissIn(tab)).toEqual([]);
        await tab.getByRole('textbox', { name: 'Title of the archive' }).fill(TITLE);
        expect(await kept(extension)).toBe(0);
      });
      await step('subscribe', async () => {
        await tab.getByRole('button', { name: 'Subscribe', exact: true }).click();
        await expect(tab.getByText(`Subscribed: ${TITLE}`)).toBeVisible();
        await expect(tab.getByText('12 briefs are in the archive now.')).toBeVisible();
        expect(await kept(extension)).toBe(12);
        await tab.getByRole('button', { name: 'Close' }).click();
        await tab.getByRole('tab', { name: 'Updates' }).click();
      });
      await step('a new issue comes by itself, once its time has come', async () => {
        room.articles = weeklyArticles(13, '2026-11-30T12:00:00Z');
        room.takeSeen();
        await fallDue(extension);
        await expect.poll(() => kept(extension)).toBe(13);
        const seen = room.takeSeen();
        expect(seen.map(({ path }) => path.replace(/\?.*/u, ''))).toEqual(['/wp-json/wp/v2/posts']);
        expect(seen[0]?.headers.cookie).toBeUndefined();
      });
      const again = tab.getByRole('button', { name: /^(?:Update now|Try again): Northport/u });
      await step('three failures in a row, and it rests with its reason', async () => {
        room.answer('/wp-json/wp/v2/posts', (_, response) => void response.writeHead(503).end());
        for (let failures = 1; failures <= 3; failures++) {
          await fallDue(extension);
          await expect.poll(() => failuresOf(extension)).toBe(failures);
        }
        await expect(tab.getByText('Paused. The server is busy (429 or 503). Briefs kept.')).toBeVisible();
        expect(await amissIn(tab)).toEqual([]);
        expect(await kept(extension)).toBe(13);
      });
      await step('it is asked no more', async () => {
        room.takeSeen();
        await fallDue(extension);
        expect(room.takeSeen()).toEqual([]);
      });
      await step('tried again, it goes on', async () => {
        room.answer('/wp-json/wp/v2/posts', null);
        await again.click();
        await expect(tab.getByText(/^Paused/u)).toHaveCount(0);
        await expect(again).toHaveText('Update now');
      });
      await step('stopped, it leaves its briefs; the stop can be undone', async () => {
        await tab.getByRole('button', { name: `Stop updates: ${TITLE}` }).click();
        await expect(again).toHaveCount(0);
        await tab.getByRole('button', { name: 'Undo' }).click();
        await expect(again).toBeVisible();
        expect(await kept(extension)).toBe(13);
      });
      await step('the digest shows the newest issue', async () => {
        await tab.goto(`chrome-extension://${extension.extensionId}/digest.html`);
        await expect(tab.getByRole('heading', { level: 1 })).toHaveText(/Issue of/u);
        expect(await amissIn(tab)).toEqual([]);
      });
      await step('taken out, nothing is left', async () => {
        const { value } = (await extension.ask('archives', null)) as { value: { id: string; title: string }[] };
        const id = value.find(({ title }) => title === TITLE)?.id;
        await extension.ask('removeArchive', { id });
        expect(await extension.ask('subscriptions', null)).toMatchObject({ value: [] });
      });
    });
  });
}

async function failuresOf(extension: Extension): Promise<number> {
  return extension.desk.evaluate(async () => {
    const { subscriptions } = await chrome.storage.local.get<{
      subscriptions: Record<string, { failures: number; state: { is: string } }>;
    }>('subscriptions');
    return Object.values(subscriptions).find(({ state }) => state.is !== 'left')?.failures ?? 0;
  });
}
