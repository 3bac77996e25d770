import type { EntityId } from './entity';

/** How a name was recognised, surest first. Every mention says it, so that the panel can say why. */
export const TIERS = ['exact', 'form', 'script', 'near'] as const;
export type Tier = (typeof TIERS)[number];

/** An entity named in a block. Offsets count UTF-16 code units of the block's text, `end` exclusive. */
export interface Mention {
  entityId: EntityId;
  /** Index into the blocks that were searched. */
  block: number;
  start: number;
  end: number;
  tier: Tier;
  /** The archive's name that was recognised. */
  name: string;
  /** 0..1. Under `SURE_CONFIDENCE` the mention is shown as in doubt. */
  confidence: number;
}

/** From here on a mention is painted and counted as certain; below, the reader is asked. */
const SURE_CONFIDENCE = 0.6;

export function isInDoubt(mention: Pick<Mention, 'confidence'>): boolean {
  return mention.confidence < SURE_CONFIDENCE;
}
