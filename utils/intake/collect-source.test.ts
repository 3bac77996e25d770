import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Source } from '@/utils/model';
import { type Newsroom, openNewsroom, weeklyArticles } from '../../tests/archives/newsroom-server';
import { addressTyped, collectSource, collectUpdate, findSources, NO_MARKS, type Reach } from '.';

let newsroom: Newsroom;
beforeAll(async () => void (newsroom = await openNewsroom()));
afterAll(() => newsroom.close());
beforeEach(() => {
  newsroom.articles = weeklyArticles(30, '2026-11-23T12:00:00Z');
  newsroom.takeSeen();
});

const reach = (signal = new AbortController().signal): Reach => ({ fetch, signal, now: Date.now(), pauseMs: 0 });
const source = (kind: Source['kind'], path: string, section = '/'): Source => ({
  kind,
  address: `${newsroom.origin}${path}`,
  section,
});
const FEED = () => source('feed', '/feed/');
const POSTS = () => source('wordpress', '/wp-json/wp/v2/posts');
const MAP = () => source('sitemap', '/sitemap.xml', '/articles/');

async function all(of: Source, signal?: AbortSignal) {
  const steps: [number, number][] = [];
  const collected = await collectSource(of, {
    reach: reach(signal),
    archiveId: 'a',
    onProgress: ({ x, of: total }) => steps.push([x, total]),
  });
  return { collected, steps };
}

async function update(of: Source, marks = NO_MARKS, kept: readonly string[] = []) {
  const outcome = await collectUpdate(of, {
    reach: reach(),
    archiveId: 'a',
    marks,
    isKept: (address) => kept.includes(address),
  });
  if (!outcome.ok) throw new Error(outcome.error.kind);
  return outcome.value;
}

describe('a source read for the first time', () => {
  it('gives the items that a feed shows', async () => {
    const { collected } = await all(FEED());
    expect(collected.ok && collected.value.incoming.contents.briefs).toHaveLength(10);
    expect(collected.ok && collected.value.marks).toMatchObject({ newest: '2026-11-23T12:00:00Z' });
  });

  it('gives every page of WordPress posts, with progress', async () => {
    newsroom.articles = weeklyArticles(250, '2026-11-23T12:00:00Z');
    const { collected, steps } = await all(POSTS());
    expect(collected.ok && collected.value.incoming.contents.briefs).toHaveLength(250);
    expect(steps).toEqual([
      [0, 0],
      [1, 3],
      [2, 3],
    ]);
    expect(newsroom.takeSeen()).toHaveLength(3);
  });

  it('keeps what came when a later page fails, and says so', async () => {
    newsroom.articles = weeklyArticles(250, '2026-11-23T12:00:00Z');
    let asked = 0;
    newsroom.answer('/wp-json/wp/v2/posts', (_, response) => {
      asked += 1;
      if (asked > 1) return void response.writeHead(503).end();
      response
        .writeHead(200, { 'x-wp-totalpages': '3' })
        .end(JSON.stringify([{ id: 1, title: { rendered: 'One' }, content: { rendered: '<p>x</p>' }, link: null }]));
    });
    const { collected } = await all(POSTS());
    newsroom.answer('/wp-json/wp/v2/posts', null);
    expect(collected.ok && collected.value.incoming.contents.briefs).toHaveLength(1);
    expect(collected.ok && collected.value.incoming.notes.map(({ kind }) => kind)).toEqual(['not-fetched']);
    expect(asked).toBe(2);
  });

  it('reads the pages of a section, and no other', async () => {
    newsroom.articles = weeklyArticles(4, '2026-11-23T12:00:00Z');
    const { collected, steps } = await all(MAP());
    expect(collected.ok && collected.value.incoming.contents.briefs.map(({ title }) => title)).toEqual([
      'Harbour tender, part 4',
      'Harbour tender, part 3',
      'Harbour tender, part 2',
      'Harbour tender, part 1',
    ]);
    expect(steps.at(-1)).toEqual([3, 4]);
    const elsewhere = await all(source('sitemap', '/sitemap.xml', '/sport/'));
    expect(elsewhere.collected).toMatchObject({ ok: false, error: { kind: 'empty' } });
  });

  it('fetches 200 pages of a section at most', async () => {
    newsroom.articles = weeklyArticles(260, '2026-11-23T12:00:00Z');
    const { collected } = await all(MAP());
    expect(collected.ok && collected.value.incoming.contents.briefs).toHaveLength(200);
    expect(newsroom.takeSeen()).toHaveLength(201);
  });

  it('stops when it is told to, and asks for nothing more', async () => {
    const stop = new AbortController();
    newsroom.answer('/articles/29/', () => stop.abort());
    const { collected } = await all(MAP(), stop.signal);
    newsroom.answer('/articles/29/', null);
    expect(collected).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(newsroom.takeSeen().map(({ path }) => path)).toEqual(['/sitemap.xml', '/articles/30/', '/articles/29/']);
  });

  it('leaves a server alone that refuses three pages in a row', async () => {
    for (const id of [28, 27, 26]) newsroom.answer(`/articles/${id}/`, (_, response) => response.writeHead(429).end());
    const { collected } = await all(MAP());
    for (const id of [28, 27, 26]) newsroom.answer(`/articles/${id}/`, null);
    expect(collected.ok && collected.value.incoming.contents.briefs).toHaveLength(2);
    expect(newsroom.takeSeen()).toHaveLength(6);
  });

  it('follows the pages that a JSON Feed names, on its own site only', async () => {
    const page = (id: number, next: string): string =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'F',
        next_url: next,
        items: [{ id: `${id}`, content_text: `Item ${id}` }],
      });
    newsroom.answer('/one.json', (_, response) => response.end(page(1, '/two.json')));
    newsroom.answer('/two.json', (_, response) => response.end(page(2, 'http://localhost:1/three.json')));
    const { collected } = await all(source('feed', '/one.json'));
    expect(collected.ok && collected.value.incoming.contents.briefs).toHaveLength(2);
    expect(newsroom.takeSeen().map(({ path }) => path)).toEqual(['/one.json', '/two.json']);
  });
});

describe('an update', () => {
  it('of an unchanged feed is one conditional request without a body', async () => {
    const { collected } = await all(FEED());
    newsroom.takeSeen();
    expect(await update(FEED(), collected.ok ? collected.value.marks : NO_MARKS)).toBe('unchanged');
    expect(newsroom.takeSeen().map(({ status, bytes }) => [status, bytes])).toEqual([[304, 0]]);
  });

  it('of WordPress asks for what was touched since, a day of overlap included', async () => {
    const { collected } = await all(POSTS());
    newsroom.articles = newsroom.articles.map((article) =>
      article.id === 3 ? { ...article, title: 'Corrected', modified: '2026-11-24T09:00:00Z' } : article,
    );
    const changed = await update(POSTS(), collected.ok ? collected.value.marks : NO_MARKS);
    expect(changed !== 'unchanged' && changed.incoming.contents.briefs.map(({ title }) => title)).toEqual([
      'Harbour tender, part 30',
      'Corrected',
    ]);
    expect(changed !== 'unchanged' && [changed.rest, changed.marks.newest]).toEqual(['none', '2026-11-24T09:00:00Z']);
  });

  it('of many posts comes in portions, each of which goes on where the last one ended', async () => {
    newsroom.articles = weeklyArticles(1_000, '2026-11-23T12:00:00Z');
    const got = new Set<string>();
    let marks = NO_MARKS;
    let rest = 'some';
    let rounds = 0;
    for (; rest === 'some' && rounds < 20; rounds++) {
      const portion = await update(POSTS(), marks);
      if (portion === 'unchanged') break;
      for (const { id } of portion.incoming.contents.briefs) got.add(id);
      ({ marks, rest } = portion);
    }
    expect([got.size, rest]).toEqual([1_000, 'none']);
    expect(rounds).toBe(4);
  });

  it('of a WordPress that does not know what "modified after" is takes its newest posts', async () => {
    newsroom.articles = weeklyArticles(250, '2026-11-23T12:00:00Z');
    const all250 = [...newsroom.articles];
    newsroom.answer('/wp-json/wp/v2/posts', (request, response) => {
      const query = new URL(request.url ?? '', newsroom.origin).searchParams;
      const order = query.get('orderby') === 'modified' ? all250 : all250.toReversed();
      const shown = order.slice(0, 100).map(({ id, title, modified }) => ({
        id,
        title: { rendered: title },
        modified_gmt: modified.slice(0, 19),
        link: null,
      }));
      response.writeHead(200, { 'x-wp-totalpages': '3' }).end(JSON.stringify(shown));
    });
    const marks = { ...NO_MARKS, newest: '2026-11-16T12:00:00Z' };
    const changed = await update(POSTS(), marks);
    newsroom.answer('/wp-json/wp/v2/posts', null);
    expect(changed !== 'unchanged' && [changed.rest, changed.marks.newest]).toEqual(['none', '2026-11-23T12:00:00Z']);
    expect(newsroom.takeSeen()).toHaveLength(2);
  });

  it('of a sitemap fetches pages that are new or changed, a few at a time', async () => {
    newsroom.articles = weeklyArticles(20, '2026-11-23T12:00:00Z');
    const marks = { ...NO_MARKS, newest: '2026-09-01T00:00:00Z' };
    const first = await update(MAP(), marks);
    if (first === 'unchanged') throw new Error('nothing came');
    expect([first.incoming.contents.briefs.length, first.rest, first.marks.etag]).toEqual([8, 'some', null]);
    const second = await update(MAP(), first.marks);
    if (second === 'unchanged') throw new Error('nothing came');
    expect([second.incoming.contents.briefs.length, second.rest]).toEqual([4, 'none']);
    expect(await update(MAP(), second.marks)).toBe('unchanged');
  });

  it('of a sitemap comes back to the page that a server was too busy for', async () => {
    newsroom.articles = weeklyArticles(3, '2026-11-23T12:00:00Z');
    newsroom.answer('/articles/2/', (_, response) => response.writeHead(503).end());
    const first = await update(MAP());
    newsroom.answer('/articles/2/', null);
    if (first === 'unchanged') throw new Error('nothing came');
    expect(first.incoming.contents.briefs.map(({ title }) => title)).toEqual(['Harbour tender, part 1']);
    const second = await update(MAP(), first.marks);
    expect(second !== 'unchanged' && second.incoming.contents.briefs).toHaveLength(2);
  });
});

describe('what an address leads to', () => {
  const at = async (path: string) => {
    const found = await findSources(`${newsroom.origin}${path}`, reach());
    return found.ok
      ? found.value.map(({ source: { kind, address, section }, title }) => [
          kind,
          address.replace(newsroom.origin, ''),
          section,
          title,
        ])
      : found.error.kind;
  };

  it.each([
    ['/feed/', [['feed', '/feed/', '/', 'Northport desk']]],
    ['/wp-json/wp/v2/posts', [['wordpress', '/wp-json/wp/v2/posts', '/', '127.0.0.1']]],
    ['/sitemap.xml', [['sitemap', '/sitemap.xml', '/', '']]],
    [
      '/',
      [
        ['feed', '/feed/', '/', 'Northport desk'],
        ['wordpress', '/wp-json/wp/v2/posts', '/', ''],
      ],
    ],
    // This page names none; the usual place at the top of its site has one.
    ['/articles/3/', [['feed', '/feed/', '/', 'Northport desk']]],
    ['/nothing', 'not-found'],
  ])('%s', async (path, expected) => {
    const found = await at(path);
    // WordPress' posts have no title of their own: their host's name, with its port here.
    expect(
      JSON.parse(
        JSON.stringify(found).replaceAll(newsroom.origin.replace('http://127.0.0.1', '127.0.0.1'), '127.0.0.1'),
      ),
    ).toEqual(expected);
  });

  it('is the section of a site that has a sitemap only', async () => {
    newsroom.answer('/feed/', (_, response) => response.writeHead(404).end());
    newsroom.answer('/wp-json/wp/v2/posts', (_, response) => response.writeHead(404).end());
    const found = await at('/articles/3/');
    newsroom.answer('/feed/', null);
    newsroom.answer('/wp-json/wp/v2/posts', null);
    expect(found).toEqual([['sitemap', '/sitemap.xml', '/articles/', '']]);
  });
});

describe('an address as it is typed', () => {
  it.each([
    ['northport.example', 'https://northport.example/'],
    [' https://northport.example/feed ', 'https://northport.example/feed'],
    ['http://northport.example', 'http://northport.example/'],
    ['feed:https://northport.example/a', 'https://northport.example/a'],
    ['feed://northport.example/a', 'https://northport.example/a'],
    ['northport.example:8080/x', 'https://northport.example:8080/x'],
    ['парт.example', 'https://xn--80a3aei.example/'],
    ['', null],
    ['two words', null],
    ['northport', null],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
    ['https://me:secret@northport.example/', null],
  ])('%s', (typed, expected) => expect(addressTyped(typed)).toBe(expected));
});
