import { hashEnd, hashStep, HASH_START } from './fold';
import { classOf, endOf, FIRST_CONSONANT, NONE, type Reading, soundOf, startOf } from './phonemes';

/**
 * A reading as an alternation of vowel groups and consonants: g₀ c₁ g₁ c₂ g₂ … cₙ gₙ, one byte each. Two skeletons with the same
 * coarse classes line up letter by letter, so that comparing them is a walk over two tables, not an edit distance.
 */
export interface Skeleton {
  bytes: number[];
  /** Consonants in it. */
  size: number;
  /** For each consonant, the index of its first letter in the folded word, and the index behind its last. */
  starts: number[];
  ends: number[];
}

/** A vowel group in a byte: first and last vowel of the group, 0 for none. */
export const GROUPS = 36;
const BASE = 6;

/** The group of these vowels. */
export function groupOf(first: number, last: number): number {
  return first === last ? first * BASE : first * BASE + last;
}

/** First vowel of a group, 0 for none. */
export function firstOf(group: number): number {
  return Math.floor(group / BASE);
}

/** Last vowel of a group, 0 where it has one vowel only. */
export function lastOf(group: number): number {
  return group % BASE;
}

/** Lines a reading up. Neighbouring consonants of one class are one (Кендалла, Кендала). */
export function skeletonOf(reading: Reading): Skeleton {
  const bytes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let first = NONE;
  let last = NONE;
  let before = -1;
  for (let i = 0; i < reading.length; i++) {
    const part = reading[i]!;
    const sound = soundOf(part);
    if (sound < FIRST_CONSONANT) {
      if (first === NONE) first = sound;
      else if (sound !== (last || first)) last = sound;
      before = -1;
      continue;
    }
    const kind = classOf(sound);
    if (kind === before) {
      ends[ends.length - 1] = endOf(part);
      continue;
    }
    bytes.push(groupOf(first, last || first), sound);
    starts.push(startOf(part));
    ends.push(endOf(part));
    first = NONE;
    last = NONE;
    before = kind;
  }
  bytes.push(first === NONE ? 0 : groupOf(first, last || first));
  return { bytes, size: ends.length, starts, ends };
}

/**
 * The coarse key of the first `size` consonants: their classes, and whether a vowel comes first. `lastClass` stands in for the
 * class of the last one, for consonants that change before an ending (Алыка, на Алыцы).
 */
export function keyOf(bytes: readonly number[], { size, lastClass }: { size: number; lastClass?: number }): number {
  let hash = hashStep(HASH_START, bytes[0]! > 0 ? 1 : 2);
  for (let i = 0; i < size; i++) {
    const kind = i === size - 1 && lastClass !== undefined ? lastClass : classOf(bytes[2 * i + 1]!);
    hash = hashStep(hash, 3 + kind);
  }
  return hashEnd(hash);
}
