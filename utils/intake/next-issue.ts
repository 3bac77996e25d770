/** When a series comes out, as its dates tell. */
export interface Cadence {
  /** Between two issues. */
  days: number;
  /** YYYY-MM-DD of the next issue. */
  next: string;
}

const DAY_MS = 86_400_000;

/** Issues that a cadence is told from: the latest ones count, a series may have changed its rhythm. */
const LATEST = 12;

/** Issues that a cadence needs: two could be chance. */
const FEWEST = 3;

/** Share of the gaps that must be near the middle one, or the series has no rhythm to speak of. */
const MOST = 0.6;

/** Gaps that a series may be late before it counts as ended. */
const LATE = 3;

/**
 * When the next issue of a series is to be expected: the middle gap between its latest dates, counted from the last one. Null where the
 * dates have no rhythm, where there are too few of them, and where the series has ended.
 *
 * @param dates YYYY-MM-DD, in any order; of several briefs of one issue each may say the same
 * @param today YYYY-MM-DD
 */
export function nextIssue(dates: readonly string[], today: string): Cadence | null {
  const days = [...new Set(dates)].map((date) => Date.parse(date) / DAY_MS).filter((day) => !Number.isNaN(day));
  const latest = days.sort((a, b) => b - a).slice(0, LATEST);
  const [last = 0] = latest;
  const gaps = latest.slice(1).map((day, place) => (latest[place] ?? day) - day);
  if (latest.length < FEWEST) return null;
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const near = gaps.filter((gap) => Math.abs(gap - middle) <= Math.max(1, middle * 0.3));
  if (near.length < gaps.length * MOST) return null;
  const now = Date.parse(today) / DAY_MS;
  if (now - last > LATE * middle + 1) return null;
  const next = Math.max(last + middle, now);
  return { days: middle, next: new Date(next * DAY_MS).toISOString().slice(0, 10) };
}
