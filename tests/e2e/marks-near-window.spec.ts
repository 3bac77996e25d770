import { expect, marksIn, paintedIn, test } from './fixtures';

const FILLER = '<p>Nobody is named in this paragraph of the page.</p>'.repeat(400);
const LONG = `<!doctype html><html lang="en"><title>Long</title><main><p>Dmitry Rogozin is at its head.</p>${FILLER}<div><p style="display: contents">Belaruskali is at its foot.</p></div></main>`;

test.beforeEach(async ({ extension, pages, tab }) => {
  pages.add('/tall.html', LONG);
  await extension.watch('127.0.0.1');
  await tab.goto(`${pages.origin}/tall.html`);
  await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
});

test('only marks near the window are painted, and scrolling brings the others', async ({ extension, tab }) => {
  const { entities } = await extension.briefing(tab);
  expect(entities.map(({ label }) => label).sort()).toEqual(['Belaruskali', 'Rogozin']);
  expect(await marksIn(tab)).toEqual(['Dmitry Rogozin']);
  await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  // An element with `display: contents` has no place of its own; the one around it has.
  await expect.poll(() => marksIn(tab)).toContain('Belaruskali');
  await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await expect.poll(() => marksIn(tab)).not.toContain('Dmitry Rogozin');
});

test('a mention that is far away is lit when it is shown', async ({ extension, tab }) => {
  const tabId = await extension.tabIdOf(tab);
  const { entities } = await extension.briefing(tab);
  const mention = entities.find(({ label }) => label === 'Belaruskali')?.mentions[0] ?? -1;
  await extension.desk.evaluate(
    `chrome.tabs.sendMessage(${tabId}, { to: 'page', word: 'show', payload: { mention: ${mention} } })`,
  );
  await expect.poll(async () => (await paintedIn(tab))['bg-c']).toEqual(['Belaruskali']);
  await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(5_000);
});

test('what is printed has all marks', async ({ tab }) => {
  // Heard after ours, which was there first.
  await tab.evaluate(() => {
    addEventListener('beforeprint', () => {
      const sizes = [...CSS.highlights.values()].map(({ size }) => size);
      Object.assign(globalThis, { printed: sizes.reduce((sum, size) => sum + size, 0) });
    });
  });
  await tab.pdf();
  expect(await tab.evaluate(() => (globalThis as unknown as { printed: number }).printed)).toBe(2);
  await expect.poll(() => marksIn(tab)).toEqual(['Dmitry Rogozin']);
});
