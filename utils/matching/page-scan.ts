import { foldOf, initialOf, LATIN_SCRIPT } from '@/utils/language';
import { costOf, SCRIPT, tierOf } from './compare';
import { isSpeltAlike } from './acronyms';
import { addKnown, type KnownWord, type KnownWords, newKnownWords, rememberedWords, slotOf } from './known-words';
import { type Columns, textAt } from './layout';
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
import { pageWord } from './page-words';
import { IS_CAPITAL, IS_LATIN, IS_SLOW, newTokens, tokenise, type Tokens } from './tokenise';

/**
 * One page while it is searched: its block in hand, and what is known of each distinct word. Words come back all the time, on one
 * page and on the next, so each is read, looked up and judged once.
 */
export interface PageScan {
  columns: Columns;
  text: string;
  tokens: Tokens;
  language: number;
  /** Whether most words of the block are in capitals: then capitals tell nothing. */
  capitals: 'telling' | 'all';
  /** Whether most longer words of the block begin with a capital, as in English headlines: then one capital tells little. */
  isTitleCase: boolean;
  /** Words known in the block's language, and in all. */
  known: KnownWords;
  remembered: Map<number, KnownWords>;
  /** Words looked at, looked up and judged so far, for tests that count work. */
  work: number;
}

/** Before the first block. */
const NO_LANGUAGE = -1;
const NO_WORDS = newKnownWords();

/** Most tokens whose columns are kept for the next page: a long block's worth. */
const MOST_KEPT = 16_384;
// Scratch only: a page is searched in one go, so one set of columns serves them all.
let kept = newTokens();

function pageTokens(): Tokens {
  if (kept.start.length > MOST_KEPT) kept = newTokens();
  return kept;
}

/** A page about to be searched. */
export function newScan(columns: Columns): PageScan {
  return {
    columns,
    text: '',
    tokens: pageTokens(),
    language: NO_LANGUAGE,
    capitals: 'telling',
    isTitleCase: false,
    known: NO_WORDS,
    remembered: rememberedWords(columns),
    work: 0,
  };
}

/** Share of a block's longer words in capitals from which it counts as written in capitals. */
const CAPITALS_SHARE = 0.6;

/** Share of the longer words with a capital from which a block is a headline in capitals. */
const TITLE_SHARE = 0.8;

/** Takes up the next block. */
export function openBlock(scan: PageScan, text: string, language: number): void {
  if (language !== scan.language) {
    scan.known = scan.remembered.get(language) ?? newKnownWords();
    scan.remembered.set(language, scan.known);
  }
  scan.text = text;
  scan.language = language;
  const { words, allCaps, long, raised } = tokenise(text, scan.tokens, scan.columns.smallPrefixes);
  scan.isTitleCase = long > 2 && raised > TITLE_SHARE * long;
  scan.capitals = words > 2 && allCaps > CAPITALS_SHARE * words ? 'all' : 'telling';
}

/** What is known of a token's word. */
export function knownWord(scan: PageScan, token: number): KnownWord {
  scan.work++;
  const { tokens, known } = scan;
  if (tokens.flags[token]! & IS_SLOW) {
    const text = tokenText(scan, token);
    let word = known.slow.get(text);
    if (word === undefined) known.slow.set(text, (word = newWord(scan, text)));
    return word;
  }
  const hash = tokens.hash[token]!;
  const ends = endsOf(scan, token);
  const word = known.words[slotOf(known, hash, ends)];
  if (word !== undefined) return word;
  const fresh = newWord(scan, tokenText(scan, token));
  addKnown(known, { hash, ends, word: fresh });
  return fresh;
}

/** A token's first and last letter, folded. */
function endsOf({ text, tokens }: PageScan, token: number): number {
  const first = initialOf(foldOf(text.charCodeAt(tokens.start[token]!)));
  return (first << 16) | foldOf(text.charCodeAt(tokens.end[token]! - 1));
}

/** A token as the page writes it. */
function tokenText(scan: PageScan, token: number): string {
  return scan.text.slice(scan.tokens.start[token], scan.tokens.end[token]);
}

function newWord(scan: PageScan, text: string): KnownWord {
  return {
    page: pageWord(text, scan.language),
    hits: null,
    near: null,
    verdicts: null,
    equivalents: null,
  };
}

/** The anchors a word may be, whatever its capitals. */
export function hitsOf(scan: PageScan, known: KnownWord): Hit[] {
  if (known.hits === null) {
    scan.work++;
    known.hits = anchorsOf(scan.columns, known.page);
  }
  return known.hits;
}

/** The anchors a word may be a misspelling of. */
export function nearHitsOf(scan: PageScan, known: KnownWord): Hit[] {
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
  let verdict = known.verdicts?.get(lexWord);
  if (verdict === undefined) {
    scan.work++;
    verdict = verdictFor(scan.columns, known.page, lexWord);
    (known.verdicts ??= new Map()).set(lexWord, verdict);
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

/** Whether a token spells an acronym of the other alphabet letter by letter. */
function isSameAcronym(scan: PageScan, token: number, word: number): boolean {
  const { columns, tokens } = scan;
  const isLatinName = (columns.wordFlags[word]! & WORD_SCRIPT) === LATIN_SCRIPT;
  if (((tokens.flags[token]! & IS_LATIN) !== 0) === isLatinName) return false;
  const name = textAt(columns, columns.wordTextAt[word]!);
  const { letters } = knownWord(scan, token).page;
  return isLatinName
    ? isSpeltAlike({ cyrillic: letters, latin: name }, 'cyrillic')
    : isSpeltAlike({ cyrillic: name, latin: letters }, 'none');
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
    return !foreign || (costOf(verdict) <= ACRONYM_LIMIT && isSameAcronym(scan, token, word));
  }
  // ФИФА is not Five, US is not the surname Us: capitals on the page mean letters, where the name has none.
  const length = scan.tokens.end[token]! - scan.tokens.start[token]!;
  const isPageAcronym =
    scan.tokens.capitals[token]! > 1 && length <= (foreign ? PAGE_ACRONYM_LETTERS : SURE_ACRONYM_LETTERS);
  return !(isPageAcronym && scan.capitals === 'telling' && ((flags >> WORD_CAPITALS_SHIFT) & 31) < 2);
}
