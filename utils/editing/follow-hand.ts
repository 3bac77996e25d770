import type { Block, BriefHead, BriefId, Entity, EntityId, Mention } from '@/utils/model';
import { answerKey, type Hand } from './apply-edits';

/**
 * Mentions as the user wants them: muted names are none, a mention in doubt is what was answered. Offsets and order stay.
 *
 * @param isInDoubt the bound that the panel uses too; handed in with the mentions
 */
export function mentionsByHand(
  mentions: readonly Mention[],
  {
    blocks,
    hand,
    isInDoubt,
  }: {
    blocks: readonly Pick<Block, 'text'>[];
    hand: Pick<Hand, 'answers' | 'mutedNames'>;
    isInDoubt: (mention: Mention) => boolean;
  },
): Mention[] {
  if (hand.answers.size === 0 && hand.mutedNames.size === 0) return [...mentions];
  return mentions.flatMap((mention) => {
    const { entityId, block, start, end, name } = mention;
    const muted = hand.mutedNames.get(entityId);
    const written = blocks[block]?.text.slice(start, end) ?? '';
    if (muted?.some(({ text }) => isWrittenSo({ written, name }, text))) return [];
    if (!isInDoubt(mention)) return [mention];
    const answer = hand.answers.get(answerKey(entityId, name));
    if (answer === 'no') return [];
    return [answer === 'yes' ? { ...mention, confidence: 1 } : mention];
  });
}

/**
 * Heads with the entities that stay in the place of merged ones. `named`: which briefs name a split-off entity, and which only
 * that one of the two; an archive knows only the entity they were split from.
 */
export function headsByHand(
  heads: readonly BriefHead[],
  hand: Pick<Hand, 'standsFor' | 'splitFrom'>,
  named: ReadonlyMap<BriefId, { add: readonly EntityId[]; remove: readonly EntityId[] }> = new Map(),
): readonly BriefHead[] {
  if (hand.standsFor.size === 0 && named.size === 0) return heads;
  return heads.map((head) => {
    const change = named.get(head.id);
    if (!change && !head.entities.some((id) => hand.standsFor.has(id))) return head;
    const stayed = head.entities.map((id) => hand.standsFor.get(id) ?? id);
    const kept = stayed.filter((id) => !change?.remove.includes(id));
    return { ...head, entities: [...new Set([...kept, ...(change?.add ?? [])])] };
  });
}

/**
 * Entities for the full-text index, which holds the ids that the archives give their briefs: a merged one keeps its own place in
 * it, under all names of the one that stays, so that a search by any of them finds the briefs of both without reading any.
 */
export function entitiesForTexts({ entities, standsFor }: Hand): Entity[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const merged = [...standsFor].flatMap(([id, stays]) => {
    const entity = byId.get(stays);
    return entity ? [{ ...entity, id }] : [];
  });
  return [...entities, ...merged];
}

/**
 * Whether a mention is the muted name: it was recognised by it, is written so, or is that part of a longer name ("Борисовым"
 * by "Юрий Борисов" is the muted "Борисов", in whatever case).
 */
function isWrittenSo({ written, name }: { written: string; name: string }, muted: string): boolean {
  const [asMuted, asName, asWritten] = [wordsOf(muted), wordsOf(name), wordsOf(written)];
  if (same(asMuted, asName) || same(asMuted, asWritten)) return true;
  if (asWritten.length !== asMuted.length || asName.length <= asMuted.length) return false;
  return asName.some((_, place) => same(asName.slice(place, place + asMuted.length), asMuted));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean); // prettier-ignore
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, place) => word === b[place]);
}
