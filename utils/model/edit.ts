import type { EntityId, EntityType, Name } from './entity';

/**
 * One thing the user changed about an entity. Names are known by their text and language, as the archive had them when the
 * change was made; a change whose entity or name is gone does nothing, and works again when they come back.
 */
export type EntityChange =
  | { act: 'add-name'; entity: EntityId; name: Name }
  | { act: 'set-name'; entity: EntityId; was: NameKey; name: Name }
  | { act: 'remove-name'; entity: EntityId; was: NameKey }
  | { act: 'set-type'; entity: EntityId; type: EntityType }
  | { act: 'set-ambiguous'; entity: EntityId; ambiguous: 'yes' | 'no' }
  /** From now on one entity: `entity` goes, `into` has its names and briefs too. */
  | { act: 'merge'; entity: EntityId; into: EntityId }
  /** Names that are somebody else: they leave `entity` and become `as`, an id made for it (see `splitId`). */
  | { act: 'split'; entity: EntityId; names: readonly NameKey[]; as: EntityId }
  /** The entity is marked and listed nowhere. */
  | { act: 'mute'; entity: EntityId }
  /** This name never means this entity. */
  | { act: 'mute-name'; entity: EntityId; text: string }
  /** "Yes, this" or "Not this" to mentions in doubt of this entity by this name of the archive (`Mention.name`). */
  | { act: 'answer'; entity: EntityId; name: string; means: 'yes' | 'no' };

/** Which of an entity's names. */
export interface NameKey {
  text: string;
  lang?: string;
}

/** What the user did in one go, and can undo in one go. Kept apart from the archives, and applied to them again after every update. */
export interface Edit {
  /** Of this shape; raised together with a migration. */
  version: 1;
  id: string;
  /** Milliseconds since 1970; no two edits have the same, so that they have an order. */
  at: number;
  /** The entity's name when it was edited, for the list of edits. */
  label: string;
  changes: readonly EntityChange[];
}

/** Id of the entity that an edit splits off: of the same archive, so that what holds for its names holds on (panel only, off). */
export function splitId(editId: string, from: EntityId): EntityId {
  return `${from.slice(0, from.indexOf('/'))}/+${editId}`;
}

/** Most changes of one edit: an entity has some dozen names. */
export const MAX_CHANGES = 200;
