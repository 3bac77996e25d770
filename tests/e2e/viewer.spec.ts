import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { browser as extensionApi } from 'wxt/browser';
import { BACKGROUNDS } from './backgrounds';
import { EXTENSION_FOLDER, expect, marksIn, test } from './fixtures';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('a PDF is told from a page, and read in our reader', async ({ extension, pages, tab, step }) => {
      const home = `chrome-extension://${extension.extensionId}`;
      const address = `${pages.origin}/plan.pdf`;
      await step('print a news page', async () => {
        await tab.goto(`${pages.origin}/demo/en/defence-plan.html`);
        const pdf = await tab.pdf({ format: 'A4' });
        pages.add('/plan.pdf', pdf);
      });
      await step('its own address is known to be a PDF', async () => {
        await extension.requestAtDesk([`${pages.origin.replace(/:\d+$/u, '')}/*`]);
        await tab.goto(address);
        expect(await extension.pageState(tab)).toMatchObject({ status: 'pdf', address });
      });
      await step('open it in our reader', () => tab.goto(`${home}/viewer.html?file=${encodeURIComponent(address)}`));
      await step('its names are marked', () => expect.poll(() => marksIn(tab)).toContain('Rogozin'));
      await step('it has a briefing, as the page has', async () => {
        const { entities, related, page } = await extension.briefing(tab);
        expect(page).toMatchObject({ url: address, host: '127.0.0.1' });
        expect(page.title).toMatch(/\S+ \S+/u);
        expect(entities.map(({ label }) => label)).toEqual(expect.arrayContaining(['Rogozin', 'Semashko', 'MAZ']));
        expect(related[0]?.head.group).toBe('starter/bw-20121029-military-industry');
      });
      await step('a mention is shown', async () => {
        const tabId = await extension.tabIdOf(tab);
        const { mentions } = await extension.briefing(tab);
        const last = mentions.length - 1;
        expect(
          await extension.desk.evaluate(
            ([id, mention]) =>
              chrome.tabs.sendMessage(id, { to: 'page', word: 'show', payload: { mention } }, { frameId: 0 }),
            [tabId, last] as const,
          ),
        ).toEqual({ ok: true, value: null });
      });
    });
  });
}

test('what is no PDF says so, and a file can be chosen instead', async ({ extension, pages, tab }) => {
  const home = `chrome-extension://${extension.extensionId}`;
  const sheet = `${pages.origin}/demo/en/potash-arrest.html`;
  await tab.goto(sheet);
  const pdf = await tab.pdf({ format: 'A5' });
  await extension.requestAtDesk([`${pages.origin.replace(/:\d+$/u, '')}/*`]);
  await tab.goto(`${home}/viewer.html?file=${encodeURIComponent(sheet)}`);
  await expect(tab.getByRole('alert')).toContainText('This is not a PDF');
  await tab.locator('input[type=file]').setInputFiles({ name: 'arrest.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect.poll(() => marksIn(tab)).toContain('Uralkali');
  await expect(tab.locator('.pdf-sheet canvas').first()).toBeVisible();
  await tab.goto(`${home}/viewer.html?file=javascript:alert(1)`);
  await expect(tab.getByRole('button', { name: 'Choose a PDF' })).toBeVisible();
});

test('pdf.js is in the package as it was published, byte for byte', () => {
  const assets = join(EXTENSION_FOLDER, 'assets');
  for (const name of ['pdf.min', 'pdf.worker.min']) {
    const ours = readdirSync(assets).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.mjs'));
    expect(ours).toHaveLength(1);
    const published = readFileSync(
      join(import.meta.dirname, '..', '..', 'node_modules', 'pdfjs-dist', 'build', `${name}.mjs`),
    );
    expect(readFileSync(join(assets, ours[0] ?? '')).equals(published)).toBe(true);
  }
});
