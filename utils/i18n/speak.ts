import be from '@/public/_locales/be/messages.json?raw';
import en from '@/public/_locales/en/messages.json?raw';
import ru from '@/public/_locales/ru/messages.json?raw';
import { setSpoken } from './speech';
import { type Language, readTable } from './tables';

const FILES: Readonly<Record<Language, string>> = { en, ru, be };

/** Changes the language of the interface; everybody who listens draws again. For pages, which have all texts at hand. */
export function speak(language: Language): void {
  readTable(language, FILES[language]);
  setSpoken(language);
}
