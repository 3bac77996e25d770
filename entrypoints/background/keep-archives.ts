import { browser } from 'wxt/browser';
import { type Archives, openArchives, type StorageFailure, storageFailure } from '@/utils/archive';
import { describeProblem, readArchiveFile } from '@/utils/intake';
import { compileNames, type NameIndex, openNames, snapshotOf } from '@/utils/matching';
import { type ArchiveContents, type BriefHead, done, type Entity, failed, type Result } from '@/utils/model';
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
}

// Caches only: the worker may stop at any moment. Each is rebuilt from IndexedDB by the function that reads it.
let archives: Promise<Archives> | null = null;
let known: Promise<Known> | null = null;
let lists: Promise<SearchLists> | null = null;

/** Names, heads and entities of all archives; with none stored, the starter archive is put in first. */
export function knownArchives(): Promise<Result<Known, StorageFailure>> {
  return kept(() => (known ??= readKnown()));
}

export function searchLists(): Promise<Result<SearchLists, StorageFailure>> {
  return kept(() => (lists ??= readLists()));
}

/** Runs a piece of work on the stored archives. What storage refuses comes back as a value, and the next call starts afresh. */
export async function withArchives<T>(work: (archives: Archives) => Promise<T>): Promise<Result<T, StorageFailure>> {
  return kept(async () => work(await stored()));
}

/** Puts the archive that ships with us into storage, replacing an older self of it. */
export async function putStarter(): Promise<Result<null, StorageFailure>> {
  return kept(async () => {
    await starter.setValue('wanted');
    await put(await open(), await readStarter());
    return null;
  });
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
  if (list.length === 0 && (await starter.getValue()) === 'wanted') await put(opened, await readStarter());
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
  const { heads, entities } = await (known ??= readKnown());
  return { entities: listEntities(entities.values()), heads: new Map(heads.map((head) => [head.id, head])) };
}

async function put(opened: Archives, contents: ArchiveContents): Promise<void> {
  const isOther = ({ id }: { id: string }): boolean => !id.startsWith(`${contents.id}/`);
  const entities = [...(await opened.entities()).filter(isOther), ...contents.entities];
  // The older self goes, the new one comes: the bodies of all other archives need not be read.
  const remove = (await opened.heads()).filter((head) => !isOther(head)).map(({ id }) => id);
  const before = (await snapshot(opened, TEXTS, openTexts)) ?? (await compileStored(opened));
  const texts = updateTexts(before, { add: contents.briefs, remove, entities });
  const indexes = new Map([
    [NAMES, Uint8Array.from(snapshotOf(compileNames(entities)))],
    [TEXTS, Uint8Array.from(snapshotOfTexts(texts))],
  ]);
  await opened.put(contents, { indexes, at: Date.now() });
  known = lists = null;
}

async function readStarter(): Promise<ArchiveContents> {
  const response = await fetch(browser.runtime.getURL(STARTER.file));
  const contents = readArchiveFile({ text: await response.text(), fileName: STARTER.file, archiveId: STARTER.id });
  // It ships with us and a test reads it: a problem here is a bug of ours, not the user's.
  if (!contents.ok) throw new Error(contents.error.map(describeProblem).join('\n'));
  return contents.value;
}
