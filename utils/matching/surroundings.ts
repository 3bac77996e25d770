import { knownWord, type PageScan } from './page-scan';
import { placeCaseOf } from './place-case';
import type { PlaceCase } from './span';
import { AFTER_QUOTE, BEFORE_QUOTE, HAS_POSSESSIVE, JOINED, STARTS_SENTENCE } from './tokenise';
import { COMPANY_CUE, hasTrait, PLACE_CUE } from './traits';

/** What stands around some tokens, whatever name they are. Only words that an archive calls ambiguous are judged by it. */
export interface Surroundings {
  from: number;
  to: number;
  /** In quotation marks, or beside a word that says what it is. */
  cue: 0 | 1;
  /** A preposition or a word like "city" stands before, and no bracket behind. */
  placeCue: 0 | 1;
  /** A capital there says nothing. */
  weakCapital: 0 | 1;
}

/** Of a name that is no ordinary word: nobody asks. */
export const NOT_ASKED: Surroundings = { from: -1, to: -1, cue: 0, placeCue: 0, weakCapital: 0 };

/** Reads what stands around tokens `from` to `to`. */
export function surroundingsOf(scan: PageScan, from: number, to: number): Surroundings {
  const isWeak = scan.tokens.flags[from]! & STARTS_SENTENCE || scan.capitals === 'all' || scan.isTitleCase;
  return {
    from,
    to,
    cue: hasCue(scan, from, to) ? 1 : 0,
    placeCue: hasPlaceCue(scan, from, to) ? 1 : 0,
    weakCapital: isWeak ? 1 : 0,
  };
}

/** In quotation marks of its own, or beside a word that says that it is a company. */
function hasCue(scan: PageScan, from: number, to: number): boolean {
  const { flags, count } = scan.tokens;
  if (flags[from]! & AFTER_QUOTE && flags[to]! & BEFORE_QUOTE) return true;
  for (let at = from - 1; at >= 0 && at >= from - 2; at--) {
    if (hasTrait(knownWord(scan, at).page, COMPANY_CUE)) return true;
    if (!(flags[at]! & JOINED)) break;
  }
  return to + 1 < count && (flags[to + 1]! & JOINED) !== 0 && hasTrait(knownWord(scan, to + 1).page, COMPANY_CUE);
}

/** "Брест (Франция)" and the like name another place than the archive's. */
function hasPlaceCue(scan: PageScan, from: number, to: number): boolean {
  const isBracketed = scan.text.startsWith(' (', scan.tokens.end[to]);
  return from > 0 && !isBracketed && hasTrait(knownWord(scan, from - 1).page, PLACE_CUE);
}

/** How a surname stands behind the word before it. A possessive is a person's. */
export function placeCaseAt(scan: PageScan, at: number): PlaceCase {
  const flags = scan.tokens.flags[at]!;
  if (at === 0 || !(flags & JOINED) || flags & HAS_POSSESSIVE) return 'no';
  return placeCaseOf({ before: knownWord(scan, at - 1).page.folded, word: knownWord(scan, at).page.folded });
}
