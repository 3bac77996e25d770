import { ENTITY_TYPES } from '@/utils/model';
import { ADJECTIVE_COST, costOf, FORM, NEAR, tierOf } from './compare';
import { ENTITY_AMBIGUOUS, ENTITY_TYPE, NAME_DOMAIN, NAME_ORGANISATION, NAME_PERSON } from './compile';
import { confidenceOf } from './confidence';
import type { Hit } from './lookup';
import { OTHER_LETTER_COST } from './near';
import { capitalsAllow, knownWord, type PageScan } from './page-scan';
import { fitPerson, type PersonFit, plainFit } from './person';
import { fitPhrase, type PhraseFit } from './phrase';
import type { PlaceCase, Span } from './span';
import { NOT_ASKED, placeCaseAt, type Surroundings, surroundingsOf } from './surroundings';
import { IS_BLOCKED, JOINED } from './tokenise';
import { hasTrait, OFFICE } from './traits';

/** A token and the words of names that it may be. */
interface Anchor {
  block: number;
  token: number;
  hits: readonly Hit[];
}

/** What is the same for all names read at one token, worked out when the first needs it. */
interface AtToken {
  block: number;
  token: number;
  plain: PersonFit | 'not plain' | null;
  surroundings: Surroundings;
  placeCase: PlaceCase | null;
}

/** Reads every name anchored at a token; `refused`: it is an anchor, but what stands around it means somebody else. */
export function readAnchor(
  scan: PageScan,
  { block, token, hits }: Anchor,
  spans: Span[],
): 'read' | 'refused' | 'no-anchor' {
  if (hits.length === 0) return 'no-anchor';
  const { nameFlags, postingAt, postingName } = scan.columns;
  const isBlocked = (scan.tokens.flags[token]! & IS_BLOCKED) !== 0;
  const at: AtToken = { block, token, plain: null, surroundings: NOT_ASKED, placeCase: null };
  let found: 'read' | 'refused' | 'no-anchor' = 'no-anchor';
  for (const hit of hits) {
    if (!capitalsAllow(scan, token, hit)) continue;
    if (found === 'no-anchor') found = 'refused';
    for (let i = postingAt[hit.word]!; i < postingAt[hit.word + 1]!; i++) {
      const name = postingName[i]!;
      if (isBlocked && !(nameFlags[name]! & NAME_DOMAIN)) continue;
      const span = spanAt(scan, at, name, hit.verdict);
      if (span === null) continue;
      found = 'read';
      spans.push(span);
    }
  }
  return found;
}

function spanAt(scan: PageScan, at: AtToken, name: number, verdict: number): Span | null {
  const { columns, tokens } = scan;
  const isPerson = (columns.nameFlags[name]! & NAME_PERSON) !== 0;
  const fit = isPerson ? personAt(scan, at, name) : fitPhrase(scan, name, at.token);
  if (fit === null) return null;
  const [tier, cost] = [tierOf(verdict), costOf(verdict)];
  if (tier === NEAR && cost >= OTHER_LETTER_COST && fit.support !== 'full') return null;
  if (tier === FORM && cost === ADJECTIVE_COST && !standsBeforeOffice(scan, fit)) return null;
  const entity = columns.nameEntity[name]!;
  const parts = columns.nameTokenAt[name + 1]! - columns.nameTokenAt[name]!;
  const around = columns.entityFlags[entity]! & ENTITY_AMBIGUOUS ? aroundOf(scan, at, fit) : NOT_ASKED;
  const span: Span = {
    block: at.block,
    name,
    from: fit.from,
    to: fit.to,
    start: tokens.start[fit.from]!,
    end: tokens.end[fit.to]!,
    entity,
    tier: Math.max(fit.tier, tier),
    cost: fit.cost + cost,
    found: fit.found,
    missing: Math.max(0, parts - fit.found),
    support: fit.support,
    isPerson,
    isPlace: ENTITY_TYPES[columns.entityFlags[entity]! & ENTITY_TYPE] === 'place',
    isOrganised: (columns.nameFlags[name]! & NAME_ORGANISATION) !== 0,
    placeCase: isPerson && fit.support === 'bare' ? placeCaseOf(scan, at, fit.from) : 'no',
    placeCue: around.placeCue,
    caseOff: fit.caseOff,
    cue: around.cue,
    weakCapital: around.weakCapital,
    elsewhere: fit.elsewhere,
    confidence: 0,
  };
  span.confidence = confidenceOf(span);
  return span;
}

function personAt(scan: PageScan, at: AtToken, name: number): PersonFit | null {
  at.plain ??= plainFit(scan, at.token) ?? 'not plain';
  return at.plain === 'not plain' ? fitPerson(scan, name, at.token) : at.plain;
}

function aroundOf(scan: PageScan, at: AtToken, { from, to }: PersonFit | PhraseFit): Surroundings {
  const known = at.surroundings;
  return known.from === from && known.to === to ? known : (at.surroundings = surroundingsOf(scan, from, to));
}

function placeCaseOf(scan: PageScan, at: AtToken, from: number): PlaceCase {
  return from === at.token ? (at.placeCase ??= placeCaseAt(scan, from)) : placeCaseAt(scan, from);
}

/** Whether an office of the place follows: only then does its adjective name the place. */
function standsBeforeOffice(scan: PageScan, { to }: { to: number }): boolean {
  const { flags, count } = scan.tokens;
  if (to + 1 >= count || !(flags[to + 1]! & JOINED)) return false;
  return hasTrait(knownWord(scan, to + 1).page, OFFICE);
}
