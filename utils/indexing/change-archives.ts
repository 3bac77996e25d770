import { applyEdits, entitiesForTexts } from '@/utils/editing';
import { compileNames, snapshotOf } from '@/utils/matching';
import {
  type ArchiveContents,
  type ArchiveId,
  type Brief,
  type BriefId,
  type Edit,
  type Entity,
  failed,
  type Result,
} from '@/utils/model';
import { compileTexts, snapshotOfTexts, updateTexts } from '@/utils/search';
import { openStoredTexts } from './open-indexes';
import { NAMES, type StoredArchives, TEXTS } from './stored-archives';

/** Stored archives that can be changed at once, together with the indexes that fit the change. */
export interface ChangeableArchives<Swap, Outcome> extends StoredArchives {
  swap(
    swap: Swap,
    fit: { indexes: ReadonlyMap<string, Uint8Array<ArrayBuffer>>; generation: number },
  ): Promise<Result<Outcome, 'overtaken' | 'gone'>>;
}

/** An archive as the indexes have it afterwards, null where it leaves them (taken out, switched off); or all of the user's edits. */
type After = { id: ArchiveId; contents: ArchiveContents | null } | { edits: readonly Edit[] };

/** Tries before we give up: each is overtaken only by another change that went through. */
const MOST_TRIES = 10;

/**
 * Changes the archives together with their indexes. Reads what is stored, compiles, and swaps; where somebody else changed the
 * archives meanwhile, it begins again from what they left.
 *
 * @param to what the indexes are made of afterwards
 */
export async function changeArchives<Swap, Outcome>(
  archives: ChangeableArchives<Swap, Outcome>,
  swap: Swap,
  to: After,
): Promise<Result<Outcome, 'gone' | 'overtaken'>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const generation = await archives.generation();
    const indexes = await indexesAfter(archives, to);
    const outcome = await archives.swap(swap, { indexes, generation });
    if (outcome.ok || outcome.error === 'gone') return outcome;
  }
  return failed('overtaken');
}

async function indexesAfter(stored: StoredArchives, to: After): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const { entities, edits, add, remove } = await afterwards(stored, to);
  const hand = applyEdits(entities, edits);
  const inTexts = entitiesForTexts(hand);
  // The bodies of the briefs that stay need not be read, where there is an index of them already.
  const before = await openStoredTexts(stored);
  const texts = before
    ? updateTexts(before, { add, remove, entities: inTexts })
    : compileTexts({ briefs: [...(await stored.briefs()).filter(({ id }) => !remove.has(id)), ...add], entities: inTexts }); // prettier-ignore
  return new Map([
    [NAMES, Uint8Array.from(snapshotOf(compileNames(hand.entities)))],
    [TEXTS, Uint8Array.from(snapshotOfTexts(texts))],
  ]);
}

/** What the indexes will be made of: an archive's older self goes and its new one comes, or other edits are applied to the same archives. */
async function afterwards(
  stored: StoredArchives,
  to: After,
): Promise<{ entities: Entity[]; edits: readonly Edit[]; add: readonly Brief[]; remove: ReadonlySet<BriefId> }> {
  const entities = await stored.entities();
  if ('edits' in to) return { entities, edits: to.edits, add: [], remove: new Set() };
  const isOther = (of: { id: string }): boolean => !of.id.startsWith(`${to.id}/`);
  return {
    entities: [...entities.filter(isOther), ...(to.contents?.entities ?? [])],
    edits: await stored.edits(),
    add: to.contents?.briefs ?? [],
    remove: new Set((await stored.heads()).filter((head) => !isOther(head)).map((head) => head.id)),
  };
}
