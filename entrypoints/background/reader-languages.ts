import { browser } from 'wxt/browser';
import { interfaceLanguage, readingLanguages, UI_LANGUAGES } from '@/utils/settings';

// A cache only, for every key of a search asks: read from the settings again when one of them changes, and after each stop.
let languages: Promise<string[]> | null = null;
let isWatching: 'yes' | 'no' = 'no';

/** BCP 47 primary tags, dearest first: what the user chose, else the interface's language, then our other ones. */
export function readerLanguages(): Promise<string[]> {
  if (isWatching === 'no') {
    isWatching = 'yes';
    interfaceLanguage.watch(() => (languages = null));
    readingLanguages.watch(() => (languages = null));
  }
  return (languages ??= read().catch((error: unknown) => {
    languages = null; // storage may answer the next one
    throw error;
  }));
}

async function read(): Promise<string[]> {
  const [chosen, ofInterface] = await Promise.all([readingLanguages.getValue(), interfaceLanguage.getValue()]);
  const own = ofInterface === 'auto' ? primary(browser.i18n.getUILanguage()) : ofInterface;
  return [...new Set([...chosen, own, ...UI_LANGUAGES])];
}

function primary(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
