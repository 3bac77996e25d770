import { costOf, SCRIPT, tierOf } from './compare';
import type { Columns } from './layout';
import {
  WORD_ACRONYM,
  WORD_ANY_CASE,
  WORD_CAPITAL,
  WORD_CAPITALS_SHIFT,
  WORD_MIXED,
  WORD_SCRIPT,
  WORD_SMALL,
} from './lexicon';
import { nearAnchors } from './near';
import { nearBySound } from './near-sound';
import { anchorsOf, type Hit, verdictFor } from './lookup';
import { pageWord, type PageWord, readingLanguage } from './page-words';
import { LATIN_SCRIPT, UNKNOWN } from './word-shape';
import { IS_ALL_CAPS, IS_CAPITAL, IS_LATIN, IS_SLOW, newTokens, tokenise, type Tokens } from './tokenise';

/**
 * One page while it is searched: its block in hand, and what is known of each distinct word. Words come back all the time, so
 * each is read, looked up and judged once a page.
 */
export interface PageScan {
  columns: Columns;
  text: string;
  tokens: Tokens;
  language: number;
  /** Whether most words of the block are in capitals: then capitals tell nothing. */
  capitals: 'telling' | 'all';
  words: Map<number, KnownWord>;
  slowWords: Map<string, KnownWord>;
  /** Words looked at, looked up and judged so far, for tests that count work. */
  work: number;
}

/** A distinct word of the page, with what the index says of it. */
export interface KnownWord {
  page: PageWord;
  hits: Hit[] | null;
  near: Hit[] | null;
  verdicts: Map<number, number>;
  /** Given names of the lexicon, and whether this word is another form of them. */
  equivalents: Map<number, boolean>;
}

/** A page about to be searched. */
export function newScan(columns: Columns): PageScan {
  return {
    columns,
    text: '',
    tokens: newTokens(),
    language: 0,
    capitals: 'telling',
    words: new Map(),
    slowWords: new Map(),
    work: 0,
  };
}

/** Share of a block's longer words in capitals from which it counts as written in capitals. */
const CAPITALS_SHARE = 0.6;

/** Takes up the next block. */
export function openBlock(scan: PageScan, text: string, language: number): void {
  if (language !== scan.language) {
    scan.words.clear();
    scan.slowWords.clear();
  }
  scan.text = text;
  scan.language = language;
  const { tokens } = scan;
  tokenise(text, tokens);
  let capitals = 0;
  let words = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.end[i]! - tokens.start[i]! < 2) continue;
    words++;
    if (tokens.flags[i]! & IS_ALL_CAPS) capitals++;
  }
  scan.capitals = words > 2 && capitals > CAPITALS_SHARE * words ? 'all' : 'telling';
}

/** What is known of a token's word. */
export function knownWord(scan: PageScan, token: number): KnownWord {
  scan.work++;
  const { tokens } = scan;
  if (tokens.flags[token]! & IS_SLOW) {
    const text = tokenText(scan, token);
    let known = scan.slowWords.get(text);
    if (known === undefined) scan.slowWords.set(text, (known = newWord(scan, text)));
    return known;
  }
  let known = scan.words.get(tokens.hash[token]!);
  if (known === undefined) scan.words.set(tokens.hash[token]!, (known = newWord(scan, tokenText(scan, token))));
  return known;
}

/** A token as the page writes it. */
export function tokenText(scan: PageScan, token: number): string {
  return scan.text.slice(scan.tokens.start[token], scan.tokens.end[token]);
}

function newWord(scan: PageScan, text: string): KnownWord {
  return {
    page: pageWord(
      text,
      scan.language === UNKNOWN ? readingLanguage(scan.language, text.toLowerCase()) : scan.language,
    ),
    hits: null,
    near: null,
    verdicts: new Map(),
    equivalents: new Map(),
  };
}

/** The anchors a token may be, whatever its capitals. */
export function hitsOf(scan: PageScan, token: number): Hit[] {
  const known = knownWord(scan, token);
  if (known.hits === null) {
    scan.work++;
    known.hits = anchorsOf(scan.columns, known.page);
  }
  return known.hits;
}

/** The anchors a token may be a misspelling of. */
export function nearHitsOf(scan: PageScan, token: number): Hit[] {
  const known = knownWord(scan, token);
  if (known.near === null) {
    scan.work++;
    known.near = nearAnchors(scan.columns, known.page);
    if (known.near.length === 0) known.near = nearBySound(scan.columns, known.page);
  }
  return known.near;
}

/** The verdict of a token for a word of the lexicon, whatever its capitals. */
export function verdictOfToken(scan: PageScan, token: number, lexWord: number): number {
  const known = knownWord(scan, token);
  let verdict = known.verdicts.get(lexWord);
  if (verdict === undefined) {
    scan.work++;
    verdict = verdictFor(scan.columns, known.page, lexWord);
    known.verdicts.set(lexWord, verdict);
  }
  return verdict;
}

/** Cost up to which an acronym of another alphabet is the same letter by letter. */
const ACRONYM_LIMIT = 12;
/** Small words have no forms, only respellings: де, дэ. */
const SMALL_LIMIT = 5;
/** A word of so few capitals is an acronym on the page, unless the whole block is in capitals. */
const PAGE_ACRONYM_LETTERS = 5;
/** And so short, even where the name is spelt with the same letters. */
const SURE_ACRONYM_LETTERS = 3;

function isScript(verdict: number): boolean {
  return tierOf(verdict) >= SCRIPT;
}

/** Whether a token's capitals allow it to be that word of a name. */
export function capitalsAllow(scan: PageScan, token: number, { word, verdict }: Hit): boolean {
  const flags = scan.columns.wordFlags[word]!;
  const own = scan.tokens.flags[token]!;
  if (flags & WORD_SMALL) return costOf(verdict) === 0 || (isScript(verdict) && costOf(verdict) <= SMALL_LIMIT);
  if (flags & WORD_MIXED && !(flags & WORD_CAPITAL)) return scan.tokens.capitals[token]! > 0;
  if (flags & WORD_CAPITAL && !(own & IS_CAPITAL)) return (flags & WORD_ANY_CASE) !== 0 && tierOf(verdict) < SCRIPT;
  const foreign = isScript(verdict);
  if (flags & WORD_ACRONYM) {
    if (scan.tokens.capitals[token]! < ((flags >> WORD_CAPITALS_SHIFT) & 31)) return false;
    const isOneScript = ((own & IS_LATIN) !== 0) === ((flags & WORD_SCRIPT) === LATIN_SCRIPT);
    return !foreign || (!isOneScript && costOf(verdict) <= ACRONYM_LIMIT);
  }
  // ФИФА is not Five, US is not the surname Us: capitals on the page mean letters, where the name has none.
  const length = scan.tokens.end[token]! - scan.tokens.start[token]!;
  const isPageAcronym =
    scan.tokens.capitals[token]! > 1 && length <= (foreign ? PAGE_ACRONYM_LETTERS : SURE_ACRONYM_LETTERS);
  return !(isPageAcronym && scan.capitals === 'telling' && ((flags >> WORD_CAPITALS_SHIFT) & 31) < 2);
}
