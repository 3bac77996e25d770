import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Source } from '@/utils/model';
import { weeklyArticles } from '../../../tests/archives/newsroom-server';
import {
  DAY,
  dueIn,
  feedOf,
  HOUR,
  MINUTE,
  recordOf,
  set,
  setUp,
  START,
  subscribed,
  woken,
} from '../../../tests/archives/woken-background';

setUp();

describe('a source that fails', () => {
  const broken = (status: number, headers: Record<string, string> = {}): void =>
    set.newsroom.answer('/feed/', (_, response) => void response.writeHead(status, headers).end('no'));
  const fail = async (after: number): Promise<void> => {
    set.now += after;
    await (await woken()).wake();
  };
  beforeEach(async () => {
    await subscribed(feedOf(set.newsroom));
  });
  const mended = async (): Promise<void> => set.newsroom.answer('/feed/', null);

  it('is tried again after a quarter of an hour, after six hours, and then rests with its reason', async () => {
    broken(503);
    await fail(7 * HOUR);
    expect([await dueIn(), (await recordOf())?.failures]).toEqual([15.75 * MINUTE, 1]);
    await fail(16 * MINUTE);
    expect([await dueIn(), (await recordOf())?.failures]).toEqual([6.3 * HOUR, 2]);
    await fail(7 * HOUR);
    expect(await recordOf()).toMatchObject({ state: { is: 'paused' }, failures: 3, failure: { kind: 'busy' } });
    set.asked = [];
    await fail(30 * DAY);
    expect(set.asked).toEqual([]);
    await mended();
    const { answers, titles } = await woken();
    await answers.steer({ archiveId: 'feed', act: 'update' });
    expect(await recordOf()).toMatchObject({ state: { is: 'live' }, failures: 0, failure: null });
    expect(await titles('feed')).toHaveLength(3);
  });

  it.each([
    ['429 with seconds', 429, { 'retry-after': '7200' }, 2 * HOUR],
    ['503 with a date', 503, { 'retry-after': new Date(START + 7 * HOUR + 3 * HOUR).toUTCString() }, 3 * HOUR],
  ])('is left alone as long as it asks for, within ten per cent: %s', async (_, status, headers, wait) => {
    broken(status, headers);
    await fail(7 * HOUR);
    await mended();
    expect((await dueIn()) / wait).toBeGreaterThanOrEqual(1);
    expect((await dueIn()) / wait).toBeLessThanOrEqual(1.1);
  });

  it('rests at once when it says that it is gone for good', async () => {
    broken(410);
    await fail(7 * HOUR);
    await mended();
    expect(await recordOf()).toMatchObject({ state: { is: 'paused' }, failures: 1, failure: { kind: 'gone' } });
  });

  it.each<[string, (request: unknown, response: import('node:http').ServerResponse) => void, string]>([
    [
      'a sign-in page',
      (_, response) => void response.writeHead(200).end('<!doctype html><form>Sign in</form>'),
      'web-page',
    ],
    [
      'a redirect that never ends',
      (_, response) => void response.writeHead(302, { location: '/feed/' }).end(),
      'unreachable',
    ],
    [
      'a connection that breaks',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('<rss>');
        setTimeout(() => response.destroy(), 20);
      },
      'cut-off',
    ],
    [
      'a picture',
      (_, response) => void response.writeHead(200).end(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])),
      'not-text',
    ],
    ['an internal DTD', (_, response) => void response.end('<!DOCTYPE rss [<!ENTITY a "a">]><rss/>'), 'internal-dtd'],
  ])('keeps what it has: %s', async (_, handler, kind) => {
    set.newsroom.answer('/feed/', handler);
    await fail(7 * HOUR);
    await mended();
    expect((await recordOf())?.failure?.kind).toBe(kind);
    expect(await (await woken()).titles('feed')).toHaveLength(3);
  });

  it('rests when the browser no longer allows it, without asking anybody', async () => {
    set.allowed = false;
    set.asked = [];
    await fail(7 * HOUR);
    expect(set.asked).toEqual([]);
    expect(await recordOf()).toMatchObject({ state: { is: 'paused' }, failure: { kind: 'no-permission' } });
  });

  it('does not hold up the others when it brings out a bug of ours', async () => {
    const fault = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const strange = { kind: 'moonlight', address: 'http://127.0.0.1/', section: '/' } as unknown as Source;
    await subscribed({ archiveId: 'a-strange', source: strange });
    set.newsroom.articles = weeklyArticles(4, '2026-11-09T06:00:00Z');
    await fail(7 * HOUR);
    expect(await (await woken()).titles('feed')).toHaveLength(4);
    expect(fault).toHaveBeenCalled();
  });

  it('is not asked again at every waking when the background was stopped while it was asked', async () => {
    set.newsroom.answer('/feed/', () => undefined); // never answers
    set.now += 7 * HOUR;
    set.newsroom.takeSeen();
    const { wake } = await woken();
    void wake(); // it is stopped before an answer comes
    await vi.waitFor(() => expect(set.newsroom.takeSeen().length).toBeGreaterThan(0));
    set.asked = [];
    await (await woken()).wake();
    expect(set.asked).toEqual([]);
    await mended();
    set.now += 11 * MINUTE;
    await (await woken()).wake();
    expect(set.asked).toHaveLength(1);
  });
});

describe('an archive file that shrinks', () => {
  const file = (count: number): void =>
    set.newsroom.answer(
      '/archive.json',
      (_, response) =>
        void response.end(
          JSON.stringify({
            version: 'https://jsonfeed.org/version/1.1',
            title: 'Whole',
            _backgrounder: { version: 1, entities: [] },
            items: Array.from({ length: count }, (_each, id) => ({
              id: `${id}`,
              title: `Brief ${id}`,
              content_text: 'x',
            })),
          }),
        ),
    );
  const source: Source = { kind: 'feed', address: '', section: '/' };
  beforeEach(async () => {
    file(10);
    await subscribed({ archiveId: 'whole', source: { ...source, address: `${set.newsroom.origin}/archive.json` } });
  });
  const next = async (): Promise<number> => {
    set.now += 7 * HOUR;
    const { wake, titles } = await woken();
    await wake();
    return (await titles('whole')).length;
  };

  it('loses what is gone from it, a little at a time', async () => {
    file(8);
    expect(await next()).toBe(8);
  });

  it.each([0, 3])('to %d asks first, and keeps the old one until it is answered', async (count) => {
    file(count);
    expect([await next(), await next()]).toEqual([10, 10]);
    expect((await recordOf('whole'))?.question).toEqual({ briefs: count, had: 10 });
    const { answers, titles } = await woken();
    await answers.steer({ archiveId: 'whole', act: 'accept' });
    expect([(await titles('whole')).length, (await recordOf('whole'))?.question]).toEqual([count, null]);
  });

  it('does not ask twice what was declined, and asks again when it shrinks further', async () => {
    file(4);
    await next();
    await (await woken()).answers.steer({ archiveId: 'whole', act: 'decline' });
    expect([await next(), (await recordOf('whole'))?.question]).toEqual([10, null]);
    file(2);
    expect([await next(), (await recordOf('whole'))?.question]).toEqual([10, { briefs: 2, had: 10 }]);
    file(12);
    expect([await next(), (await recordOf('whole'))?.question]).toEqual([12, null]);
  });
});
