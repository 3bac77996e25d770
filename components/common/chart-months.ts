/** Briefs of a month by situation, as a chart and its table draw them. */
export interface ChartMonth {
  /** ISO 8601 month: "2012-10". */
  month: string;
  briefs: number;
  situations: { improved: number; unchanged: number; worsened: number; none: number };
}

/** A stretch of months, both included, as ISO 8601 months. */
export interface MonthRange {
  from: string;
  to: string;
}

/** Months of a hundred years: more are a mistake in a date, not an archive. */
const MOST_MONTHS = 1_200;

/**
 * All months from the first to the last, those without briefs too, so that time runs evenly; at least those of `span`, so that
 * a chart keeps its place while its months change. Takes the months in order; of dates
 * further apart than MOST_MONTHS the latest are kept.
 */
export function everyMonth(months: readonly ChartMonth[], span: MonthRange | null = null): ChartMonth[] {
  const first = earlier(months[0]?.month, span?.from);
  const last = later(months.at(-1)?.month, span?.to);
  if (first === undefined || last === undefined) return [];
  const known = new Map(months.map((month) => [month.month, month]));
  const to = numberOf(last);
  const from = Math.max(numberOf(first), to - MOST_MONTHS + 1);
  return Array.from({ length: to - from + 1 }, (_, place) => {
    const month = monthOf(from + place);
    return known.get(month) ?? { month, briefs: 0, situations: { improved: 0, unchanged: 0, worsened: 0, none: 0 } };
  });
}

/** The years of these months from January to December: few months stand in their year, not side by side. null without months. */
export function wholeYears(months: readonly ChartMonth[]): MonthRange | null {
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? { from: `${first.month.slice(0, 4)}-01`, to: `${last.month.slice(0, 4)}-12` } : null;
}

/** How far a month's bars reach up and down from the line: what neither improved nor worsened lies across it. */
export function reachOf({ situations }: ChartMonth): { up: number; down: number } {
  const across = (situations.unchanged + situations.none) / 2;
  return { up: across + situations.improved, down: across + situations.worsened };
}

/** Two months as a range, whichever comes first. */
export function rangeBetween(a: string, b: string): MonthRange {
  return a <= b ? { from: a, to: b } : { from: b, to: a };
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
