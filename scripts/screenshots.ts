import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { openChromium } from './drive/chromium';
import { servePages } from './drive/serve-pages';

/** Known inside the desk only. */
declare const chrome: typeof extensionApi;

/**
 * `npm run screenshots`: every state of the panel in a real Chromium, light and dark, in three languages, at four widths, and with forced
 * colours, into out/screenshots. `-- --only READER` takes the states whose name has that in it. Needs `npm run build` before it.
 */
const TOP = join(import.meta.dirname, '..');
const OUT = join(TOP, 'out', 'screenshots');
const only = process.argv[process.argv.indexOf('--only') + 1];
const WIDTHS = [320, 380, 480, 640, 800] as const;
const DEMO = { en: 'en/defence-plan.html', be: 'be/abarona.html', ru: 'ru/oboronka.html' } as const;
type Language = keyof typeof DEMO;

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const pages = await servePages();
const chromium = await openChromium({ extension: join(TOP, '.output', 'chrome-mv3'), display: 'headless', scale: 2 });
try {
  await chromium.allow('*://*/*');
  const tab = await chromium.context.newPage();
  await tab.goto(`${pages.origin}/demo/${DEMO.en}`);
  const panel = await chromium.openPanel(tab);
  await panel.getByRole('button', { name: 'Watch all sites' }).waitFor();
  await take(panel, { state: 'unread', lang: 'en', scheme: 'light', width: 380 });
  await chromium.requestAtDesk(['*://*/*']);
  await ask('watch', { host: null, watch: 'on' });
  for (const lang of ['en', 'be', 'ru'] as const) {
    await chromium.desk.evaluate((interfaceLanguage) => chrome.storage.local.set({ interfaceLanguage }), lang);
    await tab.bringToFront();
    await tab.goto(`${pages.origin}/demo/${DEMO[lang]}`);
    await panel.locator('.card').first().waitFor();
    for (const scheme of ['light', 'dark'] as const) await everyState(lang, scheme);
  }
} finally {
  await chromium.close();
  await pages.close();
}

async function everyState(lang: Language, scheme: 'light' | 'dark'): Promise<void> {
  const panel = await chromium.findView('sidepanel.html');
  if (!panel) throw new Error('The panel was closed.');
  const of = { lang, scheme } as const;
  for (const width of lang === 'be' || scheme === 'light' ? WIDTHS : ([380] as const)) {
    await take(panel, { ...of, state: 'briefing', width });
  }
  await take(panel, { ...of, state: 'briefing-forced', width: 380 });
  await panel.locator('.segments button').nth(1).click();
  await take(panel, { ...of, state: 'by-week', width: 380 });
  await panel.locator('.segments button').nth(0).click();
  const chip = panel.locator('.chip').first();
  await chip.click();
  await take(panel, { ...of, state: 'chosen', width: 380 });
  await panel.locator('.card-open').first().click();
  await panel.locator('article').first().waitFor();
  for (const width of WIDTHS) await take(panel, { ...of, state: 'reader', width });
  await resize(panel, 800);
  const besideButton = panel.locator('.reader-acts button[aria-pressed]');
  await besideButton.click();
  await panel.locator('article').nth(1).waitFor();
  await take(panel, { ...of, state: 'reader-side-by-side', width: 800 });
  await besideButton.click();
  await resize(panel, 380);
  await panel.locator('article').first().focus();
  await panel.keyboard.press('c');
  await panel.locator('[role=menu]').waitFor();
  await take(panel, { ...of, state: 'reader-cite', width: 380 });
  await panel.keyboard.press('Escape');
  await panel.locator('article').first().focus();
  await panel.keyboard.press('Escape');
  await chip.click();
  const field = panel.getByRole('combobox');
  await field.fill('Rogosin');
  await panel.getByRole('option').first().waitFor();
  await take(panel, { ...of, state: 'search', width: 380 });
  await field.fill('');
}

async function take(
  view: Page,
  of: { state: string; lang: Language; scheme: 'light' | 'dark'; width: number },
): Promise<void> {
  const name = `${of.state}-${of.width}-${of.lang}-${of.scheme}`;
  if (only && process.argv.includes('--only') && !name.includes(only)) return;
  await resize(view, of.width);
  const forcedColors = of.state.endsWith('forced') ? ('active' as const) : ('none' as const);
  await view.emulateMedia({ colorScheme: of.scheme, reducedMotion: 'reduce', forcedColors });
  const beyond = await view.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (beyond > 0) console.error(`${name}: ${beyond} px too wide`);
  await view.screenshot({ path: join(OUT, `${name}.png`) });
  console.log(name);
}

/** The panel's view takes any size; a window's edge would be dragged to it. */
async function resize(view: Page, width: number): Promise<void> {
  await view.setViewportSize({ width, height: 900 });
}

function ask(word: string, payload: object): Promise<unknown> {
  const envelope = { to: 'background-from-panel', word, payload };
  return chromium.desk.evaluate((message) => chrome.runtime.sendMessage(message), envelope);
}
