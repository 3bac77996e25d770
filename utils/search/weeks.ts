import type { TextIndex } from './text-index';

/** Briefs of one week that stand together in a list. */
export interface WeekOfBriefs {
  /** ISO 8601 dates, Monday and Sunday; null for briefs without a date. */
  week: { from: string; to: string } | null;
  briefs: number;
}

/** The weeks of a list that is ordered by date, in its order; a brief belongs to the week in which it ends. */
export function weeksOf({ columns }: TextIndex, docs: readonly number[]): WeekOfBriefs[] {
  const weeks: { monday: number; briefs: number }[] = [];
  const mondays = new Map<number, number>();
  for (const doc of docs) {
    const day = columns.docTo[doc]!;
    let monday = mondays.get(day);
    if (monday === undefined) mondays.set(day, (monday = day === 0 ? NaN : mondayOf(day)));
    const last = weeks.at(-1);
    if (last && Object.is(last.monday, monday)) last.briefs++;
    else weeks.push({ monday, briefs: 1 });
  }
  return weeks.map(({ monday, briefs }) => ({
    week: Number.isNaN(monday) ? null : { from: isoDay(monday), to: isoDay(monday + 6 * DAY_MS) },
    briefs,
  }));
}

const DAY_MS = 86_400_000;

/** The Monday on or before a day YYYYMMDD, as the time at which it begins in UTC. */
function mondayOf(day: number): number {
  const start = Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);
  return start - ((new Date(start).getUTCDay() + 6) % 7) * DAY_MS;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
