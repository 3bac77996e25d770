import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium } from '../../scripts/drive/chromium';
import { openNewsroom, weeklyArticles } from '../archives/newsroom-server';
import { expect, EXTENSION_FOLDER, extensionOf, marksIn, test } from './fixtures';
import { TALL } from './tall-window';

/** Hosts that a Chromium asks by itself, whatever is installed in it; none of our pages' text goes there, which the canary shows. */
const BROWSERS_OWN =
  /^(accounts\.google\.com|(www|clients\d*|update|optimizationguide-pa|content-autofill|safebrowsing|android\.clients)\.?\w*\.(google|googleapis|gvt1)\.com)$/;

/** A word that stands on no other page in the world. */
const CANARY = 'Zyblovichite';

test('text of a page leaves the browser in no request; the extension asks itself and what was subscribed to, nobody else', async ({
  pages,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-net-'));
  const netLog = join(folder, 'net.json');
  pages.add(
    '/canary.html',
    `<!doctype html><html lang="en"><title>${CANARY}</title><article><h1>Rogozin in Minsk</h1><p>Dmitry Rogozin spoke of ${CANARY} with Semashko at MAZ.</p></article>`,
  );

  const room = await openNewsroom(weeklyArticles(3, '2026-11-23T12:00:00Z'));
  const extension = extensionOf(
    await openChromium({ extension: EXTENSION_FOLDER, display: 'headless', netLog, size: TALL }),
  );
  const asked: string[] = [];
  extension.context.on('request', (request) => asked.push(request.url()));
  await extension.allow('*://*/*');
  await extension.watch('127.0.0.1');
  // As the options do once somebody has looked at a source.
  const source = { kind: 'feed', address: `${room.origin}/feed/`, section: '/' };
  const marks = { etag: null, lastModified: null, newest: null, seen: [] };
  await extension.ask('subscribe', { subscriptions: [{ archiveId: 'northport', source, marks }] });
  const tab = await extension.context.newPage();
  pages.takeRequests();
  await tab.goto(`${pages.origin}/canary.html`);
  await expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin');
  const { related } = await extension.briefing(tab);
  await extension.openPanel(tab);
  await extension.ask('openBrief', { id: related[0]?.head.id ?? '', tabId: await extension.tabIdOf(tab) });
  await extension.ask('search', { text: CANARY });
  await extension.ask('addPage', { tabId: await extension.tabIdOf(tab) });
  await extension.ask('digest', { week: null });
  await extension.stopBackground();
  await extension.briefing(tab);
  await extension.ask('steer', { archiveId: 'northport', act: 'update' });
  const popup = await extension.openPopup(tab);
  await popup.close();
  await extension.close();
  const seen = room.takeSeen();
  await room.close();

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
  // The source was asked for itself, twice, and told nothing: the second time only whether it had changed.
  expect(seen.map(({ path, status, bytes }) => [path, status, bytes > 0])).toEqual([
    ['/feed/', 200, true],
    ['/feed/', 304, false],
  ]);
  expect(JSON.stringify(seen.map(({ headers }) => headers))).not.toMatch(new RegExp(`cookie|referer|${CANARY}`, 'iu'));
  expect(asked.filter((url) => ![pages.origin, room.origin, 'chrome'].some((known) => url.startsWith(known)))).toEqual(
    [],
  );
});
