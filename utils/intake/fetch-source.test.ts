import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bounds, fetchSource, type SourceRequest } from './fetch-source';

const NOW = Date.UTC(2012, 10, 5, 12);
const BOUNDS: Bounds = { maxBytes: 100_000, totalMs: 1_500, idleMs: 300 };

/** What the server of this test says at each path. */
const ANSWERS: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/feed': (request, response) => {
    if (request.headers['if-none-match'] === '"one"') return response.writeHead(304).end();
    return response
      .writeHead(200, { etag: '"one"', 'content-type': 'application/rss+xml', 'x-wp-totalpages': '3' })
      .end('<rss/>');
  },
  '/dated': (request, response) => {
    const known = request.headers['if-modified-since'] === 'Mon, 05 Nov 2012 10:00:00 GMT';
    response
      .writeHead(known ? 304 : 200, { 'last-modified': 'Mon, 05 Nov 2012 10:00:00 GMT' })
      .end(known ? '' : '<rss/>');
  },
  '/moved': (_, response) => response.writeHead(301, { location: '/feed' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/closed': (_, response) => response.writeHead(403).end('no'),
  '/missing': (_, response) => response.writeHead(404).end('no'),
  '/broken': (_, response) => response.writeHead(500).end('no'),
  '/busy-seconds': (_, response) => response.writeHead(429, { 'retry-after': '120' }).end(),
  '/busy-date': (_, response) => response.writeHead(503, { 'retry-after': 'Mon, 05 Nov 2012 13:00:00 GMT' }).end(),
  '/empty': (_, response) => response.writeHead(200).end(),
  '/large': (_, response) => response.writeHead(200, { 'content-length': '200000' }).end(Buffer.alloc(200_000)),
  '/endless': (_, response) => {
    response.writeHead(200);
    const more = (): boolean => response.write(Buffer.alloc(16_384), () => response.destroyed || setImmediate(more));
    more();
  },
  '/bomb': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
  '/silent': () => undefined,
  '/dripping': (_, response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write('.'), 100);
    response.on('close', () => clearInterval(drip));
  },
  '/stalled': (_, response) => response.writeHead(200).write('<rss>'),
  '/reset': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('<rss>');
    setTimeout(() => response.destroy(), 20);
  },
  '/not-http': (request) => request.socket.end('these are no headers\r\n\r\n'),
};
const BOMB = gzipSync(Buffer.alloc(30_000_000));

let server: Server;
let seen: IncomingMessage[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    (ANSWERS[request.url ?? ''] ?? ANSWERS['/missing'])?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function fetched(path: string, request: Partial<SourceRequest> = {}): ReturnType<typeof fetchSource> {
  const { port } = server.address() as AddressInfo;
  return fetchSource({
    url: `http://127.0.0.1:${port}${path}`,
    etag: null,
    lastModified: null,
    fetch,
    signal: new AbortController().signal,
    now: NOW,
    bounds: BOUNDS,
    ...request,
  });
}

describe('a subscription', () => {
  it('gives its bytes and what the next request must know', async () => {
    const source = await fetched('/moved');
    expect(source).toMatchObject({
      ok: true,
      value: {
        status: 'fetched',
        contentType: 'application/rss+xml',
        etag: '"one"',
        lastModified: null,
        totalPages: 3,
      },
    });
    expect(source.ok && source.value.status === 'fetched' && source.value.url).toMatch(/\/feed$/u);
  });

  it.each<[string, Partial<SourceRequest>]>([
    ['/feed', { etag: '"one"' }],
    ['/dated', { lastModified: 'Mon, 05 Nov 2012 10:00:00 GMT' }],
  ])('that has not changed costs no body: %s', async (path, known) => {
    expect(await fetched(path, known)).toEqual({ ok: true, value: { status: 'unchanged' } });
  });

  it('is asked for without cookies, referrer or cache', async () => {
    const asked: RequestInit[] = [];
    const spy: typeof fetch = (input, init) => (asked.push(init ?? {}), fetch(input, init));
    seen = [];
    await fetched('/feed', { fetch: spy });
    expect(asked[0]).toMatchObject({ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
    expect([seen[0]?.method, seen[0]?.headers.cookie, seen[0]?.headers.referer]).toEqual(['GET', undefined, undefined]);
  });
});

describe('a hostile or broken server gives', () => {
  it.each<[string, string, number | null]>([
    ['/loop', 'unreachable', null],
    ['/gone', 'gone', null],
    ['/closed', 'no-access', null],
    ['/missing', 'not-found', null],
    ['/broken', 'server-error', null],
    ['/busy-seconds', 'busy', 120_000],
    ['/busy-date', 'busy', 3_600_000],
    ['/empty', 'empty', null],
    ['/large', 'too-large', null],
    ['/endless', 'too-large', null],
    ['/bomb', 'too-large', null],
    ['/silent', 'timed-out', null],
    ['/dripping', 'timed-out', null],
    ['/stalled', 'timed-out', null],
    ['/reset', 'cut-off', null],
    ['/not-http', 'unreachable', null],
  ])('%s: %s', async (path, kind, retryAfterMs) => {
    const source = await fetched(path);
    expect(source.ok ? source.value : { ...source.error, detail: '' }).toEqual({ kind, detail: '', retryAfterMs });
  });

  it('a gzip bomb’s first pieces only', async () => {
    const source = await fetched('/bomb');
    const read = Number(/over (\d+) bytes/u.exec(source.ok ? '' : source.error.detail)?.[1]);
    expect(read - BOUNDS.maxBytes).toBeLessThan(1_000_000);
  });

  it.each([
    ['nobody listens', 'http://127.0.0.1:1/', 'unreachable'],
    ['no such kind', 'ftp://127.0.0.1/', 'not-an-address'],
    ['a password', 'https://me:secret@example.org/', 'not-an-address'],
    ['no address', 'feed', 'not-an-address'],
  ])('%s', async (_, url, kind) => {
    const source = await fetched('', { url });
    expect(source.ok ? '' : source.error.kind).toBe(kind);
  });

  it('nothing more once cancelled', async () => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 50);
    const source = await fetched('/silent', { signal: cancel.signal });
    expect(source.ok ? '' : source.error.kind).toBe('cancelled');
  });
});

describe('after redirects the address that answered is looked at:', () => {
  it.each<[string, string, string]>([
    ['https://example.org/feed', 'https://other.example/feed', 'fetched'],
    ['http://example.org/feed', 'https://example.org/feed', 'fetched'],
    ['https://example.org/feed', 'http://example.org/feed', 'not-secure'],
    ['https://example.org/feed', 'https://127.0.0.1/feed', 'private-address'],
    ['http://example.org/feed', 'http://192.168.1.1/', 'private-address'],
    ['http://example.org/feed', 'http://[::1]/', 'private-address'],
    ['http://example.org/feed', 'http://[::ffff:10.0.0.1]/', 'private-address'],
    ['http://example.org/feed', 'http://0x7f.1/', 'private-address'],
    ['http://example.org/feed', 'http://printer/', 'private-address'],
    ['http://127.0.0.1/feed', 'http://127.0.0.1/other', 'fetched'],
    ['http://nas.local/feed', 'http://10.0.0.7/feed', 'fetched'],
  ])('%s to %s: %s', async (url, final, expected) => {
    const answer = Object.defineProperty(new Response('<rss/>'), 'url', { value: new URL(final).href });
    const source = await fetched('', { url, fetch: () => Promise.resolve(answer) });
    expect(source.ok ? source.value.status : source.error.kind).toBe(expected);
  });
});
