import { isLegalForm } from '@/utils/language';
import { costOf, NO, tierOf } from './compare';
import { ENTITY_AMBIGUOUS, NAME_DOMAIN, NAME_ORGANISATION } from './compile';
import { isConnector } from './connectors';
import { textAt } from './layout';
import { capitalsAllow, knownWord, type PageScan, verdictOfToken } from './page-scan';
import { WORD_CAPITAL, WORD_SMALL } from './lexicon';
import { whoseOffice } from './whose-office';
import {
  AFTER_HYPHEN,
  AFTER_QUOTE,
  BEFORE_QUOTE,
  HAS_DIGIT,
  IS_CAPITAL,
  IS_CYRILLIC,
  HAS_POSSESSIVE,
  JOINED,
  STARTS_SENTENCE,
} from './tokenise';

/** A phrase found around its anchor. */
export interface PhraseFit {
  from: number;
  to: number;
  tier: number;
  cost: number;
  found: number;
  support: 'full' | 'bare';
  caseOff: number;
  /** An office that stands in a place that may be another country's. */
  elsewhere: 0 | 1;
}

/** Reads a phrase from its anchor to both sides: every word in order, small words exactly, connectors freely. */
export function fitPhrase(scan: PageScan, name: number, anchor: number): PhraseFit | null {
  const { columns } = scan;
  const first = columns.nameTokenAt[name]!;
  const last = columns.nameTokenAt[name + 1]! - 1;
  const at = first + columns.nameAnchor[name]!;
  const fit: PhraseFit = {
    from: anchor,
    to: anchor,
    tier: 0,
    cost: 0,
    found: 1,
    support: last > first ? 'full' : 'bare',
    caseOff: caseOff(scan, anchor, columns.tokenWord[at]!),
    elsewhere: 0,
  };
  for (let part = at - 1; part >= first; part--) if (!extend(scan, fit, { part, step: -1 })) return null;
  for (let part = at + 1; part <= last; part++) if (!extend(scan, fit, { part, step: 1 })) return null;
  if (isModifier(scan, fit)) return null;
  if (!(columns.nameFlags[name]! & NAME_ORGANISATION)) return fit;
  const isDomain = (columns.nameFlags[name]! & NAME_DOMAIN) !== 0;
  if (!isDomain && isModified(scan, fit, last - first + 1)) return null;
  if (!(columns.entityFlags[columns.nameEntity[name]!]! & ENTITY_AMBIGUOUS)) return fit;
  const whose = whoseOffice(scan, fit, name);
  if (whose === 'elsewhere') fit.elsewhere = 1;
  return whose === 'of another' ? null : fit;
}

function extend(scan: PageScan, fit: PhraseFit, { part, step }: { part: number; step: 1 | -1 }): boolean {
  const word = scan.columns.tokenWord[part]!;
  let at = (step > 0 ? fit.to : fit.from) + step;
  for (let skipped = 0; skipped < 2; skipped++) {
    if (!isBeside(scan, at, step)) break;
    const verdict = verdictOfToken(scan, at, word);
    if (
      verdict !== NO &&
      (!(scan.columns.wordFlags[word]! & WORD_SMALL) || capitalsAllow(scan, at, { word, verdict }))
    ) {
      fit.tier = Math.max(fit.tier, tierOf(verdict));
      fit.cost += costOf(verdict);
      fit.found++;
      fit.caseOff += caseOff(scan, at, word);
      if (step > 0) fit.to = at;
      else fit.from = at;
      return true;
    }
    if (!isConnector(knownWord(scan, at).page.folded) && !isOrdinalEnding(scan, at)) break;
    at += step;
  }
  return isConnector(textAt(scan.columns, scan.columns.wordTextAt[word]!)) || isOrdinalPart(scan, part);
}

/** 1 where a word is in small letters and the name has a capital, or the other way round. */
function caseOff(scan: PageScan, at: number, word: number): number {
  const onPage = (scan.tokens.flags[at]! & IS_CAPITAL) !== 0;
  const inName = (scan.columns.wordFlags[word]! & WORD_CAPITAL) !== 0;
  return onPage === inName || scan.capitals === 'all' ? 0 : 1;
}

/** The ending of a number in digits: 16-я, 16-й. */
function isOrdinalEnding(scan: PageScan, at: number): boolean {
  const { flags, start, end } = scan.tokens;
  return (
    at > 0 && end[at]! - start[at]! <= 2 && (flags[at]! & AFTER_HYPHEN) !== 0 && (flags[at - 1]! & HAS_DIGIT) !== 0
  );
}

function isOrdinalPart(scan: PageScan, part: number): boolean {
  const { columns } = scan;
  if (part === 0 || columns.chars[columns.wordTextAt[columns.tokenWord[part]!]!]! > 2) return false;
  return /^\d+$/u.test(textAt(columns, columns.wordTextAt[columns.tokenWord[part - 1]!]!));
}

/** Whether a token exists and only blanks, a hyphen or quotation marks part it from its neighbour towards the anchor. */
function isBeside(scan: PageScan, at: number, step: 1 | -1): boolean {
  const { tokens } = scan;
  if (at < 0 || at >= tokens.count) return false;
  const right = step > 0 ? at : at + 1;
  return (tokens.flags[right]! & JOINED) !== 0 || isQuoteGap(scan, right);
}

const QUOTE_GAP = /^[\s"«»“”„'’&.‐‑–-]{1,4}$/u;

function isQuoteGap(scan: PageScan, right: number): boolean {
  const start = scan.tokens.end[right - 1]!;
  const end = scan.tokens.start[right]!;
  return end - start <= 4 && QUOTE_GAP.test(scan.text.slice(start, end));
}

/** The first half of a compound in small letters is a quality, not a mention: интернет-трансляция. */
function isModifier(scan: PageScan, fit: PhraseFit): boolean {
  const { flags, count } = scan.tokens;
  const next = fit.to + 1;
  if (next >= count || !(flags[next]! & AFTER_HYPHEN)) return false;
  return (
    !(flags[next]! & (IS_CAPITAL | HAS_DIGIT)) &&
    (flags[next]! & IS_CYRILLIC) !== 0 &&
    (flags[fit.to]! & IS_CYRILLIC) !== 0
  );
}

/** A capitalised word right before an organisation of two words makes it another one: EU Customs Union. The first in quotation marks begins a sentence. */
function isModified(scan: PageScan, fit: PhraseFit, words: number): boolean {
  if (words !== 2 || fit.from === 0) return false;
  const before = scan.tokens.flags[fit.from - 1]!;
  if (!(scan.tokens.flags[fit.from]! & JOINED) || !(before & IS_CAPITAL)) return false;
  if (isLegalForm(knownWord(scan, fit.from - 1).page.folded)) return false;
  return scan.capitals === 'telling' && !(before & (STARTS_SENTENCE | HAS_POSSESSIVE | AFTER_QUOTE | BEFORE_QUOTE));
}
