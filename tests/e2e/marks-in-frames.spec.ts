import type { Frame, Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { expect, marksIn, test } from './fixtures';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

const FILLER = '<p>Nobody is named in this paragraph of the page.</p>'.repeat(60);
const STORY =
  '<!doctype html><html lang="en"><title>Frames</title><main><p>Mikhail Myasnikovich came to Minsk.</p>' +
  '<iframe src="/inner.html" width="500" height="120" style="border: 7px solid"></iframe><news-card></news-card></main>' +
  '<script>document.querySelector("news-card").attachShadow({ mode: "open" }).innerHTML = "<p>Uralkali is in a shadow tree.</p>"</script>';
const INNER = `<!doctype html><html lang="en"><title>Inner</title><p>Belaruskali is in a frame.</p>${FILLER}<p>Vladimir Semashko is at its end.</p>`;

/** How much of the text around a point stands on the ground of marks: asked of a picture and not of a list. */
async function groundAt(tab: Page, at: { x: number; y: number }): Promise<number> {
  const picture = await tab.screenshot({ clip: { x: at.x - 8, y: at.y - 6, width: 16, height: 12 } });
  return tab.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let pixel = 0; pixel < data.length; pixel += 4)
      if (data[pixel] === 255 && data[pixel + 1] === 239 && data[pixel + 2] === 181) count++;
    return count / (image.width * image.height);
  }, picture.toString('base64'));
}

/** The middle of a word in the page's window. */
async function placeOf(tab: Page, where: { frame: Frame; word: string }): Promise<{ x: number; y: number }> {
  const own = await where.frame.evaluate((word) => {
    const find = (root: Node): Text | null => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Text && node.data.includes(word)) return node;
        const found = node instanceof Element && node.shadowRoot && find(node.shadowRoot);
        if (found) return found;
      }
      return null;
    };
    const text = find(document) as Text;
    const range = new Range();
    range.setStart(text, text.data.indexOf(word));
    range.setEnd(text, text.data.indexOf(word) + word.length);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, where.word);
  if (where.frame === tab.mainFrame()) return own;
  const frame = await tab.locator('iframe').evaluate((element) => {
    const { x, y } = element.getBoundingClientRect();
    return { x: x + element.clientLeft, y: y + element.clientTop };
  });
  return { x: own.x + frame.x, y: own.y + frame.y };
}

const marksInFrame = (frame: Frame): Promise<string[]> => marksIn(frame as unknown as Page);
const card = (tab: Page) => tab.locator('html > div[popover]');

test.beforeEach(async ({ extension, pages, tab }) => {
  pages.add('/frames.html', STORY);
  pages.add('/inner.html', INNER);
  await extension.watch('127.0.0.1');
  await tab.goto(`${pages.origin}/frames.html`);
  await expect.poll(() => marksIn(tab)).toEqual(expect.arrayContaining(['Minsk', 'Uralkali']));
});

function inner(tab: Page): Frame {
  const frame = tab.frames().find((each) => each.url().endsWith('/inner.html'));
  if (!frame) throw new Error('The page has no frame.');
  return frame;
}

test('marks are seen in the page, in a shadow tree and in a frame', async ({ tab }) => {
  await expect.poll(() => marksInFrame(inner(tab))).toEqual(['Belaruskali']);
  for (const [frame, word] of [
    [tab.mainFrame(), 'Minsk'],
    [tab.mainFrame(), 'Uralkali'],
    [inner(tab), 'Belaruskali'],
  ] as const) {
    const at = await placeOf(tab, { frame, word });
    await expect.poll(() => groundAt(tab, at), word).toBeGreaterThan(0.2);
  }
});

test('the card of a mark in a frame stands beside it, and goes with it', async ({ tab }) => {
  const at = await placeOf(tab, { frame: inner(tab), word: 'Belaruskali' });
  await expect.poll(() => marksInFrame(inner(tab))).toEqual(['Belaruskali']);
  await tab.mouse.move(at.x, at.y);
  await expect(card(tab)).toHaveCount(1);
  expect(await inner(tab).locator('html > :not(head, body)').count(), 'nothing is put into the frame').toBe(0);
  // Scrolled away inside its frame, while the frame itself stays where it is.
  await inner(tab).evaluate(() => scrollTo(0, 500));
  await expect(card(tab)).toHaveCount(0);
});

test('stepping goes through the frame, and scrolls in it', async ({ extension, tab }) => {
  await expect.poll(() => marksInFrame(inner(tab))).toEqual(['Belaruskali']);
  const { entities } = await extension.briefing(tab, ({ entities: found }) => found.length === 5);
  const mention = entities.find(({ label }) => label === 'Semashko')?.mentions[0] ?? -1;
  const tabId = await extension.tabIdOf(tab);
  await extension.desk.evaluate(([id, which]) => chrome.tabs.sendMessage(id, { to: 'page', word: 'show', payload: { mention: which } }), [tabId, mention] as const); // prettier-ignore
  await expect.poll(() => inner(tab).evaluate(() => scrollY)).toBeGreaterThan(500);
  await expect.poll(() => marksInFrame(inner(tab))).toContain('Vladimir Semashko');
});

test('once the site is let go nothing is left in the frame', async ({ extension, tab }) => {
  await expect.poll(() => marksInFrame(inner(tab))).toEqual(['Belaruskali']);
  const before = await inner(tab).evaluate(() => document.documentElement.outerHTML);
  await extension.unwatch('127.0.0.1');
  await expect.poll(() => marksInFrame(inner(tab))).toEqual([]);
  expect(await inner(tab).evaluate(() => document.documentElement.outerHTML)).toBe(before);
  const at = await placeOf(tab, { frame: inner(tab), word: 'Belaruskali' });
  await tab.mouse.move(at.x, at.y);
  await tab.waitForTimeout(700);
  await expect(card(tab)).toHaveCount(0);
});

const DEEP =
  '<!doctype html><html lang="en"><p>Far in, <b>Belaruskali</b> is named.</p><p style="margin-top: 900px"><i>Vladimir Semashko</i>.</p>';
const frameWith = (src: string, style: string): string =>
  `<!doctype html><html lang="en"><title>Around</title><p>Mikhail Myasnikovich came.</p><iframe src="${src}" style="width: 400px; height: 200px; border: 5px solid; ${style}"></iframe>`;

test('a frame in a frame that is drawn smaller: pointed at, and stepped to', async ({ extension, pages, tab }) => {
  pages.add(
    '/around.html',
    frameWith('/between.html', 'width: 900px; height: 500px; transform: scale(.6); transform-origin: 0 0'),
  );
  pages.add('/between.html', frameWith('/deep.html', 'margin: 40px'));
  pages.add('/deep.html', DEEP);
  await tab.goto(`${pages.origin}/around.html`);
  const deep = (): Frame | undefined => tab.frames().find((frame) => frame.url().endsWith('/deep.html'));
  await expect.poll(async () => (deep() ? marksInFrame(deep() as Frame) : [])).toContain('Belaruskali');
  const word = (deep() as Frame).locator('b');
  await word.hover();
  await expect(card(tab)).toHaveCount(1);
  const named = await word.boundingBox();
  if (!named) throw new Error('The word is nowhere.');
  const isCardAt = (x: number, y: number): Promise<boolean> =>
    tab.evaluate(([left, top]) => document.elementFromPoint(left, top)?.matches('html > div[popover]') ?? false, [x, y] as const); // prettier-ignore
  // Just under its word, from where it begins; not over it.
  expect(await isCardAt(named.x + 12, named.y + named.height + 16)).toBe(true);
  expect(await isCardAt(named.x + named.width / 2, named.y + named.height / 2)).toBe(false);
  expect(await isCardAt(named.x - 20, named.y + named.height + 16)).toBe(false);
  await tab.mouse.move(700, 8); // a panel may stand where the window goes on
  await expect(card(tab)).toHaveCount(0);

  const { entities } = await extension.briefing(tab, ({ entities: found }) =>
    found.some(({ label }) => label === 'Semashko'),
  );
  const mention = entities.find(({ label }) => label === 'Semashko')?.mentions[0] ?? -1;
  const tabId = await extension.tabIdOf(tab);
  await extension.desk.evaluate(([id, which]) => chrome.tabs.sendMessage(id, { to: 'page', word: 'show', payload: { mention: which } }), [tabId, mention] as const); // prettier-ignore
  await expect.poll(() => (deep() as Frame).evaluate(() => scrollY)).toBeGreaterThan(500);
});
