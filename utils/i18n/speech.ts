import { browser } from 'wxt/browser';
import { type Language, LANGUAGES, readTable, tableOf } from './tables';

let current: Language = 'en';
const listeners = new Set<() => void>();

/** The language the interface speaks now. */
export function spoken(): Language {
  return current;
}

/** To be called once the texts of the language are read; everybody who listens draws again. */
export function setSpoken(language: Language): void {
  if (language === current) return;
  current = language;
  for (const listener of listeners) listener();
}

/** As `speak`, for who has no texts at hand: `readFile` gives those of a language as its file has them, and is asked for each once. */
export async function speakFrom(language: Language, readFile: (language: Language) => Promise<string>): Promise<void> {
  if (!tableOf(language)) readTable(language, await readFile(language));
  setSpoken(language);
}

/** Hears changes of language. Returns how to stop. */
export function onSpeech(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The language to speak for a setting. `auto` follows the browser's interface, then the languages it asks sites for.
 * A reader who asks sites for Belarusian first wants Belarusian: the browser just has no interface in it to choose.
 */
export function wantedLanguage(setting: Language | 'auto'): Language {
  if (setting !== 'auto') return setting;
  const asked = globalThis.navigator?.languages ?? [];
  const inOrder = asked[0]?.startsWith('be') ? asked : [browser.i18n.getUILanguage(), ...asked];
  return inOrder.map(asLanguage).find((language) => language !== null) ?? 'en';
}

function asLanguage(tag: string): Language | null {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? null;
}
