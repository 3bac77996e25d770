import type { Archives } from '@/utils/archive';
import { type NoteRow, tell } from '@/utils/messaging';
import {
  type Brief,
  type BriefId,
  done,
  failed,
  MAX_NOTES,
  type Note,
  type PageFailure,
  type Passage,
  type Result,
  textOf,
} from '@/utils/model';
import { withArchives } from './keep-archives';

/** All notes in the user's order, with how their briefs stand now. */
export async function listNotes(): Promise<Result<readonly NoteRow[], PageFailure>> {
  return withArchives(async (archives) => {
    const notes = await archives.notes();
    const ids = [...new Set(notes.map(({ briefId }) => briefId))];
    const briefs = new Map(await Promise.all(ids.map(async (id) => [id, await archives.brief(id)] as const)));
    return notes.map((note) => rowOf(note, briefs.get(note.briefId) ?? null));
  });
}

/** Pins a brief or a passage at the end. The same pinned twice is one note. */
export async function pin(what: {
  id: string;
  briefId: BriefId;
  quote: string | null;
}): Promise<Result<{ id: string }, 'gone' | 'too-many' | PageFailure>> {
  const pinned = await withArchives(async (archives) => {
    const [brief, list] = await Promise.all([archives.brief(what.briefId), archives.list()]);
    const passage = brief && what.quote !== null ? passageOf(brief, what.quote) : null;
    let outcome: Result<{ id: string }, 'gone' | 'too-many'> = failed('gone');
    await archives.changeNotes((notes) => {
      const same = notes.find((note) => note.id === what.id || isSame(note, { briefId: what.briefId, passage }));
      if (same) outcome = done({ id: same.id });
      else if (brief && notes.length >= MAX_NOTES) outcome = failed('too-many');
      if (same || !brief || notes.length >= MAX_NOTES) return {};
      outcome = done({ id: what.id });
      const archiveTitle = list.find(({ id }) => id === brief.archiveId)?.title ?? '';
      return { put: [noteOf(brief, { id: what.id, passage, archiveTitle, place: (notes.at(-1)?.place ?? 0) + 1 })] };
    });
    return outcome;
  });
  await tell({ news: 'notes-changed' });
  return pinned.ok ? pinned.value : pinned;
}

/** Writes what the user typed; a note that was removed meanwhile is no failure. */
export function writeNote({ id, text }: { id: string; text: string }): Promise<Result<null, PageFailure>> {
  return changeNotes((notes) => notes.flatMap((note) => (note.id === id ? [{ ...note, text }] : [])));
}

/** Puts a note before another, or with null at the end. */
export function moveNote({ id, before }: { id: string; before: string | null }): Promise<Result<null, PageFailure>> {
  return changeNotes((notes) => {
    const moved = notes.find((note) => note.id === id);
    if (!moved || id === before) return [];
    const others = notes.filter((note) => note.id !== id);
    const at = others.findIndex((note) => note.id === before);
    return others.toSpliced(at < 0 ? others.length : at, 0, moved).map((note, place) => ({ ...note, place }));
  });
}

/** Gives a removed note back, as it was and where it was. */
export function putNote({ note }: { note: Note }): Promise<Result<null, PageFailure>> {
  return changeNotes(() => [note]);
}

export function removeNote({ id }: { id: string }): Promise<Result<null, PageFailure>> {
  return changed((archives) => archives.changeNotes(() => ({ remove: [id] })));
}

function changeNotes(change: (notes: readonly Note[]) => readonly Note[]): Promise<Result<null, PageFailure>> {
  return changed((archives) => archives.changeNotes((notes) => ({ put: change(notes) })));
}

async function changed(change: (archives: Archives) => Promise<void>): Promise<Result<null, PageFailure>> {
  const outcome = await withArchives(async (archives) => {
    await change(archives);
    return null;
  });
  await tell({ news: 'notes-changed' });
  return outcome;
}

function noteOf(
  { id: briefId, lang, week, date, title, situation, summary, url, authors, body }: Brief,
  of: { id: string; passage: Passage | null; archiveTitle: string; place: number },
): Note {
  return {
    version: 1,
    id: of.id,
    pinnedAt: Date.now(),
    place: of.place,
    text: '',
    briefId,
    brief: { lang, week, date, title, situation, summary, url, authors },
    archiveTitle: of.archiveTitle,
    print: printOf({ title, summary, body }),
    passage: of.passage,
  };
}

function rowOf(note: Note, brief: Brief | null): NoteRow {
  const { passage } = note;
  if (!brief) return { ...note, state: 'gone', passageNow: passage && 'lost' };
  const isThere = passage !== null && plain(bodyText(brief)).includes(plain(passage.quote));
  return {
    ...note,
    state: printOf(brief) === note.print ? 'same' : 'changed',
    passageNow: passage && (isThere ? 'there' : 'lost'),
  };
}

function isSame(a: Pick<Note, 'briefId' | 'passage'>, b: Pick<Note, 'briefId' | 'passage'>): boolean {
  if (a.briefId !== b.briefId) return false;
  if (a.passage === null || b.passage === null) return a.passage === b.passage;
  return (
    a.passage.block === b.passage.block && a.passage.start === b.passage.start && a.passage.quote === b.passage.quote
  );
}

/** Where a quotation begins. What was copied off the screen has our no-break spaces in it; offsets stay the same. */
function passageOf(brief: Pick<Brief, 'body'>, quote: string): Passage {
  const begins = quote.trim();
  const firstLine = (begins.split('\n', 1)[0] ?? '').trimEnd();
  for (const [block, { text }] of brief.body.map((one) => ({ text: spaced(textOf(one)) })).entries()) {
    const start = text.indexOf(spaced(firstLine));
    if (start >= 0) return { block, start, end: start + firstLine.length, quote: spaced(begins) };
  }
  return { block: 0, start: 0, end: 0, quote: spaced(begins) };
}

function bodyText({ body }: Pick<Brief, 'body'>): string {
  return body.map(textOf).join('\n');
}

function spaced(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over what a reader sees of a brief: to notice a change, not to prove anything. */
function printOf(brief: Pick<Brief, 'title' | 'summary' | 'body'>): string {
  let hash = 0x811c9dc5;
  let length = 0;
  for (const text of [brief.title, brief.summary, ...brief.body.map(textOf)]) {
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0xffff, 0x01000193);
    length += text.length;
  }
  return `${(hash >>> 0).toString(36)}-${length.toString(36)}`;
}
