import { MAX_META_CHARS, MAX_PAGE_CHARS } from '@/utils/model';

/** What schema.org markup says of the article on a page. */
export interface NewsFacts {
  headline: string | null;
  description: string | null;
  lang: string | null;
  publishedAt: string | null;
  siteName: string | null;
}

/**
 * Looks for an article in JSON-LD scripts, which may hold anything or be no JSON at all. Things are found at the top, in lists
 * and in `@graph`; the first article that has a value gives it.
 */
export function newsFacts(scripts: readonly string[]): NewsFacts {
  const articles = scripts
    .slice(0, MAX_SCRIPTS)
    .flatMap((script) => thingsIn(parsed(script)))
    .filter(isArticle);
  const first = (key: string): string | null =>
    articles.map((article) => text(article[key])).find((value) => value !== null) ?? null;
  const publishers = articles.map((article) => article['publisher']).filter(isRecord);
  return {
    headline: first('headline'),
    description: first('description'),
    lang: first('inLanguage'),
    publishedAt: first('datePublished'),
    siteName: publishers.map((publisher) => text(publisher['name'])).find((name) => name !== null) ?? null,
  };
}

/** Pages with more carry one for each related link. */
const MAX_SCRIPTS = 20;

function parsed(script: string): unknown {
  if (script.length > 2 * MAX_PAGE_CHARS) return null;
  try {
    return JSON.parse(script) as unknown;
  } catch {
    // Many sites write line breaks and trailing commas into their JSON-LD; the rest of the page still tells enough.
    return null;
  }
}

function thingsIn(json: unknown): Record<string, unknown>[] {
  const top = (Array.isArray(json) ? json : [json]).filter(isRecord);
  return top.flatMap((thing) => [thing, ...(Array.isArray(thing['@graph']) ? thing['@graph'].filter(isRecord) : [])]);
}

function isArticle(thing: Record<string, unknown>): boolean {
  const types = [thing['@type']].flat();
  return types.some((type) => typeof type === 'string' && /(?:Article|BlogPosting|Report|Review|WebPage)$/.test(type));
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, MAX_META_CHARS).trim() : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
