import { THRESHOLDS } from './confidence';
import type { Columns } from './layout';
import type { Care } from './mentions';
import type { Span } from './span';

/** The best spans, without overlap, in reading order: more words first, then the surer tier, then what the page already named. */
export function choose(columns: Columns, spans: readonly Span[], care: Care): Span[] {
  void columns;
  const named = new Set(spans.filter((span) => span.support === 'full' && span.found > 1).map((span) => span.entity));
  const sorted = spans
    .filter((span) => span.confidence >= THRESHOLDS[care])
    .sort(
      (a, b) =>
        a.block - b.block ||
        b.found - a.found ||
        a.tier - b.tier ||
        Number(named.has(b.entity)) - Number(named.has(a.entity)) ||
        a.missing - b.missing ||
        a.cost - b.cost ||
        a.start - b.start ||
        a.name - b.name,
    );
  const chosen: Span[] = [];
  let block = -1;
  let taken: Span[] = [];
  for (const span of sorted) {
    if (span.block !== block) {
      block = span.block;
      taken = [];
    }
    if (taken.some((other) => other.start < span.end && span.start < other.end)) continue;
    taken.push(span);
    chosen.push(span);
  }
  return chosen.sort((a, b) => a.block - b.block || a.start - b.start);
}
