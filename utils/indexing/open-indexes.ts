import { applyEdits, entitiesForTexts, type Hand } from '@/utils/editing';
import { compileNames, type NameIndex, openNames, snapshotOf } from '@/utils/matching';
import type { BriefHead, Entity, Result } from '@/utils/model';
import { compileTexts, openTexts, snapshotOfTexts, type TextIndex } from '@/utils/search';
import { openRows, packRows, type Rows } from './packed-rows';
import { ENTITIES, HEADS, NAMES, type StoredArchives, TEXTS } from './stored-archives';

/** Both indexes of the archives that take part. */
export interface Indexes {
  names: NameIndex;
  texts: TextIndex;
}

/** The stored indexes, opened; made anew and stored where there is none that fits and that this version can read. */
export async function openIndexes(stored: StoredArchives): Promise<Indexes> {
  const generation = await stored.generation();
  const [names, texts] = await Promise.all([openStored(stored, NAMES, openNames), openStoredTexts(stored)]);
  return {
    names: names ?? (await madeNames(stored, { entities: (await handOf(stored)).entities, generation })),
    texts: texts ?? (await madeTexts(stored, generation)),
  };
}

/** The stored text index; null where there is none that fits. */
export function openStoredTexts(stored: StoredArchives): Promise<TextIndex | null> {
  return openStored(stored, TEXTS, openTexts);
}

/** What searching needs. All of it opens without parsing, so that a background that was stopped answers at once. */
export interface Searchable {
  texts: TextIndex;
  heads: Rows<BriefHead>;
  entities: Rows<Entity>;
}

/** What searching needs, where all of it is stored and fits; else null. */
export async function openSearchable(stored: StoredArchives): Promise<Searchable | null> {
  const [texts, heads, entities] = await Promise.all([
    openStoredTexts(stored),
    openStored(stored, HEADS, openRows<BriefHead>),
    openStored(stored, ENTITIES, openRows<Entity>),
  ]);
  return texts && heads && entities && { texts, heads, entities };
}

/**
 * Makes and stores what `openSearchable` did not find, out of what somebody has read already. It is not brought along by a change of the
 * archives: the first search after one makes it, as it must read everything anyway.
 */
export function keepSearchable(
  stored: Pick<StoredArchives, 'putIndex'>,
  from: { texts: TextIndex; heads: readonly BriefHead[]; entities: readonly Entity[]; generation: number },
): Searchable {
  const [heads, entities] = [packRows(from.heads), packRows(from.entities)];
  // Whoever searches does not wait for it; what a full disk refuses is made again after the next stop.
  void Promise.all([
    stored.putIndex(HEADS, heads, from.generation),
    stored.putIndex(ENTITIES, entities, from.generation),
  ]).catch(() => undefined);
  return { texts: from.texts, heads: opened(openRows<BriefHead>(heads)), entities: opened(openRows<Entity>(entities)) };
}

function opened<T>(rows: Result<T, string>): T {
  if (!rows.ok) throw new Error(`freshly packed rows are ${rows.error}`);
  return rows.value;
}

async function openStored<T>(
  stored: StoredArchives,
  name: string,
  open: (bytes: Uint8Array) => Result<T, unknown>,
): Promise<T | null> {
  const blob = await stored.index(name);
  if (!blob) return null;
  const index = open(new Uint8Array(await blob.arrayBuffer()));
  return index.ok ? index.value : null;
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
