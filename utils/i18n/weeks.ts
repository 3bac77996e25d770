import { spoken } from './speech';
import type { Language } from './tables';

/** Three letters and no full stop: CLDR's Russian months differ in length, and a column of weeks must not dance. */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  ru: ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  be: ['сту', 'лют', 'сак', 'кра', 'мая', 'чэр', 'ліп', 'жні', 'вер', 'кас', 'ліс', 'сне'],
};

/** "29 Oct – 4 Nov 2012", "22 – 28 Oct 2012". Takes ISO 8601 dates; what is none is shown as it was written. */
export function weekRange(week: { from: string; to: string }): string {
  const from = parts(week.from);
  const to = parts(week.to);
  if (!from || !to) return solid(`${week.from} – ${week.to}`);
  if (from.year !== to.year) return solid(`${from.day} ${from.month} ${from.year} – ${to.day} ${to.month} ${to.year}`);
  if (from.month !== to.month) return solid(`${from.day} ${from.month} – ${to.day} ${to.month} ${to.year}`);
  return solid(`${from.day} – ${to.day} ${to.month} ${to.year}`);
}

/** "23 Oct 2012". */
export function day(isoDate: string): string {
  const date = parts(isoDate);
  return solid(date ? `${date.day} ${date.month} ${date.year}` : isoDate);
}

/** "23 Oct 2012, 09:12" in the reader's own time zone, of a moment in ms since 1970. */
export function moment(ms: number): string {
  const at = new Date(ms);
  const two = (part: number): string => `${part}`.padStart(2, '0');
  const date = day(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`);
  return `${date}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** "Dec 2014". */
export function monthYear(isoDate: string): string {
  const date = parts(isoDate);
  return solid(date ? `${date.month} ${date.year}` : isoDate);
}

/** "14:30", of a moment in milliseconds since 1970, where the reader is. */
export function timeOfDay(moment: number): string {
  return new Intl.DateTimeFormat(spoken() === 'en' ? 'en-GB' : spoken(), { hour: '2-digit', minute: '2-digit' }).format(
    moment,
  );
}

/** "2010–2014", or "2012" where both are one. */
export function yearRange(years: { from: number; to: number }): string {
  return years.from === years.to ? `${years.from}` : `${years.from}–${years.to}`;
}

/** The time of day is dropped without a time zone's help: a page's date is the one its newsroom wrote. */
function parts(isoDate: string): { day: number; month: string; year: string } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate);
  const month = MONTHS[spoken()][Number(match?.[2]) - 1];
  return match?.[1] && month ? { day: Number(match[3]), month, year: match[1] } : null;
}

/** A date never breaks over two lines. */
function solid(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
