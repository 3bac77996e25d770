import type { Edit, Entity, EntityChange, EntityId, Name, NameKey } from '@/utils/model';

/** What the archives know once the user's edits are applied to it. */
export interface Hand {
  /** What is marked, listed and found: without what was merged away, split-off ones in, muted ones and muted names out. */
  entities: readonly Entity[];
  /** Muted ones, as they would be. */
  muted: ReadonlyMap<EntityId, Entity>;
  /** Muted names by their entity, which does not hold them any more. */
  mutedNames: ReadonlyMap<EntityId, readonly Name[]>;
  /** Merged away → the entity that stays. */
  standsFor: ReadonlyMap<EntityId, EntityId>;
  /** Split off → the entity whose names it took. */
  splitFrom: ReadonlyMap<EntityId, EntityId>;
  /** Answers to mentions in doubt, by `answerKey`. */
  answers: ReadonlyMap<string, 'yes' | 'no'>;
}

/** The edits being applied; ids are those that stay. */
interface Doing {
  entities: Map<EntityId, Entity>;
  muted: Set<EntityId>;
  mutedNames: Map<EntityId, Name[]>;
  standsFor: Map<EntityId, EntityId>;
  splitFrom: Map<EntityId, EntityId>;
  answers: Map<string, 'yes' | 'no'>;
}

/**
 * Applies edits in their order to what the archives say. Pure: undoing an edit is applying the others. A change whose entity or
 * name is not there does nothing; an entity never loses its last name, but by muting it altogether. Work grows with the entities once and
 * with the edits.
 */
export function applyEdits(entities: Iterable<Entity>, edits: readonly Edit[]): Hand {
  const doing: Doing = {
    entities: new Map(Array.from(entities, (entity) => [entity.id, entity])),
    muted: new Set(),
    mutedNames: new Map(),
    standsFor: new Map(),
    splitFrom: new Map(),
    answers: new Map(),
  };
  for (const edit of edits) for (const change of edit.changes) apply(doing, change);
  const muted = new Map([...doing.muted].flatMap((id) => entryOf(doing.entities, id)));
  return {
    entities: [...doing.entities.values()].filter(({ id }) => !muted.has(id)),
    muted,
    mutedNames: doing.mutedNames,
    standsFor: doing.standsFor,
    splitFrom: doing.splitFrom,
    answers: doing.answers,
  };
}

/** Key of an answer: to mentions in doubt of this entity, recognised by this name. */
export function answerKey(entity: EntityId, name: string): string {
  return `${entity}\n${name}`;
}

/** Whether an edit changes what the indexes hold; an answer does not. */
export function changesIndex({ changes }: Pick<Edit, 'changes'>): boolean {
  return changes.some(({ act }) => act !== 'answer');
}

function apply(doing: Doing, change: EntityChange): void {
  const id = doing.standsFor.get(change.entity) ?? change.entity;
  const entity = doing.entities.get(id);
  if (!entity) return;
  const put = (changed: Partial<Entity>): void => void doing.entities.set(id, { ...entity, ...changed });
  switch (change.act) {
    case 'add-name':
      return put({ names: withNames(entity.names, [{ ...change.name, saidBy: 'user' }]) });
    case 'set-name': {
      const place = placeOf(entity.names, change.was);
      if (place < 0) return;
      const names = entity.names.with(place, { ...change.name, saidBy: 'user' });
      return put({ names: withNames([], names) });
    }
    case 'remove-name': {
      const place = placeOf(entity.names, change.was);
      if (place >= 0 && entity.names.length > 1) put({ names: entity.names.toSpliced(place, 1) });
      return;
    }
    case 'set-type':
      return put({ type: change.type });
    case 'set-ambiguous':
      return put({ ambiguous: change.ambiguous === 'yes' });
    case 'merge':
      return merge(doing, entity, change.into);
    case 'split':
      return split(doing, entity, change);
    case 'mute':
      return void doing.muted.add(id);
    case 'mute-name':
      return muteName(doing, entity, change.text);
    case 'answer':
      return void doing.answers.set(answerKey(id, change.name), change.means);
  }
}

function merge(doing: Doing, entity: Entity, into: EntityId): void {
  const stays = doing.entities.get(doing.standsFor.get(into) ?? into);
  if (!stays || stays.id === entity.id) return;
  const brought = entity.names.map((name) => (name.saidBy || entity.saidBy === stays.saidBy ? name : { ...name, saidBy: entity.saidBy })); // prettier-ignore
  doing.entities.set(stays.id, { ...stays, names: withNames(stays.names, brought) });
  doing.entities.delete(entity.id);
  doing.standsFor.set(entity.id, stays.id);
  for (const [gone, now] of doing.standsFor) if (now === entity.id) doing.standsFor.set(gone, stays.id);
  for (const [part, from] of doing.splitFrom) if (from === entity.id) doing.splitFrom.set(part, stays.id);
}

function split(doing: Doing, entity: Entity, change: Extract<EntityChange, { act: 'split' }>): void {
  const places = new Set(change.names.map((name) => placeOf(entity.names, name)));
  const leaving = entity.names.filter((_, place) => places.has(place));
  const staying = entity.names.filter((_, place) => !places.has(place));
  // One that is there already was split off before; nobody may be left without a name.
  if (leaving.length === 0 || staying.length === 0 || doing.entities.has(change.as)) return;
  doing.entities.set(entity.id, { ...entity, names: staying });
  doing.entities.set(change.as, {
    ...entity,
    id: change.as,
    // That they are somebody else is the user's word; the names are still the archive's.
    names: leaving.map((name) => ({ ...name, saidBy: name.saidBy ?? entity.saidBy })),
    saidBy: 'user',
  });
  doing.splitFrom.set(change.as, entity.id);
}

function muteName(doing: Doing, entity: Entity, text: string): void {
  const meant = entity.names.filter((name) => name.text === text);
  const other = entity.names.filter((name) => name.text !== text);
  const before = doing.mutedNames.get(entity.id) ?? [];
  // A form of a name that the archive does not list ("Borisov" of "Yuri Borisov") can be muted too.
  const muted = meant.length > 0 ? meant : before.some((name) => name.text === text) ? [] : [shortName(text)];
  doing.mutedNames.set(entity.id, withNames(before, muted));
  if (other.length > 0) doing.entities.set(entity.id, { ...entity, names: other });
  else doing.muted.add(entity.id);
}

function shortName(text: string): Name {
  return { text, kind: 'short' };
}

/** The names with others after them; one that is there already (text and language) is not listed twice. */
function withNames(names: readonly Name[], more: readonly Name[]): Name[] {
  const all = [...names];
  for (const name of more) if (placeOf(all, name) < 0) all.push(name);
  return all;
}

function placeOf(names: readonly Name[], { text, lang }: NameKey): number {
  return names.findIndex((name) => name.text === text && name.lang === lang);
}

function entryOf<V>(all: ReadonlyMap<string, V>, key: string): [string, V][] {
  const value = all.get(key);
  return value === undefined ? [] : [[key, value]];
}
