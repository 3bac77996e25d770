import { applyEdits, mentionsByHand } from '@/utils/editing';
import { type TriedMention } from '@/utils/messaging';
import { compileNames, findMentions } from '@/utils/matching';
import {
  done,
  type Entity,
  type EntityChange,
  type EntityId,
  failed,
  isInDoubt,
  type PageFailure,
  type Result,
} from '@/utils/model';
import { entityOf } from './answer-entities';
import { knownArchives } from './keep-archives';

/** Entities compiled for a try beside the one tried: its company decides about a word that is also an ordinary one. */
const MOST_BESIDE = 2_000;

/**
 * What a sentence would be read as with these changes. Compiles a small index: the entity with its changes, and the entities of the
 * briefs it is in; nothing is stored.
 */
export async function tryEdit(of: {
  id: EntityId;
  changes: readonly EntityChange[];
  text: string;
}): Promise<Result<readonly TriedMention[], 'gone' | PageFailure>> {
  const known = await knownArchives();
  if (!known.ok) return known;
  const { heads, entities, hand } = known.value;
  const id = hand.standsFor.get(of.id) ?? of.id;
  const entity = entityOf(known.value, id);
  if (!entity) return failed('gone');
  const company = new Set(heads.flatMap((head) => (head.entities.includes(id) ? head.entities : [])));
  const beside = [...company].filter((other) => other !== id).slice(0, MOST_BESIDE);
  const tried = applyEdits(
    [entity, ...beside.flatMap((other) => entities.get(other) ?? [])],
    [{ version: 1, id: 'try', at: 0, label: '', changes: of.changes }],
  );
  const blocks = [{ text: of.text, part: 'body' as const }];
  const found = findMentions(compileNames(tried.entities), { lang: '', blocks });
  const counted = mentionsByHand(found, { blocks, hand: tried, isInDoubt });
  const taken = counted
    .filter((mention) => mention.entityId === id)
    .map(({ start, end, confidence }): TriedMention => ({ start, end, verdict: isInDoubt({ confidence }) ? 'in-doubt' : 'sure' })); // prettier-ignore
  return done([...taken, ...leftOut(of.text, { entity: tried.entities.find((one) => one.id === id) ?? entity, taken, muted: tried.muted.has(id) })].sort((a, b) => a.start - b.start)); // prettier-ignore
}

/** Where a name stands written, but is not the entity: an ordinary word there, or muted. */
function leftOut(text: string, of: { entity: Entity; taken: readonly TriedMention[]; muted: boolean }): TriedMention[] {
  const places: TriedMention[] = [];
  const lower = text.toLowerCase();
  for (const name of new Set(of.entity.names.map((one) => one.text.toLowerCase()))) {
    for (let start = lower.indexOf(name); start >= 0; start = lower.indexOf(name, start + 1)) {
      const end = start + name.length;
      const isWord = !/[\p{L}\p{N}]/u.test((text[start - 1] ?? '') + (text[end] ?? ''));
      const isTaken = [...of.taken, ...places].some((other) => other.start < end && other.end > start);
      if (isWord && !isTaken) places.push({ start, end, verdict: of.muted ? 'muted' : 'ordinary-word' });
    }
  }
  return places;
}
