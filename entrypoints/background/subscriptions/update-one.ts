import {
  afterFailure,
  appendBriefs,
  type Collected,
  type CollectFailure,
  collectUpdate,
  NO_MARKS,
} from '@/utils/intake';
import { looksShrunken } from '@/utils/archive';
import {
  type ArchiveContents,
  type ArchiveId,
  type ArchiveSource,
  type Brief,
  type PageFailure,
  type Result,
  type StoredArchive,
  type Subscription,
} from '@/utils/model';

/** What an update needs of the world; a test has its own. */
export interface World {
  fetch: typeof fetch;
  /** ms since 1970. */
  now: () => number;
  /** 0..1, evenly spread. */
  chance: () => number;
  /** Between two requests to one server. */
  pauseMs: number;
  /** Whether the browser lets us fetch these origins. */
  isAllowed: (origins: string[]) => Promise<boolean>;
  archives: {
    isThere: (id: ArchiveId) => Promise<boolean>;
    read: (id: ArchiveId) => Promise<Result<StoredArchive | null, PageFailure>>;
    put: (archive: StoredArchive & { source: ArchiveSource }) => Promise<Result<null, PageFailure>>;
  };
}

/** What became of a subscription. A record that did not change is the same object. */
export interface Updated {
  record: Subscription;
  dueAt: number;
  /** New briefs, newest first; none where the archive was filled for the first time. */
  added: readonly Brief[];
  title: string;
}

/** How often a source is asked: a weekly's issue is there within hours, and a server has four requests a day of us. */
const CHECK_EVERY_MS = 6 * 3_600_000;

/** Share of that which is spread at random, so that subscribers of one site do not come together. */
const SPREAD = 0.1;

/** When the rest of a large source is fetched: soon, but not at once. */
const REST_AFTER_MS = 60_000;

/**
 * Asks a source what is new, and puts it into the archive. Nothing is kept of an answer that is broken, or that would take most of the
 * archive away before its user has said so.
 *
 * @param of.shrinking `accepted`: the user wants the source's archive however small
 */
export async function updateOne(
  record: Subscription,
  { world, signal, shrinking = 'asked' }: { world: World; signal: AbortSignal; shrinking?: 'asked' | 'accepted' },
): Promise<Updated> {
  const { archiveId, source } = record;
  const now = world.now();
  if (!(await world.isAllowed([originOf(source.address)])))
    return paused(record, { kind: 'no-permission', detail: '', now });
  const isThere = await world.archives.isThere(archiveId);
  const kept = isThere && source.kind === 'sitemap' ? await world.archives.read(archiveId) : null;
  const known = new Set(kept?.ok && kept.value ? kept.value.contents.briefs.map(({ id }) => id) : []);
  const collected = await collectUpdate(source, {
    reach: { fetch: world.fetch, signal, now, pauseMs: world.pauseMs },
    archiveId,
    // An archive that was lost is filled anew: what it had is not there to be unchanged.
    marks: isThere && shrinking === 'asked' ? record.marks : NO_MARKS,
    isKept: (address) => known.has(`${archiveId}/${address}`),
  });
  if (!collected.ok) return failedUpdate(record, { failure: collected.error, world });
  if (collected.value === 'unchanged') return well(record, { world });
  return take(record, { collected: collected.value, world, shrinking });
}

/** What the browser is asked for to fetch an address: its own server and no other. */
export function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

async function take(
  record: Subscription,
  { collected, world, shrinking }: { collected: Collected; world: World; shrinking: 'asked' | 'accepted' },
): Promise<Updated> {
  const { archiveId } = record;
  const { incoming, holds, marks, rest } = collected;
  const stored = await world.archives.read(archiveId);
  if (!stored.ok) return failedUpdate(record, { failure: storageRefused(stored.error), world });
  const before = stored.value?.contents ?? emptyOf(incoming.contents, archiveId, record);
  const { contents, added, changed, gone } = appendBriefs(before, { incoming: incoming.contents, holds });
  const [had, briefs] = [before.briefs.length, contents.briefs.length];
  const ids = (of: ArchiveContents): string[] => of.briefs.map(({ id }) => id);
  if (shrinking === 'asked' && looksShrunken(ids(before), ids(contents)).kind !== 'no') {
    const question = record.declined === briefs ? null : { briefs, had };
    return { ...well({ ...record, question, marks: { ...NO_MARKS } }, { world }), title: before.title };
  }
  if (added.length > 0 || changed > 0 || gone > 0 || (stored.value === null && briefs > 0)) {
    const put = await world.archives.put({
      contents,
      installedAt: world.now(),
      source: { kind: 'feed', name: record.source.address, files: 1 },
    });
    if (!put.ok) return failedUpdate(record, { failure: storageRefused(put.error), world });
    const next = { ...record, marks, question: null, declined: null, updatedAt: world.now() };
    return { ...well(next, { world, rest }), added: had === 0 ? [] : added, title: contents.title };
  }
  const isSame = record.question === null && JSON.stringify(marks) === JSON.stringify(record.marks);
  return { ...well(isSame ? record : { ...record, marks, question: null }, { world, rest }), title: contents.title };
}

function emptyOf(incoming: ArchiveContents, id: ArchiveId, { source }: Subscription): ArchiveContents {
  const title = incoming.title.trim() || new URL(source.address).host;
  return { ...incoming, id, title, briefs: [] };
}

function well(record: Subscription, { world, rest = 'none' }: { world: World; rest?: Collected['rest'] }): Updated {
  const wait = rest === 'some' ? REST_AFTER_MS : CHECK_EVERY_MS * (1 + SPREAD * world.chance());
  const isHealthy = record.failures === 0 && record.failure === null && record.state.is === 'live';
  return {
    record: isHealthy ? record : { ...record, failures: 0, failure: null, state: { is: 'live' } },
    dueAt: Math.round(world.now() + wait),
    added: [],
    title: '',
  };
}

function failedUpdate(
  record: Subscription,
  { failure, world }: { failure: CollectFailure | StorageRefusal; world: World },
): Updated {
  const { kind, detail, retryAfterMs } = failure;
  const now = world.now();
  if (kind === 'cancelled') return { record, dueAt: now + REST_AFTER_MS, added: [], title: '' };
  const failures = record.failures + 1;
  const retry = afterFailure({ failures, retryAfterMs, nowMs: now, chance: world.chance() });
  // 410 says that there will never be anything again.
  if (retry.next === 'paused' || kind === 'gone') return paused({ ...record, failures }, { kind, detail, now });
  return {
    record: { ...record, failures, failure: { kind, detail, at: now } },
    dueAt: retry.atMs,
    added: [],
    title: '',
  };
}

function paused(record: Subscription, { kind, detail, now }: { kind: string; detail: string; now: number }): Updated {
  return {
    record: { ...record, state: { is: 'paused' }, failure: { kind, detail, at: now } },
    dueAt: now + CHECK_EVERY_MS, // looked at by nobody while it rests
    added: [],
    title: '',
  };
}

interface StorageRefusal {
  kind: PageFailure;
  detail: string;
  retryAfterMs: null;
}

function storageRefused(kind: PageFailure): StorageRefusal {
  return { kind, detail: 'storage', retryAfterMs: null };
}
