import { number } from './numbers';
import { spoken } from './speech';
import { type Language, type MessageKey, tableOf } from './tables';
import { glue } from './typography';

/**
 * The text of a message in the spoken language. `{name}` in it is replaced by `values.name`; numbers are written the
 * language's way. A message with plural forms chooses by `values.n`.
 */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const language = spoken();
  const message = find(language, key, values['n']) ?? key;
  const filled = message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number(value) : value;
  });
  return glue(filled, language);
}

function find(language: Language, key: string, n: string | number | undefined): string | undefined {
  const table = tableOf(language);
  const plain = table?.[key]?.message;
  if (plain !== undefined || typeof n !== 'number') return plain;
  const form = pluralRules(language).select(n);
  return (table?.[`${key}_${form}`] ?? table?.[`${key}_other`])?.message;
}

const rules = new Map<Language, Intl.PluralRules>();

function pluralRules(language: Language): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}
