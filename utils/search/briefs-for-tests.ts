import type { SearchableBrief } from './doc-record';

/** A brief for tests: language and group are read off an id like "gas-en". */
export function briefOf(
  given: Partial<Omit<SearchableBrief, 'body'>> & { id: string; body?: string | readonly string[] },
): SearchableBrief {
  const { body = [], ...rest } = given;
  const blocks = typeof body === 'string' ? [body] : body;
  return {
    archiveId: 'a',
    group: given.id.slice(0, -3),
    lang: given.id.slice(-2),
    week: null,
    date: null,
    title: '',
    situation: null,
    summary: '',
    entities: [],
    ...rest,
    body: blocks.map((text) => ({ kind: 'paragraph', spans: [{ text }] })),
  };
}
