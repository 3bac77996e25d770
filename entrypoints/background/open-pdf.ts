import { browser } from 'wxt/browser';
import { originsOf, viewerOf } from '@/utils/settings';

/** Opens the PDF of a link in our reader, in a tab of its own. The browser is asked for its site first, while the click counts. */
export async function openPdf(address: string): Promise<void> {
  await browser.permissions.request({ origins: originsOf(new URL(address).hostname) }).catch(() => false);
  await browser.tabs.create({ url: viewerOf(address) }); // without access it says what to do
}
