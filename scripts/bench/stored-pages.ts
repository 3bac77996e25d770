import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

const DATA = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** A real page kept as a file: 130 of Readability's tests, 181 of an article extraction benchmark. */
export interface StoredPage {
  /** Its folder or file under the data folder. */
  path: string;
  url: string;
  lang: string;
}

/** All stored pages; throws where this machine has none. */
export function storedPages(): StoredPage[] {
  const rows = readFileSync(join(DATA, 'pages', 'index.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return rows.map((row) => {
    const [path = '', url = '', lang = ''] = row.split('\t');
    return { path, url: /^https?:/u.test(url) ? url : 'https://page.example/', lang };
  });
}

export function sourceOf({ path }: Pick<StoredPage, 'path'>): string {
  const file = join(DATA, path);
  return gunzipSync(readFileSync(file.endsWith('.gz') ? file : join(file, 'source.html.gz'))).toString('utf8');
}

/** The paragraphs people copied out of the articles, by page. */
export function articleTruth(): Map<string, string[]> {
  const truth = JSON.parse(readFileSync(join(DATA, 'pages', 'articles', 'ground-truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string }
  >;
  return new Map(
    Object.entries(truth).map(([id, { articleBody }]) => [
      `pages/articles/${id}.html.gz`,
      articleBody.split('\n').filter((line) => line.trim() !== ''),
    ]),
  );
}

/** Whether people called the page readable; null where nobody was asked. */
export function readableTruth({ path }: StoredPage): boolean | null {
  if (!path.startsWith('pages/readability/')) return null;
  const metadata = JSON.parse(readFileSync(join(DATA, path, 'expected-metadata.json'), 'utf8')) as {
    readerable?: boolean;
  };
  return metadata.readerable ?? null;
}

/**
 * Gives `page` the stored pages under their own addresses. Their scripts, pictures and style sheets are long gone: without any,
 * only who reads them could change them. Returns how to open one.
 */
export async function serveStored(page: Page): Promise<(stored: StoredPage) => Promise<void>> {
  let html = '';
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'" };
  await page.route('**/*', (route) => {
    const isPage = route.request().isNavigationRequest() && route.request().frame() === page.mainFrame();
    return isPage ? route.fulfill({ body: html, headers }) : route.abort();
  });
  return async (stored) => {
    html = sourceOf(stored);
    await page.goto(stored.url, { waitUntil: 'domcontentloaded' });
  };
}
