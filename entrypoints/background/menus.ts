import { browser } from 'wxt/browser';

export const READ_PAGE_MENU = 'read-page';
export const OPEN_PDF_MENU = 'open-pdf';
export const LOOK_UP_MENU = 'look-up';
export const ADD_PAGE_MENU = 'add-page';

/** Made anew at each install and update; the browser keeps them in between. Its language, not ours, for the menu is the browser's. */
export function setMenus(): void {
  void browser.contextMenus.removeAll().then(() => {
    for (const [id, key] of [
      [READ_PAGE_MENU, 'readPage'],
      [ADD_PAGE_MENU, 'addPage'],
    ] as const) {
      browser.contextMenus.create({
        id,
        title: browser.i18n.getMessage(key),
        contexts: ['page'],
        documentUrlPatterns: ['http://*/*', 'https://*/*', 'file://*/*'],
      });
    }
    browser.contextMenus.create({
      id: LOOK_UP_MENU,
      title: browser.i18n.getMessage('lookUp'),
      contexts: ['selection'],
    });
    browser.contextMenus.create({
      id: OPEN_PDF_MENU,
      title: browser.i18n.getMessage('openPdfLink'),
      contexts: ['link'],
      targetUrlPatterns: ['*://*/*.pdf', '*://*/*.pdf?*', '*://*/*.PDF'],
    });
  });
}
