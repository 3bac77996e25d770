import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Source, Subscription } from '@/utils/model';
import { starter, subscriptions, updateTimes } from '@/utils/settings';
import { fetchFromPackage } from '../our-package';
import { type Newsroom, openNewsroom, weeklyArticles } from './newsroom-server';
import type { World } from '@/entrypoints/background/subscriptions/update-one';

const overTheNetwork = globalThis.fetch;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const START = Date.parse('2026-11-02T08:00:00Z');

/** The clock, the servers and what the browser allows, as a test sets them. */
export const set = {
  now: START,
  /** Every address that was fetched. */
  asked: [] as string[],
  allowed: true,
  newsroom: null as unknown as Newsroom,
  other: null as unknown as Newsroom,
};

/** Two newsrooms, a browser that was just installed, and no archive; anew before every test. */
export function setUp(): void {
  beforeAll(async () => {
    [set.newsroom, set.other] = await Promise.all([openNewsroom(), openNewsroom()]);
  });
  afterAll(() => Promise.all([set.newsroom.close(), set.other.close()]));
  beforeEach(async () => {
    fakeBrowser.reset();
    globalThis.indexedDB = new IDBFactory();
    Object.assign(set, { now: START, asked: [], allowed: true });
    for (const each of [set.newsroom, set.other]) {
      each.articles = weeklyArticles(3, '2026-11-02T06:00:00Z');
      each.takeSeen();
    }
    // The fake browser knows none of these; all are the browser's own.
    Object.assign(browser, {
      permissions: { contains: () => Promise.resolve(set.allowed) },
      notifications: { create: vi.fn(() => Promise.resolve('')) },
    });
    vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
    vi.stubGlobal('fetch', fetchFromPackage);
    await starter.setValue('removed');
  });
}

/** The background as it wakes: every module variable is gone, what is stored is there. */
export async function woken(): Promise<{
  wake: () => Promise<void>;
  answers: typeof import('@/entrypoints/background/subscriptions/answer-subscriptions');
  titles: (archiveId: string) => Promise<string[]>;
  keep: typeof import('@/entrypoints/background/keep-archives');
}> {
  vi.resetModules();
  const [{ wake, theWorld }, answers, keep] = await Promise.all([
    import('@/entrypoints/background/subscriptions/wake'),
    import('@/entrypoints/background/subscriptions/answer-subscriptions'),
    import('@/entrypoints/background/keep-archives'),
  ]);
  const world: World = { ...theWorld, ...worldOfTest() };
  Object.assign(theWorld, worldOfTest()); // what messages do goes through it
  return {
    wake: () => wake(world),
    answers,
    keep,
    titles: async (archiveId) => {
      const archive = await keep.withArchives((archives) => archives.archive(archiveId));
      return archive.ok ? (archive.value?.contents.briefs ?? []).map(({ title }) => title) : [];
    },
  };
}

function worldOfTest(): Pick<World, 'fetch' | 'now' | 'chance' | 'pauseMs'> {
  return {
    fetch: (input, init) => {
      set.asked.push(input as string);
      return overTheNetwork(input, init);
    },
    now: () => set.now,
    chance: () => 0.5,
    pauseMs: 0,
  };
}

/** Subscribes, and waits until the archives are filled. */
export async function subscribed(...wanted: { archiveId: string; source: Source }[]): Promise<void> {
  const { answers, wake } = await woken();
  await answers.subscribe({
    subscriptions: wanted.map((each) => ({
      ...each,
      marks: { etag: null, lastModified: null, newest: null, seen: [] },
    })),
  });
  await wake();
}

export const feedOf = (room: Newsroom, archiveId = 'feed'): { archiveId: string; source: Source } => ({
  archiveId,
  source: { kind: 'feed', address: `${room.origin}/feed/`, section: '/' },
});
export const postsOf = (room: Newsroom): { archiveId: string; source: Source } => ({
  archiveId: 'posts',
  source: { kind: 'wordpress', address: `${room.origin}/wp-json/wp/v2/posts`, section: '/' },
});
export const recordOf = async (archiveId = 'feed'): Promise<Subscription | undefined> =>
  (await subscriptions.getValue())[archiveId];
/** ms until a subscription is due. */
export const dueIn = async (archiveId = 'feed'): Promise<number> =>
  ((await updateTimes.getValue())[archiveId]?.dueAt ?? 0) - set.now;
