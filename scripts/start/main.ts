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
  const interrupted = signal();
  const server = await servePages();
  const open = wanted.browser === 'firefox' ? showInFirefox : showInChromium;
  const showing = await open({ display: wanted.display });
  const show = wanted.display === 'headless' ? showHeadless : showInWindow;
  try {
    return await Promise.race([interrupted, show({ wanted, showing, origin: server.origin })]);
  } finally {
    await showing.close();
    await server.close();
  }
}

interface Stage {
  wanted: Wanted;
  showing: Showing;
  origin: string;
}

async function showInWindow({ wanted, showing, origin }: Stage): Promise<number> {
  const lang = wanted.lang ?? 'en';
  printBriefing(await showing.read({ url: wanted.url ?? origin + DEMO_PAGES[lang], lang }));
  console.log('\nThe browser stays open; close it, or press Ctrl-C here.');
  await showing.closedByUser;
  return 0;
}

async function showHeadless({ wanted, showing, origin }: Stage): Promise<number> {
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

/** Exit code of a program that Ctrl-C ended, once that happens. */
function signal(): Promise<number> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(130));
    process.once('SIGTERM', () => resolve(143));
  });
}
