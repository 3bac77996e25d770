/** Words known by their beginnings: one look-up a length instead of one comparison a stem. */
export interface StemSet {
  stems: ReadonlySet<string>;
  lengths: readonly number[];
}

/** A set of stems. */
export function stemSet(stems: Iterable<string>): StemSet {
  const set = new Set(stems);
  return { stems: set, lengths: [...new Set([...set].map((stem) => stem.length))].sort((a, b) => a - b) };
}

/** Whether a word begins with a stem of the set. */
export function startsWithStem({ stems, lengths }: StemSet, word: string): boolean {
  for (const length of lengths) {
    if (length > word.length) return false;
    if (stems.has(word.slice(0, length))) return true;
  }
  return false;
}
