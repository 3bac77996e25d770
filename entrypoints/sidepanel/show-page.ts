import { browser } from 'wxt/browser';

/** Shows a page of ours in a tab. One tab of it is enough: where it is open already, it comes to the front. */
export async function showPage(path: '/notes.html' | '/digest.html'): Promise<void> {
  const url = browser.runtime.getURL(path);
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}
