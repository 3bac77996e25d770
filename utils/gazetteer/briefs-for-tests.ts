import type { Brief } from '@/utils/model';

/** A brief of this text: its first line the title, every further line a paragraph. */
export function briefOf(text: string, about: Partial<Brief> = {}): Brief {
  const [title = '', ...lines] = text.split('\n');
  const id = about.id ?? 'a/1';
  return {
    id,
    archiveId: 'a',
    group: id,
    lang: 'ru',
    week: null,
    date: null,
    title,
    situation: null,
    summary: '',
    entities: [],
    url: null,
    authors: [],
    body: lines.map((line) => ({ kind: 'paragraph', spans: [{ text: line }] })),
    ...about,
  };
}
