import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { servePages } from '../drive/serve-pages';
import { printBriefing } from './print-briefing';
import { type Showing, showInChromium } from './show-in-chromium';
import { showInFirefox } from './show-in-firefox';

/** What start.mjs read from the command line. */
interface Wanted {
  url: string | null;
  lang: Lang | null;
  browser: 'chromium' | 'firefox';
  display: 'headless' | 'window';
}
type Lang = keyof typeof DEMO_PAGES;

const TOP = join(import.meta.dirname, '..', '..');
const OUT = join(TOP, 'out');

const DEMO_PAGES = {
  en: '/demo/en/defence-plan.html',
  ru: '/demo/ru/oboronka.html',
  be: '/demo/be/abarona.html',
} as const;

process.exitCode = await main(JSON.parse(process.argv[2] ?? 'null') as Wanted);

async function main(wanted: Wanted): Promise<number> {
  const server = await servePages();
  const open = wanted.browser === 'firefox' ? showInFirefox : showInChromium;
  const showing = await open({ display: wanted.display });
  try {
    if (wanted.display === 'headless') return await showHeadless({ wanted, showing, origin: server.origin });
    const lang = wanted.lang ?? 'en';
    const read = await showing.read({ url: wanted.url ?? server.origin + DEMO_PAGES[lang], lang });
    printBriefing(read);
    console.log('\nThe browser stays open; close it, or press Ctrl-C here.');
    await Promise.race([showing.closedByUser, signal()]);
    return 0;
  } finally {
    await showing.close();
    await server.close();
  }
}

async function showHeadless(of: { wanted: Wanted; showing: Showing; origin: string }): Promise<number> {
  const { wanted, showing, origin } = of;
  mkdirSync(OUT, { recursive: true });
  const langs: readonly Lang[] = wanted.lang ? [wanted.lang] : wanted.url ? ['en'] : ['en', 'ru', 'be'];
  let allRead = true;
  for (const [place, lang] of langs.entries()) {
    const read = await showing.read({ url: wanted.url ?? origin + DEMO_PAGES[lang], lang });
    printBriefing(read);
    allRead &&= read.state.status === 'ready';
    const file = join(OUT, place === 0 ? 'briefing.png' : `briefing-${lang}.png`);
    writeFileSync(file, await showing.picture());
    console.log(`\nPicture of page and panel: ${relative(process.cwd(), file) || file}`);
  }
  return allRead ? 0 : 1;
}

function signal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
