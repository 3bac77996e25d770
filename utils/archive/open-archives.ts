import { type IDBPTransaction, openDB } from 'idb';
import type {
  ArchiveContents,
  ArchiveId,
  BodyBlock,
  Brief,
  BriefHead,
  BriefId,
  Entity,
  StoredArchive,
} from '@/utils/model';
import { type ArchiveRecord, DATABASE, migrate, SCHEMA_VERSION, type Schema } from './schema';

/** Everything the browser keeps of archives. Each call is one transaction. Rejects as IndexedDB does; see `storageFailure`. */
export interface Archives {
  list(): Promise<ArchiveRecord[]>;
  /** Heads of all archives, archive by archive, in their file's order. */
  heads(): Promise<BriefHead[]>;
  entities(): Promise<Entity[]>;
  /** Every brief with its body: for making an index anew, not for showing. */
  briefs(): Promise<Brief[]>;
  /** A whole brief; null where it is no longer there. */
  brief(id: BriefId): Promise<Brief | null>;
  /** Bodies for the passages that a search shows, in the order asked; empty where a brief is no longer there. */
  bodies(ids: readonly BriefId[]): Promise<(readonly BodyBlock[])[]>;
  /** One archive as it was put, and when; null where it is not there. */
  archive(id: ArchiveId): Promise<StoredArchive | null>;
  /** A stored index as it was put; null where it has to be rebuilt. */
  index(name: string): Promise<Blob | null>;
  putIndex(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /**
   * Puts an archive in the place of its older self, with the indexes that fit it, in one transaction: afterwards the
   * archive is wholly new, or after any failure wholly old.
   */
  put(
    contents: ArchiveContents,
    beside: { indexes: ReadonlyMap<string, Uint8Array<ArrayBuffer>>; at: number },
  ): Promise<void>;
  /** Takes an archive out, likewise at once. */
  remove(id: ArchiveId, beside: { indexes: ReadonlyMap<string, Uint8Array<ArrayBuffer>> }): Promise<void>;
  close(): void;
}

/** Opens the database, made or migrated where needed. Gives way when a newer build wants to migrate it. */
export async function openArchives(): Promise<Archives> {
  const database = await openDB<Schema>(DATABASE, SCHEMA_VERSION, {
    upgrade: (opened, from) => migrate(opened, from),
    // Without this an update of the extension would wait until the last old page of ours is closed (promise R14).
    blocking: () => database.close(),
  });

  return {
    list: () => database.getAll('archives'),
    heads: async () => (await database.getAll('heads')).flatMap((row) => row.heads),
    entities: async () => (await database.getAll('entities')).flatMap((row) => row.entities),
    async briefs() {
      const transaction = database.transaction(['heads', 'bodies']);
      const [rows, bodies] = await Promise.all([
        transaction.objectStore('heads').getAll(),
        transaction.objectStore('bodies').getAll(),
      ]);
      const bodyOf = new Map(bodies.map(({ id, body }) => [id, body]));
      return rows.flatMap(({ heads }) => heads.map((head) => ({ ...head, body: bodyOf.get(head.id) ?? [] })));
    },
    async brief(id) {
      const transaction = database.transaction(['heads', 'bodies']);
      const [row, heads] = await Promise.all([
        transaction.objectStore('bodies').get(id),
        transaction.objectStore('heads').get(archiveOf(id)),
      ]);
      const head = heads?.heads.find((candidate) => candidate.id === id);
      return row && head ? { ...head, body: row.body } : null;
    },
    async bodies(ids) {
      const store = database.transaction('bodies').objectStore('bodies');
      const rows = await Promise.all(ids.map((id) => store.get(id)));
      return rows.map((row) => row?.body ?? []);
    },
    async archive(id) {
      const transaction = database.transaction(['archives', 'heads', 'entities', 'bodies']);
      const [record, heads, entities, bodies] = await Promise.all([
        transaction.objectStore('archives').get(id),
        transaction.objectStore('heads').get(id),
        transaction.objectStore('entities').get(id),
        transaction.objectStore('bodies').getAll(rangeOf(id)),
      ]);
      if (!record) return null;
      const { title, homePage, installedAt } = record;
      const bodyOf = new Map(bodies.map((row) => [row.id, row.body]));
      const briefs = (heads?.heads ?? []).map((head) => ({ ...head, body: bodyOf.get(head.id) ?? [] }));
      return { contents: { id, title, homePage, entities: entities?.entities ?? [], briefs }, installedAt };
    },
    index: async (name) => (await database.get('indexes', name))?.blob ?? null,
    async putIndex(name, bytes) {
      await database.put('indexes', { name, blob: new Blob([bytes]) });
    },
    async put(contents, { indexes, at }) {
      const { id, title, homePage, entities, briefs } = contents;
      const transaction = database.transaction(STORES, 'readwrite');
      const { archives, heads, entities: known, bodies, indexes: caches } = storesOf(transaction);
      await whole(transaction, [
        () => bodies.delete(rangeOf(id)),
        () => archives.put({ id, title, homePage, installedAt: at, briefs: briefs.length }),
        () => heads.put({ archiveId: id, heads: briefs.map(headOf) }),
        () => known.put({ archiveId: id, entities }),
        ...briefs.map((brief) => () => bodies.put({ id: brief.id, body: brief.body })),
        ...rowsOf(indexes).map((row) => () => caches.put(row)),
      ]);
    },
    async remove(id, { indexes }) {
      const transaction = database.transaction(STORES, 'readwrite');
      const { archives, heads, entities, bodies, indexes: caches } = storesOf(transaction);
      await whole(transaction, [
        () => bodies.delete(rangeOf(id)),
        () => archives.delete(id),
        () => heads.delete(id),
        () => entities.delete(id),
        ...rowsOf(indexes).map((row) => () => caches.put(row)),
      ]);
    },
    close: () => database.close(),
  };
}

const STORES = ['archives', 'heads', 'entities', 'bodies', 'indexes'] as const;
type Writing = IDBPTransaction<Schema, typeof STORES, 'readwrite'>;

function storesOf(transaction: Writing) {
  return {
    archives: transaction.objectStore('archives'),
    heads: transaction.objectStore('heads'),
    entities: transaction.objectStore('entities'),
    bodies: transaction.objectStore('bodies'),
    indexes: transaction.objectStore('indexes'),
  };
}

/**
 * All requests or none. A request that fails takes the transaction with it; one that cannot even be made (a value that
 * does not clone) throws instead, and would leave the earlier ones to be committed: so we abort ourselves.
 */
async function whole(transaction: Writing, requests: readonly (() => Promise<unknown>)[]): Promise<void> {
  try {
    await Promise.all(requests.map(async (make) => make()));
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
}

function rowsOf(indexes: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): { name: string; blob: Blob }[] {
  return [...indexes].map(([name, bytes]) => ({ name, blob: new Blob([bytes]) }));
}

function headOf({ body: _body, ...head }: Brief): BriefHead {
  return head;
}

function archiveOf(id: BriefId): ArchiveId {
  return id.slice(0, id.indexOf('/'));
}

/** U+FFFF sorts after every character an id can go on with. */
function rangeOf(id: ArchiveId): IDBKeyRange {
  return IDBKeyRange.bound(`${id}/`, `${id}/\uffff`);
}
