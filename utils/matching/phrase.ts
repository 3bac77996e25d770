import { costOf, NO, tierOf } from './compare';
import { capitalsAllow, knownWord, type PageScan, verdictOfToken } from './page-scan';
import { WORD_SMALL } from './lexicon';
import { BEFORE_QUOTE, IS_CAPITAL, HAS_POSSESSIVE, JOINED, STARTS_SENTENCE } from './tokenise';

/** A phrase found around its anchor. */
export interface PhraseFit {
  from: number;
  to: number;
  tier: number;
  cost: number;
  found: number;
  support: 'full' | 'bare';
}

/** Words that join the words of a name, and may be there or not ("Resort & Spa", "Resort and Spa"). */
const CONNECTORS = new Set('and of for the und de и і й да та для по у в of'.split(' '));

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
  };
  for (let part = at - 1; part >= first; part--) if (!extend(scan, fit, { part, step: -1 })) return null;
  for (let part = at + 1; part <= last; part++) if (!extend(scan, fit, { part, step: 1 })) return null;
  return isModified(scan, fit, last - first + 1) ? null : fit;
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
      if (step > 0) fit.to = at;
      else fit.from = at;
      return true;
    }
    if (!CONNECTORS.has(knownWord(scan, at).page.folded)) break;
    at += step;
  }
  return isConnector(scan, word);
}

function isConnector(scan: PageScan, word: number): boolean {
  const at = scan.columns.wordTextAt[word]!;
  const { chars } = scan.columns;
  return chars[at]! <= 3 && CONNECTORS.has(String.fromCharCode(...chars.subarray(at + 1, at + 1 + chars[at]!)));
}

/** Whether a token exists and only blanks, a hyphen or quotation marks part it from its neighbour towards the anchor. */
function isBeside(scan: PageScan, at: number, step: 1 | -1): boolean {
  const { tokens } = scan;
  if (at < 0 || at >= tokens.count) return false;
  const right = step > 0 ? at : at + 1;
  return (tokens.flags[right]! & JOINED) !== 0 || isQuoteGap(scan, right);
}

const QUOTE_GAP = /^[\s"«»“”„'’&.]{1,4}$/u;

function isQuoteGap(scan: PageScan, right: number): boolean {
  const start = scan.tokens.end[right - 1]!;
  const end = scan.tokens.start[right]!;
  return end - start <= 4 && QUOTE_GAP.test(scan.text.slice(start, end));
}

/** A capitalised word right before an organisation of two words makes it another one: EU Customs Union. */
function isModified(scan: PageScan, fit: PhraseFit, words: number): boolean {
  if (words !== 2 || fit.from === 0) return false;
  const before = scan.tokens.flags[fit.from - 1]!;
  if (!(scan.tokens.flags[fit.from]! & JOINED) || !(before & IS_CAPITAL)) return false;
  return scan.capitals === 'telling' && !(before & (STARTS_SENTENCE | HAS_POSSESSIVE | BEFORE_QUOTE));
}
