import { day, languageName, monthYear, t, yearRange } from '@/utils/i18n';
import type { Verdict } from '@/utils/model';
import type { ChosenFilter, SearchState } from '@/utils/stores';

const VERDICTS: readonly string[] = ['improved', 'unchanged', 'worsened'] satisfies Verdict[];

/** What a chip says of a filter, in words for people. */
export function filterWords(filter: ChosenFilter, overview: SearchState['overview']): string {
  const said = valueWords(filter, overview);
  return filter.use === 'unwanted' ? t('without', { name: said }) : said;
}

/** A situation in words; `none` is a brief that gives no verdict. */
export function situationWords(value: string): string {
  return VERDICTS.includes(value) ? t(value as Verdict) : t('noSituation');
}

function valueWords({ field, value }: ChosenFilter, overview: SearchState['overview']): string {
  switch (field) {
    case 'date':
      return dateWords(value);
    case 'situation':
      return situationWords(value.toLowerCase());
    case 'lang':
      return languageName(value);
    case 'archive':
      return overview?.archives.find((archive) => archive.value === value)?.title ?? value;
    case 'entity':
      return overview?.entities.find((entity) => isCalled(entity.value, value))?.label ?? value;
  }
}

/** An entity's id, with or without its archive. */
export function isCalled(id: string, value: string): boolean {
  return id === value || id.endsWith(`/${value}`);
}

function dateWords(value: string): string {
  const [from = '', to] = value.split('..');
  if (to === undefined) return oneDate(from);
  if (from === '') return t('untilDate', { date: oneDate(to) });
  if (to === '') return t('sinceDate', { date: oneDate(from) });
  const [first, last] = [from, to].map((date) => (/^\d{4}$/u.test(date) ? Number(date) : NaN));
  return first && last ? yearRange({ from: first, to: last }) : `${oneDate(from)} – ${oneDate(to)}`;
}

function oneDate(value: string): string {
  if (/^\d{4}-\d\d$/u.test(value)) return monthYear(`${value}-01`);
  return /^\d{4}$/u.test(value) ? value : day(value);
}
