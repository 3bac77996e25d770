import type { Week } from '@/utils/model';

/** What stands over a row of a list by date. */
export interface WeekHead {
  /** Where a year begins in the list. */
  year: string | null;
  week: Week | null;
  briefs: number;
}

/** Rows over which a week begins, by their place, for a list in the order of its weeks. */
export function weekHeads(weeks: readonly { week: Week | null; briefs: number }[]): ReadonlyMap<number, WeekHead> {
  const heads = new Map<number, WeekHead>();
  let row = 0;
  let before: string | null = null;
  for (const { week, briefs } of weeks) {
    const year = week?.to.slice(0, 4) ?? '';
    heads.set(row, { year: year === before || year === '' ? null : year, week, briefs });
    before = year;
    row += briefs;
  }
  return heads;
}
