import { failed, type Result, type SourceMarks } from '@/utils/model';
import type { Incoming } from './incoming';
import { type Fetched, type FetchFailure, fetchSource, type SourceRequest } from './fetch-source';
import type { IntakeProblem, ProblemKind } from './problem';

/** The world that a source is fetched through. */
export interface Reach extends Pick<SourceRequest, 'fetch' | 'signal' | 'bounds'> {
  /** ms of Unix time. */
  now: number;
  /** Between two requests to one server, in ms. */
  pauseMs: number;
}

/** What a source gave. */
export interface Collected {
  incoming: Incoming;
  /** `all`: whatever is not in it is no longer in the archive; `latest`: older briefs stay. */
  holds: 'all' | 'latest';
  marks: SourceMarks;
  /** Whether the source has more than was taken this time. */
  rest: 'none' | 'some';
}

/** Why a source gave nothing: what stopped the fetching, or what its first problem is. */
export interface CollectFailure {
  kind: FetchFailure['kind'] | ProblemKind;
  /** English, for reports. */
  detail: string;
  retryAfterMs: number | null;
  /** Where an archive file is broken; empty where nothing was read. */
  problems: readonly IntakeProblem[];
}

export type Collecting = Result<Collected, CollectFailure>;

/** How far a collection has come; `of` is 0 while the number is unknown. */
export type OnCollected = (progress: { x: number; of: number }) => void;

export const NO_MARKS: SourceMarks = { etag: null, lastModified: null, newest: null, seen: [] };

/** Fetches one address; the validators are those of `marks`. */
export function fetched(
  url: string,
  { reach, marks = NO_MARKS }: { reach: Reach; marks?: SourceMarks },
): Promise<Result<Fetched, FetchFailure>> {
  const { fetch, signal, now, bounds } = reach;
  const { etag, lastModified } = marks;
  return fetchSource({ url, etag, lastModified, fetch, signal, now, ...(bounds ? { bounds } : {}) });
}

/** Waits between two requests; at once when cancelled. */
export async function pauseIn({ pauseMs, signal }: Reach): Promise<void> {
  if (signal.aborted || pauseMs === 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, pauseMs);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

/** Whether two addresses are of one server: what is subscribed to is an address, and it cannot lead us elsewhere. */
export function isSameSite(address: string, subscribed: string): boolean {
  return URL.canParse(address) && new URL(address).origin === new URL(subscribed).origin;
}

/** The answer did not come. */
export function notFetched(failure: FetchFailure): { ok: false; error: CollectFailure } {
  return failed({ ...failure, problems: [] });
}

/** The answer came and could not be read. */
export function notRead(problems: readonly IntakeProblem[]): { ok: false; error: CollectFailure } {
  const [first] = problems;
  return failed({ kind: first?.kind ?? 'empty', detail: first?.detail ?? '', retryAfterMs: null, problems });
}

/** Its user stopped it. */
export function stopped(): { ok: false; error: CollectFailure } {
  return failed({ kind: 'cancelled', detail: 'stopped by its user', retryAfterMs: null, problems: [] });
}

/** Note of a page that could not be had while others could. */
export function missed(address: string, { kind, detail }: Pick<CollectFailure, 'kind' | 'detail'>): IntakeProblem {
  return { file: address, item: null, field: '', kind: 'not-fetched', detail: `${kind}: ${detail}` };
}
