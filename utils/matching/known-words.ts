import type { Columns } from './layout';
import type { Hit } from './lookup';
import type { PageWord } from './page-words';

/** A distinct word, with what an index says of it: all of it follows from the word, its language and the index. */
export interface KnownWord {
  page: PageWord;
  hits: Hit[] | null;
  near: Hit[] | null;
  /** Words of the lexicon it was compared with, and what came of it; made when first needed, for most words are never compared. */
  verdicts: Map<number, number> | null;
  /** Given names of the lexicon, and whether this word is another form of them. */
  equivalents: Map<number, boolean> | null;
}

/**
 * The words of one language, found by two numbers: the hash of their letters, and their first and last letter, which tell two words of
 * one hash apart. The numbers lie in a row of their own (open addressing), so that a stranger costs no look at a word. Words that
 * need cleaning are known by their text.
 */
export interface KnownWords {
  /** Pairs of hash and ends. */
  slots: Int32Array;
  words: (KnownWord | undefined)[];
  count: number;
  slow: Map<string, KnownWord>;
}

const FEWEST_SLOTS = 1_024;

/** No words yet. */
export function newKnownWords(): KnownWords {
  return { slots: new Int32Array(2 * FEWEST_SLOTS), words: emptySlots(FEWEST_SLOTS), count: 0, slow: new Map() };
}

/** Where a word is, or, if it is not known, where it would be: an empty place of `words`. */
export function slotOf({ slots, words }: KnownWords, hash: number, ends: number): number {
  const mask = words.length - 1;
  let slot = (hash ^ (hash >>> 15)) & mask;
  while (words[slot] !== undefined && (slots[2 * slot] !== hash || slots[2 * slot + 1] !== ends))
    slot = (slot + 1) & mask;
  return slot;
}

/** Remembers a word that is not known yet. */
export function addKnown(
  known: KnownWords,
  { hash, ends, word }: { hash: number; ends: number; word: KnownWord },
): void {
  if (2 * ++known.count > known.words.length) widen(known);
  const slot = slotOf(known, hash, ends);
  known.slots[2 * slot] = hash;
  known.slots[2 * slot + 1] = ends;
  known.words[slot] = word;
}

function widen(known: KnownWords): void {
  const { slots, words } = known;
  known.slots = new Int32Array(2 * slots.length);
  known.words = emptySlots(2 * words.length);
  words.forEach((word, old) => {
    if (word === undefined) return;
    const [hash, ends] = [slots[2 * old]!, slots[2 * old + 1]!];
    const slot = slotOf(known, hash, ends);
    known.slots[2 * slot] = hash;
    known.slots[2 * slot + 1] = ends;
    known.words[slot] = word;
  });
}

function emptySlots(count: number): undefined[] {
  return new Array<undefined>(count).fill(undefined);
}

/** Most words remembered of an index, at some half a kilobyte each; then all are forgotten, which costs one page its head start. */
const MOST_WORDS = 8_192;

// A cache only: news pages share most of their words. Forgotten with its index, and whenever the process stops; an answer never depends on it.
const remembered = new WeakMap<Columns, Map<number, KnownWords>>();

/** What is remembered of an index, language by language. */
export function rememberedWords(columns: Columns): Map<number, KnownWords> {
  const known = remembered.get(columns);
  let words = 0;
  for (const { count, slow } of known?.values() ?? []) words += count + slow.size;
  if (known !== undefined && words <= MOST_WORDS) return known;
  const fresh = new Map<number, KnownWords>();
  remembered.set(columns, fresh);
  return fresh;
}
