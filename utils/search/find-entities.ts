import Fuse from 'fuse.js';
import type { Entity, EntityId } from '@/utils/model';
import { docsNaming } from './filters';
import { findNames } from './find-names';
import { findWord, prefixRange, wordText } from './lexicon';
import { nearWords } from './near-words';
import type { Query } from './parse-query';
import { pooled, type TextIndex } from './text-index';

/**
 * Fuse's tolerance: 0 is exact, 1 matches anything. At .3 "rogozn" finds Rogozin; forms and scripts are not its business, for
 * the index knows them.
 */
const THRESHOLD = 0.3;

/** Rows a reader scans before typing on. */
const MOST_ENTITIES = 5;

/** Words asked about; a pasted text names more people than a list can show. */
const MOST_WORDS = 8;

/** Entities compared for one word: the best known of those that may be meant. */
const MOST_CANDIDATES = 300;

/** Fuse compares a word with so many entities in some 2 ms, 10 where its code runs for the first time: a key stroke can bear it now and then; a longer list is left to the index. */
const MOST_FOR_FUSE = 1_000;
/** One or two letters are like too many names. */
const LEAST_LETTERS = 3;

/** Words whose entities are remembered: those of the last few queries. With each key only the last word of a query is another one. */
const MOST_REMEMBERED = 64;

/** What a name counts that the index says is meant, though Fuse sees no likeness: it is in another script. */
const UNLIKE_SCORE = 0.5;

export interface FoundEntity {
  entity: Entity;
  /** 0..1, 1 is best. */
  score: number;
}

/** Entities where one can be had without the others. */
export interface EntitiesById {
  readonly size: number;
  get(id: EntityId): Entity | undefined;
  all(): readonly Entity[];
}

/** Entities to find by name. */
export interface EntityList {
  byId: EntitiesById;
  /** All of them, and those for Fuse, made when first needed: it is linear in the archive to make and to ask. */
  all: () => readonly Entity[];
  fuse: () => Fuse<Entity>;
  /** Entities by the word that was asked about, in an index; forgotten with it. */
  remembered: WeakMap<TextIndex, Map<string, readonly Meant[]>>;
}

/** An entity that a word may mean. */
interface Meant extends FoundEntity {
  briefs: number;
}

/** Prepares entities for finding. */
export function listEntities(byId: EntitiesById): EntityList {
  let entities: readonly Entity[] | null = null;
  let fuse: Fuse<Entity> | null = null;
  const all = (): readonly Entity[] => (entities ??= byId.all());
  return { byId, all, fuse: () => (fuse ??= fuseOver(all())), remembered: new WeakMap() };
}

/**
 * Rows of entities for a query, best first, then those of more briefs. The index says who may be meant, in any form, script or
 * misspelling; Fuse orders them, and in a short list is asked about all entities where the index knows no name.
 */
export function findEntities(list: EntityList, index: TextIndex, query: Query): FoundEntity[] {
  const words = query.terms.filter((term) => term.use === 'wanted').flatMap(({ words: all, ending }) => all.map((word) => ({ word, ending }))); // prettier-ignore
  const found = new Map<EntityId, Meant>();
  for (const { word, ending } of words.slice(0, MOST_WORDS)) {
    for (const { entity, score, briefs } of rememberedFor(list, index, { word, ending })) {
      const earlier = found.get(entity.id)?.score ?? 0;
      found.set(entity.id, { entity, briefs, score: earlier + score / Math.min(words.length, MOST_WORDS) });
    }
  }
  return [...found.values()]
    .sort((a, b) => b.score - a.score || b.briefs - a.briefs || (a.entity.id < b.entity.id ? -1 : 1))
    .slice(0, MOST_ENTITIES)
    .map(({ entity, score }) => ({ entity, score }));
}

function rememberedFor(
  list: EntityList,
  index: TextIndex,
  asked: { word: string; ending: 'open' | 'closed' },
): readonly Meant[] {
  const remembered = list.remembered.get(index) ?? new Map<string, readonly Meant[]>();
  list.remembered.set(index, remembered);
  const key = `${asked.ending} ${asked.word}`;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const meant = entitiesFor(list, index, asked);
  remembered.set(key, meant);
  return meant;
}

function entitiesFor(list: EntityList, index: TextIndex, asked: { word: string; ending: 'open' | 'closed' }): Meant[] {
  const candidates = entitiesMeant(index, asked)
    .map((place) => ({ place, briefs: docsNaming(index, [place]).size }))
    .sort((a, b) => b.briefs - a.briefs)
    .slice(0, MOST_CANDIDATES)
    .flatMap(({ place, briefs }) => {
      const entity = list.byId.get(pooled(index, index.columns.entityIdAt, place));
      return entity ? [{ entity, briefs }] : [];
    });
  if (candidates.length === 0) {
    if (asked.word.length < LEAST_LETTERS || list.byId.size > MOST_FOR_FUSE) return [];
    // A word that some brief has is no misspelling: most keys of a query end one, and only names that hold it are compared.
    const fuse = isWritten(index, asked) ? fuseOver(holding(list.all(), asked.word)) : list.fuse();
    return fuse.search(asked.word, { limit: MOST_ENTITIES }).map(({ item, score }) => ({ entity: item, score: 1 - (score ?? 0), briefs: 0 })); // prettier-ignore
  }
  const scores = new Map(
    fuseOver(candidates.map(({ entity }) => entity))
      .search(asked.word)
      .map(({ item, score }) => [item.id, 1 - (score ?? 0)]),
  );
  return candidates.map((candidate) => ({ ...candidate, score: scores.get(candidate.entity.id) ?? UNLIKE_SCORE }));
}

function isWritten(index: TextIndex, { word, ending }: { word: string; ending: 'open' | 'closed' }): boolean {
  if (ending === 'closed') return findWord(index, word) >= 0;
  const { from, to } = prefixRange(index, word);
  return from < to;
}

function holding(entities: readonly Entity[], word: string): Entity[] {
  return entities.filter(({ names }) => names.some(({ text }) => text.toLowerCase().includes(word)));
}

/** Places of the entities that a word names, or that a word near it does. */
function entitiesMeant(
  index: TextIndex,
  { word, ending }: { word: string; ending: 'open' | 'closed' },
): readonly number[] {
  const { entities } = findNames(index, word, ending);
  if (entities.length > 0) return entities;
  const near = nearWords(index, word).flatMap((place) => findNames(index, wordText(index, place), 'closed').entities);
  return [...new Set(near)];
}

function fuseOver(entities: readonly Entity[]): Fuse<Entity> {
  return new Fuse(entities, {
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: THRESHOLD,
    minMatchCharLength: 2,
    keys: ['names.text'],
  });
}
