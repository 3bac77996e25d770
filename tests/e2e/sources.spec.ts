import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from './fixtures';

const FIXTURES = join(import.meta.dirname, '..', 'archives');
const fixture = (path: string) => ({
  name: path.split('/').at(-1) ?? path,
  mimeType: 'application/octet-stream',
  buffer: readFileSync(join(FIXTURES, path)),
});
const named = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});
const ARCHIVE = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Own archive',
  _backgrounder: { version: 1, private: true },
  items: [{ id: '1', title: 'Kept from pages', content_text: 'x' }],
});
const ZIP = zipSync({
  'notes/2012-11-05/en.md': strToU8('---\ntitle: In a zip\n---\n\nText.\n'),
  'notes/2012-11-05/be.md': strToU8('---\ntitle: У архіве zip\n---\n\nТэкст.\n'),
});

test('every kind of file comes in through the options page, and its briefs are found', async ({
  extension,
  tab,
}, info) => {
  test.setTimeout(60_000);
  const folder = info.outputPath('Markdown');
  mkdirSync(folder, { recursive: true });
  cpSync(join(FIXTURES, 'markdown', '2012-11-05'), join(folder, '2012-11-05'), { recursive: true });
  writeFileSync(join(folder, '.hidden.md'), '# Not this');

  const kinds: [kind: string, choose: { of: 'files' | 'folder'; files: Parameters<ReturnType<typeof tab.locator>['setInputFiles']>[0] }, row: RegExp][] = [
    ['archive file', { of: 'files', files: named('own.json', strToU8(ARCHIVE)) }, /Own archive.*Panel only/u],
    ['JSON Feed', { of: 'files', files: fixture('feeds/json-feed.json') }, /EN/u],
    ['Markdown', { of: 'files', files: fixture('markdown/2012-11-12-quiet-week.be.md') }, /BE/u],
    ['Markdown folder', { of: 'folder', files: folder }, /Markdown, [23] files/u],
    ['zip', { of: 'files', files: named('briefs.zip', ZIP) }, /briefs\.zip/u],
    ['HTML', { of: 'files', files: fixture('pages/northport.html') }, /northport\.html/u],
    ['plain text', { of: 'files', files: fixture('text/brief-ru.txt') }, /brief-ru\.txt.*RU/u],
    ['WordPress export', { of: 'files', files: fixture('exports/wordpress.xml') }, /wordpress\.xml/u],
    ['CSV', { of: 'files', files: fixture('exports/table.csv') }, /table\.csv/u],
    ['RSS', { of: 'files', files: fixture('feeds/rss-2.0.xml') }, /rss-2\.0\.xml/u],
    ['Atom', { of: 'files', files: fixture('feeds/atom-1.0.xml') }, /atom-1\.0\.xml/u],
  ]; // prettier-ignore
  await tab.emulateMedia({ reducedMotion: 'reduce' });
  await tab.goto(`chrome-extension://${extension.extensionId}/options.html`);
  for (const [kind, { of, files }, row] of kinds) {
    await test.step(kind, async () => {
      await tab.getByRole('button', { name: 'Add briefs' }).click();
      await tab.locator(`input[data-of=${of}]`).setInputFiles(files);
      const title = tab.getByRole('textbox', { name: 'Title of the archive' });
      await expect(title).toBeVisible();
      await title.fill(`${await title.inputValue()} (${kind})`);
      await tab.getByRole('button', { name: /^Add \d+ brief/u }).click();
      await expect(tab.getByRole('dialog')).toHaveCount(0);
      await expect(tab.getByRole('row', { name: new RegExp(`\\(${kind}\\)`, 'u') })).toContainText(row);
    });
  }
  const listed = (await extension.ask('archives', null)) as {
    value: { title: string; state: string; marks: string }[];
  };
  expect(listed.value.filter(({ state }) => state !== 'whole')).toEqual([]);
  expect(listed.value.find(({ title }) => title.includes('Own archive'))?.marks).toBe('panel-only');

  await test.step('files that are dropped', async () => {
    await tab.evaluate(() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File(['---\ntitle: Dropped brief\n---\n\nText.\n'], 'dropped.md'));
      for (const kind of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: dropped }));
    });
    await expect(tab.getByRole('dialog').getByText('Dropped brief')).toBeVisible();
    await tab.getByRole('button', { name: 'Cancel' }).click();
    await tab.keyboard.press('Escape');
  });
  for (const { id } of ((await extension.ask('archives', null)) as { value: { id: string }[] }).value) {
    if (id !== 'starter') await extension.ask('removeArchive', { id });
  }
});

test('an archive that is switched off is not found, and one for the panel only is not painted', async ({
  extension,
  tab,
  pages,
}) => {
  await tab.goto(`chrome-extension://${extension.extensionId}/options.html`);
  const search = async (text: string): Promise<number> =>
    ((await extension.ask('search', { text })) as { value: { total: number } }).value.total;
  const found = await search('Rogozin');
  expect(found).toBeGreaterThan(0);
  await tab.getByRole('switch', { name: /^Use .*Starter archive/u }).click();
  await expect.poll(() => search('Rogozin')).toBe(0);
  await expect(tab.getByText('Not in use')).toBeVisible();
  await extension.stopBackground();
  expect(await search('Rogozin')).toBe(0);
  await tab.getByRole('switch', { name: /^Use .*Starter archive/u }).click();
  await expect.poll(() => search('Rogozin')).toBe(found);

  const page = await extension.context.newPage();
  await extension.watch('127.0.0.1');
  await page.goto(`${pages.origin}/demo/be/abarona.html`);
  await extension.briefing(page, ({ mentions }) => mentions.length > 0);
  const painted = (): Promise<number> =>
    page.evaluate(() =>
      [...(CSS.highlights as unknown as Map<string, Set<unknown>>).values()].reduce((sum, { size }) => sum + size, 0),
    );
  await expect.poll(painted).toBeGreaterThan(0);
  await tab.bringToFront();
  await tab.getByRole('button', { name: /^More: .*Starter archive/u }).click();
  await tab.getByRole('menuitemcheckbox', { name: /^Panel only/u }).click();
  await expect.poll(painted).toBe(0);
  expect((await extension.briefing(page)).mentions.length).toBeGreaterThan(0);
  await tab.bringToFront();
  await tab.getByRole('button', { name: /^More: .*Starter archive/u }).click();
  await tab.getByRole('menuitemcheckbox', { name: /^Panel only/u }).click();
  await expect.poll(painted).toBeGreaterThan(0);
  await page.close();
});
