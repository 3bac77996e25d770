import type { ArchiveContents } from '@/utils/model';

/** How much the longest page we care for holds. */
export const ENTITIES = 200;
const BRIEFS = 500;

/** Names that no rule of matching reads as a form, a respelling or a word of another. */
const nameOf = (n: number): string =>
  `Zq${'bcdfghjklmnprstvwxz'[n % 19]}orum${String.fromCharCode(97 + Math.floor(n / 19))}ix`;

/** A story that names them all. */
export function longPage(): string {
  const names = Array.from({ length: ENTITIES }, (_, n) => nameOf(n));
  const paragraphs = Array.from(
    { length: 20 },
    (_, p) =>
      `<p>Seen there: ${names.slice(p * 10, p * 10 + 10).join(', ')}. They met and spoke for a long while about the plan.</p>`,
  );
  return `<html lang="en"><title>All of them met</title><body><article><h1>${names.slice(0, 3).join(' and ')}</h1>${paragraphs.join('')}</article></body></html>`;
}

/** The archive that knows them, three a brief. Its id is "long". */
export function longArchive(): ArchiveContents {
  const entities = Array.from({ length: ENTITIES }, (_, n) => ({
    id: `long/e${n}`,
    type: 'organisation' as const,
    names: [{ text: nameOf(n), kind: 'full' as const }],
    ambiguous: false,
    saidBy: 'archive' as const,
  }));
  const briefs = Array.from({ length: BRIEFS }, (_, n) => {
    const of = [n % ENTITIES, (n * 7 + 3) % ENTITIES, (n * 13 + 5) % ENTITIES];
    return {
      id: `long/b${n}`,
      archiveId: 'long',
      group: `long/b${n}`,
      lang: 'en',
      week: null,
      date: `20${10 + (n % 10)}-0${1 + (n % 9)}-11`,
      title: `What ${of.map(nameOf).join(', ')} agreed on, part ${n}`,
      situation: null,
      summary: `They spoke about the plan, and ${nameOf(of[0] ?? 0)} signed it.`,
      entities: of.map((place) => `long/e${place}`),
      url: null,
      authors: [],
      body: [{ kind: 'paragraph' as const, spans: [{ text: `${of.map(nameOf).join(', ')} met.` }] }],
    };
  });
  return { id: 'long', title: 'Long', homePage: null, entities, briefs };
}
