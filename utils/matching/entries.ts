import { type Lexicon } from './lexicon';
import { grown, groupedBy } from './columns-builder';

/**
 * One reading of a word of a name, as eight numbers in a row: half a cache line, so that judging a candidate costs one look into
 * memory and not seven. Hashes are signed, which engines keep without a box. An entry is called by where its row begins.
 */
export const ENTRY = 8;
/** Fields of a row. */
export const KEY = 0;
export const WORD = 1;
/** Hash of the folded word, and its flags as in `wordFlags`. */
export const HASH = 2;
export const FLAGS = 3;
/** Classes of endings. */
export const CLASSES = 4;
/** Loose hash of the stem less its last consonant; of a demonym, its own hash. */
export const HEAD = 5;
/** The head without a fleeting vowel; 0 where it stays. */
export const ALT_HEAD = 6;
/** Where in `skeletons` the reading stands, behind its size; before that the stem's last letter, low byte first. */
export const SKELETON = 7;

/** `keyBits` parts each range of keys into two to the power of this; three at least, for a bit in a byte. */
const FINER = 4;

/** Entries laid out for looking up. */
export interface LaidOut {
  entries: Int32Array;
  skeletons: Uint8Array;
  bucketAt: Uint32Array;
  keyBits: Uint8Array;
  wordEntryAt: Uint32Array;
  wordEntry: Uint32Array;
}

/**
 * Rows in the order of their keys, those of anchors first, so that the candidates of a key lie side by side and their skeletons too.
 * `bucketAt` has the first row of each range of keys by their upper bits, about one anchor a range, and one more. `keyBits` says of
 * sixteen parts of each range whether they hold any: it is small enough to stay in a cache, and most words of a page are told there.
 */
export function layOut(lexicon: Lexicon, isAnchor: (word: number) => boolean): LaidOut {
  const word = grown(lexicon.entryWord);
  const key = grown(lexicon.entryKey);
  const order = Uint32Array.from(word.keys());
  const rank = (entry: number) => (isAnchor(word[entry]!) ? 0 : 1);
  order.sort((a, b) => rank(a) - rank(b) || key[a]! - key[b]! || a - b);
  let anchors = 0;
  while (anchors < order.length && rank(order[anchors]!) === 0) anchors++;

  const bits = Math.max(1, Math.ceil(Math.log2(anchors + 1)));
  const bucketAt = new Uint32Array((1 << bits) + 1);
  for (let i = 0; i < anchors; i++) bucketAt[(key[order[i]!]! >>> (32 - bits)) + 1]! += ENTRY;
  for (let i = 0; i < 1 << bits; i++) bucketAt[i + 1]! += bucketAt[i]!;

  const keyBits = new Uint8Array((1 << (bits + FINER)) >>> 3);
  for (let i = 0; i < anchors; i++) {
    const bit = key[order[i]!]! >>> (32 - bits - FINER);
    keyBits[bit >>> 3]! |= 1 << (bit & 7);
  }

  const entries = new Int32Array(order.length * ENTRY);
  const skeletons = new Uint8Array(lexicon.skeletons.length + 2 * order.length);
  const rowOf = new Uint32Array(order.length);
  let end = 0;
  order.forEach((entry, i) => {
    const id = word[entry]!;
    const last = lexicon.entryLast.values[entry]!;
    const from = lexicon.entrySkeletonAt.values[entry]!;
    const size = lexicon.skeletons.values[from]!;
    const bytes = lexicon.skeletons.values.subarray(from, from + (size === 0 ? 1 : 2 * size + 2));
    skeletons[end] = last & 0xff;
    skeletons[end + 1] = last >>> 8;
    skeletons.set(bytes, end + 2);
    entries.set(
      [
        key[entry]!,
        id,
        lexicon.hash.values[id]!,
        lexicon.flags.values[id]!,
        lexicon.entryClasses.values[entry]!,
        lexicon.entryHead.values[entry]!,
        lexicon.entryAltHead.values[entry]!,
        end + 2,
      ],
      i * ENTRY,
    );
    rowOf[entry] = i * ENTRY;
    end += 2 + bytes.length;
  });
  const byWord = groupedBy(word, lexicon.texts.length);
  return {
    entries,
    skeletons,
    bucketAt,
    keyBits,
    wordEntryAt: byWord.starts,
    wordEntry: byWord.members.map((entry) => rowOf[entry]!),
  };
}

/** The range of keys (see `layOut`) that anchors of that key are in; NOWHERE if there is none. */
export function rangeOf({ bucketAt, keyBits }: { bucketAt: Uint32Array; keyBits: Uint8Array }, key: number): number {
  const shift = Math.clz32(bucketAt.length - 1) + 1;
  const bit = key >>> (shift - FINER);
  return keyBits[bit >>> 3]! & (1 << (bit & 7)) ? key >>> shift : NOWHERE;
}

/** No range: no anchor has that key. */
export const NOWHERE = -1;
