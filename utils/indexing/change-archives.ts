import { compileNames, snapshotOf } from '@/utils/matching';
import { type ArchiveContents, type ArchiveId, failed, type Result } from '@/utils/model';
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

/** Tries before we give up: each is overtaken only by another change that went through. */
const MOST_TRIES = 10;

/**
 * Changes the archives together with their indexes. Reads what is stored, compiles, and swaps; where somebody else changed the
 * archives meanwhile, it begins again from what they left.
 *
 * @param to.contents what the archive is to the indexes afterwards; null where it leaves them (taken out, switched off)
 */
export async function changeArchives<Swap, Outcome>(
  archives: ChangeableArchives<Swap, Outcome>,
  swap: Swap,
  to: { id: ArchiveId; contents: ArchiveContents | null },
): Promise<Result<Outcome, 'gone' | 'overtaken'>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const generation = await archives.generation();
    const indexes = await indexesAfter(archives, to);
    const outcome = await archives.swap(swap, { indexes, generation });
    if (outcome.ok || outcome.error === 'gone') return outcome;
  }
  return failed('overtaken');
}

async function indexesAfter(
  stored: StoredArchives,
  { id, contents }: { id: ArchiveId; contents: ArchiveContents | null },
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const isOther = (of: { id: string }): boolean => !of.id.startsWith(`${id}/`);
  const entities = [...(await stored.entities()).filter(isOther), ...(contents?.entities ?? [])];
  const briefs = contents?.briefs ?? [];
  // The older self goes, the new one comes: the bodies of all other archives need not be read.
  const remove = (await stored.heads()).filter((head) => !isOther(head)).map((head) => head.id);
  const before = await openStoredTexts(stored);
  const texts = before
    ? updateTexts(before, { add: briefs, remove, entities })
    : compileTexts({ briefs: [...(await stored.briefs()).filter(isOther), ...briefs], entities });
  return new Map([
    [NAMES, Uint8Array.from(snapshotOf(compileNames(entities)))],
    [TEXTS, Uint8Array.from(snapshotOfTexts(texts))],
  ]);
}
