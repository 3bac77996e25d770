import type { Briefing, EntityId } from '@/utils/model';

/** Indexes of the mentions of some entities, or of all with none chosen, in reading order. */
export function mentionsOf(briefing: Briefing, chosen: readonly EntityId[]): number[] {
  return briefing.mentions.flatMap((mention, place) =>
    chosen.length === 0 || chosen.includes(mention.entityId) ? [place] : [],
  );
}

/** From one place to the next or previous of some, round and round; null where there are none. */
export function nextMention(
  places: readonly number[],
  from: number | null,
  direction: 'next' | 'previous',
): number | null {
  if (direction === 'next') return places.find((place) => from === null || place > from) ?? places[0] ?? null;
  return places.findLast((place) => from !== null && place < from) ?? places.at(-1) ?? null;
}
