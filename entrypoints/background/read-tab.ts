import { browser } from 'wxt/browser';
import type { Asker } from '@/utils/messaging';
import { done, failed, type PageFailure, type Result } from '@/utils/model';

export const MARKS_STYLE = '/content-scripts/page.css';

/**
 * Puts our content script into a tab, which reads the page and tells us; injected a second time, the first one reads again.
 * Access comes from a click (`activeTab`) or a granted site.
 */
export async function readTab(tabId: number): Promise<Result<null, PageFailure | 'no-access'>> {
  try {
    if (await showsPdf(tabId)) return failed('not-readable');
    await browser.scripting.insertCSS({ target: { tabId }, files: [MARKS_STYLE] });
    await putReader(tabId);
    return done(null);
  } catch {
    return failed((await isClosedToExtensions(tabId)) ? 'not-readable' : 'no-access');
  }
}

/** The reader alone: the look of marks came with the starter. Rejects where the browser keeps us out, and where the tab has moved on. */
export async function putReader(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/page.js'] });
}

/**
 * The look of marks for the frames and shadow trees of a tab; what the browser keeps us out of is left out. Firefox lets only a user's
 * sheet into shadow trees; Chromium lets an author's in, and does not paint a user's.
 */
export async function dressRoots(_all: null, { tabId }: Asker): Promise<Result<null, never>> {
  await browser.scripting
    .insertCSS({
      target: { tabId, allFrames: true },
      files: [MARKS_STYLE],
      origin: import.meta.env.FIREFOX ? 'USER' : 'AUTHOR',
    })
    .catch(() => undefined); // The tab is gone, or was left since: then there is nothing to dress.
  return done(null);
}

/** The address of the PDF that a tab shows in the browser's own viewer; null where it shows none, or hides its address. */
export async function pdfIn(tabId: number): Promise<string | null> {
  const url = await addressOf(tabId);
  if (url === null || !/^(?:https?|file):/u.test(url)) return null;
  return /\.pdf$/iu.test(new URL(url).pathname) || (await showsPdf(tabId)) ? url : null;
}

/** Asks the document itself: many a PDF's address does not say so. Browsers that keep us out of their viewer throw, and the address decides. */
async function showsPdf(tabId: number): Promise<boolean> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: () => document.contentType });
    return frame?.result === 'application/pdf';
  } catch {
    return false;
  }
}

/** Whether the tab shows our own reader of PDFs, which answers as a page does and needs no script put in. */
export async function isOurViewer(tabId: number): Promise<boolean> {
  return (await addressOf(tabId))?.startsWith(browser.runtime.getURL('/viewer.html')) ?? false;
}

/**
 * Whether the tab shows something no extension may read. Where the browser hides the address, its refusal tells: Chromium names the
 * scheme or the store, and says "manifest must request permission" for a page that could be asked for.
 */
export async function isClosedToExtensions(tabId: number): Promise<boolean> {
  const url = await addressOf(tabId);
  if (url !== null) return !/^(?:https?|file):/u.test(url) || CLOSED_HOSTS.has(new URL(url).hostname);
  try {
    // Does nothing where it is let in; it is refused here, or we would have been told the address.
    await browser.scripting.executeScript({ target: { tabId }, func: () => null });
    return false;
  } catch (refusal) {
    return /chrome(?:-extension|-error)?:\/\/|edge:\/\/|devtools:\/\/|extensions gallery/u.test(String(refusal));
  }
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
