import type { ArchiveId, Subscription, UpdateTimes } from '@/utils/model';
import { subscriptions, updateTimes } from '@/utils/settings';

export type Records = Readonly<Record<ArchiveId, Subscription>>;
export type Times = Readonly<Record<ArchiveId, UpdateTimes>>;

// Only an order: who changes records reads what the one before wrote. A stopped background starts a new one.
let turn: Promise<unknown> = Promise.resolve();

/** Changes the records. A change that gives back what it got writes nothing. */
export function changeRecords(change: (records: Records) => Records): Promise<void> {
  return inTurn(async () => {
    const before = await subscriptions.getValue();
    const after = change(before);
    if (after !== before) await subscriptions.setValue(after);
  });
}

/** Changes when subscriptions are due. A change that gives back what it got writes nothing. */
export function changeTimes(change: (times: Times) => Times): Promise<void> {
  return inTurn(async () => {
    const before = await updateTimes.getValue();
    const after = change(before);
    if (after !== before) await updateTimes.setValue(after);
  });
}

/** Everything but some keys. */
export function without<T>(of: Readonly<Record<string, T>>, ids: readonly string[]): Readonly<Record<string, T>> {
  if (!ids.some((id) => Object.hasOwn(of, id))) return of;
  return Object.fromEntries(Object.entries(of).filter(([id]) => !ids.includes(id)));
}

function inTurn(work: () => Promise<void>): Promise<void> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined); // its asker hears of it; who comes next has a turn all the same
  return mine;
}
