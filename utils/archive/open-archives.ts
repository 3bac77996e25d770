import { type IDBPDatabase, openDB } from 'idb';
import type {
  ArchiveChoice,
  ArchiveContents,
  ArchiveId,
  BodyBlock,
  Brief,
  BriefHead,
  BriefId,
  Entity,
  Result,
} from '@/utils/model';
import { type ArchiveRecord, checksumOf } from './archive-record';
import { holdsBy, type Locks } from './holds';
import { type StoredEdits, storedEdits } from './keep-edits';
import { type StoredNotes, storedNotes } from './keep-notes';
import { migrate } from './migrate';
import { archiveOf, bodiesOf, bodyKey, choiceFor, readVersion } from './rows';
import { DATABASE, SCHEMA_VERSION, type Schema, type Version } from './schema';
import { cleanAside, stage, type Staged, type Staging, type Swap, swapIn } from './stage';

/** An archive for lists: what it is, and what its user chose. */
export type ListedArchive = ArchiveRecord & ArchiveChoice;

/** Everything the browser keeps of archives. Each call is one transaction but where it says so. Rejects as IndexedDB does; see `storageFailure`. */
export interface Archives extends StoredEdits, StoredNotes {
  /** All of them, also those switched off, by their ids. */
  list(): Promise<ListedArchive[]>;
  /** Whether an archive takes part, or will once it is there: an undo may bring back one that was switched off. */
  useOf(id: ArchiveId): Promise<ArchiveChoice['use']>;
  /** Raised by every change of what is read below: who keeps something made of it asks whether it still fits. */
  generation(): Promise<number>;
  /** Heads of the archives that take part, archive by archive, in their file's order. */
  heads(): Promise<BriefHead[]>;
  /** Entities of the archives that take part. */
  entities(): Promise<Entity[]>;
  /** Every brief of the archives that take part, with its body: for making an index anew, not for showing. */
  briefs(): Promise<Brief[]>;
  /** A whole brief, also of an archive that is switched off; null where it is no longer there. */
  brief(id: BriefId): Promise<Brief | null>;
  /** Bodies for the passages that a search shows, in the order asked; empty where a brief is no longer there. */
  bodies(ids: readonly BriefId[]): Promise<(readonly BodyBlock[])[]>;
  /** One archive as it was put, and when; null where it is not there or has lost rows. */
  archive(id: ArchiveId): Promise<{ contents: ArchiveContents; installedAt: number } | null>;
  /** Whether an archive is there with just these contents: then there is nothing to put. */
  has(contents: ArchiveContents): Promise<boolean>;
  /** Ids of an archive's briefs, also of one that is switched off; empty where it is not there. */
  briefIds(id: ArchiveId): Promise<readonly BriefId[]>;
  /** A version that stands aside, staged or former; null where it is no longer there. */
  asideContents(version: Version): Promise<ArchiveContents | null>;
  /** A stored index that fits what is stored now; null where it has to be made. */
  index(name: string): Promise<Blob | null>;
  /** Keeps an index, unless something changed since the generation it was made for. */
  putIndex(name: string, bytes: Uint8Array<ArrayBuffer>, generation: number): Promise<void>;
  /** Writes contents beside the present archives, in several transactions; nothing reads them before the swap. */
  stage(contents: ArchiveContents, staging: Staging): Promise<Staged>;
  /** Puts a version in the place of its archive's older self, takes an archive out, or keeps a choice: wholly or not at all. */
  swap(
    swap: Swap,
    fit: { indexes: ReadonlyMap<string, Uint8Array<ArrayBuffer>>; generation: number },
  ): Promise<Result<{ former: Version | null }, 'overtaken' | 'gone'>>;
  /** Keeps a version from being cleaned until it is released, or its holder is gone. */
  hold(version: Version): Promise<() => void>;
  /** Takes away versions that nobody holds any more: leftovers of a cut, and what can no longer be undone. Gives their number. */
  clean(): Promise<number>;
  /** Archives that have not all the rows they should have. Reads no row, only counts them. */
  findDamaged(): Promise<ArchiveRecord[]>;
  close(): void;
}

/**
 * Opens the database, made or migrated where needed. Gives way when a newer build wants to migrate it.
 *
 * @param locks the browser's `navigator.locks`
 */
export async function openArchives(locks: Locks): Promise<Archives> {
  const database = await openDB<Schema>(DATABASE, SCHEMA_VERSION, {
    upgrade(opened, from, _to, transaction) {
      // A step that fails takes the whole upgrade along: the database stays as the older version left it.
      void migrate(opened, from, transaction).catch(() => transaction.abort());
    },
    // Without this an update of the extension would wait until the last old page of ours is closed (promise R14).
    blocking: () => database.close(),
  });
  const holds = holdsBy(locks);

  return {
    ...storedEdits(database),
    ...storedNotes(database),
    async list() {
      const transaction = database.transaction(['archives', 'choices']);
      const [records, choices] = await Promise.all([
        transaction.objectStore('archives').getAll(),
        transaction.objectStore('choices').getAll(),
      ]);
      return records.map((record) => ({ ...record, ...choiceFor(record, choices) }));
    },
    useOf: async (id) => (await database.get('choices', id))?.use ?? 'on',
    generation: async () => (await database.get('generations', 'archives')) ?? 0,
    heads: () => readHeads(database),
    entities: () => readEntities(database),
    briefs: () => readBriefs(database),
    brief: (id) => readBrief(database, id),
    bodies: (ids) => readBodies(database, ids),
    async archive(id) {
      const record = await database.get('archives', id);
      const contents = record && (await readVersion(database, record));
      return record && contents ? { contents, installedAt: record.installedAt } : null;
    },
    async has(contents) {
      const record = await database.get('archives', contents.id);
      return record !== undefined && record.checksum === checksumOf(contents);
    },
    async briefIds(id) {
      const transaction = database.transaction(['archives', 'heads']);
      const record = await transaction.objectStore('archives').get(id);
      const row = record && (await transaction.objectStore('heads').get(record.version));
      return row?.heads.map((head) => head.id) ?? [];
    },
    async asideContents(version) {
      const row = await database.get('aside', version);
      return row ? readVersion(database, row.record) : null;
    },
    async index(name) {
      const transaction = database.transaction(['indexes', 'generations']);
      const [row, generation = 0] = await Promise.all([
        transaction.objectStore('indexes').get(name),
        transaction.objectStore('generations').get('archives'),
      ]);
      return row && row.generation === generation ? row.blob : null;
    },
    async putIndex(name, bytes, generation) {
      const transaction = database.transaction(['indexes', 'generations'], 'readwrite');
      const now = (await transaction.objectStore('generations').get('archives')) ?? 0;
      if (now === generation)
        await transaction.objectStore('indexes').put({ name, blob: new Blob([bytes]), generation });
      await transaction.done;
    },
    stage: (contents, staging) => stage({ database, holds }, contents, staging),
    swap: (swap, fit) => swapIn(database, swap, fit),
    hold: (version) => holds.hold(version),
    clean: () => cleanAside({ database, holds }),
    async findDamaged() {
      const transaction = database.transaction(['archives', 'bodies', 'heads', 'entities']);
      const records = await transaction.objectStore('archives').getAll();
      const whole = await Promise.all(
        records.map(async ({ version, briefs }) => {
          const [bodies, heads, entities] = await Promise.all([
            transaction.objectStore('bodies').count(bodiesOf(version)),
            transaction.objectStore('heads').count(version),
            transaction.objectStore('entities').count(version),
          ]);
          return bodies === briefs && heads === 1 && entities === 1;
        }),
      );
      return records.filter((_, place) => !whole[place]);
    },
    close: () => database.close(),
  };
}

type Database = IDBPDatabase<Schema>;
type Reading = ReturnType<typeof reading>;

function reading(database: Database) {
  return database.transaction(['archives', 'choices', 'heads', 'entities', 'bodies']);
}

/** The records of the archives that take part. */
async function inUse(transaction: Reading): Promise<ArchiveRecord[]> {
  const [records, choices] = await Promise.all([
    transaction.objectStore('archives').getAll(),
    transaction.objectStore('choices').getAll(),
  ]);
  return records.filter((record) => choiceFor(record, choices).use === 'on');
}

async function readHeads(database: Database): Promise<BriefHead[]> {
  const transaction = reading(database);
  const records = await inUse(transaction);
  const rows = await Promise.all(records.map(({ version }) => transaction.objectStore('heads').get(version)));
  return rows.flatMap((row) => row?.heads ?? []);
}

async function readEntities(database: Database): Promise<Entity[]> {
  const transaction = reading(database);
  const records = await inUse(transaction);
  const rows = await Promise.all(records.map(({ version }) => transaction.objectStore('entities').get(version)));
  return rows.flatMap((row) => row?.entities ?? []);
}

async function readBriefs(database: Database): Promise<Brief[]> {
  const transaction = reading(database);
  const records = await inUse(transaction);
  const archives = await Promise.all(
    records.map(async ({ version }) => {
      const [row, bodies] = await Promise.all([
        transaction.objectStore('heads').get(version),
        transaction.objectStore('bodies').getAll(bodiesOf(version)),
      ]);
      const bodyOf = new Map(bodies.map(({ id, body }) => [id, body]));
      return (row?.heads ?? []).map((head) => ({ ...head, body: bodyOf.get(bodyKey(version, head.id)) ?? [] }));
    }),
  );
  return archives.flat();
}

async function readBrief(database: Database, id: BriefId): Promise<Brief | null> {
  const transaction = reading(database);
  const record = await transaction.objectStore('archives').get(archiveOf(id));
  if (!record) return null;
  const [row, heads] = await Promise.all([
    transaction.objectStore('bodies').get(bodyKey(record.version, id)),
    transaction.objectStore('heads').get(record.version),
  ]);
  const head = heads?.heads.find((candidate) => candidate.id === id);
  return row && head ? { ...head, body: row.body } : null;
}

async function readBodies(database: Database, ids: readonly BriefId[]): Promise<(readonly BodyBlock[])[]> {
  const transaction = reading(database);
  const versions = new Map<ArchiveId, Version>();
  const records = await Promise.all([...new Set(ids.map(archiveOf))].map((id) => transaction.objectStore('archives').get(id))); // prettier-ignore
  for (const record of records) if (record) versions.set(record.id, record.version);
  const rows = await Promise.all(
    ids.map(async (id) => {
      const version = versions.get(archiveOf(id));
      return version === undefined ? undefined : transaction.objectStore('bodies').get(bodyKey(version, id));
    }),
  );
  return rows.map((row) => row?.body ?? []);
}
