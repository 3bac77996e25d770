import type { BriefHead, BriefId, EntityId } from '@/utils/model';
import { groupsOf, inReadersOrder, lastDay } from './rank';

/** What to read after a brief. One brief a group, in the reader's language. */
export interface ReadNext {
  /** The first brief of the same archive after it in time; null after the last, or without a date. */
  following: BriefHead | null;
  /** Briefs about the same names, those that share most first; `shared` are the names, the rarest first. */
  alike: readonly { head: BriefHead; shared: readonly EntityId[] }[];
}

/** More than three are a list again, and that is the briefing. */
const MOST_ALIKE = 3;
/** A name of a few briefs is enough, one that half of the archive has says nothing. In units of `rarityOf`, 0..1 a name. */
const WORTH_READING = 0.6;

/** What follows a brief: the next week's, and those about the same names. Linear in the heads. */
export function readNext(
  id: BriefId,
  { heads, languages }: { heads: readonly BriefHead[]; languages: readonly string[] },
): ReadNext {
  const brief = heads.find((head) => head.id === id);
  if (!brief) return { following: null, alike: [] };
  const groups = new Map(groupsOf(heads).map((translations) => [translations[0]?.group ?? '', translations]));
  const rarity = rarityOf(brief.entities, groups);
  const inLanguage = (group: string): BriefHead | null => inReadersOrder(groups.get(group) ?? [], languages)[0] ?? null;

  const others = [...groups.values()].flatMap(([head]) => (head && head.group !== brief.group ? [head] : []));
  const after = others
    .filter((head) => head.archiveId === brief.archiveId && lastDay(brief) !== '' && lastDay(head) > lastDay(brief))
    .reduce<BriefHead | null>((first, head) => (first && lastDay(first) <= lastDay(head) ? first : head), null);
  const alike = others
    .filter((head) => head.group !== after?.group)
    .map((head) => {
      const shared = head.entities
        .filter((entity) => rarity.has(entity))
        .sort((a, b) => (rarity.get(b) ?? 0) - (rarity.get(a) ?? 0) || (a < b ? -1 : 1));
      return { head, shared, score: shared.reduce((sum, entity) => sum + (rarity.get(entity) ?? 0), 0) };
    })
    .filter(({ score }) => score >= WORTH_READING)
    // Of two that share as much, the later: what became of it.
    .sort((a, b) => b.score - a.score || (lastDay(b.head) > lastDay(a.head) ? 1 : -1))
    .slice(0, MOST_ALIKE);
  return {
    following: after && inLanguage(after.group),
    alike: alike.flatMap(({ head, shared }) => {
      const read = inLanguage(head.group);
      return read ? [{ head: read, shared }] : [];
    }),
  };
}

/** 1 for a name that two briefs share, near 0 for one that all have. */
function rarityOf(
  entities: readonly EntityId[],
  groups: ReadonlyMap<string, readonly BriefHead[]>,
): Map<EntityId, number> {
  const naming = new Map<EntityId, number>(entities.map((entity) => [entity, 0]));
  for (const [head] of groups.values()) {
    for (const entity of head?.entities ?? []) {
      const count = naming.get(entity);
      if (count !== undefined) naming.set(entity, count + 1);
    }
  }
  const all = Math.log(groups.size + 1);
  return new Map(
    [...naming].map(([entity, count]) => [entity, all === 0 ? 0 : Math.log((groups.size + 1) / (count + 1)) / all]),
  );
}
