import { type Situation } from './doc-record';
import { SITUATIONS } from './layout';
import type { TextIndex } from './text-index';

/** A month of a timeline with how many briefs of it were found, by situation. */
export interface Month {
  /** ISO 8601 month: "2012-10". */
  month: string;
  briefs: number;
  situations: Readonly<Record<Situation, number>>;
}

/** Briefs found by the month in which their week ends, earliest first; months without any are left out, briefs without a date too. */
export function timelineOf({ columns }: TextIndex, docs: readonly number[]): Month[] {
  const months = new Map<number, Record<Situation, number>>();
  for (const doc of docs) {
    const month = Math.floor(columns.docTo[doc]! / 100);
    if (month === 0) continue;
    const counts = months.get(month) ?? { none: 0, improved: 0, unchanged: 0, worsened: 0 };
    counts[SITUATIONS[columns.docSituation[doc]!] ?? 'none']++;
    months.set(month, counts);
  }
  return [...months]
    .sort(([a], [b]) => a - b)
    .map(([month, situations]) => ({
      month: monthText(month),
      briefs: SITUATIONS.reduce((sum, situation) => sum + situations[situation], 0),
      situations,
    }));
}

/** The number 201210 as the ISO 8601 month "2012-10". */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 100)).padStart(4, '0')}-${String(month % 100).padStart(2, '0')}`;
}
