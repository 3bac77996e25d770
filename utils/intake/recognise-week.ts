import type { Week } from '@/utils/model';
import { monthOf } from './month-names';

/** Longest line that can be a week, in UTF-16 code units: "с 29 октября по 4 ноября 2012 года" and some words around it. */
const MAX_LINE = 120;

const DAY_MS = 86_400_000;

interface Day {
  day: number;
  month: number | null;
  year: number | null;
}

/** "October 29", "29 октября", "Nov. 4th, 2012", "04.11.2012"; the words are looked at afterwards. */
const DAY = String.raw`(?:\p{L}{3,}\.?\s+)?\d{1,2}(?:\.\d{1,2}(?:\.\d{4})?|(?:st|nd|rd|th)?(?:\s+\p{L}{3,}\.?)?(?:,?\s+\d{4})?)`;
/** No raw text: its letters beyond ASCII are escaped where the background's script is built. */
const BETWEEN = '(?:[–—-]|\\b(?:to|until)\\b|(?<=\\s)(?:по|па|да)(?=\\s))';
const RANGE = new RegExp(String.raw`(?<![\d.])(${DAY})\s*${BETWEEN}\s*(${DAY})`, 'iu');

/**
 * The week that a line names: "October 29 – November 4, 2012", «29 октября – 4 ноября 2012», «29.10–04.11.2012».
 *
 * Null unless both days stand there, a year can be told, and they are the Monday and the Sunday of one week: a range of other days is
 * somebody's travel or holiday. A week over New Year may give each year or only the last.
 */
export function weekIn(line: string): Week | null {
  if (line.length > MAX_LINE) return null;
  const [, from, to] = RANGE.exec(line) ?? [];
  return from === undefined || to === undefined ? null : weekOf(dayIn(from), dayIn(to));
}

/** A line that is nothing but a week: the week, or null. */
export function weekLine(line: string): Week | null {
  if (line.length > MAX_LINE) return null;
  const around = line.replace(RANGE, ' ').match(/\p{L}{3,}/gu) ?? [];
  return around.every((word) => /^(?:года|from|the|week)$/iu.test(word)) ? weekIn(line) : null;
}

function dayIn(text: string): Day | null {
  const numeric = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?$/u.exec(text);
  if (numeric) {
    return {
      day: Number(numeric[1]),
      month: Number(numeric[2]),
      year: numeric[3] === undefined ? null : Number(numeric[3]),
    };
  }
  const month = (text.match(/\p{L}{3,}/gu) ?? []).map(monthOf).find((found) => found !== null) ?? null;
  const [day, year] = text.match(/\d+/gu) ?? [];
  return day === undefined ? null : { day: Number(day), month, year: year === undefined ? null : Number(year) };
}

function weekOf(from: Day | null, to: Day | null): Week | null {
  if (!from || !to) return null;
  // "October 29 – 4" never stands for November; "October 22 – 28, 2012" and «22–28 октября» leave one month out.
  const lastMonth = to.month ?? from.month;
  const firstMonth = from.month ?? (lastMonth !== null && from.day > to.day ? ((lastMonth + 10) % 12) + 1 : lastMonth);
  const lastYear = to.year ?? from.year;
  if (lastMonth === null || firstMonth === null || lastYear === null) return null;
  const firstYear = from.year ?? (firstMonth > lastMonth ? lastYear - 1 : lastYear);
  const monday = dateOf(firstYear, firstMonth, from.day);
  const sunday = dateOf(lastYear, lastMonth, to.day);
  if (!monday || !sunday || monday.getUTCDay() !== 1 || sunday.getTime() - monday.getTime() !== 6 * DAY_MS) return null;
  return { from: monday.toISOString().slice(0, 10), to: sunday.toISOString().slice(0, 10) };
}

function dateOf(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null;
}
