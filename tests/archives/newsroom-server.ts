import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An article of the newsroom that this server stands for. */
export interface Article {
  id: number;
  title: string;
  /** Plain sentences; each becomes a paragraph. */
  text: readonly string[];
  /** YYYY-MM-DDTHH:MM:SSZ. */
  published: string;
  modified: string;
}

/** A request as the server saw it, and what it gave. */
export interface Seen {
  path: string;
  headers: IncomingMessage['headers'];
  status: number;
  /** Of the body. */
  bytes: number;
}

/** A newsroom's site on a free port of this machine: RSS at /feed/, WordPress REST, a sitemap, its pages, a front page that names them all. */
export interface Newsroom {
  /** Ends without a slash. */
  origin: string;
  articles: Article[];
  /** Answers in the place of the usual one, for a path; null takes it away. */
  answer(path: string, handler: ((request: IncomingMessage, response: ServerResponse) => void) | null): void;
  /** Requests since the last time this was called. */
  takeSeen(): Seen[];
  close(): Promise<void>;
}

/** Items that a feed shows: a newsroom's older ones fall out of it. */
const FEED_ITEMS = 10;

export async function openNewsroom(articles: readonly Article[] = []): Promise<Newsroom> {
  const state = { articles: [...articles] };
  const handlers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  let seen: Seen[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', origin);
    const entry: Seen = { path: `${url.pathname}${url.search}`, headers: request.headers, status: 0, bytes: 0 };
    seen.push(entry);
    const end = response.end.bind(response);
    response.end = ((body?: string | Buffer) => {
      entry.status = response.statusCode;
      entry.bytes = body === undefined ? 0 : Buffer.byteLength(body);
      return end(body);
    }) as typeof response.end;
    const handler = handlers.get(url.pathname);
    if (handler) return handler(request, response);
    usual({ url, origin, articles: state.articles, request, response });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    get articles() {
      return state.articles;
    },
    set articles(next) {
      state.articles = next;
    },
    answer: (path, handler) => void (handler ? handlers.set(path, handler) : handlers.delete(path)),
    takeSeen() {
      const taken = seen;
      seen = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Asked {
  url: URL;
  origin: string;
  articles: readonly Article[];
  request: IncomingMessage;
  response: ServerResponse;
}

function usual(asked: Asked): void {
  const { url, articles, origin, response } = asked;
  const newest = articles.toSorted((a, b) => (a.published < b.published ? 1 : -1));
  const page = /^\/articles\/(\d+)\/$/u.exec(url.pathname)?.[1];
  const article = articles.find(({ id }) => `${id}` === page);
  if (url.pathname === '/') return html(response, front(origin));
  if (url.pathname === '/feed/') return conditional(asked, { body: rss(origin, newest.slice(0, FEED_ITEMS)), type: 'application/rss+xml' });
  if (url.pathname === '/wp-json/wp/v2/posts') return posts(asked);
  if (url.pathname === '/sitemap.xml') return conditional(asked, { body: sitemap(origin, articles), type: 'application/xml' });
  if (article) return html(response, pageOf(article));
  response.writeHead(404).end('nothing here');
}

function conditional({ request, response }: Asked, { body, type }: { body: string; type: string }): void {
  const etag = `"${body.length}-${hash(body)}"`;
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
  response.writeHead(200, { etag, 'content-type': type }).end(body);
}

function posts({ url, articles, origin, response }: Asked): void {
  const query = url.searchParams;
  const since = Date.parse(query.get('modified_after') ?? '1970-01-01T00:00:00Z');
  const [size, at] = [Number(query.get('per_page') ?? 10), Number(query.get('page') ?? 1)];
  const byModified = query.get('orderby') === 'modified';
  const found = articles
    .filter(({ modified }) => Date.parse(modified) > since)
    .sort((a, b) => (byModified ? (a.modified < b.modified ? -1 : 1) : a.published < b.published ? 1 : -1));
  const shown = found.slice((at - 1) * size, at * size).map((article) => ({
    id: article.id,
    date: article.published.slice(0, 19),
    date_gmt: article.published.slice(0, 19),
    modified_gmt: article.modified.slice(0, 19),
    link: `${origin}/articles/${article.id}/`,
    title: { rendered: article.title },
    excerpt: { rendered: '', protected: false },
    content: { rendered: article.text.map((line) => `<p>${line}</p>`).join(''), protected: false },
  }));
  response
    .writeHead(200, {
      'content-type': 'application/json',
      'x-wp-totalpages': String(Math.max(1, Math.ceil(found.length / size))),
    })
    .end(JSON.stringify(shown));
}

function rss(origin: string, articles: readonly Article[]): string {
  const items = articles.map(
    ({ id, title, text, published }) =>
      `<item><title>${title}</title><link>${origin}/articles/${id}/</link><guid isPermaLink="false">${origin}/?p=${id}</guid>` +
      `<pubDate>${new Date(published).toUTCString()}</pubDate><description><![CDATA[${text.map((line) => `<p>${line}</p>`).join('')}]]></description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Northport desk</title><link>${origin}/</link><language>en</language>${items.join('')}</channel></rss>`;
}

function sitemap(origin: string, articles: readonly Article[]): string {
  const urls = articles.map(
    ({ id, modified }) => `<url><loc>${origin}/articles/${id}/</loc><lastmod>${modified}</lastmod></url>`,
  );
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`;
}

function front(origin: string): string {
  return `<!doctype html><html lang="en"><head><title>Northport</title><link rel="alternate" type="application/rss+xml" title="Northport desk" href="/feed/"><link rel="https://api.w.org/" href="${origin}/wp-json/"></head><body><p>Front.</p></body></html>`;
}

function pageOf({ title, text, published }: Article): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${published}"></head><body><nav>Menu</nav><article><h1>${title}</h1>${text.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`;
}

function html(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
}

function hash(text: string): number {
  let value = 7;
  for (const char of text) value = (Math.imul(value, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return value;
}

/** Articles that come out one a week, on Mondays at noon, the last one at `until`. */
export function weeklyArticles(count: number, until: string): Article[] {
  const last = Date.parse(until);
  return Array.from({ length: count }, (_, place) => {
    const published = `${new Date(last - (count - 1 - place) * 7 * 86_400_000).toISOString().slice(0, 19)}Z`;
    return {
      id: place + 1,
      title: `Harbour tender, part ${place + 1}`,
      text: [`Part ${place + 1}: the board of Northport spoke of the tender on Tuesday.`, 'It gave no reason for it.'],
      published,
      modified: published,
    };
  });
}
