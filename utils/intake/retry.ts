const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Failures in a row after which a subscription rests until its user looks at it; what Miniflux has by default. */
const MAX_FAILURES = 3;

/** Wait after the first and the second failure: a restart of the server, an afternoon of trouble. */
const WAITS_MS = [15 * MINUTE_MS, 6 * HOUR_MS] as const;

/** Longest wait a server may ask for; more, and a typing error would end a subscription. */
const MAX_RETRY_AFTER_MS = 7 * DAY_MS;

/** Share of a wait that is spread at random, so that subscribers of one site do not come together. */
const SPREAD = 0.1;

/** What becomes of a subscription after a failure. */
export type Retry = { next: 'at'; atMs: number } | { next: 'paused' };

/**
 * When to try again after a failure; after the third in a row, not by itself. A server's Retry-After is kept to, within ten per cent,
 * where it is longer than our own wait.
 *
 * @param failures in a row, this one included
 * @param retryAfterMs what the server asked for, in ms; null where it did not
 * @param nowMs in ms of Unix time
 * @param chance 0..1, evenly spread
 */
export function afterFailure(failure: {
  failures: number;
  retryAfterMs: number | null;
  nowMs: number;
  chance: number;
}): Retry {
  const { failures, retryAfterMs, nowMs, chance } = failure;
  if (failures >= MAX_FAILURES) return { next: 'paused' };
  const own = WAITS_MS[Math.max(0, failures - 1)] ?? WAITS_MS[1];
  const wait = Math.max(own, retryAfterMs ?? 0);
  return { next: 'at', atMs: Math.round(nowMs + wait * (1 + SPREAD * chance)) };
}

/**
 * Reads Retry-After (RFC 9110, 10.2.3): seconds, or a date.
 *
 * @returns ms from now, at least 0, at most a week; null where the header says neither
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  const value = header?.trim() ?? '';
  const wait = /^\d+$/u.test(value) ? Number(value) * 1_000 : /[a-z]/iu.test(value) ? Date.parse(value) - nowMs : NaN;
  return Number.isNaN(wait) ? null : Math.min(Math.max(0, wait), MAX_RETRY_AFTER_MS);
}
