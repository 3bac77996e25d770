import { foldWord, HASH_START, hashStep } from '@/utils/language';

/** Letters that tell. */
export const PREFIX_LETTERS = 3;

/** Size of the set: a thousand names in small letters fill an eighth of it. A power of two. */
const PREFIX_BYTES = 1_024;

/** No name is in small letters. */
export const NO_PREFIXES: Uint8Array = new Uint8Array(PREFIX_BYTES);

/** The first letters of anchors that need no capital, as a set of bits: it tells nearly every small word of a page to be no name. */
export function smallPrefixes(anchors: readonly string[]): Uint8Array {
  const bits = new Uint8Array(PREFIX_BYTES);
  for (const anchor of anchors) {
    const folded = foldWord(anchor);
    let hash = HASH_START;
    for (let i = 0; i < PREFIX_LETTERS && i < folded.length; i++) hash = hashStep(hash, folded.charCodeAt(i));
    const at = placeOf(hash);
    bits[at >>> 3]! |= 1 << (at & 7);
  }
  return bits;
}

/** Whether some anchor in small letters may begin with the folded letters that this is the hash of. */
export function maySmallBegin(bits: Uint8Array, prefix: number): boolean {
  const at = placeOf(prefix);
  return (bits[at >>> 3]! & (1 << (at & 7))) !== 0;
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (8 * PREFIX_BYTES - 1);
}
