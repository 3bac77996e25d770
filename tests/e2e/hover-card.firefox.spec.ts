import { expect, marksIn, test } from './firefox-fixtures';

test('pointing at a mark shows its card; what it adds to the page goes with it', async ({ firefox, pages, tab }) => {
  await firefox.watch('127.0.0.1');
  await tab.goto(`${pages.origin}/demo/be/abarona.html`);
  await expect.poll(() => marksIn(tab), 'the late paragraph').toContain('Адзінай эканамічнай прасторы');
  const source = (): Promise<string> => tab.evaluate('document.documentElement.outerHTML');
  const before = await source();
  const at = await tab.evaluate<{ x: number; y: number }>(`(() => {
    const [at] = [...CSS.highlights.values()][0];
    const range = new Range();
    range.setStart(at.startContainer, at.startOffset);
    range.setEnd(at.endContainer, at.endOffset);
    at.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [box] = range.getClientRects();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  })()`);
  await tab.point(at);
  const host = `document.querySelector('html > div[popover]')`;
  await expect.poll(() => tab.evaluate(`!!${host}`)).toBe(true);
  // Drawn, in its own style, and closed to the page.
  const card = await tab.evaluate<{ root: unknown; text: string; position: string }>(
    `({ root: ${host}.shadowRoot, text: ${host}.textContent, position: getComputedStyle(${host}).position })`,
  );
  expect(card).toEqual({ root: null, text: '', position: 'fixed' });
  await tab.point({ x: 3, y: 3 });
  await expect.poll(() => tab.evaluate(`!!${host}`)).toBe(false);
  expect(await source()).toBe(before);
});
