import type { Columns } from './layout';

/** Most pairs remembered of an index; then all are forgotten. */
const MOST_PAIRS = 16_384;

/**
 * Remembers what was found out about pairs of words of an index, which come back page after page: whether two first names are one.
 * A cache only: forgotten with its index, and whenever the process stops; an answer never depends on it.
 */
export function pairMemory(
  judge: (columns: Columns, a: number, b: number) => boolean,
): (columns: Columns, a: number, b: number) => boolean {
  const remembered = new WeakMap<Columns, Map<number, boolean>>();
  return (columns, a, b) => {
    let pairs = remembered.get(columns);
    if (pairs === undefined || pairs.size >= MOST_PAIRS) remembered.set(columns, (pairs = new Map()));
    const pair = a * columns.wordFlags.length + b;
    let verdict = pairs.get(pair);
    if (verdict === undefined) pairs.set(pair, (verdict = judge(columns, a, b)));
    return verdict;
  };
}
