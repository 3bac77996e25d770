import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';

/** The repository's top folder, whatever folder a command was started in. */
export const TOP = join(import.meta.dirname, '..', '..');

/**
 * PATH with the project's own programs first. On Linux x64 that includes Node 24, which the lock file brings:
 * whatever is started through this PATH runs on it, also when the command itself was started with Node 20.
 */
export const PROJECT_PATH = `${join(TOP, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`;

/** Installs what package-lock.json names when node_modules does not hold it; says so first. Throws when npm fails. */
export async function installDependencies() {
  const missing = missingDependency();
  if (missing) {
    console.log(`Installing npm packages (${missing}) …`);
    const npm = await runCommand('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: TOP });
    if (npm.code !== 0) throw new Error('npm could not install the packages; see its message above.');
  }
  // Types and aliases that the compiler reads follow the entrypoints, so they are made anew each time (half a second).
  const prepare = await runCommand('wxt', ['prepare'], { cwd: TOP, path: PROJECT_PATH, output: 'on failure' });
  if (prepare.code !== 0) throw new Error('wxt could not prepare the project; see its message above.');
}

/** Why an install is needed, in words, or null. Versions are compared rather than dates: a clone makes every date new. */
function missingDependency() {
  const wanted = packagesIn(join(TOP, 'package-lock.json'));
  const present = packagesIn(join(TOP, 'node_modules', '.package-lock.json'));
  if (!present) return 'none are there yet';
  for (const [path, { version, optional, link }] of Object.entries(wanted ?? {})) {
    if (path === '' || optional || link) continue;
    const name = path.replace(/^.*node_modules\//, '');
    if (!present[path]) return `${name} is missing`;
    if (present[path].version !== version) return `${name} ${present[path].version} is here, ${version} is wanted`;
  }
  return null;
}

function packagesIn(lockFile) {
  if (!existsSync(lockFile)) return null;
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
}
