import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { stem as stemEnglish } from 'porter2';
import { stemBelarusian } from './stem-belarusian';

/** Languages whose forms we join; words of others are found as they are written. */
const STEMMED = ['en', 'ru', 'be'] as const;
export type StemmedLanguage = (typeof STEMMED)[number];

/** Shorter words have no ending to lose: "маз" stays apart from "мазь" wherever it can. */
const LEAST_LETTERS = 4;

/** The language whose stems a BCP 47 tag uses; null for all others. */
export function stemmedLanguageOf(lang: string): StemmedLanguage | null {
  const primary = lang.slice(0, 2).toLowerCase();
  if (lang.length > 2 && lang[2] !== '-' && lang[2] !== '_') return null;
  return STEMMED.find((known) => known === primary) ?? null;
}

/** The key that the forms of a folded word share, in one language. */
export function stemOf(language: StemmedLanguage, word: string): string {
  if (word.length < LEAST_LETTERS) return word;
  switch (language) {
    case 'en':
      return stemEnglish(word);
    case 'ru':
      return stemRussian(word);
    case 'be':
      return stemBelarusian(word);
  }
}

/** Languages in which a word of a query may stand, judged by its letters: we do not know what a reader types in. */
export function languagesOfLetters(word: string): readonly StemmedLanguage[] {
  const code = word.charCodeAt(0);
  if (code >= 0x400 && code < 0x530) return CYRILLIC;
  return code < 0x250 ? LATIN : [];
}

const CYRILLIC: readonly StemmedLanguage[] = ['ru', 'be'];
const LATIN: readonly StemmedLanguage[] = ['en'];
