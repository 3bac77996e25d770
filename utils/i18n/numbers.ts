import { spoken } from './speech';

/** A number for people: "2,140" in English; Russian and Belarusian group from five digits on: "2140", "21 400". */
export function number(value: number): string {
  const language = spoken();
  return new Intl.NumberFormat(language, { useGrouping: language === 'en' ? 'auto' : 'min2' }).format(value);
}
