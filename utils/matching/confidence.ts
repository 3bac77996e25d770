import type { Care } from './mentions';
import type { Span } from './span';

/** What a word found in each tier is worth by itself: exact, form, script, near. */
const TIER_WORTH = [0.95, 0.93, 0.85, 0.6];
/** Each hundredth of a letter of respelling takes this much. */
const COST_WORTH = 0.002;
/** A surname without first name, initial or title. */
const BARE_SURNAME = 0.12;
/** A name that is also an ordinary word, before it has support. */
const AMBIGUOUS = 0.35;

/** How sure a span is by itself, 0..1; what else is on the page comes later (see choose.ts). */
export function confidenceOf(
  span: Span,
  { isPerson, isAmbiguous }: { isPerson: boolean; isAmbiguous: boolean },
): number {
  let confidence = TIER_WORTH[span.tier]! - COST_WORTH * span.cost;
  if (isPerson && span.support === 'bare' && span.missing > 0) confidence -= BARE_SURNAME;
  if (isAmbiguous && span.cue === 0) confidence -= AMBIGUOUS;
  return Math.max(0.05, Math.min(0.99, confidence));
}

/** From which confidence on a mention is given. */
export const THRESHOLDS: Readonly<Record<Care, number>> = { careful: 0.6, balanced: 0.45, generous: 0.3 };
