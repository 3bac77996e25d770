import type { ArchiveContents, Brief, Entity } from '@/utils/model';
import type { IntakeProblem } from './problem';

/** A source read: what an archive would be made of, and what a preview says about it. */
export interface Incoming {
  contents: ArchiveContents;
  /** What was left out or not understood, with its place; none of it stands against keeping the rest. */
  notes: readonly IntakeProblem[];
}

/** What an update makes of an archive. */
export interface Appended {
  contents: ArchiveContents;
  /** Briefs that were not there before, newest first. */
  added: readonly Brief[];
  /** Briefs whose text, title, week or verdict is another now. */
  changed: number;
  /** Briefs that are no longer there; 0 where older ones stay. */
  gone: number;
}

/**
 * Adds to an archive what its source shows now. New briefs come in and changed ones are replaced; those that are no longer shown stay,
 * for a feed shows only its last items, unless the source says what its whole archive is. The archive keeps its title. Adding the
 * same twice changes nothing, and the order of the source decides nothing.
 */
export function appendBriefs(
  before: ArchiveContents,
  { incoming, holds }: { incoming: ArchiveContents; holds: 'all' | 'latest' },
): Appended {
  const kept = new Map(before.briefs.map((brief) => [brief.id, brief]));
  const shown = new Set(incoming.briefs.map(({ id }) => id));
  const added: Brief[] = [];
  let changed = 0;
  for (const brief of incoming.briefs) {
    const old = kept.get(brief.id);
    if (!old) added.push(brief);
    else if (saysTheSame(old, brief)) continue;
    else changed += 1;
    kept.set(brief.id, brief);
  }
  const gone = holds === 'all' ? before.briefs.filter(({ id }) => !shown.has(id)).length : 0;
  const briefs = [...kept.values()].filter(({ id }) => holds === 'latest' || shown.has(id)).sort(newestFirst);
  const entities = holds === 'all' ? incoming.entities : before.entities;
  return {
    contents: { ...before, homePage: before.homePage ?? incoming.homePage, entities, briefs },
    added: added.sort(newestFirst),
    changed:
      changed +
      (holds === 'all' && JSON.stringify(declaredOf(entities)) !== JSON.stringify(declaredOf(before.entities)) ? 1 : 0),
    gone,
  };
}

/** Those that the source itself names: what we found in it is found anew each time. */
function declaredOf(entities: readonly Entity[]): Entity[] {
  return entities.filter(({ saidBy }) => saidBy !== 'found');
}

/** Several pages of one source as one; of briefs with one id the first is kept, for the newest page comes first. */
export function joinIncoming(parts: readonly Incoming[], notes: readonly IntakeProblem[]): Incoming {
  const briefs = new Map<string, Brief>();
  for (const brief of parts.flatMap(({ contents }) => contents.briefs)) {
    if (!briefs.has(brief.id)) briefs.set(brief.id, brief);
  }
  const [first] = parts;
  return {
    contents: {
      ...(first?.contents ?? { id: '', title: '', homePage: null, entities: [] }),
      briefs: [...briefs.values()].sort(newestFirst),
    },
    notes: [...parts.flatMap((part) => part.notes), ...notes],
  };
}

/**
 * Whether two selves of a brief say the same to their reader. Entities are left out where the source names none: those of the stored one
 * were found by us.
 */
function saysTheSame(old: Brief, shown: Brief): boolean {
  const entities = shown.entities.length === 0 ? old.entities : shown.entities;
  return JSON.stringify(inOrder(old)) === JSON.stringify(inOrder({ ...shown, entities }));
}

/** Its fields in one order, whoever made it. */
function inOrder(brief: Brief): readonly unknown[] {
  const { title, summary, body, week, date, situation, url, lang, group, authors, entities } = brief;
  return [
    title, summary, week && [week.from, week.to], date, situation && [situation.verdict, situation.reason], url, lang, group,
    authors, entities, body.map(({ kind, spans }) => [kind, spans.map(({ text, strong, emphasis, href }) => [text, strong, emphasis, href])]),
  ]; // prettier-ignore
}

/** Order of an archive: newest first, undated last, then by id, so that it does not depend on its source's order. */
export function newestFirst(a: Brief, b: Brief): number {
  return inCodeOrder(dayOf(b), dayOf(a)) || inCodeOrder(a.id, b.id);
}

/** '' sorts behind every date. */
function dayOf(brief: Brief): string {
  return brief.date ?? brief.week?.to ?? '';
}

function inCodeOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
