import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { browser as extensionApi } from 'wxt/browser';
import { openChromium } from './drive/chromium';
import { servePages } from './drive/serve-pages';
import { DEMO, type Language, type Scheme, studioOf } from './screenshots/camera';
import { inPageStates } from './screenshots/in-page';
import { pageStates, popupStates } from './screenshots/page-states';
import { panelStates } from './screenshots/panel-states';

/** Known inside the desk only. */
declare const chrome: typeof extensionApi;

/**
 * `npm run screenshots`: every state of panel, popup and our own pages in a real Chromium, light and dark, in three languages, at the
 * widths that matter, and with forced colours, into out/screenshots. Each of our own is measured with axe too; ends with what is amiss.
 * `-- --only reader` takes the pictures whose name has that in it,
 * `-- --lang be`, `-- --scheme dark` walk only that language or scheme. Needs `npm run build` before it.
 */
const TOP = join(import.meta.dirname, '..');
const OUT = join(TOP, 'out', 'screenshots');
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    lang: { type: 'string', default: '' },
    scheme: { type: 'string', default: '' },
  },
});
const languages = (['en', 'be', 'ru'] as const).filter((lang) => lang.includes(values.lang));
const schemes = (['light', 'dark'] as const).filter((scheme) => scheme.includes(values.scheme));

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const pages = await servePages();
const chromium = await openChromium({ extension: join(TOP, '.output', 'chrome-mv3'), display: 'headless', scale: 2 });
const studio = studioOf({ chromium, pages, folder: OUT, only: values.only });
try {
  await chromium.allow('*://*/*');
  const tab = await chromium.context.newPage();
  await tab.goto(`${pages.origin}/demo/${DEMO.en}`);
  const unread = await chromium.openPanel(tab);
  await unread.getByRole('button', { name: 'Watch all sites' }).waitFor();
  await studio.take(unread, { state: 'unread', lang: 'en', scheme: 'light', width: 380 });
  await chromium.requestAtDesk(['*://*/*']);
  await studio.ask('watch', { host: null, watch: 'on' });
  await pinSome();
  for (const lang of languages) for (const scheme of schemes) await everything(lang, scheme);
  for (const each of studio.amiss) console.error(`amiss: ${each}`);
  console.log(`${studio.amiss.length} amiss`);
  process.exitCode = studio.amiss.length === 0 ? 0 : 1;
} finally {
  await chromium.close();
  await pages.close();
}

async function everything(lang: Language, scheme: Scheme): Promise<void> {
  const of = { lang, scheme };
  const tab = chromium.context.pages().find((page) => page.url().startsWith(pages.origin));
  if (!tab) throw new Error('The tab with the story was closed.');
  await chromium.desk.evaluate((interfaceLanguage) => chrome.storage.local.set({ interfaceLanguage }), lang);
  await tab.bringToFront();
  await tab.goto(`${pages.origin}/demo/${DEMO[lang]}`);
  const panel = await chromium.openPanel(tab);
  await panel.locator('.card').first().waitFor();
  await panelStates(studio, panel, of);
  await inPageStates(studio, tab, of);
  await popupStates(studio, tab, of);
  await pageStates(studio, of);
}

/** A notebook that is empty shows little. */
async function pinSome(): Promise<void> {
  const found = (await studio.ask('search', { text: 'MAZ', order: 'relevance', offset: 0, limit: 2 })) as {
    value: { briefs: { head: { id: string; summary: string } }[] };
  };
  for (const [place, { head }] of found.value.briefs.entries()) {
    const note = { id: `shown-${place}`, briefId: head.id, quote: place === 0 ? head.summary : null };
    await studio.ask('pin', note);
  }
  await studio.ask('writeNote', { id: 'shown-0', text: 'Ask the ministry who signs for the plants.' });
}
