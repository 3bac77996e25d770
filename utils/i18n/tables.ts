import be from '@/public/_locales/be/messages.json';
import en from '@/public/_locales/en/messages.json';
import ru from '@/public/_locales/ru/messages.json';

/** Languages we have all texts in. */
export const LANGUAGES = ['en', 'ru', 'be'] as const;
export type Language = (typeof LANGUAGES)[number];

type RawKey = keyof typeof en;

/** What `t` takes: a key of the English file, without the plural suffix. */
export type MessageKey = RawKey extends infer K ? (K extends `${infer Base}_${'one' | 'other'}` ? Base : K) : never;

type Table = Readonly<Record<string, { readonly message: string } | undefined>>;

export const TABLES: Readonly<Record<Language, Table>> = { en, ru, be };
