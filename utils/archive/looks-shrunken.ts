import type { BriefId, Shrinking } from '@/utils/model';

/** An update that takes more than this share of the briefs is asked about: a source that lost its pages, not an editor who tidied up. */
const MOST_LOST = 0.5;

/**
 * Whether a new version looks as if its source had broken: nothing in it, less than half of what was there, or all of it under new
 * ids. A source cannot delete an archive (promise R16): with any answer but `no` the old one stays until its user says otherwise.
 */
export function looksShrunken(before: readonly BriefId[], after: readonly BriefId[]): Shrinking {
  const of = before.length;
  if (of === 0) return { kind: 'no' };
  if (after.length === 0) return { kind: 'empty', lost: of, of };
  const there = new Set(after);
  const lost = before.filter((id) => !there.has(id)).length;
  if (lost / of <= MOST_LOST) return { kind: 'no' };
  return { kind: after.length / of <= MOST_LOST ? 'shrunken' : 'renamed', lost, of };
}
