import { FORM, NEAR } from './compare';
import type { Span } from './span';

/** How sure a mention must be to be given: the one setting of matching. */
export type Care = 'careful' | 'balanced' | 'generous';

/** From which confidence on a mention is given. At 0.6 the product begins to call it sure (see `isInDoubt`). */
export const THRESHOLDS: Readonly<Record<Care, number>> = { careful: 0.6, balanced: 0.45, generous: 0.25 };

/** What a word found in each tier is worth by itself: exact, form, script, near. */
const TIER_WORTH = [0.97, 0.94, 0.88, 0.55] as const;
/** Each hundredth of a letter of respelling takes this much. */
const COST_WORTH = 0.002;
/** A surname without first name, initial or title, where the archive has one. */
const BARE_SURNAME = 0.12;
/** Misspelt, it is in doubt anyway. */
const BARE_MISSPELT = 0.05;
/** A misspelt word of a name that is whole otherwise. */
const NEAR_IN_FULL = 0.2;
/** Nothing sinks below, nothing rises above: no rule here is a proof. */
const LEAST = 0.05;
const MOST = 0.99;

/** How sure a span is by the words alone, 0..1; what else is on the page comes later (see choose.ts). */
export function confidenceOf(span: Span): number {
  let confidence = TIER_WORTH[span.tier as 0 | 1 | 2 | 3] - COST_WORTH * span.cost;
  if (span.isPerson && span.support === 'bare' && span.missing > 0)
    confidence -= span.tier === NEAR ? BARE_MISSPELT : BARE_SURNAME;
  if (span.tier === NEAR && span.support === 'full') confidence += NEAR_IN_FULL;
  return Math.max(LEAST, Math.min(MOST, confidence));
}

/** What speaks for a name that is also an ordinary word, weakest first. */
const WEAK = 0.3; // the first word of a sentence, nothing else
const CAPITAL = 0.5; // a capital in the middle of a sentence, or another entity near by
const PARTNER = 0.7; // a known company beside it
const SHAPED = 0.75; // a surname in the shape of a surname

/** Endings that make a surname of a word: nobody reads Мясникович as a butcher. */
const SURNAME_SHAPE =
  /(?:[оеаяі]вич|[оеаяі]віч|енко|[эе]нка|енок|[яа]нок|ский|скі|чук|щук|швили|дзе|янц?|[ое]в|[аеоя]ў|ин|ын|ін|ovi[ct]h|enk[oa]|ski|sky|chuk|[oe]v|in|son)$/u;
/** Shorter words of that shape are words too: лев, кров, вин. */
const SHAPED_LETTERS = 6;

/** Confidence of a name that is also an ordinary word, given what stands around it; `hasCompanion`: another entity near by; `partner`: how near a company is. */
export function ambiguousConfidence(
  span: Span,
  { lemma, hasCompanion, partner }: { lemma: string; hasCompanion: boolean; partner: 'joined' | 'near' | 'none' },
): number {
  if (span.cue === 1 || (span.isPerson && span.support !== 'bare')) return span.confidence;
  const isPhrase = !span.isPerson && span.found >= 2;
  if (isPhrase && span.caseOff === 0)
    return span.elsewhere === 0 ? span.confidence : Math.min(span.confidence, CAPITAL);
  if (isPhrase) return hasCompanion ? CAPITAL : WEAK;
  if (span.isPerson && lemma.length >= SHAPED_LETTERS && SURNAME_SHAPE.test(lemma))
    return Math.min(span.confidence, SHAPED);
  if (span.isPlace && span.placeCue === 0 && !hasCompanion) return Math.min(span.confidence, WEAK);
  const isPartner = partner === 'joined' || (partner === 'near' && span.weakCapital === 0);
  if (span.isOrganised && span.caseOff === 0 && isPartner) return Math.min(span.confidence, PARTNER);
  const hasFriend = hasCompanion && span.tier <= FORM && !span.isPerson;
  const bound = span.weakCapital === 0 || hasFriend ? CAPITAL : WEAK;
  return Math.min(span.confidence, bound);
}
