import be from '@/public/_locales/be/messages.json?raw';
import type englishTable from '@/public/_locales/en/messages.json';
import en from '@/public/_locales/en/messages.json?raw';
import ru from '@/public/_locales/ru/messages.json?raw';

/** Languages we have all texts in. */
export const LANGUAGES = ['en', 'ru', 'be'] as const;
export type Language = (typeof LANGUAGES)[number];

type RawKey = keyof typeof englishTable;

/** What `t` takes: a key of the English file, without the plural suffix. */
export type MessageKey = RawKey extends infer K ? (K extends `${infer Base}_${'one' | 'other'}` ? Base : K) : never;

type Table = Readonly<Record<string, { readonly message: string } | undefined>>;

/** The files as texts: a background that wakes to search says few words, and reads no table before it says one. */
const FILES: Readonly<Record<Language, string>> = { en, ru, be };
const read = new Map<Language, Table>();

/** The texts of a language. */
export function tableOf(language: Language): Table {
  const table = read.get(language) ?? (JSON.parse(FILES[language]) as Table);
  read.set(language, table);
  return table;
}
