import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium } from '../../scripts/drive/chromium';
import { expect, EXTENSION_FOLDER, extensionOf, marksIn, test } from './fixtures';

/** Hosts that a Chromium asks by itself, whatever is installed in it; none of our pages' text goes there, which the canary shows. */
const BROWSERS_OWN =
  /^(accounts\.google\.com|(www|clients\d*|update|optimizationguide-pa|content-autofill|safebrowsing|android\.clients)\.?\w*\.(google|googleapis|gvt1)\.com)$/;

/** A word that stands on no other page in the world. */
const CANARY = 'Zyblovichite';

test('text of a page leaves the browser in no request; the extension makes none but to itself', async ({ pages }) => {
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-net-'));
  const netLog = join(folder, 'net.json');
  pages.add(
    '/canary.html',
    `<!doctype html><html lang="en"><title>${CANARY}</title><article><h1>Rogozin in Minsk</h1><p>Dmitry Rogozin spoke of ${CANARY} with Semashko at MAZ.</p></article>`,
  );

  const extension = extensionOf(await openChromium({ extension: EXTENSION_FOLDER, display: 'headless', netLog }));
  const asked: string[] = [];
  extension.context.on('request', (request) => asked.push(request.url()));
  await extension.allow('*://*/*');
  await extension.watch('127.0.0.1');
  const tab = await extension.context.newPage();
  pages.takeRequests();
  await tab.goto(`${pages.origin}/canary.html`);
  await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
  const { related } = await extension.briefing(tab);
  await extension.openPanel(tab);
  await extension.ask('openBrief', { id: related[0]?.head.id ?? '', tabId: await extension.tabIdOf(tab) });
  await extension.ask('search', { text: CANARY });
  await extension.stopBackground();
  await extension.briefing(tab);
  const popup = await extension.openPopup(tab);
  await popup.close();
  await extension.close();

  const log = readFileSync(netLog, 'utf8');
  rmSync(folder, { recursive: true, force: true });
  const urls = new Set([...log.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url ?? ''));
  const outside = [...urls].filter((url) => /^(https?|wss?):/.test(url)).map((url) => new URL(url));
  expect(urls.size, 'the log was written').toBeGreaterThan(0);
  expect(outside.map(String), 'the recorder sees what a page asks for').toContain(`${pages.origin}/canary.html`);
  expect(
    outside.filter(({ hostname }) => hostname !== '127.0.0.1' && !BROWSERS_OWN.test(hostname)).map(String),
  ).toEqual([]);
  expect(outside.filter((url) => String(url).includes(CANARY)).map(String)).toEqual([]);
  // The page's own server was asked for the page and its icon, and for nothing else.
  expect(pages.takeRequests().filter((path) => path !== '/favicon.ico')).toEqual(['/canary.html']);
  expect(asked.filter((url) => !url.startsWith('chrome') && !url.startsWith(pages.origin))).toEqual([]);
});
