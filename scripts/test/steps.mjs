import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TOP } from '../machine/dependencies.mjs';

const MINUTE = 60_000;
const UNIT = 'tests/vitest.config.ts';
const E2E = 'tests/e2e/playwright.config.ts';

/**
 * Everything `npm test` runs, in order. `name` and `group` are what `--only` takes; `needs` are steps that must have run;
 * `report` is a runner's JSON, from which single tests are counted. A step without one counts as one test.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {'check' | 'unit' | 'build' | 'e2e'} group
 * @property {string[]} command
 * @property {string[]} [needs]
 * @property {import('../browsers.mjs').Program[]} [browsers]
 * @property {{ file: string, kind: 'vitest' | 'playwright' }} [report]
 * @property {number} atMostMs
 */

/** @type {Step[]} */
export const STEPS = [
  {
    name: 'format',
    group: 'check',
    command: ['prettier', '--check', '--log-level=warn', '**/*.{ts,tsx,mjs,css,json}'],
    atMostMs: MINUTE,
  },
  { name: 'types', group: 'check', command: ['tsc', '--noEmit', '-p', '.'], atMostMs: MINUTE },
  { name: 'pure', group: 'check', command: ['tsc', '--noEmit', '-p', 'tests/tsconfig.pure.json'], atMostMs: MINUTE },
  {
    name: 'lint',
    group: 'check',
    command: ['eslint', '--config', 'scripts/eslint.config.mjs', '--max-warnings=0', '.'],
    atMostMs: 2 * MINUTE,
  },
  { name: 'dead', group: 'check', command: ['knip'], atMostMs: MINUTE },
  vitest({ name: 'rules', group: 'check', args: ['tests/architecture.test.ts'] }),
  vitest({ name: 'unit', group: 'unit', args: ['--exclude', 'tests/architecture.test.ts'] }),
  { name: 'build-chrome', group: 'build', command: ['wxt', 'build'], atMostMs: MINUTE },
  { name: 'build-firefox', group: 'build', command: ['wxt', 'build', '-b', 'firefox', '--mv3'], atMostMs: MINUTE },
  {
    name: 'addon',
    group: 'build',
    command: ['web-ext', 'lint', '-s', '.output/firefox-mv3', '--no-config-discovery'],
    needs: ['build-firefox'],
    atMostMs: 2 * MINUTE,
  },
  playwright({ browser: 'chromium', needs: 'build-chrome', screen: ['xvfb', 'openbox', 'xdotool'] }),
  playwright({ browser: 'firefox', needs: 'build-firefox', screen: [] }),
];

/**
 * The steps that were asked for with what they need, in the order of STEPS; all where nothing was asked for.
 * Throws with the possible names at an unknown one.
 *
 * @param {string[]} only
 * @returns {Step[]}
 */
export function chosenSteps(only) {
  const known = new Set(STEPS.flatMap(({ name, group }) => [name, group]));
  const unknown = only.find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: no such step. There are: ${[...known].join(', ')}`);
  const asked = STEPS.filter(({ name, group }) => only.length === 0 || only.includes(name) || only.includes(group));
  const names = new Set(asked.flatMap(({ name, needs = [] }) => [name, ...needs]));
  return STEPS.filter(({ name }) => names.has(name));
}

/**
 * What a finished step counts: its runner's tests, or itself. A runner that failed without a failed test
 * (it could not start, it was ended) counts one failure; one that found no test at all has failed too.
 *
 * @param {Step} step
 * @param {number} code
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function countOf(step, code) {
  const own = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (!step.report) return own;
  const file = join(TOP, step.report.file);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const count = READ[step.report.kind](JSON.parse(readFileSync(file, 'utf8')));
  if (count.passed + count.failed === 0 || (code !== 0 && count.failed === 0)) count.failed += 1;
  return count;
}

/** Takes away what an earlier run left, or a runner that dies would be counted by yesterday's report. */
export function forgetReport(step) {
  if (step.report) rmSync(join(TOP, step.report.file), { force: true });
}

const READ = {
  vitest: (report) => ({
    passed: report.numPassedTests,
    // A file that does not even load has no tests to fail, only itself.
    failed:
      report.numFailedTests +
      report.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }),
  playwright: ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }),
};

function vitest({ name, group, args }) {
  const file = `out/${name}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    name,
    group,
    command: ['vitest', 'run', '--config', UNIT, ...reporters, ...args],
    report: { file, kind: 'vitest' },
    atMostMs: 10 * MINUTE,
  };
}

function playwright({ browser, needs, screen }) {
  return {
    name: `e2e-${browser}`,
    group: 'e2e',
    command: ['playwright', 'test', '--config', E2E, '--project', browser],
    needs: [needs],
    browsers: [browser, ...screen],
    report: { file: `out/e2e-${browser}.json`, kind: 'playwright' },
    atMostMs: 20 * MINUTE,
  };
}
