/** Unique over all archives: `<archive>/<id in its file>`. */
export type EntityId = string;

/** In the order in which people look for them; `other` is for archives that do not say. */
export const ENTITY_TYPES = ['person', 'company', 'organisation', 'place', 'treaty', 'event', 'other'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const NAME_KINDS = ['full', 'short', 'alias', 'acronym'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** One way to write an entity. */
export interface Name {
  text: string;
  /** BCP 47; absent where the owner of the list did not say. */
  lang?: string;
  kind: NameKind;
  /** Who said so, where it is somebody else than who said the entity. */
  saidBy?: Entity['saidBy'];
}

/** Somebody or something the archive knows. */
export interface Entity {
  id: EntityId;
  type: EntityType;
  names: readonly Name[];
  /** Its name is an ordinary word too (Integral, Target): it counts only with support. */
  ambiguous: boolean;
  /** Who said so: the archive's file, our gazetteer, or the user. */
  saidBy: 'archive' | 'found' | 'user';
}
