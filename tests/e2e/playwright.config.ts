import { defineConfig } from '@playwright/test';

/**
 * Real browsers. `*.spec.ts` runs in Chromium, `*.firefox.spec.ts` in Firefox, which is driven by our own fixture:
 * Playwright's Firefox is a build of its own, and extensions cannot be put into it.
 *
 * One worker: a browser with an extension is opened once for all tests of a file; two at a time are slower on two cores.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/e2e',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 30_000,
  reporter: [['list'], ['json', { outputFile: `../../out/e2e-${projectAsked()}.json` }]],
  projects: [
    { name: 'chromium', testMatch: '*.spec.ts', testIgnore: '*.firefox.spec.ts' },
    { name: 'firefox', testMatch: '*.firefox.spec.ts' },
  ],
});

/** Each project has a report of its own, or the second run would write over the first. */
function projectAsked(): string {
  return process.argv[process.argv.indexOf('--project') + 1] === 'firefox' ? 'firefox' : 'chromium';
}
