import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { expect, type Extension, marksIn, paintedIn, test } from './fixtures';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

const STORY = '/demo/en/defence-plan.html';

test.beforeEach(async ({ extension }) => extension.watch('127.0.0.1'));

/** Speaks to the content script of a page as the panel does. */
async function askPage(
  extension: Extension,
  of: { page: Page; word: string; payload: object | null },
): Promise<unknown> {
  const { page, word, payload } = of;
  const tabId = await extension.tabIdOf(page);
  return extension.desk.evaluate(([id, message]) => chrome.tabs.sendMessage(id, message, { frameId: 0 }), [
    tabId,
    { to: 'page', word, payload },
  ] as const);
}

test('a page can neither learn our id nor switch us off', async ({ extension, pages, tab }) => {
  await tab.addInitScript((id) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
    for (const entry of ['page', 'content', 'page.content', 'undefined']) {
      for (const event of ['wxt:content-script-started', 'wxt:locationchange']) {
        for (const target of [document, window])
          target.addEventListener(`${id}:${entry}:${event}`, ({ type }) => heard.push(type));
      }
    }
  }, extension.extensionId);
  await tab.goto(pages.origin + STORY);
  await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
  expect(await tab.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);

  await tab.evaluate((id) => {
    for (let time = 0; time < 1_000; time++) {
      const detail = { contentScriptName: 'page', messageId: `other${time}` };
      document.dispatchEvent(new CustomEvent(`${id}:page:wxt:content-script-started`, { detail }));
      postMessage({ type: `${id}:page:wxt:content-script-started`, ...detail }, '*');
    }
    document.querySelector('article, main, body')?.append('Later Belaruskali was named here.');
  }, extension.extensionId);
  await expect.poll(async () => (await marksIn(tab)).join()).toContain('Belaruskali');
  expect(await marksIn(tab)).toContain('Dmitry Rogozin');
});

test('marks that the page wipes come back', async ({ pages, tab }) => {
  await tab.goto(pages.origin + STORY);
  await expect.poll(async () => (await marksIn(tab)).length).toBeGreaterThan(10);
  const before = await marksIn(tab);
  // Wiped and looked at in one go: they may be back before the next call.
  const left = await tab.evaluate(() => {
    CSS.highlights.clear();
    return CSS.highlights.size;
  });
  expect(left).toBe(0);
  await expect.poll(async () => (await marksIn(tab)).length).toBe(before.length);
});

test('the page learns neither names nor ids of the archive', async ({ pages, tab }) => {
  await tab.goto(pages.origin + STORY);
  await expect.poll(async () => (await marksIn(tab)).length).toBeGreaterThan(10);
  expect(Object.keys(await paintedIn(tab)).filter((name) => !/^bg-[abc](?:-dark)?$/.test(name))).toEqual([]);
});

test('a page that asks for a password is not read', async ({ extension, pages, tab }) => {
  await tab.goto(`${pages.origin}/reading/login.html`);
  await tab.waitForTimeout(1_000);
  expect((await extension.pageState(tab)).status).toBe('unread');
  expect(await askPage(extension, { page: tab, word: 'read', payload: null })).toEqual({
    ok: false,
    error: 'page-silent',
  });
  const asked = await askPage(extension, { page: tab, word: 'read', payload: { asked: 'by-reader' } });
  expect(asked).toMatchObject({ ok: true, value: { title: 'Welcome back' } });
});

test('a single-page site that goes on to the next story is read again', async ({ extension, pages, tab }) => {
  await tab.goto(pages.origin + STORY);
  await extension.briefing(tab);
  await tab.evaluate(() => {
    history.pushState(null, '', '/next-story');
    document.title = 'Potash';
    document.body.innerHTML =
      '<main><h1>Potash</h1><p>Belaruskali and Uralkali met in Minsk, without Vladislav Baumgertner.</p></main>';
  });
  const { page } = await extension.briefing(tab, (briefing) => briefing.page.url.endsWith('/next-story'));
  expect(page.title).toBe('Potash');
  await expect.poll(() => marksIn(tab)).toContain('Belaruskali');
  expect(await marksIn(tab)).not.toContain('Dmitry Rogozin');
});

test('a name that moves to other nodes keeps its mark', async ({ extension, pages, tab }) => {
  await tab.goto(pages.origin + STORY);
  await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
  await extension.briefing(tab);
  const before = (await marksIn(tab)).sort();
  // As a framework does that draws its whole page anew.
  await tab.evaluate(() => document.body.replaceWith(document.body.cloneNode(true)));
  await expect.poll(async () => (await marksIn(tab)).sort(), { timeout: 8_000 }).toEqual(before);
});

test('injected again, it reads again, and there is still one of it', async ({ extension, pages, tab }) => {
  await tab.goto(pages.origin + STORY);
  await expect.poll(async () => (await marksIn(tab)).length).toBeGreaterThan(10);
  const news = await countNews(extension);
  const tabId = await extension.tabIdOf(tab);
  for (let time = 0; time < 3; time++) {
    await extension.desk.evaluate(
      (id) => chrome.scripting.executeScript({ target: { tabId: id }, files: ['/content-scripts/page.js'] }),
      tabId,
    );
  }
  await expect.poll(news).toBe(3);
  await tab.evaluate(() => document.body.append('One more paragraph about Minsk.'));
  await expect.poll(news, { timeout: 8_000 }).toBe(4);
  await tab.waitForTimeout(1_000);
  expect(await news()).toBe(4);
});

test('showing a mention scrolls to it and leaves focus and selection alone', async ({ extension, pages, tab }) => {
  await tab.setViewportSize({ width: 800, height: 300 });
  await tab.goto(pages.origin + STORY);
  await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
  const { mentions } = await extension.briefing(tab);
  const looked = (): Promise<unknown> => tab.evaluate(() => [document.activeElement?.tagName, String(getSelection())]);
  await tab.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1') as Element));
  const before = await looked();

  const last = mentions.length - 1;
  expect(await askPage(extension, { page: tab, word: 'show', payload: { mention: last } })).toEqual({
    ok: true,
    value: null,
  });
  await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(100);
  expect(Object.keys(await paintedIn(tab)).filter((name) => name.startsWith('bg-c'))).toHaveLength(1);
  expect(await looked()).toEqual(before);

  const next = await askPage(extension, { page: tab, word: 'step', payload: { direction: 'next' } });
  expect(next).toEqual({ ok: true, value: { mention: 0 } });
  const back = await askPage(extension, { page: tab, word: 'step', payload: { direction: 'previous' } });
  expect(back).toEqual({ ok: true, value: { mention: last } });
  expect(await askPage(extension, { page: tab, word: 'show', payload: { mention: 9_999 } })).toEqual({
    ok: false,
    error: 'gone',
  });
});

test('what changes in a shadow tree or a frame is read, and marked where marks can stand', async ({
  extension,
  pages,
  tab,
}) => {
  pages.add(
    '/roots.html',
    '<!doctype html><html lang="en"><title>Roots</title><main><p>Dmitry Rogozin came to Minsk.</p><div id="host"></div><iframe srcdoc="<p>Nothing yet.</p>"></iframe></main><script>document.getElementById("host").attachShadow({ mode: "open" }).append("Nothing here.")</script>',
  );
  await tab.goto(`${pages.origin}/roots.html`);
  await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
  await tab.evaluate(() => document.getElementById('host')?.shadowRoot?.append(' Belaruskali was named later.'));
  await expect.poll(() => marksIn(tab), { timeout: 8_000 }).toContain('Belaruskali');
  await tab.evaluate(() =>
    document.querySelector('iframe')?.contentDocument?.body.append('Uralkali was named later still.'),
  );
  await extension.briefing(tab, ({ entities }) => entities.some(({ label }) => label === 'Uralkali'));
});

test('the next part of a page that is too long for one is read when the panel asks', async ({
  extension,
  pages,
  tab,
}) => {
  const filler = '<p>Nobody is named in this paragraph.</p>'.repeat(6_000);
  pages.add(
    '/long.html',
    `<!doctype html><html lang="en"><title>Long</title><main><p>Dmitry Rogozin is at the top.</p>${filler}<p>Belaruskali is at the end.</p></main>`,
  );
  await tab.goto(`${pages.origin}/long.html`);
  const first = await extension.briefing(tab);
  expect([first.page.extent, first.entities.map(({ label }) => label)]).toEqual(['part', ['Rogozin']]);
  expect(await askPage(extension, { page: tab, word: 'readNext', payload: null })).toEqual({ ok: true, value: null });
  const { page } = await extension.briefing(tab, ({ entities }) => entities[0]?.label === 'Belaruskali');
  expect(page.extent).toBe('part');
  await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(() => marksIn(tab)).toEqual(['Belaruskali']);
  await askPage(extension, { page: tab, word: 'readNext', payload: null });
  await extension.briefing(tab, ({ entities }) => entities[0]?.label === 'Rogozin');
});

test('a page whose whole document is put in anew, a hundred times, keeps its marks', async ({ pages, tab }) => {
  await tab.goto(pages.origin + STORY);
  await expect.poll(() => marksIn(tab)).toContain('Common Economic Space');
  const before = (await marksIn(tab)).sort();
  await tab.evaluate(async () => {
    for (let time = 0; time < 100; time++) {
      document.replaceChild(document.documentElement.cloneNode(true), document.documentElement);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
  await expect.poll(async () => (await marksIn(tab)).sort(), { timeout: 8_000 }).toEqual(before);
});

test('a page that never rests is read seldom', async ({ extension, pages, tab }) => {
  await tab.goto(pages.origin + STORY);
  await expect.poll(async () => (await marksIn(tab)).length).toBeGreaterThan(10);
  const news = await countNews(extension);
  await tab.evaluate(() => {
    const ticker = document.body.appendChild(document.createElement('p'));
    setInterval(() => {
      for (let time = 0; time < 10; time++) ticker.textContent = `Tick ${performance.now()} in Minsk`;
    }, 10);
  });
  await tab.waitForTimeout(7_000);
  expect(await news()).toBeGreaterThanOrEqual(1);
  expect(await news()).toBeLessThanOrEqual(5);
  expect(await marksIn(tab)).toContain('Dmitry Rogozin');
});

test('under a strict policy a page is marked, and reports nothing', async ({ pages, tab }) => {
  const said: string[] = [];
  tab.on('console', (message) => said.push(message.text()));
  const policy = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /report";
  await tab.route(`${pages.origin}/strict`, (route) =>
    route.fulfill({
      headers: { 'content-type': 'text/html', 'content-security-policy': policy },
      body: '<!doctype html><title>Strict</title><main><p>Dmitry Rogozin came to Minsk on Tuesday.</p></main>',
    }),
  );
  await tab.goto(`${pages.origin}/strict`);
  await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
  // Chromium asks for /favicon.ico by itself, which this policy forbids; that is its own report.
  expect(pages.takeRequests().filter((path) => path === '/report')).toEqual([]);
  expect(said.filter((text) => !text.includes('favicon'))).toEqual([]);
});

/** Counts from now on how often our pages are told that a page changed. */
async function countNews(extension: Extension): Promise<() => Promise<number>> {
  await extension.desk.evaluate(() => {
    const counter = globalThis as unknown as { told: number; isCounting?: boolean };
    counter.told = 0;
    if (counter.isCounting) return;
    counter.isCounting = true;
    chrome.runtime.onMessage.addListener((message: { word?: string }) => {
      if (message.word === 'page-changed') counter.told++;
      return undefined;
    });
  });
  return () => extension.desk.evaluate(() => (globalThis as unknown as { told: number }).told);
}
