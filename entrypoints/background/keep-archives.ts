import { type Archives, type ListedArchive, openArchives, type StorageFailure, storageFailure } from '@/utils/archive';
import { applyEdits, changesIndex, type Hand, headsByHand } from '@/utils/editing';
import {
  keepSearchable,
  openIndexes,
  openSearchable,
  openStoredNames,
  putEdits,
  putVersion,
  type Searchable,
  takeOut,
} from '@/utils/indexing';
import type { NameIndex } from '@/utils/matching';
import {
  type ArchiveId,
  type ArchiveSource,
  type BodyBlock,
  type BriefHead,
  type BriefId,
  done,
  type Edit,
  type Entity,
  type EntityId,
  failed,
  type Result,
  type StoredArchive,
} from '@/utils/model';
import { type EntityList, listEntities } from '@/utils/search';
import { starter } from '@/utils/settings';
import { namedAfterSplit } from './named-after-split';
import { readStarter, STARTER_ID } from './read-starter';

/** Some 2 kB each. */
const MOST_BODIES = 200;

/** Everything about the archives that take part but their bodies: for what looks at all of them. Read whole, some 20 ms for 10,000 briefs. */
export interface KnownArchives {
  heads: readonly BriefHead[];
  entities: ReadonlyMap<string, Entity>;
  /** The user's edits, which both of the above follow. */
  hand: Hand;
}

/** What finding names needs, and saying where they may be painted. Opened without parsing. */
export interface KnownNames {
  names: NameIndex;
  hand: Pick<Hand, 'answers' | 'mutedNames'>;
  /** Archives, and entities joined from such, whose names are never painted in pages: the panel alone shows them. */
  panelOnly: ReadonlySet<ArchiveId | EntityId>;
}

/** What searching needs, and briefing a page beside names: less than everything, and opened without parsing. */
export interface SearchLists extends Searchable {
  /** Entities to find by name. */
  entityList: EntityList;
}

// Caches only: the worker may stop at any moment. Each is rebuilt from IndexedDB by the function that reads it, also when the
// archives were changed by somebody else: then their generation is another.
let archives: Promise<Archives> | null = null;
let known: { generation: number; value: Promise<KnownArchives> } | null = null;
let names: { generation: number; value: Promise<KnownNames> } | null = null;
let filled: number | null = null;
let lists: { generation: number; value: Promise<SearchLists> } | null = null;
let bodies = new Map<BriefId, readonly BodyBlock[]>();

// Two that fill an empty database would both put the starter in.
let turn: Promise<unknown> = Promise.resolve();

/** Heads and entities of all archives that take part; with none stored, the starter archive is put in first. */
export function knownArchives(): Promise<Result<KnownArchives, StorageFailure>> {
  return kept(readKnown);
}

export function knownNames(): Promise<Result<KnownNames, StorageFailure>> {
  return kept(async () => {
    const { opened, generation } = await storedNow();
    if (names?.generation !== generation) names = { generation, value: readNames(opened) };
    return names.value;
  });
}

/** All that a page needs. In this order: where the names have to be compiled anew, the texts are with them. */
export async function knownForPages(): Promise<Result<KnownNames & SearchLists, StorageFailure>> {
  const marking = await knownNames();
  if (!marking.ok) return marking;
  const briefing = await searchLists();
  return briefing.ok ? done({ ...marking.value, ...briefing.value }) : briefing;
}

export function searchLists(): Promise<Result<SearchLists, StorageFailure>> {
  return kept(async () => {
    const { opened, generation } = await storedNow();
    if (lists?.generation !== generation) {
      lists = { generation, value: readLists(opened, generation) };
      bodies = new Map();
    }
    return lists.value;
  });
}

/** What `searchLists` gave last: to begin with, before it is known that the archives are still the same. null before the first time. */
export async function lastLists(): Promise<SearchLists | null> {
  return lists === null ? null : lists.value.catch(() => null);
}

/** Bodies of hits, in the order asked. With the next key mostly the same briefs are found: the last ones are kept. */
export function hitBodies(ids: readonly BriefId[]): Promise<Result<(readonly BodyBlock[])[], StorageFailure>> {
  return kept(async () => {
    if (bodies.size > MOST_BODIES) bodies = new Map();
    const known = bodies; // what is read of archives that change meanwhile stays out of the next ones' map
    const missing = ids.filter((id) => !known.has(id));
    const read = missing.length === 0 ? [] : await (await open()).bodies(missing);
    missing.forEach((id, place) => known.set(id, read[place] ?? []));
    return ids.map((id) => known.get(id) ?? []);
  });
}

/** Runs a piece of work on the stored archives. What storage refuses comes back as a value, and the next call starts afresh. */
export async function withArchives<T>(work: (archives: Archives) => Promise<T>): Promise<Result<T, StorageFailure>> {
  return kept(async () => work(await stored()));
}

/** Puts the archive that ships with us into storage, replacing an older self of it. */
export async function putStarter(): Promise<Result<null, StorageFailure>> {
  return kept(() => inTurn(async () => putWhole(await open(), await readStarter())));
}

/** Puts an archive in the place of its older self, wholly or not at all; one that has just these contents is left as it is. */
export async function putArchive(
  archive: StoredArchive & { source?: ArchiveSource },
): Promise<Result<null, StorageFailure>> {
  return kept(() => inTurn(async () => putWhole(await open(), archive)));
}

/** Takes an archive out, wholly or not at all; one that is not there is no failure. The starter does not come back by itself after that. */
export async function removeArchive(id: ArchiveId): Promise<Result<null, StorageFailure>> {
  return kept(() =>
    inTurn(async () => {
      // Said first: a stop in between leaves an archive that can be removed again, not one that comes back.
      if (id === STARTER_ID) await starter.setValue('removed');
      const opened = await open();
      await takeOut(opened, id);
      await opened.clean();
      return null;
    }),
  );
}

/** Changes the user's edits together with the indexes that rest on them: wholly or not at all. */
export async function changeEdits(
  change: (edits: readonly Edit[]) => readonly Edit[],
): Promise<Result<null, StorageFailure>> {
  return kept(() =>
    inTurn(async () => {
      const opened = await open();
      const before = await opened.edits();
      const edits = change(before);
      const changed = [...before, ...edits].filter((edit) => !before.includes(edit) || !edits.includes(edit));
      if (changed.some(changesIndex)) {
        const swapped = await putEdits(opened, edits);
        if (!swapped.ok) throw new Error(`the edits could not be swapped in: ${swapped.error}`);
      } else await opened.setEdits(edits);
      known = names = null;
      return null;
    }),
  );
}

/** Takes away what an import left that was cut off, and what can no longer be undone. Cheap where there is nothing: for every start. */
export async function clearLeftovers(): Promise<void> {
  await kept(async () => (await open()).clean());
}

/** Begins to open the database: nearly every wake is for something out of it, and it opens while the question is on its way. */
export function openEarly(): void {
  void open().catch(() => (archives = null)); // whoever asks tries again, and is told
}

/** Makes sure that what the first page will need is there. Safe to call at every start. */
export async function prepareArchives(): Promise<void> {
  await knownForPages();
}

async function kept<T>(work: () => Promise<T>): Promise<Result<T, StorageFailure>> {
  try {
    return done(await work());
  } catch (error) {
    forget();
    console.error('backgrounder: storage', error instanceof Error ? `${error.name}: ${error.message}` : '');
    return failed(storageFailure(error));
  }
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined); // its asker hears of it; who comes next has a turn all the same
  return mine;
}

function forget(): void {
  void archives?.then((opened) => opened.close()).catch(() => undefined); // what cannot be opened needs no closing
  archives = known = names = lists = filled = null;
  bodies = new Map();
}

function open(): Promise<Archives> {
  return (archives ??= openArchives(navigator.locks));
}

/** The archives, with the starter put in where it is wanted and was not stored yet, also after an install that was cut off. */
async function stored(): Promise<Archives> {
  return (await storedNow()).opened;
}

/** The same with their generation, which is all that has to be read once they were seen to hold something: every key of a search asks. */
async function storedNow(): Promise<{ opened: Archives; generation: number }> {
  const opened = await open();
  // The first time after a start both are wanted, and need not wait for each other.
  const [generation, listed] = await Promise.all([opened.generation(), filled === null ? opened.list() : null]);
  if (generation === filled) return { opened, generation };
  const isFilled = (listed ?? (await opened.list())).length > 0; // all calls but the very first, or after all were taken out
  if (isFilled) filled = generation;
  else await putWanted(opened);
  return { opened, generation: isFilled ? generation : await opened.generation() };
}

async function putWanted(opened: Archives): Promise<void> {
  await inTurn(async () => {
    if ((await opened.list()).length === 0 && (await starter.getValue()) === 'wanted')
      await putWhole(opened, await readStarter());
  });
}

async function readKnown(): Promise<KnownArchives> {
  const { opened, generation } = await storedNow();
  if (known?.generation !== generation) known = { generation, value: readAll(opened) };
  return known.value;
}

async function readLists(opened: Archives, generation: number): Promise<SearchLists> {
  const searchable = (await openSearchable(opened)) ?? (await madeSearchable(opened, generation));
  return { ...searchable, entityList: listEntities(searchable.entities) };
}

async function madeSearchable(opened: Archives, generation: number): Promise<Searchable> {
  const [{ texts }, { heads, hand }] = await Promise.all([openIndexes(opened), readKnown()]);
  return keepSearchable(opened, { texts, heads, entities: hand.entities, generation });
}

async function readAll(opened: Archives): Promise<KnownArchives> {
  const [heads, entities, edits] = await Promise.all([opened.heads(), opened.entities(), opened.edits()]);
  const hand = applyEdits(entities, edits);
  return {
    heads: headsByHand(heads, hand, await namedAfterSplit(opened, { heads, hand })),
    entities: new Map(hand.entities.map((entity) => [entity.id, entity])),
    hand,
  };
}

async function readNames(opened: Archives): Promise<KnownNames> {
  const [stored, edits, list] = await Promise.all([openStoredNames(opened), opened.edits(), opened.list()]);
  // What edits do can only be said with the entities that they are about, and those are kept together.
  const hand = edits.length === 0 ? applyEdits([], []) : (await readKnown()).hand;
  return { names: stored ?? (await openIndexes(opened)).names, hand, panelOnly: keptOutOf(list, hand) };
}

/** A name brought by a merge from an archive that is kept out of pages keeps the whole entity out. */
function keptOutOf(list: readonly ListedArchive[], { standsFor }: Pick<Hand, 'standsFor'>): ReadonlySet<string> {
  const kept = new Set(list.filter(({ marks }) => marks === 'panel-only').map(({ id }) => id));
  const joined = [...standsFor].filter(([gone]) => kept.has(gone.slice(0, gone.indexOf('/'))));
  return new Set([...kept, ...joined.map(([, stays]) => stays)]);
}

/** Staged beside the present archives, then swapped in with the indexes that fit; a cut anywhere leaves the old ones whole. */
async function putWhole(opened: Archives, archive: StoredArchive & { source?: ArchiveSource }): Promise<null> {
  const { installedAt, source } = archive;
  const { withFoundEntities } = await import('./supply');
  // Between two steps whoever asks something meanwhile is answered.
  const contents = await withFoundEntities(archive.contents, {
    onProgress: () => new Promise((next) => setTimeout(next)),
  });
  if (contents.id === STARTER_ID) await starter.setValue('wanted');
  if (await opened.has(contents)) return null;
  const { record, release } = await opened.stage(contents, { at: installedAt, ...(source ? { source } : {}) });
  try {
    const swapped = await putVersion(opened, { version: record.version, contents });
    if (!swapped.ok) throw new Error(`an archive could not be swapped in: ${swapped.error}`);
  } finally {
    release();
    await opened.clean();
  }
  return null;
}
