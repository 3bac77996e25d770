import { done, failed, MAX_FEED_BYTES, type Result } from '@/utils/model';
import { isPrivateHost } from './private-address';
import { readBody } from './read-body';
import { retryAfterMs } from './retry';

/** What to fetch, and the world it needs. */
export interface SourceRequest {
  /** http or https. */
  url: string;
  /** Validators of the last answer, for a conditional request; null at the first time. */
  etag: string | null;
  lastModified: string | null;
  /** `globalThis.fetch`, or a test's. */
  fetch: typeof fetch;
  /** Stops everything at once. */
  signal: AbortSignal;
  /** ms of Unix time. */
  now: number;
  /** Other bounds than the usual ones, for an archive file or a test. */
  bounds?: Partial<Bounds>;
}

/** Bounds of one request. */
export interface Bounds {
  /** Unpacked. */
  maxBytes: number;
  /** From the request to the last byte. */
  totalMs: number;
  /** Between two pieces of the answer. */
  idleMs: number;
}

/** An answer: nothing new, or the bytes. */
export type Fetched =
  | { status: 'unchanged' }
  | {
      status: 'fetched';
      bytes: Uint8Array<ArrayBuffer>;
      /** '' where the server does not say. */
      contentType: string;
      /** After redirects. */
      url: string;
      etag: string | null;
      lastModified: string | null;
      /** Pages of a WordPress list; null elsewhere. */
      totalPages: number | null;
    };

/** Why nothing came; `i18n` has a sentence for each. */
type FetchFailureKind =
  /** Neither http nor https, or it carries a password. */
  | 'not-an-address'
  /** Offline, no such host, refused, a certificate that the browser does not trust, or too many redirects: browsers do not tell which. */
  | 'unreachable'
  | 'timed-out'
  | 'cancelled'
  /** The connection broke in the middle. */
  | 'cut-off'
  /** https led to http. */
  | 'not-secure'
  /** A public address led into a private network. */
  | 'private-address'
  | 'too-large'
  | 'empty'
  /** 401, 403, 407 */
  | 'no-access'
  /** 404 */
  | 'not-found'
  /** 410: it will not come back. */
  | 'gone'
  /** 429, 503 */
  | 'busy'
  /** Any other answer that is no success. */
  | 'server-error';

export interface FetchFailure {
  kind: FetchFailureKind;
  /** For reports and developers, English; holds no content of the answer. */
  detail: string;
  /** What the server asked for, in ms; null where it did not. */
  retryAfterMs: number | null;
}

/** A minute for the whole and twenty seconds of silence: a server that drips a byte at a time must not keep the background awake. */
const USUAL: Bounds = { maxBytes: MAX_FEED_BYTES, totalMs: 60_000, idleMs: 20_000 };

const ACCEPT =
  'application/feed+json, application/atom+xml, application/rss+xml, application/json;q=0.9, application/xml;q=0.9, */*;q=0.5';

/**
 * Fetches a subscription: GET, without cookies, cache or referrer, and only if it changed since. Redirects are followed by the browser (an
 * extension cannot look at them before), and the address that answered is checked after: https must not have become http, and a public
 * address must not have led into a private network. Never throws.
 */
export async function fetchSource(request: SourceRequest): Promise<Result<Fetched, FetchFailure>> {
  const { url, now } = request;
  const bounds = { ...USUAL, ...request.bounds };
  if (!isFetchable(url)) {
    return failed({
      kind: 'not-an-address',
      detail: 'an http or https address without a password',
      retryAfterMs: null,
    });
  }
  const watch = watchFor(request.signal, bounds);
  const stopped = (kind: FetchFailureKind, detail: string): Result<never, FetchFailure> =>
    failed({ kind: watch.reason() ?? kind, detail, retryAfterMs: null });
  try {
    const answer = await answerOf(request, watch.signal);
    if (!answer.ok) return stopped('unreachable', answer.error);
    const response = answer.value;
    const wrong = wrongAddress(url, response.url || url) ?? wrongStatus(response, now);
    if (wrong) {
      void response.body?.cancel().catch(() => undefined); // nobody waits for a stream that is given up
      return failed(wrong);
    }
    if (response.status === 304) return done({ status: 'unchanged' });
    const body = await readBody(response, { maxBytes: bounds.maxBytes, onPiece: watch.restart });
    if (!body.ok) return stopped(body.error.kind, body.error.detail);
    if (body.value.length === 0) return stopped('empty', 'the answer holds nothing');
    return done(fetchedOf(response, { bytes: body.value, url: response.url || url }));
  } finally {
    watch.stop();
  }
}

/** Whether we would ever fetch this address: http or https, and nobody's password in it. */
function isFetchable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/u.test(protocol) && username === '' && password === '';
}

async function answerOf(request: SourceRequest, signal: AbortSignal): Promise<Result<Response, string>> {
  const headers = new Headers({ Accept: ACCEPT });
  if (request.etag !== null) headers.set('If-None-Match', request.etag);
  if (request.lastModified !== null) headers.set('If-Modified-Since', request.lastModified);
  try {
    return done(
      await request.fetch(request.url, {
        headers,
        signal,
        credentials: 'omit',
        redirect: 'follow',
        referrerPolicy: 'no-referrer',
        cache: 'no-store', // with the usual cache a 304 is shown as 200
      }),
    );
  } catch (error) {
    return failed(error instanceof Error ? error.message : 'no answer');
  }
}

function wrongAddress(asked: string, answered: string): FetchFailure | null {
  const [from, to] = [new URL(asked), new URL(answered)];
  const wrong = (kind: FetchFailureKind, detail: string): FetchFailure => ({ kind, detail, retryAfterMs: null });
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    return wrong('not-secure', `https led to ${to.protocol}//${to.host}`);
  if (isPrivateHost(to.hostname) && !isPrivateHost(from.hostname)) {
    return wrong('private-address', `${from.host} led into a private network`);
  }
  return null;
}

function wrongStatus({ status, ok, headers }: Response, now: number): FetchFailure | null {
  if (ok || status === 304) return null;
  const kinds: Readonly<Record<number, FetchFailureKind>> = {
    401: 'no-access',
    403: 'no-access',
    404: 'not-found',
    407: 'no-access',
    410: 'gone',
    429: 'busy',
    503: 'busy',
  };
  const wait = retryAfterMs(headers.get('retry-after'), now);
  return { kind: kinds[status] ?? 'server-error', detail: `status ${status}`, retryAfterMs: wait };
}

function fetchedOf({ headers }: Response, { bytes, url }: { bytes: Uint8Array<ArrayBuffer>; url: string }): Fetched {
  const pages = Number(headers.get('x-wp-totalpages') ?? NaN);
  return {
    status: 'fetched',
    bytes,
    url,
    contentType: headers.get('content-type') ?? '',
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
    totalPages: Number.isInteger(pages) ? pages : null,
  };
}

/** A signal that fires when its user cancels, when the whole takes too long, or when nothing came for too long. */
function watchFor(
  signal: AbortSignal,
  { totalMs, idleMs }: Bounds,
): {
  signal: AbortSignal;
  restart: () => void;
  stop: () => void;
  reason: () => 'cancelled' | 'timed-out' | null;
} {
  const late = new AbortController();
  const total = setTimeout(() => late.abort(), totalMs);
  let idle = setTimeout(() => late.abort(), idleMs);
  return {
    signal: AbortSignal.any([signal, late.signal]),
    restart() {
      clearTimeout(idle);
      idle = setTimeout(() => late.abort(), idleMs);
    },
    stop() {
      clearTimeout(total);
      clearTimeout(idle);
    },
    reason: () => (signal.aborted ? 'cancelled' : late.signal.aborted ? 'timed-out' : null),
  };
}
