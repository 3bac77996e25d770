import { mkdirSync, writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { BACKGROUNDS } from './backgrounds';
import { expect, type Extension, test } from './fixtures';

/** A brief that no other test looks for, and an entity that only its archive knows. */
const FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Zubrolit desk',
  _backgrounder: {
    version: 1,
    entities: [{ id: 'zubrolit', type: 'company', names: [{ text: 'Zubrolit', kind: 'full' }] }],
  },
  items: [
    {
      id: '1',
      title: 'Zubrolit sells its foundry',
      language: 'en',
      content_text: 'The foundry goes.',
      _backgrounder: { week: { from: '2012-10-29', to: '2012-11-04' }, entities: ['zubrolit'] },
    },
  ],
};

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

async function found(extension: Extension, text: string): Promise<number> {
  return ((await extension.ask('search', { text })) as { value: { total: number } }).value.total;
}

async function chooseIn(options: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
  await options.getByRole('button', { name: 'Add briefs' }).click();
  await options.locator('input[data-of=files]').setInputFiles(files);
}

async function menuOf(options: Page, archive: string, act: string): Promise<void> {
  await options.getByRole('button', { name: `More: ${archive}` }).click();
  await options.getByRole('menuitem', { name: act }).click();
}

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('briefs from a file are looked at, added, exported, taken out and given back', async ({
      extension,
      tab,
      step,
    }) => {
      const { title } = FEED;
      // Nothing fades in: colours are measured as they stay.
      await tab.emulateMedia({ reducedMotion: 'reduce' });
      await tab.goto(`chrome-extension://${extension.extensionId}/options.html`);
      await step('a broken file is refused with its place', async () => {
        const broken = { ...FEED, items: [{ ...FEED.items[0], title: 5 }] };
        await chooseIn(tab, file('broken.json', JSON.stringify(broken)));
        const sheet = tab.getByRole('dialog', { name: 'Add briefs' });
        await expect(sheet.getByRole('alert')).toContainText('No brief could be read');
        await expect(sheet.getByRole('listitem')).toContainText('broken.json');
        await expect(sheet.getByRole('listitem')).toContainText('1 · title');
        await tab.keyboard.press('Escape');
      });
      await step('a good one shows what is in it, and keeps nothing', async () => {
        await chooseIn(tab, file('desk.json', JSON.stringify(FEED)));
        await expect(tab.getByText('Zubrolit sells its foundry')).toBeVisible();
        await tab.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
        const { violations } = await new AxeBuilder({ page: tab }).setLegacyMode().analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join()}`),
        ).toEqual([]);
        expect(await found(extension, 'foundry Zubrolit')).toBe(0);
      });
      await step('add it', async () => {
        await tab.getByRole('button', { name: 'Add 1 brief' }).click();
        await expect(tab.getByRole('row', { name: new RegExp(title, 'u') })).toContainText('Oct 2012');
        expect(await found(extension, 'foundry Zubrolit')).toBe(1);
      });
      const exported = await step('export it', async () => {
        // The file is caught where it is made: a download's copy on disk belongs to the browser, which may have tidied it away.
        await tab.evaluate(() => {
          const make = URL.createObjectURL.bind(URL);
          URL.createObjectURL = (file) => {
            Object.assign(globalThis, { caught: (file as Blob).text() });
            return make(file);
          };
        });
        const download = tab.waitForEvent('download');
        await menuOf(tab, title, 'Export');
        expect((await download).suggestedFilename()).toBe('zubrolit-desk.json');
        return tab.evaluate(() => (globalThis as unknown as { caught: Promise<string> }).caught);
      });
      expect(JSON.parse(exported)).toMatchObject({ title, items: [{ title: 'Zubrolit sells its foundry' }] });
      await step('take it out', async () => {
        await menuOf(tab, title, 'Remove');
        await expect(tab.getByRole('row', { name: new RegExp(title, 'u') })).toHaveCount(0);
        expect(await found(extension, 'foundry Zubrolit')).toBe(0);
      });
      await step('and undo that', async () => {
        await tab.getByRole('button', { name: 'Undo' }).click();
        await expect(tab.getByRole('row', { name: new RegExp(title, 'u') })).toBeVisible();
        expect(await found(extension, 'foundry Zubrolit')).toBe(1);
      });
      await step('what was exported replaces it, under the same title', async () => {
        await chooseIn(tab, file('again.json', exported));
        await expect(tab.getByText('It takes the place of the archive with this title.')).toBeVisible();
        await tab.getByRole('button', { name: 'Add 1 brief' }).click();
        await expect(tab.getByRole('row', { name: new RegExp(title, 'u') })).toHaveCount(1);
        await menuOf(tab, title, 'Remove');
        await expect(tab.getByRole('row', { name: new RegExp(title, 'u') })).toHaveCount(0);
      });
    });
  });
}

test('a folder is read by its paths, the starter archive is taken out and comes back', async ({
  extension,
  tab,
}, info) => {
  const folder = info.outputPath('Desk notes');
  mkdirSync(`${folder}/2012-10-29`, { recursive: true });
  for (const [lang, title] of [
    ['en', 'Foundry goes east'],
    ['be', 'Ліцейны цэх ідзе на ўсход'],
  ] as const) {
    writeFileSync(`${folder}/2012-10-29/${lang}.md`, `---\ntitle: ${title}\n---\n\n${title}.\n`);
  }
  await tab.goto(`chrome-extension://${extension.extensionId}/options.html`);
  await tab.getByRole('button', { name: 'Add briefs' }).click();
  await tab.locator('input[data-of=folder]').setInputFiles(folder);
  await expect(tab.getByRole('textbox', { name: 'Title of the archive' })).toHaveValue('Desk notes');
  await tab.getByRole('button', { name: 'Add 1 brief' }).click();
  await expect(tab.getByRole('row', { name: /Desk notes/u })).toContainText('BE EN');
  await menuOf(tab, 'Desk notes', 'Remove');

  const starter = /Starter archive/u;
  await tab.getByRole('button', { name: /More: .*Starter archive/u }).click();
  await tab.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(tab.getByRole('heading', { name: 'The archive is empty' })).toBeVisible();
  await tab.getByRole('button', { name: 'Undo' }).click();
  await expect(tab.getByRole('row', { name: starter })).toBeVisible();
  await tab.getByRole('button', { name: /More: .*Starter archive/u }).click();
  await tab.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(tab.getByRole('heading', { name: 'The archive is empty' })).toBeVisible();
  await extension.stopBackground();
  await tab.reload();
  await tab.getByRole('button', { name: 'Use the starter archive' }).click();
  await expect(tab.getByRole('row', { name: starter })).toContainText('40');
});
