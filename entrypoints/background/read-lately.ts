import type { Briefing, EntityId } from '@/utils/model';
import { type ReadLately, readLately, rememberReading } from '@/utils/settings';

/** Weeks that are remembered: what one has been following, not what one once read. */
const WEEKS = 6;

/** Entities of one week: who reads a hundred pages meets some hundreds. */
const MOST_OF_A_WEEK = 400;

/** How much a week counts less than the one after it. */
const FADING = 0.7;

const DAY_MS = 86_400_000;

// Only so that a page that is read again while it loads counts once; a background that was stopped may count it twice.
const counted = new Map<number, { url: string; entities: Set<EntityId> }>();

// Only an order: who counts reads what the one before wrote.
let turn: Promise<unknown> = Promise.resolve();

/**
 * Remembers whom a page names, for the digest: entity and week, counted. No address, title or text is kept, nothing of private windows,
 * and nothing at all where the reader switched it off.
 */
export function noteRead(briefing: Briefing, of: { tabId: number; incognito: boolean; now?: number }): Promise<void> {
  if (of.incognito) return Promise.resolve();
  const mine = turn.then(() => note(briefing, of));
  turn = mine.catch(() => undefined); // its asker hears of it; who comes next has a turn all the same
  return mine;
}

/** Monday of the week of a moment in ms since 1970, in UTC, YYYY-MM-DD. */
export function mondayOf(moment: number): string {
  const day = Math.floor(moment / DAY_MS);
  return new Date((day - ((day + 3) % 7)) * DAY_MS).toISOString().slice(0, 10); // day 0 was a Thursday
}

/** How much somebody has been reading about each entity; later weeks count for more. */
export function readingOf(weeks: ReadLately): ReadonlyMap<EntityId, number> {
  const sums = new Map<EntityId, number>();
  const newestFirst = Object.keys(weeks).sort().reverse();
  for (const [age, week] of newestFirst.entries()) {
    for (const [id, pages] of Object.entries(weeks[week] ?? {})) {
      sums.set(id, (sums.get(id) ?? 0) + pages * FADING ** age);
    }
  }
  return sums;
}

async function note(briefing: Briefing, { tabId, now = Date.now() }: { tabId: number; now?: number }): Promise<void> {
  const { url } = briefing.page;
  const known = counted.get(tabId);
  const seen = known?.url === url ? known : { url, entities: new Set<EntityId>() };
  counted.set(tabId, seen);
  const sure = briefing.entities.filter(({ certainty, id }) => certainty === 'sure' && !seen.entities.has(id));
  if (sure.length === 0 || (await rememberReading.getValue()) === 'off') return;
  const weeks = await readLately.getValue();
  const monday = mondayOf(now);
  const week: Record<EntityId, number> = { ...weeks[monday] };
  for (const { id } of sure) {
    seen.entities.add(id);
    week[id] = (week[id] ?? 0) + 1;
  }
  const kept = Object.keys(weeks)
    .filter((each) => each !== monday && each > mondayOf(now - WEEKS * 7 * DAY_MS))
    .map((each) => [each, weeks[each] ?? {}] as const);
  await readLately.setValue(Object.fromEntries([...kept, [monday, mostNamed(week)]]));
}

function mostNamed(week: Readonly<Record<EntityId, number>>): Record<EntityId, number> {
  const byCount = Object.entries(week).sort(([, a], [, b]) => b - a);
  return Object.fromEntries(byCount.slice(0, MOST_OF_A_WEEK));
}
