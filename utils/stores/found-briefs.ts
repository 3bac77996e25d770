import type { BriefHit, SearchAnswer } from '@/utils/messaging';

/** Briefs asked for at once: two screens full. */
export const SLICE = 50;

/** What a query found, as far as it was looked at. */
export interface Found extends Pick<SearchAnswer, 'entities' | 'total' | 'matched' | 'corrected' | 'unknown'> {
  /** The query that was asked. */
  text: string;
  order: 'relevance' | 'newest' | 'oldest';
  /** By place in the list; those not yet looked at are missing. */
  rows: ReadonlyMap<number, BriefHit>;
}

/** Nothing yet of what a query finds. */
export function emptyFound(text: string, order: Found['order']): Found {
  return { text, order, rows: new Map(), entities: [], total: 0 };
}

/** Puts a slice into its place; the first one also says what was found besides. */
export function addSlice(found: Found, slice: number, answer: SearchAnswer): Found {
  const rows = new Map(found.rows);
  answer.briefs.forEach((hit, place) => rows.set(slice * SLICE + place, hit));
  const { entities, total, matched, corrected, unknown } = answer;
  return slice === 0
    ? {
        ...found,
        rows,
        entities,
        total,
        matched: matched ?? 'all',
        corrected: corrected ?? null,
        unknown: unknown ?? [],
      }
    : { ...found, rows };
}

/** Slices with rows from..to (the last included) that are not there yet. */
export function missingSlices(found: Found, { from, to }: { from: number; to: number }): number[] {
  const slices = new Set<number>();
  for (let row = Math.max(0, from); row <= Math.min(to, found.total - 1); row++)
    if (!found.rows.has(row)) slices.add(Math.floor(row / SLICE));
  return [...slices];
}
