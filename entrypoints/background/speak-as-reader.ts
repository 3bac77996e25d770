import { browser } from 'wxt/browser';
import { speakFrom, wantedLanguage } from '@/utils/i18n';
import { interfaceLanguage } from '@/utils/settings';

/**
 * From here on words are in the language that the reader chose. The background says few, and texts in its script would be read at every
 * wake (docs/decisions/0016): they come out of our package. Rejects where that is gone, which an update can do.
 */
export async function speakAsReader(): Promise<void> {
  await speakFrom(wantedLanguage(await interfaceLanguage.getValue()), async (language) => {
    const response = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json`));
    return response.text();
  });
}
