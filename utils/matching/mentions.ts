import { languageCode } from '@/utils/language';
import { ENTITY_TYPES, type Mention, type PageText, TIERS } from '@/utils/model';
import { choose } from './choose';
import { ADJECTIVE_COST, costOf, FORM, NEAR, tierOf } from './compare';
import type { Hit } from './lookup';
import { MOST_NEAR_LETTERS, NEAR_LETTERS, OTHER_LETTER_COST } from './near';
import { type Care, confidenceOf } from './confidence';
import { ENTITY_TYPE, NAME_DOMAIN, NAME_ORGANISATION, NAME_PERSON } from './compile';
import { initialismsOf, type LooseAcronym, MOST_INITIALS } from './initialisms';
import { type Columns, textAt } from './layout';
import { type Address, addressesOf } from './patronymics';
import { COMPANY_CUE, GIVEN, hasTrait, OFFICE, PATRONYMIC, PLACE_CUE } from './traits';
import { capitalsAllow, hitsOf, knownWord, nearHitsOf, newScan, openBlock, type PageScan } from './page-scan';
import { fitPerson } from './person';
import { fitPhrase } from './phrase';
import { placeCaseOf } from './place-case';
import type { PlaceCase, Span } from './span';
import {
  AFTER_QUOTE,
  BEFORE_QUOTE,
  HAS_POSSESSIVE,
  IS_ALL_CAPS,
  IS_BLOCKED,
  IS_CAPITAL,
  IS_SLOW,
  JOINED,
  STARTS_SENTENCE,
} from './tokenise';

/** Every mention of a page, in reading order, without overlap. */
export function mentionsOf(
  columns: Columns,
  page: Pick<PageText, 'lang' | 'blocks'>,
  { care, near, scan = newScan(columns) }: { care: Care; near: 'on' | 'off'; scan?: PageScan },
): Mention[] {
  const found: Collected = { spans: [], acronyms: [], addresses: [] };
  const { spans } = found;
  page.blocks.forEach((block, index) => {
    openBlock(scan, block.text, languageCode(block.lang ?? page.lang));
    collect(scan, { block: index, near }, found);
  });
  const later = [...initialismsOf(columns, spans, found.acronyms), ...addressesOf(columns, spans, found.addresses)];
  for (const span of later) spans.push(span);
  return choose(columns, spans, care).map((span) => ({
    entityId: textAt(columns, columns.entityIdAt[span.entity]!),
    block: span.block,
    start: span.start,
    end: span.end,
    tier: TIERS[span.tier]!,
    name: textAt(columns, columns.nameTextAt[span.name]!),
    confidence: Math.round(span.confidence * 100) / 100,
  }));
}

interface Collected {
  spans: Span[];
  acronyms: LooseAcronym[];
  addresses: Address[];
}

function collect(
  scan: PageScan,
  { block, near }: { block: number; near: 'on' | 'off' },
  { spans, acronyms, addresses }: Collected,
): void {
  const { tokens } = scan;
  for (let token = 0; token < tokens.count; token++) {
    const found = mayBeAnchor(scan, token)
      ? read(scan, { block, token, hits: hitsOf(scan, token) }, spans)
      : 'no-anchor';
    if (found === 'read' || tokens.flags[token]! & IS_BLOCKED) continue;
    if (tokens.flags[token]! & IS_ALL_CAPS && scan.capitals === 'telling')
      noteAcronym(scan, { block, token }, acronyms);
    if (isAddress(scan, token))
      addresses.push({
        block,
        start: tokens.start[token - 1]!,
        end: tokens.end[token]!,
        given: knownWord(scan, token - 1).page,
      });
    if (near === 'off' || !mayBeMisspelt(scan, token)) continue;
    const from = spans.length;
    read(scan, { block, token, hits: nearHitsOf(scan, token) }, spans);
    // A word that is another name as it stands is a misspelling only beside an agreeing first name.
    if (found === 'refused') keepInFull(spans, from);
  }
}

/** A patronymic behind a known first name. */
function isAddress(scan: PageScan, token: number): boolean {
  const { flags } = scan.tokens;
  if (token === 0 || !(flags[token]! & IS_CAPITAL) || !(flags[token]! & JOINED) || !(flags[token - 1]! & IS_CAPITAL))
    return false;
  return hasTrait(knownWord(scan, token).page, PATRONYMIC) && hasTrait(knownWord(scan, token - 1).page, GIVEN);
}

function noteAcronym(
  scan: PageScan,
  { block, token }: { block: number; token: number },
  acronyms: LooseAcronym[],
): void {
  const [start, end] = [scan.tokens.start[token]!, scan.tokens.end[token]!];
  if (end - start <= MOST_INITIALS) acronyms.push({ block, start, end, folded: knownWord(scan, token).page.folded });
}

function mayBeMisspelt(scan: PageScan, token: number): boolean {
  const { flags, start, end } = scan.tokens;
  const letters = end[token]! - start[token]!;
  return (flags[token]! & IS_CAPITAL) !== 0 && letters >= NEAR_LETTERS && letters <= MOST_NEAR_LETTERS;
}

/** Whether a token can be an anchor by its capital, or by its first letters where some name is written small. */
function mayBeAnchor(scan: PageScan, token: number): boolean {
  const { flags, prefix } = scan.tokens;
  if (flags[token]! & (IS_CAPITAL | IS_SLOW)) return true;
  const bits = scan.columns.smallPrefixes;
  // The set has a power of two of bits; a mask takes the same place as the remainder, without a division.
  const at = prefix[token]! & (8 * bits.length - 1);
  return (bits[at >>> 3]! & (1 << (at & 7))) !== 0;
}

interface Found {
  block: number;
  token: number;
  hits: readonly Hit[];
}

function keepInFull(spans: Span[], from: number): void {
  const kept = spans.slice(from).filter((span) => span.support === 'full');
  spans.length = from;
  for (const span of kept) spans.push(span);
}

/** Reads every name anchored at a token; `refused`: it is an anchor, but what stands around it means somebody else. */
function read(scan: PageScan, { block, token, hits }: Found, spans: Span[]): 'read' | 'refused' | 'no-anchor' {
  const { columns } = scan;
  let found: 'read' | 'refused' | 'no-anchor' = 'no-anchor';
  for (const hit of hits) {
    if (!capitalsAllow(scan, token, hit)) continue;
    if (found === 'no-anchor') found = 'refused';
    for (let i = columns.postingAt[hit.word]!; i < columns.postingAt[hit.word + 1]!; i++) {
      const isDomain = (columns.nameFlags[columns.postingName[i]!]! & NAME_DOMAIN) !== 0;
      if (scan.tokens.flags[token]! & IS_BLOCKED && !isDomain) continue;
      const span = spanAt(scan, { block, token, name: columns.postingName[i]!, verdict: hit.verdict });
      if (span === null) continue;
      found = 'read';
      spans.push(span);
    }
  }
  return found;
}

interface Place {
  block: number;
  token: number;
  name: number;
  verdict: number;
}

function spanAt(scan: PageScan, { block, token, name, verdict }: Place): Span | null {
  const { columns, tokens } = scan;
  const isPerson = (columns.nameFlags[name]! & NAME_PERSON) !== 0;
  const fit = isPerson ? fitPerson(scan, name, token) : fitPhrase(scan, name, token);
  if (fit === null) return null;
  if (tierOf(verdict) === NEAR && costOf(verdict) >= OTHER_LETTER_COST && fit.support !== 'full') return null;
  if (tierOf(verdict) === FORM && costOf(verdict) === ADJECTIVE_COST && !standsBeforeOffice(scan, fit)) return null;
  const parts = columns.nameTokenAt[name + 1]! - columns.nameTokenAt[name]!;
  const span: Span = {
    block,
    name,
    from: fit.from,
    to: fit.to,
    start: tokens.start[fit.from]!,
    end: tokens.end[fit.to]!,
    entity: columns.nameEntity[name]!,
    tier: Math.max(fit.tier, tierOf(verdict)),
    cost: fit.cost + costOf(verdict),
    found: fit.found,
    missing: Math.max(0, parts - fit.found),
    support: fit.support,
    isPerson,
    isPlace: ENTITY_TYPES[columns.entityFlags[columns.nameEntity[name]!]! & ENTITY_TYPE] === 'place',
    isOrganised: (columns.nameFlags[name]! & NAME_ORGANISATION) !== 0,
    placeCase: isPerson && fit.support === 'bare' && fit.from > 0 ? placeCaseAt(scan, fit.from) : 'no',
    placeCue: hasPlaceCue(scan, fit) ? 1 : 0,
    caseOff: fit.caseOff,
    cue: hasCue(scan, fit) ? 1 : 0,
    weakCapital: tokens.flags[fit.from]! & STARTS_SENTENCE || scan.capitals === 'all' || scan.isTitleCase ? 1 : 0,
    confidence: 0,
  };
  span.confidence = confidenceOf(span);
  return span;
}

/** Whether an office of the place follows: only then does its adjective name the place. */
function standsBeforeOffice(scan: PageScan, { to }: { to: number }): boolean {
  const { flags, count } = scan.tokens;
  if (to + 1 >= count || !(flags[to + 1]! & JOINED)) return false;
  return hasTrait(knownWord(scan, to + 1).page, OFFICE);
}

/** How a surname stands behind the word before it. A possessive is a person's. */
function placeCaseAt(scan: PageScan, at: number): PlaceCase {
  const flags = scan.tokens.flags[at]!;
  if (!(flags & JOINED) || flags & HAS_POSSESSIVE) return 'no';
  return placeCaseOf({ before: knownWord(scan, at - 1).page.folded, word: knownWord(scan, at).page.folded });
}

/** A preposition or "city" before it; "Брест (Франция)" and the like name another place than the archive's. */
function hasPlaceCue(scan: PageScan, { from, to }: { from: number; to: number }): boolean {
  const isBracketed = scan.text.startsWith(' (', scan.tokens.end[to]);
  return from > 0 && !isBracketed && hasTrait(knownWord(scan, from - 1).page, PLACE_CUE);
}

/** In quotation marks of its own, or beside a word that says that it is a company. */
function hasCue(scan: PageScan, { from, to }: { from: number; to: number }): boolean {
  const { flags, count } = scan.tokens;
  if (flags[from]! & AFTER_QUOTE && flags[to]! & BEFORE_QUOTE) return true;
  for (const at of [from - 1, from - 2]) {
    if (at >= 0 && hasTrait(knownWord(scan, at).page, COMPANY_CUE)) return true;
    if (at < 0 || !(flags[at]! & JOINED)) break;
  }
  return to + 1 < count && (flags[to + 1]! & JOINED) !== 0 && hasTrait(knownWord(scan, to + 1).page, COMPANY_CUE);
}
