import { areEquivalent, foldWord } from '@/utils/language';
import { costOf, FORM, NO, tierOf } from './compare';
import { ROLE_GIVEN, ROLE_INITIAL, ROLE_MIDDLE } from './parse-name';
import { initialsAgree } from './initials';
import { knownWord, type PageScan, verdictOfToken } from './page-scan';
import { isSomewhere } from './place-case';
import type { Support } from './span';
import { textAt } from './layout';
import { GIVEN, hasTrait, PARTICLE, PATRONYMIC, TITLE } from './traits';
import { HAS_DOT, IS_ALL_CAPS, IS_CAPITAL, IS_CYRILLIC, IS_LATIN, JOINED, STARTS_SENTENCE } from './tokenise';

/** What stands around a surname, for one name of the list. */
export interface PersonFit {
  /** People are never written small, and are no offices. */
  caseOff: 0;
  elsewhere: 0;
  from: number;
  to: number;
  support: Support;
  tier: number;
  cost: number;
  found: number;
}

function hasFirstName(fit: PersonFit): boolean {
  return fit.support === 'full';
}

const ALPHABETS = IS_LATIN | IS_CYRILLIC;

/** Tokens walked to either side of a surname. */
const REACH = 4;

/**
 * What every surname at a token gets where no capitalised word stands beside it, whoever has it: nothing there is a first name. Null
 * where something might be.
 */
export function plainFit(scan: PageScan, anchor: number): PersonFit | null {
  const { flags, count } = scan.tokens;
  const [left, right] = [anchor - 1, anchor + 1];
  if (right < count && flags[right]! & JOINED && flags[right]! & IS_CAPITAL) return null;
  const fit: PersonFit = {
    from: anchor,
    to: anchor,
    support: 'bare',
    tier: 0,
    cost: 0,
    found: 1,
    caseOff: 0,
    elsewhere: 0,
  };
  if (left < 0 || !(flags[anchor]! & JOINED)) return fit;
  if (flags[left]! & IS_CAPITAL) return null;
  const { page } = knownWord(scan, left);
  if (hasTrait(page, TITLE)) fit.support = 'title';
  else if (hasTrait(page, PARTICLE)) return null;
  return fit;
}

interface Walk {
  scan: PageScan;
  first: number;
  last: number;
  hasGiven: boolean;
  /** Bits of the surname's alphabet. */
  script: number;
}

/**
 * Reads the words around a surname. Agreeing first names, initials and patronymics extend it; one that disagrees means
 * another person, then null.
 */
export function fitPerson(scan: PageScan, name: number, anchor: number): PersonFit | null {
  const { nameTokenAt } = scan.columns;
  const own = walkOver(scan, { first: nameTokenAt[name]!, last: nameTokenAt[name + 1]!, anchor });
  // A surname by itself is its owner's, so that the first names of the owner's other names count against a stranger.
  if (!own.hasGiven && fitAround(walkOver(scan, { ...partsOfOwner(scan, name), anchor }), anchor) === null) return null;
  return fitAround(own, anchor);
}

function walkOver(scan: PageScan, { first, last, anchor }: { first: number; last: number; anchor: number }): Walk {
  const walk: Walk = { scan, first, last, hasGiven: false, script: scan.tokens.flags[anchor]! & ALPHABETS };
  for (let part = first; part < last; part++) {
    const role = scan.columns.tokenRole[part];
    if (role === ROLE_GIVEN || role === ROLE_INITIAL) walk.hasGiven = true;
  }
  return walk;
}

/** The words of all names of the person who has a name; they stand together. */
function partsOfOwner({ columns }: PageScan, name: number): { first: number; last: number } {
  const { nameEntity, nameTokenAt } = columns;
  let [from, to] = [name, name];
  while (from > 0 && nameEntity[from - 1] === nameEntity[name]) from--;
  while (to < nameEntity.length && nameEntity[to] === nameEntity[name]) to++;
  return { first: nameTokenAt[from]!, last: nameTokenAt[to]! };
}

function fitAround(walk: Walk, anchor: number): PersonFit | null {
  const fit: PersonFit = {
    from: anchor,
    to: anchor,
    support: 'bare',
    tier: 0,
    cost: 0,
    found: 1,
    caseOff: 0,
    elsewhere: 0,
  };
  const left = readLeft(walk, fit);
  if (hasFirstName(fit)) return fit;
  if (!left) {
    // "министр Китая Чэнь Дэмин": what stands on the left belongs to another name where the right agrees.
    Object.assign(fit, { from: anchor, support: 'bare', found: 1 });
    return readRight(walk, fit) && hasFirstName(fit) ? fit : null;
  }
  return readRight(walk, fit) ? fit : null;
}

function readLeft(walk: Walk, fit: PersonFit): boolean {
  const { scan } = walk;
  const { flags } = scan.tokens;
  let at = fit.from;
  let unknown = false;
  let strangers = 0;
  for (let steps = 0; steps < REACH && at > 0 && flags[at]! & JOINED; steps++) {
    at--;
    const verdict = readNeighbour(walk, at, 'left');
    if (verdict === 'stop') break;
    if (verdict === 'title') {
      if (fit.support === 'bare') fit.support = 'title';
      break;
    }
    if (verdict === 'stranger' && fit.support === 'full') break;
    if (verdict === 'stranger' && strangers++ === 0) continue;
    if (verdict === 'other' || verdict === 'stranger')
      return fit.support === 'full' || (fit.support === 'initial' && !unknown);
    if (verdict === 'unknown') unknown = true;
    take(fit, verdict);
    if (verdict !== 'skip') fit.from = at;
  }
  // A stranger between first name and surname is a second one (Реджеп Тайип Эрдоган); alone it is another person's.
  if (fit.support === 'full') return true;
  return strangers === 0 && (!unknown || fit.support === 'initial');
}

function readRight(walk: Walk, fit: PersonFit): boolean {
  const { scan } = walk;
  const { flags, count } = scan.tokens;
  let at = fit.to;
  for (let steps = 0; steps < 2 && at + 1 < count && flags[at + 1]! & JOINED; steps++) {
    at++;
    const verdict = readNeighbour(walk, at, 'right');
    if (verdict === 'other' || verdict === 'unknown') return fit.support === 'full' || fit.support === 'initial';
    if (verdict === 'stop' || verdict === 'title' || (verdict === 'skip' && fit.support !== 'full')) break;
    take(fit, verdict);
    fit.to = at;
  }
  return true;
}

/** `unknown`: an initial of no name we have; the patronymic's where another initial agrees, another person's where none does. */
type Reading = 'stranger' | 'stop' | 'title' | 'other' | 'skip' | 'initial' | 'unknown' | { verdict: number };

function take(fit: PersonFit, verdict: Reading): void {
  if (verdict === 'initial') {
    if (fit.support !== 'full') fit.support = 'initial';
    fit.found += 0.5;
  } else if (typeof verdict === 'object') {
    fit.support = 'full';
    fit.found++;
    fit.tier = Math.max(fit.tier, tierOf(verdict.verdict));
    fit.cost += costOf(verdict.verdict);
  }
}

function readNeighbour(walk: Walk, at: number, side: 'left' | 'right'): Reading {
  const { scan } = walk;
  const flags = scan.tokens.flags[at]!;
  if (!(flags & IS_CAPITAL))
    return hasTrait(knownWord(scan, at).page, TITLE)
      ? 'title'
      : hasTrait(knownWord(scan, at).page, PARTICLE)
        ? 'skip'
        : 'stop';
  const known = knownWord(scan, at).page;
  const isOffice = known.folded.length > 1 && side === 'left' && hasTrait(known, TITLE) && !hasTrait(known, GIVEN);
  if (isOffice) return 'title';
  if (
    known.folded.length <= 2 &&
    (known.folded.length === 1 || flags & HAS_DOT) &&
    !(flags & IS_ALL_CAPS && known.folded.length === 2)
  ) {
    const isInitial = (flags & HAS_DOT) !== 0 || (side === 'left' && !(flags & STARTS_SENTENCE));
    return isInitial ? readInitial(walk, known.folded) : 'stop';
  }
  const agreeing = agreement(walk, at);
  if (agreeing !== NO) return { verdict: agreeing };
  if (hasTrait(known, PARTICLE)) return 'skip';
  if (!walk.hasGiven) return 'stop';
  if (hasTrait(known, GIVEN)) return 'other';
  if (hasTrait(known, PATRONYMIC)) return 'skip';
  if (side === 'right') return 'stop';
  // A capital in the middle of a sentence is another first name; at its start, or in another alphabet (Regnum), it may be any word.
  const isOther = (flags & ALPHABETS) !== walk.script;
  if (flags & STARTS_SENTENCE || flags & IS_ALL_CAPS || isOther) return 'stop';
  const isPlace = at > 0 && isSomewhere({ before: knownWord(scan, at - 1).page.folded, word: known.folded });
  return isPlace ? 'stop' : 'stranger';
}

/** An initial must be that of a given name or patronymic, in either alphabet. */
function readInitial(walk: Walk, letter: string): Reading {
  if (!walk.hasGiven) return 'initial';
  const { columns } = walk.scan;
  for (let part = walk.first; part < walk.last; part++) {
    const role = columns.tokenRole[part]!;
    if (role !== ROLE_GIVEN && role !== ROLE_MIDDLE && role !== ROLE_INITIAL) continue;
    const word = textAt(columns, columns.wordTextAt[columns.tokenWord[part]!]!);
    if (initialsAgree(word, letter)) return 'initial';
  }
  return 'unknown';
}

/** The best verdict of a token for a given name or patronymic of the name. */
function agreement(walk: Walk, at: number): number {
  const { scan, first, last } = walk;
  const { columns } = scan;
  let best = NO;
  for (let part = first; part < last; part++) {
    const role = columns.tokenRole[part]!;
    if (role !== ROLE_GIVEN && role !== ROLE_MIDDLE && role !== ROLE_INITIAL) continue;
    const word = columns.tokenWord[part]!;
    if (role === ROLE_INITIAL) {
      const letter = textAt(columns, columns.wordTextAt[word]!);
      if (initialsAgree(knownWord(scan, at).page.folded, letter)) return FORM * 1000;
      continue;
    }
    const verdict = verdictOfToken(scan, at, word);
    if (verdict !== NO && (best === NO || verdict < best)) best = verdict;
  }
  return best === NO ? equivalence(walk, at) : best;
}

/** A given name of the same group (Oleksandr, Alexander) costs as much as a respelling. */
const EQUIVALENT = 2_020;

function equivalence({ scan, first, last }: Walk, at: number): number {
  const { columns } = scan;
  const known = knownWord(scan, at);
  for (let part = first; part < last; part++) {
    if (columns.tokenRole[part] !== ROLE_GIVEN) continue;
    const word = columns.tokenWord[part]!;
    let isEquivalent = known.equivalents?.get(word);
    if (isEquivalent === undefined) {
      const lemma = foldWord(textAt(columns, columns.wordTextAt[word]!));
      isEquivalent =
        isShortened(known.page.folded, lemma) ||
        (hasTrait(known.page, GIVEN) && areEquivalent(known.page.folded, lemma));
      (known.equivalents ??= new Map()).set(word, isEquivalent);
    }
    if (isEquivalent) return EQUIVALENT;
  }
  return NO;
}

/** Fewest letters and least share that a shortened first name keeps: Ayub and Ayubkhan, Раймон and Раймонд. */
const SHORTENED_LETTERS = 3;
const SHORTENED_SHARE = 0.5;

function isShortened(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTENED_LETTERS && short.length >= SHORTENED_SHARE * long.length && long.startsWith(short);
}
