import { languageCode } from '@/utils/language';
import { type Mention, type PageText, TIERS } from '@/utils/model';
import { choose } from './choose';
import { SCRIPT } from './compare';
import type { Care } from './confidence';
import { initialismsOf, type LooseAcronym, MOST_INITIALS } from './initialisms';
import { type Columns, textAt } from './layout';
import { MOST_NEAR_LETTERS, NEAR_LETTERS } from './near';
import { hitsOf, knownWord, nearHitsOf, newScan, openBlock, type PageScan } from './page-scan';
import { type Address, addressesOf } from './patronymics';
import { readAnchor } from './read-anchor';
import type { Span } from './span';
import { IS_ALL_CAPS, IS_BLOCKED, IS_CAPITAL, JOINED } from './tokenise';
import { GIVEN, hasTrait, PATRONYMIC } from './traits';

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
  for (let i = 0; i < tokens.notables; i++) {
    const token = tokens.notable[i]!;
    const from = spans.length;
    const known = knownWord(scan, token);
    const isNew = known.hits === null;
    const found = readAnchor(scan, { block, token, hits: hitsOf(scan, known) }, spans);
    const flags = tokens.flags[token]!;
    if (!(flags & IS_CAPITAL) || flags & IS_BLOCKED) continue;
    if (found !== 'read') noteLoose(scan, { block, token }, { acronyms, addresses });
    if (near === 'on' && mayBeMisspelt(scan, token) && (found !== 'read' || isDoubtful(scan, token, spans, from))) {
      const slips = spans.length;
      readAnchor(scan, { block, token, hits: nearHitsOf(scan, known) }, spans);
      // A word that is another name as it stands is a misspelling only beside an agreeing first name.
      if (found !== 'no-anchor') keepInFull(spans, slips);
    }
    // How a word sounds would be most of what is remembered of it, and of no name it is not asked again.
    if (isNew && found === 'no-anchor') known.page.cuts = null;
  }
}

/** Whether a word was found only as another's respelling, though a first name may stand before it: Robert Naloawell is no Nalawell. */
function isDoubtful(scan: PageScan, token: number, spans: readonly Span[], from: number): boolean {
  const { flags } = scan.tokens;
  if (token === 0 || !(flags[token]! & JOINED) || !(flags[token - 1]! & IS_CAPITAL)) return false;
  for (let i = from; i < spans.length; i++) if (spans[i]!.tier !== SCRIPT || spans[i]!.support === 'full') return false;
  return true;
}

/** Notes a word no name answers for, where it may stand for one that is named elsewhere on the page. */
function noteLoose(
  scan: PageScan,
  { block, token }: { block: number; token: number },
  { acronyms, addresses }: Pick<Collected, 'acronyms' | 'addresses'>,
): void {
  const { flags, start, end } = scan.tokens;
  if (flags[token]! & IS_ALL_CAPS && scan.capitals === 'telling') noteAcronym(scan, { block, token }, acronyms);
  if (!isAddress(scan, token)) return;
  addresses.push({ block, start: start[token - 1]!, end: end[token]!, given: knownWord(scan, token - 1).page });
}

/** A patronymic behind a known first name. */
function isAddress(scan: PageScan, token: number): boolean {
  const { flags } = scan.tokens;
  if (token === 0 || !(flags[token]! & JOINED) || !(flags[token - 1]! & IS_CAPITAL)) return false;
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
  const letters = scan.tokens.end[token]! - scan.tokens.start[token]!;
  return letters >= NEAR_LETTERS && letters <= MOST_NEAR_LETTERS;
}

function keepInFull(spans: Span[], from: number): void {
  const kept = spans.slice(from).filter((span) => span.support === 'full');
  spans.length = from;
  for (const span of kept) spans.push(span);
}
