import { browser } from 'wxt/browser';
import { tell } from '@/utils/messaging';
import { subscriptions, updateTimes } from '@/utils/settings';
import { keepArchive } from '../answer-archives';
import { withArchives } from '../keep-archives';
import { announce } from './new-issue';
import { updateDue, updateNow } from './update-due';
import type { World } from './update-one';

export const UPDATE_ALARM = 'update';

/** Chromium rounds shorter ones up. */
const SOONEST_MS = 30_000;

/** Between two requests to one server: no faster than a person who opens page after page. */
const PAUSE_MS = 500;

/** The world as it is. */
export const theWorld: World = {
  fetch: (...request) => fetch(...request),
  now: () => Date.now(),
  chance: () => Math.random(),
  pauseMs: PAUSE_MS,
  isAllowed: (origins) => browser.permissions.contains({ origins }),
  archives: {
    isThere: async (id) => {
      const list = await withArchives((archives) => archives.list());
      return list.ok && list.value.some((archive) => archive.id === id);
    },
    read: (id) => withArchives((archives) => archives.archive(id)),
    put: keepArchive,
  },
};

/**
 * Does what is due, and sets the alarm for what comes next. Called at every start of the background and by the alarm: when something is
 * due is stored, and an alarm that the browser lost (at its restart, at an update of ours) is set again here.
 */
export async function wake(world: World = theWorld): Promise<void> {
  const news = await updateDue(world);
  await setAlarm(world);
  await announce(news);
  await tellIfAny();
}

/** Asks one source now, as its user wants. */
export async function wakeOne(
  archiveId: string,
  { world = theWorld, shrinking = 'asked' }: { world?: World; shrinking?: 'asked' | 'accepted' } = {},
): Promise<void> {
  const running = updateNow(archiveId, { world, shrinking });
  await tell({ news: 'subscriptions-changed' }); // it shows as being updated
  await announce(await running);
  await setAlarm(world);
  await tell({ news: 'subscriptions-changed' });
}

async function setAlarm({ now }: World): Promise<void> {
  const [records, times] = await Promise.all([subscriptions.getValue(), updateTimes.getValue()]);
  const live = Object.values(records).filter(({ state }) => state.is === 'live');
  if (live.length === 0) return void (await browser.alarms.clear(UPDATE_ALARM));
  const earliest = Math.min(...live.map(({ archiveId }) => times[archiveId]?.dueAt ?? 0));
  const when = Math.max(earliest, now() + SOONEST_MS);
  const present = await browser.alarms.get(UPDATE_ALARM);
  if (present?.scheduledTime !== when) await browser.alarms.create(UPDATE_ALARM, { when });
}

async function tellIfAny(): Promise<void> {
  if (Object.keys(await subscriptions.getValue()).length > 0) await tell({ news: 'subscriptions-changed' });
}
