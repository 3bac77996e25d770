import type { Archives } from '@/utils/archive';
import type { Hand } from '@/utils/editing';
import { compileNames, findMentions } from '@/utils/matching';
import { type BriefHead, type BriefId, type EntityId, textOf } from '@/utils/model';

/**
 * Which of the briefs about an entity name the one that was split off from it: the archive cannot say, so their texts are read. Costs nothing
 * without a split, and with one the briefs of that entity only.
 */
export async function namedAfterSplit(
  opened: Pick<Archives, 'bodies'>,
  { heads, hand }: { heads: readonly BriefHead[]; hand: Hand },
): Promise<Map<BriefId, { add: EntityId[]; remove: EntityId[] }>> {
  const named = new Map<BriefId, { add: EntityId[]; remove: EntityId[] }>();
  const entities = new Map([...hand.entities, ...hand.muted.values()].map((entity) => [entity.id, entity]));
  for (const [split, from] of hand.splitFrom) {
    const part = hand.standsFor.get(split) ?? split;
    const pair = [part, from].flatMap((id) => entities.get(id) ?? []);
    if (part === from || pair.length < 2) continue;
    const names = compileNames(pair);
    const about = heads.filter((head) => head.entities.some((id) => (hand.standsFor.get(id) ?? id) === from));
    const bodies = await opened.bodies(about.map(({ id }) => id));
    about.forEach((head, place) => {
      const texts = [head.title, head.summary, ...(bodies[place] ?? []).map(textOf)];
      const mentions = findMentions(names, {
        lang: head.lang,
        blocks: texts.map((text) => ({ text, part: 'body' })),
      });
      if (!mentions.some(({ entityId }) => entityId === part)) return;
      const change = named.get(head.id) ?? { add: [], remove: [] };
      change.add.push(part);
      if (!mentions.some(({ entityId }) => entityId === from)) change.remove.push(from);
      named.set(head.id, change);
    });
  }
  return named;
}
