import { CYRILLIC_SCRIPT } from '@/utils/language';
import { NEAR } from './compare';
import { ENTITY_AMBIGUOUS, NAME_ORGANISATION } from './compile';
import { ambiguousConfidence, type Care, THRESHOLDS } from './confidence';
import { type Columns, textAt } from './layout';
import { WORD_SCRIPT } from './lexicon';
import { GAP_COST } from './near';
import type { Span } from './span';
import { areOfOneArchive, areTwins, givensAgree } from './twins';

/** Confidence of a bare surname that several people of the archive have, none of them named in full on the page. */
const NAMESAKE = 0.5;
/** Confidence of a surname that stands as a town does (в Борисове, in Barysaw). */
const TOWN = 0.5;
/** From here on a mention is a companion that supports an ambiguous word near by. */
const COMPANION = 0.6;

/**
 * The best reading of a page: spans without overlap, in reading order. Words an archive calls ambiguous are judged last, by
 * what was found around them. A span carries several mentions only where entities of several archives have that name in
 * different languages; of one archive's entities it carries the one that the page supports more.
 */
export function choose(columns: Columns, spans: readonly Span[], care: Care): Span[] {
  const named = new Set(spans.filter((span) => span.support === 'full' && span.found > 1).map((span) => span.entity));
  const companions = companionsOf(columns, spans);
  const judged = spans.filter((span) => judge(columns, span, { companions, named }) >= THRESHOLDS[care]);
  return withoutOverlap(columns, judged, named).sort(
    (a, b) => a.block - b.block || a.start - b.start || a.entity - b.entity,
  );
}

interface Page {
  companions: Companions;
  /** Entities named in full somewhere on the page. */
  named: ReadonlySet<number>;
}

/** The unambiguous entities found, and where companies and organisations among them stand; by block. */
interface Companions {
  blocks: ReadonlySet<number>;
  organised: ReadonlyMap<number, readonly Span[]>;
}

function companionsOf(columns: Columns, spans: readonly Span[]): Companions {
  const blocks = new Set<number>();
  const organised = new Map<number, Span[]>();
  for (const span of spans) {
    if (isAmbiguous(columns, span) || span.confidence < COMPANION) continue;
    blocks.add(span.block);
    if (!(columns.nameFlags[span.name]! & NAME_ORGANISATION)) continue;
    const known = organised.get(span.block);
    if (known === undefined) organised.set(span.block, [span]);
    else known.push(span);
  }
  for (const list of organised.values()) list.sort((a, b) => a.start - b.start);
  return { blocks, organised };
}

/** UTF-16 units between a company and the next: "and" lies between them, or a few words. */
const JOINED_REACH = 6;
const NEAR_REACH = 30;

/** How near the nearest known company or organisation stands. */
function partnerOf({ organised }: Companions, span: Span): 'joined' | 'near' | 'none' {
  const list = organised.get(span.block) ?? [];
  let at = 0;
  for (let step = 2 ** Math.floor(Math.log2(list.length || 1)); step >= 1; step /= 2)
    if (at + step <= list.length && list[at + step - 1]!.start < span.start) at += step;
  const gaps = [list[at - 1], list[at], list[at + 1]].map((other) =>
    other === undefined ? Infinity : Math.max(span.start - other.end, other.start - span.end),
  );
  const gap = Math.min(...gaps.map((each) => (each < 0 ? Infinity : each)));
  return gap <= JOINED_REACH ? 'joined' : gap <= NEAR_REACH ? 'near' : 'none';
}

function isAmbiguous(columns: Columns, span: Span): boolean {
  return (columns.entityFlags[span.entity]! & ENTITY_AMBIGUOUS) !== 0;
}

/** A Cyrillic surname with a letter more or less is another surname, unless something says who is meant. */
function isUnsupported(columns: Columns, span: Span, named: ReadonlySet<number>): boolean {
  if (span.tier !== NEAR || !span.isPerson || span.support !== 'bare' || span.cost < GAP_COST || named.has(span.entity))
    return false;
  const anchor = columns.tokenWord[columns.nameTokenAt[span.name]! + columns.nameAnchor[span.name]!]!;
  return (columns.wordFlags[anchor]! & WORD_SCRIPT) === CYRILLIC_SCRIPT;
}

function judge(columns: Columns, span: Span, { companions, named }: Page): number {
  if (isAmbiguous(columns, span)) {
    const hasCompanion = [-1, 0, 1].some((step) => companions.blocks.has(span.block + step));
    const word = columns.tokenWord[columns.nameTokenAt[span.name]! + columns.nameAnchor[span.name]!]!;
    span.confidence = ambiguousConfidence(span, {
      lemma: textAt(columns, columns.wordTextAt[word]!),
      hasCompanion,
      partner: partnerOf(companions, span),
    });
  } else if (isUnsupported(columns, span, named)) return 0;
  else if (span.caseOff > 0 && span.caseOff >= span.found) return 0;
  if (span.placeCase === 'is' || (span.placeCase === 'may be' && !named.has(span.entity)))
    span.confidence = Math.min(span.confidence, TOWN);
  return span.confidence;
}

function withoutOverlap(columns: Columns, spans: readonly Span[], named: ReadonlySet<number>): Span[] {
  const isNamed = (span: Span) => Number(named.has(span.entity));
  const sorted = [...spans].sort(
    (a, b) =>
      a.block - b.block ||
      b.found - a.found ||
      a.tier - b.tier ||
      isNamed(b) - isNamed(a) ||
      a.caseOff - b.caseOff ||
      a.cost - b.cost ||
      a.missing - b.missing ||
      a.start - b.start ||
      a.name - b.name,
  );
  const places = new Map<number, number>();
  for (const { entity } of spans) places.set(entity, (places.get(entity) ?? 0) + 1);
  /** Named in full, found in more places, called exactly so, or else the lower id: entities are sorted by it. */
  const isBetter = (a: Span, b: Span): boolean =>
    (isNamed(a) - isNamed(b) ||
      places.get(a.entity)! - places.get(b.entity)! ||
      Number(a.tier === 0) - Number(b.tier === 0) ||
      b.entity - a.entity) > 0;
  const chosen: Span[] = [];
  const shelf = newShelf();
  const told = new Set<string>();
  for (const span of sorted) {
    const other = overlapping(shelf, span);
    if (other === undefined) {
      shelve(shelf, span);
      chosen.push(span);
    } else if (isRival(other, span)) {
      const twin = `${span.block} ${span.start} ${span.entity}`;
      if (!told.has(twin) && areTwins(columns, other.name, span.name, Math.min(other.tier, span.tier))) {
        told.add(twin);
        if (!areOfOneArchive(columns, other.entity, span.entity)) chosen.push(span);
        else if (isBetter(span, other)) Object.assign(other, span);
      } else if (isNamesake(columns, other, span, isNamed)) other.confidence = Math.min(other.confidence, NAMESAKE);
    }
  }
  return chosen;
}

/** Spans by the stretch of text they lie in, so that an overlap is found without a look at all others. */
interface Shelf {
  block: number;
  stretches: Map<number, Span[]>;
}

/** UTF-16 units of a stretch: a few times a name, so that a span lies in one or two. */
const STRETCH = 64;

function newShelf(): Shelf {
  return { block: -1, stretches: new Map() };
}

function overlapping(shelf: Shelf, span: Span): Span | undefined {
  if (shelf.block !== span.block) {
    shelf.block = span.block;
    shelf.stretches.clear();
  }
  for (let at = Math.floor(span.start / STRETCH); at * STRETCH < span.end; at++) {
    const other = shelf.stretches.get(at)?.find((each) => each.start < span.end && span.start < each.end);
    if (other !== undefined) return other;
  }
  return undefined;
}

function shelve(shelf: Shelf, span: Span): void {
  for (let at = Math.floor(span.start / STRETCH); at * STRETCH < span.end; at++) {
    const known = shelf.stretches.get(at);
    if (known === undefined) shelf.stretches.set(at, [span]);
    else known.push(span);
  }
}

/** The same words of the page, read as another entity of the same kind. */
function isRival(chosen: Span, span: Span): boolean {
  return (
    chosen.start === span.start &&
    chosen.end === span.end &&
    chosen.entity !== span.entity &&
    chosen.isPerson === span.isPerson
  );
}

function isNamesake(columns: Columns, chosen: Span, span: Span, isNamed: (span: Span) => number): boolean {
  return (
    chosen.isPerson &&
    chosen.support === 'bare' &&
    chosen.missing > 0 &&
    chosen.tier === span.tier &&
    isNamed(chosen) === isNamed(span) &&
    !givensAgree(columns, chosen.name, span.name)
  );
}
