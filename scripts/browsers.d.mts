/** Types of browsers.mjs, which is plain so that it runs before anything is installed. */
export function findBrowser(browser: 'chromium' | 'firefox'): string | null;
export function installBrowsers(wanted: ('chromium' | 'firefox')[]): Promise<void>;
