/** Bits of `Tokens.flags`. */
export const IS_CAPITAL = 1; // the first letter is a capital
export const IS_ALL_CAPS = 2; // two letters or more, all capitals
export const IS_LATIN = 4;
export const IS_CYRILLIC = 8;
export const HAS_DIGIT = 16;
export const IS_SLOW = 32; // combining marks, mixed alphabets or a third alphabet: cleaned before it is looked up
export const IS_BLOCKED = 64; // part of an address: e-mail, domain, path, handle
export const HAS_DOT = 128; // a full stop follows directly
export const AFTER_QUOTE = 256; // an opening quotation mark stands directly before
export const BEFORE_QUOTE = 512; // a closing one directly after
export const STARTS_SENTENCE = 1024;
export const JOINED = 2048; // only blanks, one hyphen, or the dot of an initial lie between the token before and this one
export const HAS_POSSESSIVE = 4096; // 's or s' was cut off
export const AFTER_HYPHEN = 8192; // joined to the token before by a hyphen

/** The words of one block, as columns. Grown in place and reused from block to block. */
export interface Tokens {
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** Of the folded letters; the real identity of a token that is not slow. */
  hash: Uint32Array;
  flags: Uint16Array;
  /** Of the first three folded letters. */
  prefix: Uint32Array;
  /** Number of capitals. */
  capitals: Uint8Array;
}

/** Empty columns for `capacity` tokens. */
export function newTokens(capacity = 256): Tokens {
  return {
    count: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    hash: new Uint32Array(capacity),
    flags: new Uint16Array(capacity),
    prefix: new Uint32Array(capacity),
    capitals: new Uint8Array(capacity),
  };
}

/** Letters of `Tokens.prefix`. */
export const PREFIX_LETTERS = 3;

const DOT = 0x2e;
const HYPHEN = 0x2d;
const LOWER_S = 0x73;
const QUOTES_OPEN = new Set([0x22, 0xab, 0x201c, 0x201e, 0x2018, 0x27, 0x201d]);
const QUOTES_CLOSE = new Set([0x22, 0xbb, 0x201d, 0x201c, 0x2019, 0x27]);
/** `. ! ? … : ;` and bullets end a sentence; a colon introduces one often enough ("Лукашенко: Игорь …"). */
const SENTENCE_ENDS = new Set([0x2e, 0x21, 0x3f, 0x2026, 0x3a, 0x2022, 0x0a]);
const NON_BREAKING_HYPHEN = 0x2011;

/**
 * Cuts a text into words in one pass, folding and hashing as it goes; offsets are UTF-16 code units.
 * A word is a run of letters and digits, with apostrophes between letters and ignorable characters inside;
 * hyphens separate. An English possessive is cut off.
 */
export function tokenise(text: string, tokens: Tokens): Tokens {
  tokens.count = 0;
  const length = text.length;
  let at = 0;
  let gapStart = 0;
  while (at < length) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind & (LETTER | DIGIT)) {
      at = readWord(text, at, gapStart, tokens);
      gapStart = tokens.end[tokens.count - 1]!;
    } else at++;
  }
  return tokens;
}

function readWord(text: string, start: number, gapStart: number, tokens: Tokens): number {
  const length = text.length;
  let hash = HASH_START;
  let union = 0;
  let letters = 0;
  let capitals = 0;
  let end = start;
  let at = start;
  let prefix = 0;
  let latinCut = -1;
  for (; at < length; at++) {
    const letter = foldAndKindOf(text.charCodeAt(at));
    const kind = letter & 0xff;
    if (kind & (LETTER | DIGIT)) {
      const folded = letter >>> 8;
      hash = hashStep(hash, letters === 0 ? initialOf(folded) : folded);
      union |= kind;
      letters++;
      if (letters === PREFIX_LETTERS) prefix = hash;
      if (kind & UPPER) capitals++;
      end = at + 1;
    } else if (kind & IGNORED) {
      union |= kind & SLOW;
    } else if (kind & APOSTROPHE && at + 1 < length && kindOf(text.charCodeAt(at + 1)) & LETTER) {
      if (isPossessive(text, at)) {
        latinCut = at;
        break;
      }
    } else break;
  }
  raw.text = text;
  raw.start = start;
  raw.end = end;
  raw.hash = hash;
  raw.prefix = letters < PREFIX_LETTERS ? hash : prefix;
  raw.union = union;
  raw.letters = letters;
  raw.capitals = capitals;
  raw.gapStart = gapStart;
  raw.possessive = latinCut >= 0 ? 1 : 0;
  push(tokens, raw);
  // Behind a possessive only its s is skipped.
  return latinCut >= 0 ? latinCut + 2 : Math.max(at, end);
}

/** 's before the end of a word, in Latin letters. */
function isPossessive(text: string, apostropheAt: number): boolean {
  const code = text.charCodeAt(apostropheAt + 1) | 0x20;
  if (code !== LOWER_S) return false;
  return apostropheAt + 2 >= text.length || !(kindOf(text.charCodeAt(apostropheAt + 2)) & (LETTER | DIGIT | IGNORED));
}

interface RawWord {
  text: string;
  start: number;
  end: number;
  hash: number;
  prefix: number;
  union: number;
  letters: number;
  capitals: number;
  gapStart: number;
  possessive: 0 | 1;
}

/** The word in hand: one record for all, for a page has thousands. */
const raw: RawWord = {
  text: '',
  start: 0,
  end: 0,
  hash: 0,
  prefix: 0,
  union: 0,
  letters: 0,
  capitals: 0,
  gapStart: 0,
  possessive: 0,
};

function push(tokens: Tokens, word: RawWord): void {
  const i = tokens.count;
  if (i === tokens.start.length) grow(tokens);
  tokens.start[i] = word.start;
  tokens.end[i] = word.end;
  tokens.hash[i] = hashEnd(word.hash);
  tokens.prefix[i] = hashEnd(word.prefix);
  tokens.capitals[i] = Math.min(255, word.capitals);
  tokens.flags[i] = flagsOf(
    word,
    i > 0 ? tokens.flags[i - 1]! : 0,
    i > 0 ? tokens.end[i - 1]! - tokens.start[i - 1]! : 0,
  );
  tokens.count = i + 1;
}

function flagsOf(word: RawWord, before: number, lengthBefore: number): number {
  const { text, start, end, union } = word;
  let flags = 0;
  if (kindOf(text.charCodeAt(start)) & UPPER) flags |= IS_CAPITAL;
  if (word.capitals > 1 && word.capitals === word.letters) flags |= IS_ALL_CAPS;
  if (union & LATIN) flags |= IS_LATIN;
  if (union & CYRILLIC) flags |= IS_CYRILLIC;
  if (union & DIGIT) flags |= HAS_DIGIT;
  if (union & SLOW || (union & LATIN && union & CYRILLIC)) flags |= IS_SLOW;
  if (word.possessive) flags |= HAS_POSSESSIVE;
  return flags | gapFlags(word, before, lengthBefore) | behindFlags(text, end, flags);
}

/** What lies between the token before and this one: nothing of weight, a quotation mark, the end of a sentence, an address. */
function gapFlags(word: RawWord, before: number, lengthBefore: number): number {
  const { text, start, gapStart } = word;
  if (gapStart === 0 && start === 0) return STARTS_SENTENCE;
  let flags = 0;
  let joined = 1;
  let hyphen = 0;
  let ended = gapStart === 0 ? 1 : 0;
  for (let at = gapStart; at < start; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0xa0 || code === 0x202f || code === 0x2009) continue;
    if (code === HYPHEN || code === NON_BREAKING_HYPHEN || code === 0x2010) {
      // A hyphen with blanks around it is a dash.
      if (text.charCodeAt(at - 1) === 0x20 || at + 1 < start) joined = 0;
      else hyphen = 1;
    } else if (code === DOT && lengthBefore <= 2 && at === gapStart) continue;
    else if (kindOf(code) & IGNORED) continue;
    else if ((code === 0x27 || code === 0x2019) && at === gapStart) continue;
    else if (word.gapStart > 0 && before & HAS_POSSESSIVE && (code | 0x20) === LOWER_S) continue;
    else {
      joined = 0;
      if (SENTENCE_ENDS.has(code) && !isInnerDot(text, at)) ended = 1;
    }
  }
  const last = text.charCodeAt(start - 1);
  if (QUOTES_OPEN.has(last)) flags |= AFTER_QUOTE;
  if (joined) flags |= hyphen ? JOINED | AFTER_HYPHEN : JOINED;
  if (ended) flags |= STARTS_SENTENCE;
  return flags | (isInAddress(text, start, before) ? IS_BLOCKED : 0);
}

function isInnerDot(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === DOT &&
    !!(kindOf(text.charCodeAt(at + 1) || 0x20) & LETTER) &&
    !(kindOf(text.charCodeAt(at + 1)) & UPPER)
  );
}

/** Behind @ # handle marks, a slash inside a path, or the dot of a domain whose first half was an address part. */
function isInAddress(text: string, start: number, before: number): boolean {
  const last = text.charCodeAt(start - 1);
  if (last === 0x40 || last === 0x5f) return true;
  // ".РФ": a zone by itself.
  if (last === DOT && start > 1 && text.charCodeAt(start - 2) === 0x20) return true;
  if (last === DOT && start > 1)
    return !!(before & IS_BLOCKED) && !!(kindOf(text.charCodeAt(start - 2)) & (LETTER | DIGIT));
  if (last === 0x2f && start > 1) {
    const code = text.charCodeAt(start - 2);
    return code === 0x2f || code === 0x3a || !!(before & IS_BLOCKED);
  }
  if (last === HYPHEN) return !!(before & IS_BLOCKED);
  return false;
}

function behindFlags(text: string, end: number, flags: number): number {
  if (end >= text.length) return 0;
  const next = text.charCodeAt(end);
  if (QUOTES_CLOSE.has(next) && !(flags & HAS_POSSESSIVE)) return BEFORE_QUOTE;
  if (next === 0x40 || next === 0x5f) return IS_BLOCKED;
  if (next === 0x3a && text.charCodeAt(end + 1) === 0x2f && text.charCodeAt(end + 2) === 0x2f) return IS_BLOCKED;
  if (next !== DOT) return next === HYPHEN && leadsIntoDomain(text, end) ? IS_BLOCKED : 0;
  // "газпром.рф" and "gazprom.ru" are addresses; "завод.Газпром" has lost a blank.
  const after = end + 1 < text.length ? kindOf(text.charCodeAt(end + 1)) : 0;
  return after & LETTER && !(after & UPPER) ? IS_BLOCKED | HAS_DOT : HAS_DOT;
}

/** Longest part of a domain: 63 letters (RFC 1035). */
const MAX_DOMAIN_PART = 63;

/** "minsk-region.by": letters and hyphens up to a dot with a small letter behind it, or an @. */
function leadsIntoDomain(text: string, end: number): boolean {
  const stop = Math.min(text.length, end + MAX_DOMAIN_PART);
  for (let at = end; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x40) return true;
    if (code === DOT) return at + 1 < text.length && (kindOf(text.charCodeAt(at + 1)) & (LETTER | UPPER)) === LETTER;
    if (code !== HYPHEN && !(kindOf(code) & (LETTER | DIGIT))) return false;
  }
  return false;
}

function grow(tokens: Tokens): void {
  const capacity = tokens.start.length * 2;
  tokens.start = copyInto(new Int32Array(capacity), tokens.start);
  tokens.end = copyInto(new Int32Array(capacity), tokens.end);
  tokens.hash = copyInto(new Uint32Array(capacity), tokens.hash);
  tokens.flags = copyInto(new Uint16Array(capacity), tokens.flags);
  tokens.prefix = copyInto(new Uint32Array(capacity), tokens.prefix);
  tokens.capitals = copyInto(new Uint8Array(capacity), tokens.capitals);
}

function copyInto<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array>(wider: T, old: T): T {
  wider.set(old);
  return wider;
}
import {
  APOSTROPHE,
  CYRILLIC,
  DIGIT,
  foldAndKindOf,
  HASH_START,
  hashEnd,
  hashStep,
  IGNORED,
  initialOf,
  kindOf,
  LATIN,
  LETTER,
  SLOW,
  UPPER,
} from '@/utils/language';
