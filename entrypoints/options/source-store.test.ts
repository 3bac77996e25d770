import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArchiveContents, Result } from '@/utils/model';
import { type Newsroom, openNewsroom, weeklyArticles } from '../../tests/archives/newsroom-server';
import { opmlOf, opmlText, subscriptionsTo } from './opml-file';
import { originsFor } from './origins-for';
import { createSourceStore } from './source-store';

let room: Newsroom;
beforeAll(async () => void (room = await openNewsroom()));
afterAll(() => room.close());
beforeEach(() => {
  room.articles = weeklyArticles(5, '2026-11-23T12:00:00Z');
  room.takeSeen();
});

function opened(there: ArchiveContents | null = null, outcome: 'kept' | 'refused' = 'kept') {
  const needs = {
    archives: () => (there ? [there] : []),
    languages: () => ['en'],
    contents: () => Promise.resolve(there),
    put: vi.fn((_: ArchiveContents) => Promise.resolve(outcome)),
    subscribe: vi.fn((_: unknown) => Promise.resolve<Result<null, string>>({ ok: true, value: null })),
    permit: vi.fn((_: string[]) => Promise.resolve(true)),
    reach: { fetch, pauseMs: 0 },
    now: () => Date.parse('2026-11-24T12:00:00Z'),
  };
  const store = createSourceStore(needs);
  const use = store.getState();
  const step = async (wanted: string) => {
    await vi.waitFor(() => expect(store.getState().now.step).toBe(wanted));
    return store.getState().now;
  };
  const look = (path: string): void => {
    use.onAddress(`${room.origin}${path}`);
    use.onLook();
  };
  return { needs, store, use, step, look };
}

describe('subscribing', () => {
  it('shows what a feed holds, keeps nothing, and then keeps it with its marks', async () => {
    const { needs, use, step, look } = opened();
    look('/feed/');
    expect(await step('previewing')).toMatchObject({
      preview: { title: 'Northport desk', briefs: 5, replaces: 'nothing' },
    });
    expect(needs.put).not.toHaveBeenCalled();
    use.onSourceTitle('Harbour');
    use.onSubscribe();
    expect(await step('subscribed')).toEqual({
      step: 'subscribed',
      title: 'Harbour',
      briefs: 5,
      nextIssue: '2026-11-30',
    });
    expect(needs.put.mock.calls[0]?.[0]).toMatchObject({ id: 'harbour', title: 'Harbour' });
    expect(needs.subscribe.mock.calls).toEqual([
      [
        {
          archiveId: 'harbour',
          source: { kind: 'feed', address: `${room.origin}/feed/`, section: '/' },
          marks: { etag: expect.any(String) as string, lastModified: null, newest: '2026-11-23T12:00:00Z', seen: [] },
        },
      ],
    ]);
  });

  it('asks the browser for the one server, in the click, and fetches nothing where it says no', async () => {
    const { needs, store, step, look } = opened();
    needs.permit.mockResolvedValue(false);
    look('/feed/');
    expect(needs.permit).toHaveBeenCalledExactlyOnceWith(['http://127.0.0.1/*']);
    await vi.waitFor(() => expect(store.getState().now).toEqual({ step: 'asking', amiss: 'no-permission' }));
    expect(room.takeSeen()).toEqual([]);
    await step('asking');
  });

  it('joins an archive with the same title, and leaves its other briefs', async () => {
    const first = opened();
    first.look('/feed/');
    await first.step('previewing');
    first.use.onSubscribe();
    await first.step('subscribed');
    const there = first.needs.put.mock.calls[0]?.[0] ?? null;
    room.articles = weeklyArticles(9, '2026-12-21T12:00:00Z').slice(4);
    const { needs, use, step, look } = opened(there);
    look('/feed/');
    expect(await step('previewing')).toMatchObject({ preview: { replaces: 'joined', briefs: 5 } });
    use.onSubscribe();
    await step('subscribed');
    expect(needs.put.mock.calls[0]?.[0].briefs).toHaveLength(9);
  });

  it.each([
    ['nowhere', { step: 'asking', amiss: 'not-an-address' }],
    ['http://127.0.0.1:1/feed', { step: 'failed', kind: 'unreachable' }],
  ])('says what is amiss with %s', async (typed, expected) => {
    const { store, use } = opened();
    use.onAddress(typed);
    use.onLook();
    await vi.waitFor(() => expect(store.getState().now).toMatchObject(expected));
  });

  it('stops when it is told to', async () => {
    const { store, use, look, step } = opened();
    room.answer('/feed/', () => undefined); // never answers
    look('/feed/');
    await step('looking');
    use.onStopLooking();
    room.answer('/feed/', null);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(store.getState().now).toEqual({ step: 'asking', amiss: 'nothing' });
  });

  it('stays where it was when storage refuses', async () => {
    const { needs, use, step, look } = opened(null, 'refused');
    look('/feed/');
    await step('previewing');
    use.onSubscribe();
    await step('adding');
    await step('previewing');
    expect(needs.subscribe).not.toHaveBeenCalled();
  });
});

it.each([
  ['https://paper.example/feed', ['https://paper.example/*', 'https://www.paper.example/*']],
  ['https://www.paper.example/', ['https://www.paper.example/*', 'https://paper.example/*']],
  ['http://127.0.0.1:8080/', ['http://127.0.0.1/*']],
  ['http://localhost/', ['http://localhost/*']],
  ['http://[::1]:80/', ['http://[::1]/*']],
])('%s needs %j', (address, origins) => expect(originsFor(address)).toEqual(origins));

describe('subscriptions of other readers', () => {
  const source = (address: string) => ({ kind: 'feed' as const, address, section: '/' });
  const summary = (title: string, address: string) => ({
    archiveId: title,
    title,
    source: source(address),
    state: 'live' as const,
    checkedAt: null,
    updatedAt: null,
    dueAt: 0,
    failure: null,
    question: null,
    nextIssue: null,
  });

  it('go out and come in again, those that are there already left out', async () => {
    const text = opmlText([summary('A & B', 'https://a.example/feed'), summary('C', 'https://c.example/rss?x=1&y=2')]);
    const found = await opmlOf(new File([text], 's.opml'), [summary('C', 'https://c.example/rss?x=1&y=2')]);
    expect(found).toEqual({ name: 's.opml', feeds: [{ title: 'A & B', feed: 'https://a.example/feed' }] });
  });

  it.each(['', '<rss/>', '{}', '<!DOCTYPE opml [<!ENTITY a "b">]><opml/>'])(
    'are refused where they are none: %s',
    async (text) => {
      expect(await opmlOf(new File([text], 's.opml'), [])).toEqual({ name: 's.opml', feeds: 'broken' });
    },
  );

  it('each get an archive of their own, whatever they are called', () => {
    const feeds = ['News', 'News', 'news ', 'Desk'].map((title, place) => ({
      title,
      feed: `https://${place}.example/`,
    }));
    const ids = subscriptionsTo(feeds, [{ id: 'desk', title: 'Desk' }]).map(({ archiveId }) => archiveId);
    expect(ids).toEqual(['news', 'news-2', 'news-3', 'desk-2']);
  });
});
