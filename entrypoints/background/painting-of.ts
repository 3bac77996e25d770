import type { Mark, Painting } from '@/utils/messaging';
import { type ArchiveId, type Briefing, type EntityId, isInDoubt } from '@/utils/model';
import { markLook, type MarkLook, marksPainted } from '@/utils/settings';

/** How the reader wants pages painted. */
export type PaintingChosen = MarkLook & { painted: 'on' | 'off' };

export async function paintingChosen(): Promise<PaintingChosen> {
  const [painted, look] = await Promise.all([marksPainted.getValue(), markLook.getValue()]);
  return { painted, ...look };
}

/** What a page shows of its briefing, as the reader chose. Names of archives that are kept out of pages are never painted. */
export function paintingOf(
  briefing: Pick<Briefing, 'mentions'>,
  of: { chosen: PaintingChosen; keptOut: ReadonlySet<ArchiveId | EntityId> },
): Painting {
  const { which, painted, style, ticks, card } = of.chosen;
  return { marks: marksOf(briefing, { which, keptOut: of.keptOut }), painted, style, ticks, card };
}

/** One mark a mention, in the mentions' order: pages and panels count alike. */
export function marksOf(
  { mentions }: Pick<Briefing, 'mentions'>,
  { which, keptOut }: { which: 'all' | 'first'; keptOut: ReadonlySet<ArchiveId> },
): Mark[] {
  const seen = new Set<EntityId>();
  return mentions.map((mention): Mark => {
    const { block, start, end, entityId } = mention;
    if (isKeptOut(entityId, keptOut)) return [block, start, end, 'never'];
    const look = isInDoubt(mention) ? 'in-doubt' : 'sure';
    if (which === 'first' && seen.has(entityId)) return [block, start, end, 'repeated'];
    // A guess does not use up the one mark an entity has.
    if (look === 'sure') seen.add(entityId);
    return [block, start, end, look];
  });
}

/** Whether pages must not see the names of an entity: its archive's, or because one of such an archive was merged into it. */
export function isKeptOut(entity: EntityId, keptOut: ReadonlySet<ArchiveId | EntityId>): boolean {
  return keptOut.has(archiveOf(entity)) || keptOut.has(entity);
}

/** Ids are qualified by their archive: "starter/minsk". */
export function archiveOf(entity: EntityId): ArchiveId {
  return entity.slice(0, entity.indexOf('/'));
}
