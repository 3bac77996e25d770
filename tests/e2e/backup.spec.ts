import { readFileSync, writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { BACKGROUNDS } from './backgrounds';
import { expect, type Extension, test } from './fixtures';

async function save(options: Page, path: string): Promise<string> {
  // The file is caught where it is made: a download's copy on disk belongs to the browser, which may have tidied it away.
  await options.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      Object.assign(globalThis, { caught: (file as Blob).text() });
      return make(file);
    };
  });
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Save a backup' }).click();
  expect((await download).suggestedFilename()).toMatch(/^backgrounder-\d{4}-\d\d-\d\d\.backup$/u);
  const text = await options.evaluate(() => (globalThis as unknown as { caught: Promise<string> }).caught);
  writeFileSync(path, text);
  return text;
}

const archives = async (extension: Extension): Promise<string[]> =>
  ((await extension.ask('archives', null)) as { value: { id: string }[] }).value.map(({ id }) => id);

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('everything is saved, lost, restored with the same bytes, and the restoring undone', async ({
      extension,
      tab,
      step,
    }, info) => {
      const file = info.outputPath('my.backup');
      await tab.emulateMedia({ reducedMotion: 'reduce' });
      await tab.goto(`chrome-extension://${extension.extensionId}/options.html`);
      const section = tab.getByRole('tab', { name: 'Backup' });
      await section.click();
      const text = await step('save a backup', () => save(tab, file));
      await step('take everything out', async () => {
        await extension.ask('removeArchive', { id: 'starter' });
        expect(await archives(extension)).toEqual([]);
      });
      await step('a damaged backup is refused with its place', async () => {
        const lines = readFileSync(file, 'utf8').split('\n');
        lines[40] = lines[40]!.replace('e', 'E');
        const broken = info.outputPath('broken.backup');
        writeFileSync(broken, lines.join('\n'));
        await tab.locator('input[data-of=backup]').setInputFiles(broken);
        await expect(tab.getByRole('alert')).toContainText('It is damaged in line 41. Nothing was changed.');
      });
      await step('a whole one is looked at', async () => {
        await tab.locator('input[data-of=backup]').setInputFiles(file);
        await expect(tab.getByText('40 briefs')).toBeVisible();
        const { violations } = await new AxeBuilder({ page: tab }).setLegacyMode().analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
        expect(await archives(extension)).toEqual([]);
      });
      await step('and restored', async () => {
        await tab.getByRole('button', { name: 'Restore everything' }).click();
        await expect(tab.getByText('“my.backup” restored.', { exact: true })).toBeVisible();
        expect(await archives(extension)).toEqual(['starter']);
      });
      await step('a second backup has the same bytes', async () => {
        expect(await save(tab, info.outputPath('again.backup'))).toBe(text);
      });
      await step('undo', async () => {
        await tab.getByRole('button', { name: 'Undo' }).click();
        await expect.poll(() => archives(extension)).toEqual([]);
        await extension.ask('useStarter', null);
      });
    });
  });
}
