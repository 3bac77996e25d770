/**
 * npm start: shows the product. Plain Node 20 or later with nothing installed; it installs npm packages and, on Debian,
 * the browser, and says so. Then it builds the extension and leaves the rest to start/main.ts.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { installBrowsers } from './browsers.mjs';
import { installDependencies, PROJECT_PATH, TOP } from './machine/dependencies.mjs';
import { runCommand } from './machine/run-command.mjs';

const HELP = `npm start [-- OPTION…]

Builds the extension, serves three demo newspapers on this machine, and opens one in a browser with the panel beside it.
Without a display it does the same headless: prints the briefing, saves a picture of page and panel in out/, and says where.

  --url URL             read this page instead of the demo pages
  --lang en|ru|be       the demo newspaper to open (headless: only this one, instead of all three)
  --browser NAME        chromium (default) or firefox
  --headless            as without a display
  --help`;

process.exitCode = await main();

async function main() {
  try {
    const wanted = wantedOf(process.argv.slice(2));
    if (wanted === null) {
      console.log(HELP);
      return 0;
    }
    await installDependencies();
    await installBrowsers([wanted.browser]);
    console.log('Building the extension …');
    const target = wanted.browser === 'firefox' ? ['-b', 'firefox', '--mv3'] : [];
    const build = await runCommand('wxt', ['build', ...target], { cwd: TOP, path: PROJECT_PATH, output: 'on failure' });
    return build.code === 0 ? await show(wanted) : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/** What was asked for; null for help. Throws with the way out at anything unknown. */
function wantedOf(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      url: { type: 'string' },
      lang: { type: 'string' },
      browser: { type: 'string', default: 'chromium' },
      headless: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { url = null, lang = null, browser } = values;
  if (!['chromium', 'firefox'].includes(browser)) throw new Error(`--browser ${browser}: chromium or firefox`);
  if (lang !== null && !['en', 'ru', 'be'].includes(lang)) throw new Error(`--lang ${lang}: en, ru or be`);
  if (url !== null && !URL.canParse(url))
    throw new Error(`--url ${url}: not an address; begin with https:// or http://`);
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  return { url, lang, browser, display: hasDisplay && !values.headless ? 'window' : 'headless' };
}

/** Hands over to the project's own Node, and waits; Ctrl-C reaches both, and the one that holds the browser closes it. */
function show(wanted) {
  process.on('SIGINT', () => {});
  return new Promise((resolve) => {
    const child = spawn('node', ['--import', 'tsx', 'scripts/start/main.ts', JSON.stringify(wanted)], {
      cwd: TOP,
      env: { ...process.env, PATH: PROJECT_PATH },
      stdio: 'inherit',
    });
    process.once('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 0));
  });
}
