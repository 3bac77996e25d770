import { browser } from 'wxt/browser';

export const READ_PAGE_MENU = 'read-page';
export const OPEN_PDF_MENU = 'open-pdf';

/** Made anew at each install and update; the browser keeps them in between. Its language, not ours, for the menu is the browser's. */
export function setMenus(): void {
  void browser.contextMenus.removeAll().then(() => {
    browser.contextMenus.create({
      id: READ_PAGE_MENU,
      title: browser.i18n.getMessage('readPage'),
      contexts: ['page'],
      documentUrlPatterns: ['http://*/*', 'https://*/*', 'file://*/*'],
    });
    browser.contextMenus.create({
      id: OPEN_PDF_MENU,
      title: browser.i18n.getMessage('openPdfLink'),
      contexts: ['link'],
      targetUrlPatterns: ['*://*/*.pdf', '*://*/*.pdf?*', '*://*/*.PDF'],
    });
  });
}
