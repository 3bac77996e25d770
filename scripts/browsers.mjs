import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './machine/run-command.mjs';

/**
 * Each program: the variable that overrides the search, names on PATH, fixed places, Debian's package. Beside the browsers what tests of real keys
 * and clicks need: a screen that nobody sees, a window manager, and a hand on the keyboard.
 */
const BROWSERS = {
  chromium: {
    variable: 'CHROMIUM',
    names: ['chromium', 'chromium-browser'],
    places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    debian: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX',
    names: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    debian: 'firefox-esr',
  },
  xvfb: { variable: 'XVFB', names: ['Xvfb'], places: [], debian: 'xvfb' },
  openbox: { variable: 'OPENBOX', names: ['openbox'], places: [], debian: 'openbox' },
  xdotool: { variable: 'XDOTOOL', names: ['xdotool'], places: [], debian: 'xdotool' },
};

/**
 * Path of a browser's program, or null. Google's own Chrome is not looked for: it refuses to load an unpacked
 * extension from its command line since version 137.
 *
 * @param {keyof typeof BROWSERS} browser
 * @returns {string | null}
 */
export function findBrowser(browser) {
  const { variable, names, places } = BROWSERS[browser];
  const chosen = process.env[variable];
  if (chosen) return chosen;
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin', '/snap/bin');
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places];
  return candidates.find(mayRun) ?? null;
}

/**
 * Finds browsers and installs Debian's where they are missing. Says what it does, because it changes the machine.
 * Throws with what to do by hand where it cannot.
 *
 * @param {(keyof typeof BROWSERS)[]} wanted
 * @returns {Promise<void>}
 */
export async function installBrowsers(wanted) {
  const missing = wanted.filter((browser) => findBrowser(browser) === null);
  if (missing.length === 0) return;
  const packages = missing.map((browser) => BROWSERS[browser].debian);
  const apt = await aptGet();
  if (!apt) throw new Error(byHand(missing));
  console.log(
    `Installing ${packages.join(' and ')} with apt-get, because the tests and the demo run in real browsers …`,
  );
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand(apt[0], [...apt.slice(1), 'update', '-q'], { env, output: 'on failure' });
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  await runCommand(apt[0], [...apt.slice(1), ...install], { env, output: 'on failure' });
  const still = missing.filter((browser) => findBrowser(browser) === null);
  if (still.length > 0) throw new Error(byHand(still));
}

/** How to call apt-get with the right to install: as root, or through a sudo that does not ask. Null where neither works. */
async function aptGet() {
  const hasApt = await runCommand('apt-get', ['--version'], { output: 'on failure' });
  if (hasApt.code !== 0) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  const sudo = await runCommand('sudo', ['-n', 'true'], { output: 'on failure' });
  return sudo.code === 0 ? ['sudo', '-n', 'apt-get'] : null;
}

function byHand(browsers) {
  const lines = browsers.map((browser) => {
    const { debian, variable } = BROWSERS[browser];
    return `  ${browser}: install it (Debian: sudo apt-get install ${debian}), or give its path: ${variable}=/path/to/${browser}`;
  });
  return `Cannot install here (needs apt-get, and root or a sudo that does not ask):\n${lines.join('\n')}`;
}

function mayRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
