import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * Unit tests: they stand beside the code they test, and in tests/ where no single room owns them.
 * Real browsers are Playwright's work (tests/e2e/playwright.config.ts).
 */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['{utils,components,entrypoints,scripts}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
    setupFiles: ['tests/speak-english.ts'],
    restoreMocks: true,
  },
});
