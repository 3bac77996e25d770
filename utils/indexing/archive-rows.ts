import type { BriefHead, BriefId, Entity } from '@/utils/model';
import { openRows, packRows, type Rows } from './packed-rows';
import { ENTITIES, GROUPS, HEADS } from './stored-archives';

/** An entity, and the translation groups with a brief that names it. */
export type KnownEntity = Entity & { groups: readonly string[] };

/**
 * What the archives say, row by row: a search shows some ten briefs of ten thousand, a page names some thirty entities. Nothing is parsed but
 * what is asked for.
 */
export interface ArchiveRows {
  heads: Rows<BriefHead>;
  /** Translation groups; the briefs of each in the archive's order. */
  groups: Rows<{ id: string; briefs: readonly BriefId[] }>;
  entities: Rows<KnownEntity>;
}

/** Bytes of rows by the name they are stored under. */
export type PackedArchive = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Packs what the archives say, by the user's hand already. */
export function packArchive(of: { heads: readonly BriefHead[]; entities: readonly Entity[] }): PackedArchive {
  const groups = new Map<string, BriefId[]>();
  const naming = new Map<string, Set<string>>();
  for (const { id, group, entities } of of.heads) {
    const briefs = groups.get(group);
    if (briefs) briefs.push(id);
    else groups.set(group, [id]);
    for (const entity of entities) {
      const named = naming.get(entity);
      if (named) named.add(group);
      else naming.set(entity, new Set([group]));
    }
  }
  return new Map([
    [HEADS, packRows(of.heads)],
    [GROUPS, packRows(Array.from(groups, ([id, briefs]) => ({ id, briefs })))],
    [ENTITIES, packRows(of.entities.map((entity) => ({ ...entity, groups: [...(naming.get(entity.id) ?? [])] })))],
  ]);
}

/** Opens packed rows; null where one of the three is missing, damaged or of another version. */
export function openArchiveRows(packed: PackedArchive): ArchiveRows | null {
  const heads = openNamed<BriefHead>(packed, HEADS);
  const groups = openNamed<{ id: string; briefs: readonly BriefId[] }>(packed, GROUPS);
  const entities = openNamed<KnownEntity>(packed, ENTITIES);
  return heads && groups && entities && { heads, groups, entities };
}

/** The rows of archives that are stored nowhere. */
export function rowsOf(of: { heads: readonly BriefHead[]; entities: readonly Entity[] }): ArchiveRows {
  return freshRows(packArchive(of));
}

/** Opens rows that were just packed. */
export function freshRows(packed: PackedArchive): ArchiveRows {
  const rows = openArchiveRows(packed);
  if (!rows) throw new Error('freshly packed rows do not open');
  return rows;
}

function openNamed<T extends { id: string }>(packed: PackedArchive, name: string): Rows<T> | null {
  const rows = openRows<T>(packed.get(name) ?? new Uint8Array(0));
  return rows.ok ? rows.value : null;
}
