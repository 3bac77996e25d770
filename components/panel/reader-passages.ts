import type { EntityId, Mention } from '@/utils/model';
import type { MarkedPassage } from '../common/MarkedText';

/** The passages that are stepped through: those of the entity one came for, or of all names where it is in none. */
export function passagesOf(mentions: readonly Mention[], cameFor: EntityId | null): readonly Mention[] {
  const ofEntity = mentions.filter((mention) => mention.entityId === cameFor);
  return ofEntity.length > 0 ? ofEntity : mentions;
}

/** How the mentions of one block are marked. */
export function marksOfBlock(
  mentions: readonly Mention[],
  of: { block: number; cameFor: EntityId | null; current: Mention | undefined },
): MarkedPassage[] {
  return mentions
    .filter(({ block }) => block === of.block)
    .map((mention) => ({
      start: mention.start,
      end: mention.end,
      mark: mention === of.current ? 'current' : mention.entityId === of.cameFor ? 'came-for' : 'name',
    }));
}

/** The same mention in a translation: the one of that entity which stands as far in the block beside it. */
export function sameMention(
  mention: Mention,
  { here, there, block }: { here: readonly Mention[]; there: readonly Mention[]; block: number },
): Mention | undefined {
  const ofIts = (all: readonly Mention[], at: number): Mention[] =>
    all.filter((other) => other.block === at && other.entityId === mention.entityId);
  const place = ofIts(here, mention.block).indexOf(mention);
  const others = ofIts(there, block);
  return others[Math.min(place, others.length - 1)];
}
