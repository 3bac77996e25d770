import {
  APOSTROPHE,
  CYRILLIC,
  DIGIT,
  foldAndKindOf,
  HASH_START,
  hashStep,
  IGNORED,
  initialOf,
  kindOf,
  LATIN,
  LETTER,
  SLOW,
  UPPER,
} from '@/utils/language';
import { maySmallBegin, NO_PREFIXES, PREFIX_LETTERS } from './small-anchors';

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
  /** Of the folded letters, without the last mixing of `hashEnd`; the real identity of a token that is not slow. */
  hash: Int32Array;
  flags: Uint16Array;
  /** Number of capitals. */
  capitals: Uint8Array;
  /** The tokens that may begin or be a name: with a capital, not plain, or beginning as a name in small letters does. */
  notable: Int32Array;
  notables: number;
  /** Words of two letters and more, and those all in capitals; words that headlines raise, and those raised. */
  words: number;
  allCaps: number;
  long: number;
  raised: number;
}

/** Words of fewer letters stay small in headlines (and, for, the). */
const TITLE_LETTERS = 4;

/** Empty columns for `capacity` tokens. */
export function newTokens(capacity = 256): Tokens {
  return {
    count: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    hash: new Int32Array(capacity),
    flags: new Uint16Array(capacity),
    capitals: new Uint8Array(capacity),
    notable: new Int32Array(capacity),
    notables: 0,
    words: 0,
    allCaps: 0,
    long: 0,
    raised: 0,
  };
}

const BLANK = 0x20;
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
 * hyphens separate. An English possessive is cut off. `small` holds what names in small letters begin with (small-anchors.ts).
 */
export function tokenise(text: string, tokens: Tokens, small = NO_PREFIXES): Tokens {
  tokens.count = tokens.notables = tokens.words = tokens.allCaps = tokens.long = tokens.raised = 0;
  const length = text.length;
  let gapStart = 0;
  for (let at = 0; at < length; at++) {
    const first = foldAndKindOf(text.charCodeAt(at));
    if (!(first & (LETTER | DIGIT))) continue;
    const start = at;
    let union = first & 0xff;
    let hash = hashStep(HASH_START, initialOf(first >>> 8));
    let prefix = hash;
    let letters = 1;
    let capitals = first & UPPER ? 1 : 0;
    let end = ++at;
    let possessive = 0;
    for (; at < length; at++) {
      const letter = foldAndKindOf(text.charCodeAt(at));
      if (letter & (LETTER | DIGIT)) {
        union |= letter;
        hash = hashStep(hash, letter >>> 8);
        if (++letters <= PREFIX_LETTERS) prefix = hash;
        if (letter & UPPER) capitals++;
        end = at + 1;
      } else if (letter & IGNORED) union |= letter & SLOW;
      else if (letter & APOSTROPHE && at + 1 < length && kindOf(text.charCodeAt(at + 1)) & LETTER) {
        if (!isPossessive(text, at)) continue;
        possessive = HAS_POSSESSIVE;
        break;
      } else break;
    }
    const i = tokens.count++;
    if (i === tokens.start.length) grow(tokens);
    tokens.start[i] = start;
    tokens.end[i] = end;
    tokens.hash[i] = hash;
    tokens.capitals[i] = capitals < 255 ? capitals : 255;
    let flags = possessive | (first & UPPER ? IS_CAPITAL : 0);
    if (capitals > 1 && capitals === letters) flags |= IS_ALL_CAPS;
    flags |= scriptFlags[union & 0xff]!;
    // One blank before and one behind is what most words have.
    flags |=
      start === gapStart + 1 && gapStart > 0 && text.charCodeAt(gapStart) === BLANK
        ? JOINED
        : gapFlags(text, start, gapStart, tokens);
    if (end < length && text.charCodeAt(end) !== BLANK) flags |= behindFlags(text, end, flags);
    tokens.flags[i] = flags;
    if (flags & (IS_CAPITAL | IS_SLOW) || maySmallBegin(small, prefix)) tokens.notable[tokens.notables++] = i;
    if (end - start >= 2) {
      tokens.words++;
      if (flags & IS_ALL_CAPS) tokens.allCaps++;
      if (end - start >= TITLE_LETTERS) {
        tokens.long++;
        if (flags & IS_CAPITAL) tokens.raised++;
      }
    }
    gapStart = end;
    // Behind a possessive only its s is skipped; the loop itself steps over what ended the word, which is no letter.
    if (possessive) at++;
  }
  return tokens;
}

/** What the kinds of a word's letters say, by their union. */
const scriptFlags = Uint8Array.from({ length: 256 }, (_, union) => {
  const isMixed = (union & LATIN) !== 0 && (union & CYRILLIC) !== 0;
  return (
    (union & LATIN ? IS_LATIN : 0) |
    (union & CYRILLIC ? IS_CYRILLIC : 0) |
    (union & DIGIT ? HAS_DIGIT : 0) |
    (union & SLOW || isMixed ? IS_SLOW : 0)
  );
});

/** 's before the end of a word, in Latin letters. */
function isPossessive(text: string, apostropheAt: number): boolean {
  const code = text.charCodeAt(apostropheAt + 1) | 0x20;
  if (code !== LOWER_S) return false;
  return apostropheAt + 2 >= text.length || !(kindOf(text.charCodeAt(apostropheAt + 2)) & (LETTER | DIGIT | IGNORED));
}

/** What lies between the token before and this one: nothing of weight, a quotation mark, the end of a sentence, an address. */
function gapFlags(text: string, start: number, gapStart: number, tokens: Tokens): number {
  if (start === 0) return STARTS_SENTENCE;
  const last = tokens.count - 2;
  const before = last < 0 ? 0 : tokens.flags[last]!;
  const lengthBefore = last < 0 ? 0 : tokens.end[last]! - tokens.start[last]!;
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
    else if (gapStart > 0 && before & HAS_POSSESSIVE && (code | 0x20) === LOWER_S) continue;
    else {
      joined = 0;
      if (SENTENCE_ENDS.has(code) && !isInnerDot(text, at)) ended = 1;
    }
  }
  if (QUOTES_OPEN.has(text.charCodeAt(start - 1))) flags |= AFTER_QUOTE;
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
  tokens.hash = copyInto(new Int32Array(capacity), tokens.hash);
  tokens.flags = copyInto(new Uint16Array(capacity), tokens.flags);
  tokens.notable = copyInto(new Int32Array(capacity), tokens.notable);
  tokens.capitals = copyInto(new Uint8Array(capacity), tokens.capitals);
}

function copyInto<T extends Int32Array | Uint16Array | Uint8Array>(wider: T, old: T): T {
  wider.set(old);
  return wider;
}
