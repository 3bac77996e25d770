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

/** The words of one language. `slow` ones are known by their text, the others by the hash of their letters. */
export interface KnownWords {
  words: Map<number, KnownWord>;
  slow: Map<string, KnownWord>;
}

/** Most words remembered of an index, at some half a kilobyte each; then all are forgotten, which costs one page its head start. */
const MOST_WORDS = 8_192;

// A cache only: news pages share most of their words. Forgotten with its index, and whenever the process stops; an answer never depends on it.
const remembered = new WeakMap<Columns, Map<number, KnownWords>>();

/** What is remembered of an index, language by language. */
export function rememberedWords(columns: Columns): Map<number, KnownWords> {
  const known = remembered.get(columns);
  let count = 0;
  for (const { words, slow } of known?.values() ?? []) count += words.size + slow.size;
  if (known !== undefined && count <= MOST_WORDS) return known;
  const fresh = new Map<number, KnownWords>();
  remembered.set(columns, fresh);
  return fresh;
}
