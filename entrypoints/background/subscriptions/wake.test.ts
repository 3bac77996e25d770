import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { newIssueNotice, subscriptions, updateTimes } from '@/utils/settings';
import { weeklyArticles } from '../../../tests/archives/newsroom-server';
import {
  DAY,
  dueIn,
  feedOf,
  HOUR,
  postsOf,
  recordOf,
  set,
  setUp,
  START,
  subscribed,
  woken,
} from '../../../tests/archives/woken-background';

setUp();

describe('a month of alarms, the background stopped in between', () => {
  it('brings every post and every issue into its archive, asks only what was subscribed to, and keeps what feeds drop', async () => {
    set.newsroom.articles = weeklyArticles(30, '2026-11-02T06:00:00Z');
    await subscribed(feedOf(set.newsroom), postsOf(set.other));
    for (let hours = 0; hours < 30 * 24; hours += 5) {
      set.now = START + hours * HOUR;
      // A newsroom publishes a brief a week and corrects one now and then.
      const weeks = Math.floor((set.now - START) / (7 * DAY));
      const last = new Date(Date.parse('2026-11-02T06:00:00Z') + weeks * 7 * DAY).toISOString();
      set.newsroom.articles = weeklyArticles(30 + weeks, last);
      set.other.articles = weeklyArticles(3 + weeks, last).map((article) =>
        article.id === 2 && weeks > 1 ? { ...article, title: 'Corrected', modified: '2026-11-16T09:00:00Z' } : article,
      );
      // Every third time the browser itself was closed: it forgot its alarms.
      if (hours % 15 === 0) await browser.alarms.clearAll();
      await (await woken()).wake();
    }
    const { titles } = await woken();
    // The feed shows ten items: at the beginning parts 21 to 30, at the end 25 to 34.
    expect(await titles('feed')).toEqual(
      Array.from({ length: 14 }, (_, place) => `Harbour tender, part ${34 - place}`),
    );
    expect((await titles('posts')).toSorted()).toEqual(
      ['Corrected', ...[1, 3, 4, 5, 6, 7].map((part) => `Harbour tender, part ${part}`)].toSorted(),
    );
    expect([...new Set(set.asked.map((address) => address.replace(/\?.*/u, '')))].toSorted()).toEqual(
      [feedOf(set.newsroom).source.address, postsOf(set.other).source.address].toSorted(),
    );
    // Four times a day at most, each with the validator of the last.
    const seen = set.newsroom.takeSeen();
    expect(seen.length).toBeLessThanOrEqual(30 * 4 + 1);
    expect(seen.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(seen.every(({ headers }) => headers.cookie === undefined && headers.referer === undefined)).toBe(true);
  }, 30_000);

  it('does what fell due while the browser was closed, and sets its alarm again', async () => {
    await subscribed(feedOf(set.newsroom));
    set.now += 9 * DAY;
    set.newsroom.articles = weeklyArticles(4, '2026-11-09T06:00:00Z');
    await browser.alarms.clearAll();
    const { wake, titles } = await woken();
    await wake();
    expect(await titles('feed')).toHaveLength(4);
    expect((await browser.alarms.get('update'))?.scheduledTime).toBe(set.now + (await dueIn()));
  });

  it('asks nobody before anything is due', async () => {
    await subscribed(feedOf(set.newsroom));
    set.asked = [];
    set.now += 5 * HOUR;
    await (await woken()).wake();
    expect(set.asked).toEqual([]);
  });
});

describe('fifty subscriptions without news', () => {
  it('cost fifty conditional requests, no body, and no write but when they are due', async () => {
    const rooms = Array.from({ length: 50 }, (_, place) => feedOf(set.newsroom, `feed-${place}`));
    await subscribed(...rooms);
    set.newsroom.takeSeen();
    set.now += 7 * HOUR;
    const { wake } = await woken();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const record = vi.spyOn(subscriptions, 'setValue');
    const stored = vi.spyOn(browser.storage.local, 'set');
    await wake();
    const seen = set.newsroom.takeSeen();
    expect(seen).toHaveLength(50);
    expect(
      seen.filter(({ headers, status, bytes }) => headers['if-none-match'] && status === 304 && bytes === 0),
    ).toHaveLength(50);
    expect([put.mock.calls.length, record.mock.calls.length]).toEqual([0, 0]);
    expect(stored.mock.calls.flatMap(([items]) => Object.keys(items as object))).toEqual([
      'updateTimes',
      'updateTimes',
    ]);
  });
});

describe('a subscription', () => {
  it('tells of a new issue with its titles, not of its first filling, and only where that is wanted', async () => {
    await newIssueNotice.setValue('on');
    await subscribed(feedOf(set.newsroom));
    expect(browser.notifications.create).not.toHaveBeenCalled();
    set.newsroom.articles = weeklyArticles(4, '2026-11-09T06:00:00Z');
    set.now = START + 7 * DAY;
    await (await woken()).wake();
    expect(browser.notifications.create).toHaveBeenCalledExactlyOnceWith('issue:feed', {
      type: 'basic',
      iconUrl: expect.stringContaining('/icon/128.png') as string,
      title: 'New issue: Northport desk',
      message: '9\u00a0Nov\u00a02026\nHarbour tender, part 4',
    });
    await newIssueNotice.setValue('off');
    set.newsroom.articles = weeklyArticles(5, '2026-11-16T06:00:00Z');
    set.now += 7 * DAY;
    await (await woken()).wake();
    expect(browser.notifications.create).toHaveBeenCalledTimes(1);
  });

  it('says when its next issue is to be expected', async () => {
    await subscribed(feedOf(set.newsroom));
    const list = await (await woken()).answers.listSubscriptions();
    expect(list.ok && list.value).toMatchObject([
      { archiveId: 'feed', title: 'Northport desk', state: 'live', nextIssue: '2026-11-09', checkedAt: START },
    ]);
  });

  it('is asked no more once it is stopped, and goes on when that is undone', async () => {
    await subscribed(feedOf(set.newsroom));
    await (await woken()).answers.steer({ archiveId: 'feed', act: 'stop' });
    set.now += 7 * HOUR;
    set.asked = [];
    const { wake, answers, titles } = await woken();
    await wake();
    expect([set.asked, (await titles('feed')).length]).toEqual([[], 3]);
    expect(await answers.listSubscriptions()).toMatchObject({ value: [] });
    await answers.steer({ archiveId: 'feed', act: 'resume' });
    await vi.waitFor(() => expect(set.asked).toHaveLength(1));
  });

  it('goes with its archive, comes back with it, and is forgotten after a day', async () => {
    await subscribed(feedOf(set.newsroom));
    const first = await woken();
    const before = await first.keep.withArchives((archives) => archives.archive('feed'));
    await first.keep.removeArchive('feed');
    await first.answers.archiveRemoved({ id: 'feed' });
    set.now += 7 * HOUR;
    set.asked = [];
    await (await woken()).wake();
    expect(set.asked).toEqual([]);
    if (!before.ok || !before.value) throw new Error('no archive');
    const again = await woken();
    await again.keep.putArchive(before.value);
    await again.answers.archivePut({ id: 'feed' });
    await vi.waitFor(() => expect(set.asked).toHaveLength(1));
    await again.answers.archiveRemoved({ id: 'feed' });
    set.now += 2 * DAY;
    await (await woken()).wake();
    expect([await recordOf(), (await updateTimes.getValue())['feed']]).toEqual([undefined, undefined]);
  });

  it('fills its archive anew when the browser lost it', async () => {
    await subscribed(feedOf(set.newsroom));
    globalThis.indexedDB = new IDBFactory();
    set.now += 7 * HOUR;
    const { wake, titles } = await woken();
    await wake();
    expect(await titles('feed')).toHaveLength(3);
  });

  it('waits for storage to have room, and loses nothing', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await subscribed(feedOf(set.newsroom));
    set.newsroom.articles = weeklyArticles(4, '2026-11-09T06:00:00Z');
    set.now += 7 * DAY;
    const { wake } = await woken();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Failed to write blobs (IOError)', 'DataError');
    });
    await wake();
    vi.restoreAllMocks();
    expect((await recordOf())?.failure?.kind).toBe('disk-full');
    set.now += HOUR;
    const later = await woken();
    await later.wake();
    expect(await later.titles('feed')).toHaveLength(4);
    expect(await recordOf()).toMatchObject({ failure: null, failures: 0 });
  });
});
