import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TOP = join(import.meta.dirname, '..', '..');
const PAGES = join(TOP, 'tests', 'pages');
/** The demo pages borrow the panel's typefaces, which npm has already brought. */
const FONTS = join(TOP, 'node_modules', '@fontsource-variable');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

/** Pages of tests/pages over http, on a free port of this machine only. */
export interface PageServer {
  /** Ends without a slash. */
  origin: string;
  /** Serves a page that no file holds, under a path of its own; what has no ending of ours is HTML. */
  add(path: string, body: string | Buffer): void;
  /** Paths asked for since the last time this was called. */
  takeRequests(): string[];
  close(): Promise<void>;
}

/** Serves tests/pages at "/" and typefaces at "/fonts/". */
export async function servePages(): Promise<PageServer> {
  const added = new Map<string, string | Buffer>();
  let requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    requests.push(pathname);
    void answer({ path: decodeURIComponent(pathname), request, response, added });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    add: (path, body) => void added.set(path, body),
    takeRequests: () => {
      const taken = requests;
      requests = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(of: {
  path: string;
  request: IncomingMessage;
  response: ServerResponse;
  added: ReadonlyMap<string, string | Buffer>;
}): Promise<void> {
  const { path, response, added } = of;
  const page = added.get(path);
  try {
    const body = page ?? (await readFile(fileOf(path)));
    const type = TYPES[extname(path)] ?? (page === undefined ? undefined : TYPES['.html']);
    response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', 'cache-control': 'no-store' });
    response.end(body);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end(`Nothing at ${path}`);
  }
}

/** A path from outside stays inside its folder: `normalize` of an absolute path cannot climb above "/". */
function fileOf(path: string): string {
  const inside = normalize(path);
  return inside.startsWith('/fonts/')
    ? join(FONTS, inside.slice('/fonts'.length).replace(/^(\/[^/]+)\//, '$1/files/'))
    : join(PAGES, inside);
}
