import type { ArchiveId, Brief, Subscription } from '@/utils/model';
import { subscriptions, updateTimes } from '@/utils/settings';
import { changeRecords, changeTimes, without } from './records';
import type { World } from './update-one';

/** New briefs of one archive, for whoever tells of them. */
export interface NewIssue {
  archiveId: ArchiveId;
  title: string;
  briefs: readonly Brief[];
}

/** Sources asked side by side: enough that a slow server holds up nobody, few enough for a phone line. */
const LANES = 4;

/**
 * Until then the subscriptions of a round that was cut off are left alone: one that takes the background down with it must not do so at
 * every waking.
 */
const CUT_OFF_MS = 10 * 60_000;

/** A subscription whose archive was taken out is kept this long for an undo. */
const LEFT_KEPT_MS = 24 * 3_600_000;

// Only work that is going on; nothing is remembered in it. A stopped background has none going on.
let round: Promise<readonly NewIssue[]> | null = null;
const running = new Map<ArchiveId, Promise<readonly NewIssue[]>>();

/**
 * Asks every source that is due, and gives the new issues that came. A round writes when each is due next, and a record only where
 * something about it changed. Safe to call at any time: a second call joins the round that is going on.
 */
export function updateDue(world: World): Promise<readonly NewIssue[]> {
  return (round ??= updateRound(world).finally(() => (round = null)));
}

/** Asks one source now, due or not; joins the update of it that is going on. */
export async function updateNow(
  archiveId: ArchiveId,
  { world, shrinking = 'asked' }: { world: World; shrinking?: 'asked' | 'accepted' },
): Promise<readonly NewIssue[]> {
  const due: Due = new Map();
  const news = await runOne(archiveId, { world, shrinking, due });
  await writeDue(due, world.now());
  return news;
}

export function isRunning(archiveId: ArchiveId): boolean {
  return running.has(archiveId);
}

/** When each that was looked at is due next. */
type Due = Map<ArchiveId, number>;

async function updateRound(world: World): Promise<readonly NewIssue[]> {
  const now = world.now();
  const [records, times] = await Promise.all([subscriptions.getValue(), updateTimes.getValue()]);
  await letGo(records, now);
  const ids = Object.values(records)
    .filter(({ archiveId, state }) => state.is === 'live' && (times[archiveId]?.dueAt ?? 0) <= now)
    .map(({ archiveId }) => archiveId);
  if (ids.length === 0) return [];
  await writeDue(new Map(ids.map((id) => [id, now + CUT_OFF_MS])), null);
  const due: Due = new Map();
  const queue = [...ids];
  const news: NewIssue[] = [];
  const lane = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      news.push(...(await runOne(id, { world, shrinking: 'asked', due }).catch(faultOf(id))));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await writeDue(due, world.now());
  return news;
}

/** A bug that one source brings out must not hold up the others; its own turn comes when its claim has run out. */
function faultOf(archiveId: ArchiveId): (bug: unknown) => readonly NewIssue[] {
  return (bug) => {
    console.error(`backgrounder: update of "${archiveId}" failed`, bug instanceof Error ? bug.stack : '');
    return [];
  };
}

function runOne(
  archiveId: ArchiveId,
  of: { world: World; shrinking: 'asked' | 'accepted'; due: Due },
): Promise<readonly NewIssue[]> {
  const going = running.get(archiveId);
  if (going) return going;
  const run = update(archiveId, of).finally(() => running.delete(archiveId));
  running.set(archiveId, run);
  return run;
}

async function update(
  archiveId: ArchiveId,
  { world, shrinking, due }: { world: World; shrinking: 'asked' | 'accepted'; due: Due },
): Promise<readonly NewIssue[]> {
  const before = (await subscriptions.getValue())[archiveId];
  if (!before || before.state.is === 'left') return [];
  // Parsers of feeds: whoever wakes us to search does not wait until they are set up.
  const { updateOne } = await import('./update-one');
  const { record, dueAt, added, title } = await updateOne(before, {
    world,
    shrinking,
    signal: new AbortController().signal,
  });
  due.set(archiveId, dueAt);
  if (record !== before) await changeRecords((records) => keepUserChoice(records, { before, record }));
  return added.length === 0 ? [] : [{ archiveId, title, briefs: added }];
}

/** What the user did while the source was asked stands: a stopped subscription stays stopped. */
function keepUserChoice(
  records: Readonly<Record<ArchiveId, Subscription>>,
  { before, record }: { before: Subscription; record: Subscription },
): Readonly<Record<ArchiveId, Subscription>> {
  const now = records[record.archiveId];
  if (!now || now.state.is === 'left') return records;
  const declined = now.declined === before.declined ? record.declined : now.declined;
  return { ...records, [record.archiveId]: { ...record, declined } };
}

/** @param checkedAt null where they were only claimed, and not looked at yet */
async function writeDue(due: Due, checkedAt: number | null): Promise<void> {
  if (due.size === 0) return;
  await changeTimes((times) => ({
    ...times,
    ...Object.fromEntries(
      [...due].map(([id, dueAt]) => [id, { dueAt, checkedAt: checkedAt ?? times[id]?.checkedAt ?? null }]),
    ),
  }));
}

/** Subscriptions whose archive was taken out, once nobody can undo that any more. */
async function letGo(records: Readonly<Record<ArchiveId, Subscription>>, now: number): Promise<void> {
  const over = Object.values(records)
    .filter(({ state }) => state.is === 'left' && state.at + LEFT_KEPT_MS < now)
    .map(({ archiveId }) => archiveId);
  if (over.length === 0) return;
  await changeRecords((all) => without(all, over));
  await changeTimes((all) => without(all, over));
}
