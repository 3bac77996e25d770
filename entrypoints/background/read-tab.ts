import { browser } from 'wxt/browser';
import { done, failed, type PageFailure, type Result } from '@/utils/model';

/**
 * Puts our content script into a tab, which reads the page and tells us; injected a second time, the first one reads again.
 * Access comes from a click (`activeTab`) or a granted site.
 */
export async function readTab(tabId: number): Promise<Result<null, PageFailure | 'no-access'>> {
  try {
    await browser.scripting.insertCSS({ target: { tabId }, files: ['/content-scripts/page.css'] });
    await browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/page.js'] });
    return done(null);
  } catch {
    return failed((await isClosedToExtensions(tabId)) ? 'not-readable' : 'no-access');
  }
}

/** Whether the tab shows something no extension may read. Where the browser hides the address, we cannot know and say no. */
export async function isClosedToExtensions(tabId: number): Promise<boolean> {
  const url = await addressOf(tabId);
  return url !== null && (!/^(?:https?|file):/u.test(url) || CLOSED_HOSTS.has(new URL(url).hostname));
}

/** The tab's address; null where the browser does not tell us before a click, or the tab is gone. */
export async function addressOf(tabId: number): Promise<string | null> {
  try {
    const { url } = await browser.tabs.get(tabId);
    return url !== undefined && url !== '' && URL.canParse(url) ? url : null;
  } catch {
    return null;
  }
}

/** The stores, which every browser keeps extensions out of. */
const CLOSED_HOSTS = new Set(['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com']);
