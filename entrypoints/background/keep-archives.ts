import { browser } from 'wxt/browser';
import { type Archives, openArchives, type StorageFailure, storageFailure } from '@/utils/archive';
import { describeProblem, readArchiveFile } from '@/utils/intake';
import { compileNames, type NameIndex, openNames, snapshotOf } from '@/utils/matching';
import {
  type ArchiveContents,
  type ArchiveId,
  type BriefHead,
  done,
  type Entity,
  failed,
  type Result,
  type StoredArchive,
} from '@/utils/model';
import {
  compileTexts,
  type EntityList,
  listEntities,
  openTexts,
  snapshotOfTexts,
  type TextIndex,
  updateTexts,
} from '@/utils/search';
import { starter } from '@/utils/settings';

const STARTER = { id: 'starter', file: '/starter.json' } as const;
/** The stored indexes: caches of what the archives say, each one Blob. */
const NAMES = 'names';
const TEXTS = 'texts';

/** What briefing and search need of all archives together. */
export interface Known {
  names: NameIndex;
  texts: TextIndex;
  heads: readonly BriefHead[];
  entities: ReadonlyMap<string, Entity>;
}

/** What searching needs beside the text index. */
export interface SearchLists {
  entities: EntityList;
  heads: ReadonlyMap<string, BriefHead>;
  /** Translations of each group, in the archive's order. */
  groups: ReadonlyMap<string, readonly BriefHead[]>;
}

// Caches only: the worker may stop at any moment. Each is rebuilt from IndexedDB by the function that reads it.
let archives: Promise<Archives> | null = null;
let known: Promise<Known> | null = null;
let lists: Promise<SearchLists> | null = null;

// Who makes indexes out of what is stored waits for the one before, or it would store one that knows nothing of the other.
let turn: Promise<unknown> = Promise.resolve();

/** Names, heads and entities of all archives; with none stored, the starter archive is put in first. */
export function knownArchives(): Promise<Result<Known, StorageFailure>> {
  return kept(() => (known ??= inTurn(readKnown)));
}

export function searchLists(): Promise<Result<SearchLists, StorageFailure>> {
  return kept(() => (lists ??= readLists()));
}

/** Runs a piece of work on the stored archives. What storage refuses comes back as a value, and the next call starts afresh. */
export async function withArchives<T>(work: (archives: Archives) => Promise<T>): Promise<Result<T, StorageFailure>> {
  return kept(async () => {
    const opened = await open();
    if ((await opened.list()).length === 0) await inTurn(stored); // rare: the first of all calls, or all were taken out
    return work(opened);
  });
}

/** Puts the archive that ships with us into storage, replacing an older self of it. */
export async function putStarter(): Promise<Result<null, StorageFailure>> {
  return kept(() => put(async () => ({ contents: await readStarter(), installedAt: Date.now() })));
}

/** Puts an archive in the place of its older self, wholly or not at all. */
export async function putArchive(archive: StoredArchive): Promise<Result<null, StorageFailure>> {
  return kept(() => put(() => Promise.resolve(archive)));
}

/** Takes an archive out, wholly or not at all. The starter does not come back by itself after that. */
export async function removeArchive(id: ArchiveId): Promise<Result<null, StorageFailure>> {
  return kept(() =>
    inTurn(async () => {
      // Said first: a stop in between leaves an archive that can be removed again, not one that comes back.
      if (id === STARTER.id) await starter.setValue('removed');
      const opened = await open();
      await opened.remove(id, { indexes: await indexesWith(opened, emptyArchive(id)) });
      known = lists = null;
      return null;
    }),
  );
}

/** Makes sure that what the first page will need is there. Safe to call at every start. */
export async function prepareArchives(): Promise<void> {
  await knownArchives();
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
  archives = known = lists = null;
}

function open(): Promise<Archives> {
  return (archives ??= openArchives());
}

/** The archives, with the starter put in where it is wanted and was not stored yet, also after an install that was cut off. */
async function stored(): Promise<Archives> {
  const opened = await open();
  const list = await opened.list();
  if (list.length === 0 && (await starter.getValue()) === 'wanted')
    await replace({ contents: await readStarter(), installedAt: Date.now() });
  return opened;
}

async function readKnown(): Promise<Known> {
  const opened = await stored();
  const [heads, entities, names, texts] = await Promise.all([
    opened.heads(),
    opened.entities(),
    snapshot(opened, NAMES, openNames),
    snapshot(opened, TEXTS, openTexts),
  ]);
  return {
    names: names ?? (await remake(opened, { name: NAMES, index: compileNames(entities), bytesOf: snapshotOf })),
    texts:
      texts ?? (await remake(opened, { name: TEXTS, index: await compileStored(opened), bytesOf: snapshotOfTexts })),
    heads,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
  };
}

/** A stored index, opened; null where there is none, or one that an older version of ours wrote. */
async function snapshot<T>(
  opened: Archives,
  name: string,
  open: (bytes: Uint8Array) => Result<T, unknown>,
): Promise<T | null> {
  const blob = await opened.index(name);
  if (!blob) return null;
  const index = open(new Uint8Array(await blob.arrayBuffer()));
  return index.ok ? index.value : null;
}

async function remake<T>(
  opened: Archives,
  made: { name: string; index: T; bytesOf: (index: T) => Uint8Array },
): Promise<T> {
  await opened.putIndex(made.name, Uint8Array.from(made.bytesOf(made.index)));
  return made.index;
}

async function compileStored(opened: Archives): Promise<TextIndex> {
  return compileTexts({ briefs: await opened.briefs(), entities: await opened.entities() });
}

async function readLists(): Promise<SearchLists> {
  const { heads, entities } = await (known ??= inTurn(readKnown));
  return {
    entities: listEntities(entities.values()),
    heads: new Map(heads.map((head) => [head.id, head])),
    groups: Map.groupBy(heads, (head) => head.group),
  };
}

function put(read: () => Promise<StoredArchive>): Promise<null> {
  return inTurn(async () => {
    const archive = await read();
    if (archive.contents.id === STARTER.id) await starter.setValue('wanted');
    await replace(archive);
    return null;
  });
}

async function replace({ contents, installedAt }: StoredArchive): Promise<void> {
  const opened = await open();
  await opened.put(contents, { indexes: await indexesWith(opened, contents), at: installedAt });
  known = lists = null;
}

function emptyArchive(id: ArchiveId): ArchiveContents {
  return { id, title: '', homePage: null, entities: [], briefs: [] };
}

/** The indexes as they will be once these contents have taken the place of their older self. */
async function indexesWith(opened: Archives, contents: ArchiveContents): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const isOther = ({ id }: { id: string }): boolean => !id.startsWith(`${contents.id}/`);
  const entities = [...(await opened.entities()).filter(isOther), ...contents.entities];
  // The older self goes, the new one comes: the bodies of all other archives need not be read.
  const remove = (await opened.heads()).filter((head) => !isOther(head)).map(({ id }) => id);
  const before = (await snapshot(opened, TEXTS, openTexts)) ?? (await compileStored(opened));
  const texts = updateTexts(before, { add: contents.briefs, remove, entities });
  return new Map([
    [NAMES, Uint8Array.from(snapshotOf(compileNames(entities)))],
    [TEXTS, Uint8Array.from(snapshotOfTexts(texts))],
  ]);
}

async function readStarter(): Promise<ArchiveContents> {
  const response = await fetch(browser.runtime.getURL(STARTER.file));
  const contents = readArchiveFile({ text: await response.text(), fileName: STARTER.file, archiveId: STARTER.id });
  // It ships with us and a test reads it: a problem here is a bug of ours, not the user's.
  if (!contents.ok) throw new Error(contents.error.map(describeProblem).join('\n'));
  return contents.value;
}
