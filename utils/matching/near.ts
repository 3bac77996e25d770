import { CYRILLIC_SCRIPT, foldWord, HASH_START, hashEnd, hashStep, LATIN_SCRIPT } from '@/utils/language';
import { NEAR, verdictOf } from './compare';
import { CLASSES } from './entries';
import type { Columns } from './layout';
import { WORD_ACRONYM, WORD_PERSON, WORD_SCRIPT } from './lexicon';
import type { Hit } from './lookup';
import { cutsOf, type PageWord } from './page-words';

/** Shorter words of the page are never taken for misspelt. */
export const NEAR_LETTERS = 6;
/** Nor are longer ones, which no name has: the search costs the square of a word's length. */
export const MOST_NEAR_LETTERS = 48;
/** Fewest letters of a stem for two letters swapped or one doubled. */
const SWAP_LETTERS = 7;
/** Fewest letters of a stem for a letter left out or put in. */
const GAP_LETTERS = 9;
/** Not so near to the end of a Cyrillic stem: Долгушкина and Долгушина are two people. */
const FIRM_END = 3;

/** Costs of the kinds of slip, in hundredths. A letter too many or too few makes another surname too, so in Cyrillic it needs support. */
const SWAP_COST = 10;
export const GAP_COST = 20;
/** Another letter in a long word that is no surname: places are not named so alike (Нидеоланды). */
const OTHER_IN_LONG_COST = 30;
/** Another letter: as a rule another name, so it needs an agreeing first name (see `needsFirstName`). */
export const OTHER_LETTER_COST = 90;

/**
 * The table of misspellings: every anchor under the hash of its stem, and of its stem less each one letter (the deletes of
 * Garbe's SymSpell, at distance one). A slot holds word + 1 and, above it, eight bits of the hash, so that most strangers are passed over
 * without a look at the word.
 */
export function nearTable(stems: readonly { word: number; stem: string }[]): Uint32Array {
  let keys = 0;
  for (const { stem } of stems) keys += stem.length + 1;
  const slots = new Uint32Array(keys === 0 ? 0 : 2 ** Math.ceil(Math.log2(keys * 1.4)));
  for (const { word, stem } of stems)
    for (let gap = -1; gap < stem.length; gap++) insert(slots, hashWithout(stem, gap), word);
  return slots;
}

const WORD_BITS = 24;
const WORD_MASK = (1 << WORD_BITS) - 1;

function insert(slots: Uint32Array, hash: number, word: number): void {
  const mask = slots.length - 1;
  const value = ((hash >>> WORD_BITS) << WORD_BITS) | (word + 1);
  let at = hash & mask;
  while (slots[at] !== 0) {
    if (slots[at] === value >>> 0) return;
    at = (at + 1) & mask;
  }
  slots[at] = value;
}

/** Hash of a stem without its letter at `gap`; of the whole stem at -1. */
function hashWithout(stem: string, gap: number): number {
  let hash = HASH_START;
  for (let i = 0; i < stem.length; i++) if (i !== gap) hash = hashStep(hash, stem.charCodeAt(i));
  return hashEnd(hash);
}

/** A hash begun elsewhere, over the rest of a stem. */
function hashFrom(begun: number, stem: string, from: number): number {
  let hash = begun;
  for (let i = from; i < stem.length; i++) hash = hashStep(hash, stem.charCodeAt(i));
  return hashEnd(hash);
}

/** Anchors one slip away from a word that is none itself. `stemOf` gives the stem of a word of the lexicon. */
export function nearAnchors(columns: Columns, word: PageWord): Hit[] {
  const hits: Hit[] = [];
  const slots = columns.nearSlots;
  if (slots.length === 0 || word.folded.length < NEAR_LETTERS) return hits;
  for (const { stem, classes } of stemsOf(word)) {
    const looked: Probe = { columns, word, stem, classes, hits };
    // The hash runs from the left, so that what stands before a slip is hashed once for all of them.
    let before = HASH_START;
    for (let at = 0; at < stem.length; at++) {
      probe(looked, hashFrom(before, stem, at + 1));
      const [own, last] = [stem.charCodeAt(at), stem.charCodeAt(at + 2)];
      if (at > 0 && at + 2 < stem.length && own !== last) {
        const swapped = hashStep(hashStep(hashStep(before, last), stem.charCodeAt(at + 1)), own);
        probe(looked, hashFrom(swapped, stem, at + 3));
      }
      before = hashStep(before, own);
    }
    probe(looked, hashEnd(before));
  }
  return hits;
}

interface Probe {
  columns: Columns;
  word: PageWord;
  stem: string;
  classes: number;
  hits: Hit[];
}

function stemsOf(word: PageWord): { stem: string; classes: number }[] {
  if (word.script === LATIN_SCRIPT) return [{ stem: word.folded, classes: 0 }];
  if (word.script !== CYRILLIC_SCRIPT) return [];
  return cutsOf(word)
    .filter((cut) => cut.size > 0 && cut.classes !== 0 && cut.mutated === 0)
    .map((cut) => ({ stem: word.folded.slice(0, word.folded.length - cut.tail.length), classes: cut.classes }));
}

function probe({ columns, word, stem, classes, hits }: Probe, hash: number): void {
  const slots = columns.nearSlots;
  const mask = slots.length - 1;
  const mark = hash >>> WORD_BITS;
  for (let at = hash & mask; slots[at] !== 0; at = (at + 1) & mask) {
    const slot = slots[at]!;
    if (slot >>> WORD_BITS !== mark) continue;
    const lexWord = (slot & WORD_MASK) - 1;
    if (hits.some((hit) => hit.word === lexWord)) continue;
    const cost = slipCost(columns, { lexWord, word, stem, classes });
    if (cost >= 0) hits.push({ word: lexWord, verdict: verdictOf(NEAR, cost) });
  }
}

interface Pair {
  lexWord: number;
  word: PageWord;
  stem: string;
  classes: number;
}

/** What the slip between two stems costs; -1 where they are further apart, or different names. */
function slipCost(columns: Columns, { lexWord, word, stem, classes }: Pair): number {
  if ((columns.wordFlags[lexWord]! & WORD_SCRIPT) !== word.script || columns.wordFlags[lexWord]! & WORD_ACRONYM)
    return -1;
  const entry = columns.wordEntry[columns.wordEntryAt[lexWord]!]!;
  if (word.script === CYRILLIC_SCRIPT && !(columns.entries[entry + CLASSES]! & classes)) return -1;
  const own = stemOfWord(columns, lexWord);
  const slip = slipOf(own, stem);
  if (slip === null || slip.at === 0) return -1;
  const firmFrom = word.script === CYRILLIC_SCRIPT ? own.length - FIRM_END : own.length;
  if (slip.kind === 'swap') return own.length >= SWAP_LETTERS ? SWAP_COST : -1;
  const isFirm = own.length >= GAP_LETTERS && slip.at < firmFrom;
  if (slip.kind === 'gap' && isFirm) return GAP_COST;
  const isSurname = (columns.wordFlags[lexWord]! & WORD_PERSON) !== 0;
  return slip.kind === 'other' && isFirm && !isSurname ? OTHER_IN_LONG_COST : OTHER_LETTER_COST;
}

/** The stem of a word of the lexicon: in Cyrillic up to its last consonant, in Latin the whole word. */
function stemOfWord(columns: Columns, lexWord: number): string {
  const at = columns.wordTextAt[lexWord]!;
  const text = String.fromCharCode(...columns.chars.subarray(at + 1, at + 1 + columns.chars[at]!));
  return nearStem(foldWord(text), columns.wordFlags[lexWord]! & WORD_SCRIPT);
}

const TAIL_LETTERS = 'аеёиоуыэюяійьъї';

/** The stem of a folded word. */
export function nearStem(folded: string, script: number): string {
  let end = folded.length;
  if (script === CYRILLIC_SCRIPT) while (end > 0 && TAIL_LETTERS.includes(folded[end - 1]!)) end--;
  return folded.slice(0, end);
}

/** The one slip between two stems: two letters swapped or one doubled, a letter in or out, another letter; null where there are more. */
export function slipOf(own: string, other: string): { kind: 'swap' | 'gap' | 'other'; at: number } | null {
  let at = 0;
  while (at < own.length && at < other.length && own[at] === other[at]) at++;
  const difference = own.length - other.length;
  if (difference === 0) {
    if (at === own.length) return { kind: 'swap', at: 1 };
    if (own[at] === other[at + 1] && own[at + 1] === other[at] && own.slice(at + 2) === other.slice(at + 2))
      return { kind: 'swap', at };
    if (
      own[at] === other[at + 2] &&
      own[at + 2] === other[at] &&
      own[at + 1] === other[at + 1] &&
      own.slice(at + 3) === other.slice(at + 3)
    )
      return { kind: 'swap', at };
    return own.slice(at + 1) === other.slice(at + 1) ? { kind: 'other', at } : null;
  }
  if (difference === 1 && own.slice(at + 1) === other.slice(at))
    return { kind: own[at] === own[at - 1] ? 'swap' : 'gap', at };
  if (difference === -1 && own.slice(at) === other.slice(at + 1))
    return { kind: other[at] === other[at - 1] ? 'swap' : 'gap', at };
  return null;
}
