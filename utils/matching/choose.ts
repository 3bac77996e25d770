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
/** Confidence of a surname that stands as a town does (в Борисове, in Barysaw), there or elsewhere on the page. */
const TOWN = 0.5;
/** From here on a mention is a companion that supports an ambiguous word near by. */
const COMPANION = 0.6;

/**
 * The best reading of a page: spans without overlap, in reading order. Words an archive calls ambiguous are judged last, by
 * what was found around them. A span carries several mentions only where entities of several archives have that name in
 * different languages; of one archive's entities it carries the one that the page supports more.
 */
export function choose(columns: Columns, spans: readonly Span[], care: Care): Span[] {
  const page = newPage(columns, spans);
  const judged = spans.filter((span) => judge(page, span) >= THRESHOLDS[care]);
  judged.sort(byPlace);
  return withoutOverlap(page, judged).sort((a, b) => byPlace(a, b) || a.entity - b.entity);
}

function byPlace(a: Span, b: Span): number {
  return a.block - b.block || a.start - b.start;
}

/** What the whole page says; the rarer parts are worked out when they are first asked for. */
interface Page {
  columns: Columns;
  spans: readonly Span[];
  /** Entities named in full somewhere on the page. */
  named: ReadonlySet<number>;
  /** People whose bare surname stands somewhere on the page as a town does, and who are not named in full. */
  towns: ReadonlySet<number>;
  companions: Companions | null;
  /** Spans of each entity among those that remain. */
  places: Map<number, number> | null;
}

function newPage(columns: Columns, spans: readonly Span[]): Page {
  const named = new Set<number>();
  for (const span of spans) if (span.support === 'full' && span.found > 1) named.add(span.entity);
  const towns = new Set<number>();
  for (const { placeCase, entity } of spans) if (placeCase !== 'no' && !named.has(entity)) towns.add(entity);
  return { columns, spans, named, towns, companions: null, places: null };
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
function isUnsupported({ columns, named }: Page, span: Span): boolean {
  if (span.tier !== NEAR || !span.isPerson || span.support !== 'bare' || span.cost < GAP_COST || named.has(span.entity))
    return false;
  const anchor = columns.tokenWord[columns.nameTokenAt[span.name]! + columns.nameAnchor[span.name]!]!;
  return (columns.wordFlags[anchor]! & WORD_SCRIPT) === CYRILLIC_SCRIPT;
}

function judge(page: Page, span: Span): number {
  const { columns } = page;
  if (isAmbiguous(columns, span)) {
    const companions = (page.companions ??= companionsOf(columns, page.spans));
    const hasCompanion = [-1, 0, 1].some((step) => companions.blocks.has(span.block + step));
    const word = columns.tokenWord[columns.nameTokenAt[span.name]! + columns.nameAnchor[span.name]!]!;
    span.confidence = ambiguousConfidence(span, {
      lemma: textAt(columns, columns.wordTextAt[word]!),
      hasCompanion,
      partner: partnerOf(companions, span),
    });
  } else if (isUnsupported(page, span)) return 0;
  else if (span.caseOff > 0 && span.caseOff >= span.found) return 0;
  // Where a page speaks of the town once, it means the town elsewhere too.
  if (span.placeCase === 'is' || (span.support === 'bare' && page.towns.has(span.entity)))
    span.confidence = Math.min(span.confidence, TOWN);
  return span.confidence;
}

/** Spans that lie over one another are settled among themselves; most lie alone. `spans` are in reading order. */
function withoutOverlap(page: Page, spans: readonly Span[]): Span[] {
  const chosen: Span[] = [];
  for (let from = 0; from < spans.length;) {
    const first = spans[from]!;
    let end = first.end;
    let to = from + 1;
    while (to < spans.length && spans[to]!.block === first.block && spans[to]!.start < end)
      end = Math.max(end, spans[to++]!.end);
    if (to === from + 1) chosen.push(first);
    else settle(page, spans, spans.slice(from, to), chosen);
    from = to;
  }
  return chosen;
}

function settle(page: Page, spans: readonly Span[], heap: Span[], chosen: Span[]): void {
  const { columns, named } = page;
  const isNamed = (span: Span) => Number(named.has(span.entity));
  heap.sort(
    (a, b) =>
      b.found - a.found ||
      a.tier - b.tier ||
      isNamed(b) - isNamed(a) ||
      a.caseOff - b.caseOff ||
      a.cost - b.cost ||
      a.missing - b.missing ||
      a.start - b.start ||
      a.name - b.name,
  );
  /** Spans taken, none over another, by their starts. */
  const shelf: Span[] = [];
  const told = new Set<number>();
  for (const span of heap) {
    const at = placeOn(shelf, span.start);
    const other = overlapping(shelf, at, span);
    if (other === undefined) {
      shelf.splice(at, 0, span);
      chosen.push(span);
    } else if (isRival(other, span)) {
      const twin = span.start * columns.entityFlags.length + span.entity;
      if (!told.has(twin) && areTwins(columns, other.name, span.name, Math.min(other.tier, span.tier))) {
        told.add(twin);
        if (!areOfOneArchive(columns, other.entity, span.entity)) chosen.push(span);
        else if (isBetter(page, spans, span, other)) Object.assign(other, span);
      } else if (other.confidence > NAMESAKE && isNamesake(page, other, span)) other.confidence = NAMESAKE;
    }
  }
}

/** Where on the shelf a span that starts there belongs. */
function placeOn(shelf: readonly Span[], start: number): number {
  let low = 0;
  let high = shelf.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (shelf[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function overlapping(shelf: readonly Span[], at: number, span: Span): Span | undefined {
  const [before, behind] = [shelf[at - 1], shelf[at]];
  if (before !== undefined && before.end > span.start) return before;
  return behind !== undefined && behind.start < span.end ? behind : undefined;
}

/** Named in full, found in more places, called exactly so, or else the lower id: entities are sorted by it. */
function isBetter(page: Page, spans: readonly Span[], a: Span, b: Span): boolean {
  if (page.places === null) {
    page.places = new Map();
    for (const { entity } of spans) page.places.set(entity, (page.places.get(entity) ?? 0) + 1);
  }
  const { named, places } = page;
  return (
    (Number(named.has(a.entity)) - Number(named.has(b.entity)) ||
      places.get(a.entity)! - places.get(b.entity)! ||
      Number(a.tier === 0) - Number(b.tier === 0) ||
      b.entity - a.entity) > 0
  );
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

function isNamesake({ columns, named }: Page, chosen: Span, span: Span): boolean {
  return (
    chosen.isPerson &&
    chosen.support === 'bare' &&
    chosen.missing > 0 &&
    chosen.tier === span.tier &&
    named.has(chosen.entity) === named.has(span.entity) &&
    !givensAgree(columns, chosen.name, span.name)
  );
}
