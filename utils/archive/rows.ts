import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { ArchiveChoice, ArchiveContents, ArchiveId, Brief, BriefHead, BriefId } from '@/utils/model';
import { type ArchiveRecord, contentsOf } from './archive-record';
import { type Schema, STORES, type Version } from './schema';

/** The key of a brief's body in a version. */
export function bodyKey(version: Version, id: BriefId): string {
  return version + id.slice(id.indexOf('/'));
}

/** All bodies of a version. U+FFFF sorts after every character an id can go on with. */
export function bodiesOf(version: Version): IDBKeyRange {
  return IDBKeyRange.bound(`${version}/`, `${version}/\uffff`);
}

/** The archive a brief or an entity belongs to. */
export function archiveOf(id: string): ArchiveId {
  return id.slice(0, id.indexOf('/'));
}

export function headOf({ body: _body, ...head }: Brief): BriefHead {
  return head;
}

/** The contents of a version, present or not; null where a row that has to be there is not. */
export async function readVersion(
  database: IDBPDatabase<Schema>,
  record: ArchiveRecord,
): Promise<ArchiveContents | null> {
  const { version } = record;
  const transaction = database.transaction(['heads', 'entities', 'bodies']);
  const [heads, entities, bodies] = await Promise.all([
    transaction.objectStore('heads').get(version),
    transaction.objectStore('entities').get(version),
    transaction.objectStore('bodies').getAll(bodiesOf(version)),
  ]);
  if (!heads || !entities || bodies.length !== heads.heads.length) return null;
  const bodyOf = new Map(bodies.map((row) => [row.id, row.body]));
  return contentsOf(record, {
    heads: heads.heads,
    entities: entities.entities,
    bodyOf: (id) => bodyOf.get(bodyKey(version, id)) ?? [],
  });
}

/** What an archive's user chose; without a choice it takes part, and the archive itself says where its names may be painted. */
export function choiceFor(
  record: ArchiveRecord,
  choices: readonly (ArchiveChoice & { archiveId: ArchiveId })[],
): ArchiveChoice {
  const chosen = choices.find(({ archiveId }) => archiveId === record.id);
  if (chosen) return { use: chosen.use, marks: chosen.marks };
  return { use: 'on', marks: record.says === 'private' ? 'panel-only' : 'in-pages' };
}

export type Writing = IDBPTransaction<Schema, typeof STORES, 'readwrite'>;

/** One transaction over everything, wholly or not at all. */
export function inOneTransaction<T>(
  database: IDBPDatabase<Schema>,
  work: (transaction: Writing) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(STORES, 'readwrite');
  return whole(transaction, () => work(transaction));
}

/**
 * A transaction's work, wholly or not at all. A request that fails takes the transaction with it; one that cannot even be made (a value
 * that does not clone) throws instead, and would leave the earlier ones to be committed: so we abort ourselves.
 */
export async function whole<T>(
  transaction: { abort(): void; done: Promise<void> },
  work: () => Promise<T>,
): Promise<T> {
  let answer: T;
  try {
    answer = await work();
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has aborted by itself already; the first error tells more than this one.
    }
    await transaction.done.catch(() => undefined);
    throw error;
  }
  await transaction.done;
  return answer;
}

/** Makes requests side by side. One that cannot even be made rejects like the others, so that none is left unheard. */
export async function together(...requests: readonly (() => Promise<unknown>)[]): Promise<void> {
  await Promise.all(requests.map(async (make) => make()));
}
