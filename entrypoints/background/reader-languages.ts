import { browser } from 'wxt/browser';
import { interfaceLanguage, readingLanguages, UI_LANGUAGES } from '@/utils/settings';

/** BCP 47 primary tags, dearest first: what the user chose, else the interface's language, then our other ones. */
export async function readerLanguages(): Promise<string[]> {
  const [chosen, ofInterface] = await Promise.all([readingLanguages.getValue(), interfaceLanguage.getValue()]);
  const own = ofInterface === 'auto' ? primary(browser.i18n.getUILanguage()) : ofInterface;
  return [...new Set([...chosen, own, ...UI_LANGUAGES])];
}

function primary(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
