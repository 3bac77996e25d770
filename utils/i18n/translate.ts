import be from '@/public/_locales/be/messages.json';
import en from '@/public/_locales/en/messages.json';
import ru from '@/public/_locales/ru/messages.json';

/** Languages that have all texts. Chrome knows no Belarusian interface, so the tables are ours, not `browser.i18n`'s. */
export const LANGUAGES = ['en', 'ru', 'be'] as const;
export type Language = (typeof LANGUAGES)[number];

type Plural = 'one' | 'few' | 'many' | 'other';
type Written = keyof typeof en;
/** Keys of the English file; of a message with plural forms, its name without the form. */
export type Key = Written extends infer K ? (K extends `${infer Stem}_${Plural}` ? Stem : K) : never;

type Table = Readonly<Record<string, { message: string } | undefined>>;
const TABLES: Record<Language, Table> = { en, ru, be };

/** CLDR gives Belarusian and Russian the same plural rules; browsers do not all carry Belarusian. */
const PLURALS: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  ru: new Intl.PluralRules('ru'),
  be: new Intl.PluralRules('ru'),
};

// What this page of ours speaks; set once before it is drawn, and again when the user chooses another language.
let spoken: Language = 'en';

/** Sets the language of everything drawn from now on. */
export function speak(language: Language): void {
  spoken = language;
}

/** The language that is spoken now, for `lang` attributes. */
export function spokenLanguage(): Language {
  return spoken;
}

/** The first of the wishes (BCP 47, dearest first) that we have texts in, else English. */
export function firstSpoken(wishes: readonly string[]): Language {
  const primaries = wishes.map((wish) => wish.toLowerCase().split('-')[0]);
  for (const primary of primaries) {
    const language = LANGUAGES.find((known) => known === primary);
    if (language) return language;
  }
  return 'en';
}

/**
 * A text for people. `{name}` in it is filled from `values`; with a number `n` the plural form is chosen by it.
 * A key is checked by the compiler against the English file, and by a test against the others.
 */
export function t(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  const table = TABLES[spoken];
  const n = values['n'];
  const form = typeof n === 'number' ? table[`${key}_${PLURALS[spoken].select(n)}`] : undefined;
  const message = (form ?? table[key])?.message ?? key;
  return message.replace(/\{(\w+)\}/gu, (hole, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? value.toLocaleString(spoken === 'be' ? 'ru' : spoken) : (value ?? hole);
  });
}
