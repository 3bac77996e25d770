import { monthOf } from './month-names';

/** A moment as a source writes it. */
export interface ParsedDate {
  /** YYYY-MM-DD in the source's own time zone: the day its readers saw. */
  day: string;
  /** The moment in UTC, YYYY-MM-DDTHH:MM:SSZ; what a source left out counts as its beginning. */
  instant: string;
}

/** Years in which an archive's briefs may be dated; outside, a program wrote the date, not a person. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2199;

/** Hours from UTC of the zones that RFC 822 names, and some that feeds use besides. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0, utc: 0, gmt: 0, z: 0, bst: 1, cet: 1, cest: 2, eet: 2, eest: 3, msk: 3, msd: 4,
  ast: -4, adt: -3, est: -5, edt: -4, et: -5, cst: -6, cdt: -5, ct: -6, mst: -7, mdt: -6, mt: -7, pst: -8, pdt: -7, pt: -8,
}; // prettier-ignore

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Minutes east of UTC. */
  zone: number;
}

/**
 * Reads the dates of feeds: RFC 822 and its misspellings, ISO 8601 as the W3C profiles it, asctime, and days with a month's name
 * in three languages. A date that names no real day gives null, never a guess; so does the zero of Unix time, which stands for "unknown".
 */
export function parseDate(text: string): ParsedDate | null {
  const trimmed = text.trim().slice(0, MAX_DATE_CHARS);
  const parts = fromIso(trimmed) ?? fromWords(trimmed) ?? fromNumbers(trimmed);
  return parts && momentOf(parts);
}

/** Longest date, in UTF-16 code units: "Wednesday, 30 September 2009 08:59:59 +0000 (Greenwich Mean Time)" is 69. */
const MAX_DATE_CHARS = 80;

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?`;

function fromIso(text: string): Parts | null {
  const found = new RegExp(
    String.raw`^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?|-?(\d{3}))?(?:[tT_ ]+${TIME}(?::\d+)?\s*(z|[a-z]{2,4}|[+-]\d{1,2}:?(?:\d{2})?)?)?$`,
    'iu',
  ).exec(text);
  if (!found) return null;
  const [, year, month, day, ordinal, hour, minute, second, zone] = found;
  const offset = zoneOf(zone);
  if (offset === null) return null;
  const date = {
    year: Number(year),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
  if (ordinal === undefined) return { ...date, month: Number(month ?? 1), day: Number(day ?? 1), zone: offset };
  const real = new Date(Date.UTC(date.year, 0, Number(ordinal)));
  return { ...date, month: real.getUTCMonth() + 1, day: real.getUTCDate(), zone: offset };
}

/** Anything with a month in words: the number before or after it that is the day, the one that is the year, and a time. */
function fromWords(text: string): Parts | null {
  const time = new RegExp(String.raw`(?<![\d:])${TIME}\s*(am|pm)?`, 'iu').exec(text);
  const rest = time ? `${text.slice(0, time.index)} ${text.slice(time.index + time[0].length)}` : text;
  const words = rest.match(/\p{L}+|[+-]\d{2}:?\d{2}(?!\d)|\d+/gu) ?? [];
  const monthAt = words.findIndex((word) => /^\p{L}{3,}$/u.test(word) && monthOf(word) !== null);
  if (monthAt < 0) return null;
  const numbers = words.flatMap((word, at) =>
    /^\d+$/u.test(word) ? [{ at, value: Number(word), digits: word.length }] : [],
  );
  const day = numbers.find(({ at, digits }) => digits <= 2 && Math.abs(at - monthAt) === 1);
  // Between day and year nothing is guessed: a year has four digits, or two and stands last.
  const year = numbers.find(({ digits }) => digits === 4) ?? numbers.findLast((number) => number !== day);
  if (!day || !year || year === day) return null;
  const zoneWord = words.findLast(
    (word, at) => at > monthAt && (/^[+-]/u.test(word) || Object.hasOwn(ZONES, word.toLowerCase())),
  );
  const zone = zoneOf(zoneWord);
  if (zone === null) return null;
  const half = time?.[4]?.toLowerCase();
  const hour = Number(time?.[1] ?? 0);
  return {
    year: fullYear(year.value, year.digits),
    month: monthOf(words[monthAt] ?? '') ?? 0,
    day: day.value,
    hour: half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0),
    minute: Number(time?.[2] ?? 0),
    second: Number(time?.[3] ?? 0),
    zone,
  };
}

/** 04.11.2012, as Russian and Belarusian pages write it. Slashes are left alone: nobody can tell 04/11 from 11/04. */
function fromNumbers(text: string): Parts | null {
  const found = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4}),?(?:\s+${TIME})?$`, 'u').exec(text);
  if (!found) return null;
  const [, day, month, year, hour, minute, second] = found.map(Number);
  return {
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour || 0,
    minute: minute || 0,
    second: second || 0,
    zone: 0,
  };
}

/** RFC 2822, 4.3: two digits from 50 on are of the 20th century. */
function fullYear(value: number, digits: number): number {
  if (digits > 2) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

function zoneOf(word: string | undefined): number | null {
  if (word === undefined || word === '') return 0;
  const numeric = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(word);
  if (!numeric) return (ZONES[word.toLowerCase()] ?? 0) * 60;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return minutes > 24 * 60 ? null : numeric[1] === '-' ? -minutes : minutes;
}

function momentOf({ year, month, day, hour, minute, second, zone }: Parts): ParsedDate | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || hour > 24 || minute > 59 || second > 61) return null;
  const noon = new Date(Date.UTC(year, month - 1, day, 12));
  if (noon.getUTCMonth() !== month - 1 || noon.getUTCDate() !== day) return null;
  const instant = Date.UTC(year, month - 1, day, hour, minute, second) - zone * 60_000;
  if (Math.abs(instant) < 86_400_000) return null;
  return { day: noon.toISOString().slice(0, 10), instant: `${new Date(instant).toISOString().slice(0, 19)}Z` };
}
