import { type Language, spokenLanguage } from './translate';

/** Three letters, no full stop: CLDR's Russian ones differ in length, and lists would not stand straight. */
const MONTHS: Record<Language, readonly string[]> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  ru: ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  be: ['сту', 'лют', 'сак', 'кра', 'мая', 'чэр', 'ліп', 'жні', 'вер', 'кас', 'ліс', 'сне'],
};
const NBSP = '\u00a0';

interface Day {
  day: number;
  month: string;
  year: number;
}

/** "29 Oct – 4 Nov 2012"; what is the same is said once. Spaces inside do not break, but after the dash. */
export function weekText(week: { from: string; to: string }): string {
  const from = dayOf(week.from);
  const to = dayOf(week.to);
  if (!from || !to) return `${week.from} – ${week.to}`;
  const first =
    from.year !== to.year
      ? [from.day, from.month, from.year]
      : from.month !== to.month
        ? [from.day, from.month]
        : [from.day];
  return `${first.join(NBSP)}${NBSP}– ${[to.day, to.month, to.year].join(NBSP)}`;
}

/** "23 Oct 2012" for an ISO 8601 date or moment; what is none comes back as it is. */
export function dayText(iso: string): string {
  const day = dayOf(iso);
  return day ? [day.day, day.month, day.year].join(NBSP) : iso;
}

/** "Dec 2014". */
export function monthText(iso: string): string {
  const day = dayOf(iso);
  return day ? [day.month, day.year].join(NBSP) : iso;
}

/** "2010–2014", or one year. */
export function yearsText(years: { from: number; to: number }): string {
  return years.from === years.to ? String(years.from) : `${years.from}–${years.to}`;
}

/** Read off the text, not through Date: a week is a week in every time zone. */
function dayOf(iso: string): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(iso) ?? [];
  const name = MONTHS[spokenLanguage()][Number(month) - 1];
  return year && day && name ? { day: Number(day), month: name, year: Number(year) } : null;
}
