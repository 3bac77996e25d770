import { applyEdits, entitiesForTexts, type Hand } from '@/utils/editing';
import { compileNames, type NameIndex, openNames, snapshotOf } from '@/utils/matching';
import type { BriefHead, Entity, Result } from '@/utils/model';
import { compileTexts, openTexts, snapshotOfTexts, type TextIndex } from '@/utils/search';
import { type ArchiveRows, freshRows, openArchiveRows, packArchive } from './archive-rows';
import { ENTITIES, GROUPS, HEADS, NAMES, type StoredArchives, TEXTS } from './stored-archives';

/** Both indexes of the archives that take part. */
interface Indexes {
  names: NameIndex;
  texts: TextIndex;
}

/** The stored indexes, opened; made anew and stored where there is none that fits and that this version can read. */
export async function openIndexes(stored: StoredArchives): Promise<Indexes> {
  const generation = await stored.generation();
  const [names, texts] = await Promise.all([openStoredNames(stored), openStoredTexts(stored)]);
  return {
    names: names ?? (await madeNames(stored, { entities: (await handOf(stored)).entities, generation })),
    texts: texts ?? (await madeTexts(stored, generation)),
  };
}

/** The stored text index; null where there is none that fits. */
export function openStoredTexts(stored: StoredArchives): Promise<TextIndex | null> {
  return openStored(stored, TEXTS, openTexts);
}

/** The stored index of names; null where there is none that fits. */
export function openStoredNames(stored: StoredArchives): Promise<NameIndex | null> {
  return openStored(stored, NAMES, openNames);
}

/** What searching needs, and briefing a page beside names. All of it opens without parsing, so that a background that was stopped answers at once. */
export interface Searchable extends ArchiveRows {
  texts: TextIndex;
}

/** What searching needs, where all of it is stored and fits; else null. */
export async function openSearchable(stored: StoredArchives): Promise<Searchable | null> {
  const [texts, ...packed] = await Promise.all([
    openStoredTexts(stored),
    ...[HEADS, GROUPS, ENTITIES].map(async (name) => [name, await bytesOf(stored, name)] as const),
  ]);
  const rows = openArchiveRows(new Map(packed));
  return texts && rows && { texts, ...rows };
}

/**
 * Makes and stores what `openSearchable` did not find, out of what somebody has read already. It is not brought along by a change of the
 * archives: the first search or page after one makes it, as it must read everything anyway.
 */
export function keepSearchable(
  stored: Pick<StoredArchives, 'putIndex'>,
  from: { texts: TextIndex; heads: readonly BriefHead[]; entities: readonly Entity[]; generation: number },
): Searchable {
  const packed = packArchive(from);
  // Whoever asks does not wait for it; what a full disk refuses is made again after the next stop.
  void Promise.all(Array.from(packed, ([name, bytes]) => stored.putIndex(name, bytes, from.generation))).catch(
    () => undefined,
  );
  return { texts: from.texts, ...freshRows(packed) };
}

async function openStored<T>(
  stored: StoredArchives,
  name: string,
  open: (bytes: Uint8Array) => Result<T, unknown>,
): Promise<T | null> {
  const index = open(await bytesOf(stored, name));
  return index.ok ? index.value : null;
}

/** Empty where nothing of this name is stored, which no index is. */
async function bytesOf(stored: StoredArchives, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await stored.index(name);
  return new Uint8Array(blob ? await blob.arrayBuffer() : []);
}

async function madeNames(
  stored: StoredArchives,
  from: { entities: readonly Entity[]; generation: number },
): Promise<NameIndex> {
  const names = compileNames(from.entities);
  await stored.putIndex(NAMES, Uint8Array.from(snapshotOf(names)), from.generation);
  return names;
}

async function madeTexts(stored: StoredArchives, generation: number): Promise<TextIndex> {
  const texts = compileTexts({
    briefs: await stored.briefs(),
    entities: entitiesForTexts(await handOf(stored)),
  });
  await stored.putIndex(TEXTS, Uint8Array.from(snapshotOfTexts(texts)), generation);
  return texts;
}

async function handOf(stored: StoredArchives): Promise<Hand> {
  return applyEdits(await stored.entities(), await stored.edits());
}
