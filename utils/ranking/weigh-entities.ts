import type { Block, BlockPart, EntityId, Mention } from '@/utils/model';
import type { RankedArchives } from './ranked-archives';

/** How much one mention says about what a page is about, by where it stands. Furniture is other pages' business. */
const PART_WEIGHT: Record<BlockPart, number> = { headline: 0.6, lead: 0.4, body: 0.2, furniture: 0 };

/** An entity of a page, as ranking sees it. */
export interface WeighedEntity {
  id: EntityId;
  /** 0..1: how central it is to the page. */
  prominence: number;
  /** 0..1: 1 for a name in one brief, near 0 for a name in nearly all. */
  rarity: number;
  /** prominence × rarity: what a brief gains by naming it. */
  weight: number;
  /** Groups of briefs that name it. */
  briefs: number;
  /** Mentions outside furniture. */
  times: number;
  foremost: 'headline-or-lead' | 'further-down';
}

/**
 * Weighs each entity that a page mentions, by how central it is here and how rare in the archive.
 * Mentions add up like independent evidence (noisy-or), so that the tenth "Minsk" adds next to nothing.
 */
export function weighEntities(page: {
  mentions: readonly Mention[];
  blocks: readonly Pick<Block, 'part'>[];
  archives: Pick<RankedArchives, 'groups' | 'groupsNaming'>;
}): Map<EntityId, WeighedEntity> {
  const weighed = new Map<EntityId, WeighedEntity>();
  const missing = new Map<EntityId, number>();
  for (const mention of page.mentions) {
    const id = mention.entityId;
    const part = page.blocks[mention.block]?.part ?? 'body';
    missing.set(id, (missing.get(id) ?? 1) * (1 - PART_WEIGHT[part] * mention.confidence));
    const so = weighed.get(id) ?? blank(id, page.archives);
    if (part !== 'furniture') so.times++;
    if (part === 'headline' || part === 'lead') so.foremost = 'headline-or-lead';
    weighed.set(id, so);
  }
  for (const entity of weighed.values()) {
    entity.prominence = 1 - (missing.get(entity.id) ?? 1);
    entity.weight = entity.prominence * entity.rarity;
  }
  return weighed;
}

function blank(id: EntityId, { groupsNaming, groups }: Pick<RankedArchives, 'groups' | 'groupsNaming'>): WeighedEntity {
  const briefs = groupsNaming(id).length;
  // Inverse document frequency, scaled by its own largest value so that archives of all sizes share one threshold.
  const rarity = briefs === 0 || groups === 0 ? 0 : Math.log((groups + 1) / briefs) / Math.log(groups + 1);
  return { id, prominence: 0, rarity, weight: 0, briefs, times: 0, foremost: 'further-down' };
}
