/** Types of browsers.mjs, which is plain so that it runs before anything is installed. */
export type Program = 'chromium' | 'firefox' | 'xvfb' | 'openbox' | 'xdotool';
export function findBrowser(browser: Program): string | null;
export function installBrowsers(wanted: Program[]): Promise<void>;
