import { type SubscriptionSummary, tell } from '@/utils/messaging';
import {
  type ArchiveId,
  type BriefHead,
  done,
  failed,
  type PageFailure,
  type Result,
  type Source,
  type SourceMarks,
  type Subscription,
} from '@/utils/model';
import { lastDay } from '@/utils/ranking';
import { subscriptions, updateTimes } from '@/utils/settings';
import { withArchives } from '../keep-archives';
import { changeRecords, changeTimes } from './records';
import { isRunning } from './update-due';
import { theWorld, wake, wakeOne } from './wake';

/** A first look that was just taken needs no second one soon. */
const FIRST_CHECK_MS = 6 * 3_600_000;

/** All subscriptions but those whose archive was taken out, by title. */
export async function listSubscriptions(): Promise<Result<readonly SubscriptionSummary[], PageFailure>> {
  const [records, times, { nextIssue }] = await Promise.all([
    subscriptions.getValue(),
    updateTimes.getValue(),
    import('../supply'),
  ]);
  return withArchives(async (archives) => {
    const [list, heads] = await Promise.all([archives.list(), archives.heads()]);
    const titles = new Map(list.map(({ id, title }) => [id, title]));
    const today = dayOf(theWorld.now());
    return Object.values(records)
      .filter(({ state }) => state.is !== 'left')
      .map(({ archiveId, source, state, updatedAt, failure, question }): SubscriptionSummary => ({
        archiveId,
        title: titles.get(archiveId) ?? '',
        source,
        state: isRunning(archiveId) ? 'updating' : state.is === 'paused' ? 'paused' : 'live',
        checkedAt: times[archiveId]?.checkedAt ?? null,
        updatedAt,
        dueAt: times[archiveId]?.dueAt ?? theWorld.now(),
        failure,
        question,
        nextIssue: nextIssue(daysOf(heads, archiveId), today)?.next ?? null,
      }))
      .sort((a, b) => a.title.localeCompare(b.title) || (a.archiveId < b.archiveId ? -1 : 1));
  });
}

/** Subscribes. Said twice, the second time finds everything as it is wanted. */
export async function subscribe({
  subscriptions: wanted,
}: {
  subscriptions: readonly { archiveId: ArchiveId; source: Source; marks: SourceMarks }[];
}): Promise<Result<null, never>> {
  const now = theWorld.now();
  await changeRecords((records) => ({
    ...records,
    ...Object.fromEntries(wanted.map((each) => [each.archiveId, recordOf(each, now)])),
  }));
  const list = await withArchives((archives) => archives.list());
  const filled = new Set(list.ok ? list.value.map(({ id }) => id) : []);
  await changeTimes((times) => ({
    ...times,
    ...Object.fromEntries(
      wanted.map(({ archiveId }) =>
        filled.has(archiveId)
          ? [archiveId, { checkedAt: now, dueAt: now + FIRST_CHECK_MS }]
          : [archiveId, { checkedAt: null, dueAt: now }],
      ),
    ),
  }));
  await tell({ news: 'subscriptions-changed' });
  void wake(); // fills those that have no archive yet; whoever asks is told by news
  return done(null);
}

/** What its user wants of a subscription. */
export async function steer({
  archiveId,
  act,
}: {
  archiveId: ArchiveId;
  act: 'update' | 'stop' | 'resume' | 'accept' | 'decline';
}): Promise<Result<null, 'gone'>> {
  if (!Object.hasOwn(await subscriptions.getValue(), archiveId)) return failed('gone');
  switch (act) {
    case 'update':
      await change(archiveId, (record) =>
        record.state.is === 'paused' ? { ...record, state: { is: 'live' }, failures: 0 } : record,
      );
      await wakeOne(archiveId);
      break;
    case 'accept':
      await wakeOne(archiveId, { shrinking: 'accepted' });
      break;
    case 'decline':
      await change(archiveId, (record) => ({ ...record, question: null, declined: record.question?.briefs ?? null }));
      break;
    case 'stop':
      await leave(archiveId, 'stopped');
      break;
    case 'resume':
      await comeBack(archiveId);
  }
  await tell({ news: 'subscriptions-changed' });
  return done(null);
}

/** An archive was taken out: nothing is fetched for it any more. The record waits for an undo. */
export function archiveRemoved({ id }: { id: ArchiveId }): Promise<void> {
  return leave(id, 'archive-removed');
}

/** An archive was put (back): a subscription that went with it is there again. */
export async function archivePut({ id }: { id: ArchiveId }): Promise<void> {
  const { state } = (await subscriptions.getValue())[id] ?? {};
  if (state?.is !== 'left' || state.why !== 'archive-removed') return;
  await comeBack(id);
}

async function leave(archiveId: ArchiveId, why: 'archive-removed' | 'stopped'): Promise<void> {
  const at = theWorld.now();
  await change(archiveId, (record) =>
    record.state.is === 'left' ? record : { ...record, state: { is: 'left', why, at } },
  );
}

async function comeBack(archiveId: ArchiveId): Promise<void> {
  await change(archiveId, (record) => (record.state.is === 'left' ? { ...record, state: { is: 'live' } } : record));
  void wake(); // its source may take its time; whoever shows it is told by news
}

async function change(archiveId: ArchiveId, of: (record: Subscription) => Subscription): Promise<void> {
  await changeRecords((records) => {
    const before = records[archiveId];
    const after = before && of(before);
    return !after || after === before ? records : { ...records, [archiveId]: after };
  });
}

function recordOf(
  { archiveId, source, marks }: { archiveId: ArchiveId; source: Source; marks: SourceMarks },
  now: number,
): Subscription {
  return {
    archiveId,
    source,
    marks,
    since: now,
    updatedAt: null,
    state: { is: 'live' },
    failures: 0,
    failure: null,
    question: null,
    declined: null,
  };
}

function daysOf(heads: readonly BriefHead[], archiveId: ArchiveId): string[] {
  return heads.filter((head) => head.archiveId === archiveId).map((head) => head.date ?? lastDay(head));
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
