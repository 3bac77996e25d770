import type englishTable from '@/public/_locales/en/messages.json';

/** Languages we have all texts in. */
export const LANGUAGES = ['en', 'ru', 'be'] as const;
export type Language = (typeof LANGUAGES)[number];

type RawKey = keyof typeof englishTable;

/** What `t` takes: a key of the English file, without the plural suffix. */
export type MessageKey = RawKey extends infer K ? (K extends `${infer Base}_${'one' | 'other'}` ? Base : K) : never;

type Table = Readonly<Record<string, { readonly message: string } | undefined>>;

const tables = new Map<Language, Table>();

/** The texts of a language; undefined before they were read. */
export function tableOf(language: Language): Table | undefined {
  return tables.get(language);
}

/** Reads the texts of a language: the content of its file in public/_locales. */
export function readTable(language: Language, file: string): void {
  if (!tables.has(language)) tables.set(language, JSON.parse(file) as Table);
}
