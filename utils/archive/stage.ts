import type { IDBPDatabase } from 'idb';
import {
  type ArchiveChoice,
  type ArchiveContents,
  type ArchiveId,
  type ArchiveSource,
  type Brief,
  done,
  type Edit,
  failed,
  type Note,
  type Result,
} from '@/utils/model';
import { type ArchiveRecord, recordOf } from './archive-record';
import type { Holds } from './holds';
import { bodiesOf, bodyKey, headOf, inOneTransaction, together, whole, type Writing } from './rows';
import type { Schema, Version } from './schema';

/** Briefs written in one transaction: some 100 ms, so that progress is seen and others get a turn. */
const BRIEFS_AT_ONCE = 500;

/** A version that was written beside the present ones and can be swapped in. */
export interface Staged {
  record: ArchiveRecord;
  /** Lets it go: if it was not swapped in, the next cleaning takes it away. */
  release: () => void;
}

/** What staging needs beside the contents. */
export interface Staging {
  /** Milliseconds since 1970: when the archive counts as put. */
  at: number;
  /** Absent: as the archive's present version has it. */
  source?: ArchiveSource | null;
  /** Told after each piece. */
  onProgress?: (done: { briefs: number; of: number }) => void;
}

/**
 * Writes contents as a version of its own, piece by piece; nobody sees it before it is swapped in. A cut leaves rows that no record
 * points at, and `cleanAside` finds them by their row in `aside`, which is written first.
 */
export async function stage(
  to: { database: IDBPDatabase<Schema>; holds: Holds },
  contents: ArchiveContents,
  { at, source, onProgress }: Staging,
): Promise<Staged> {
  const version: Version = crypto.randomUUID();
  const before = source === undefined ? await to.database.get('archives', contents.id) : undefined;
  const from = source === undefined ? (before?.source ?? null) : source;
  const record = recordOf(contents, { version, at, source: from });
  const release = await to.holds.hold(version);
  try {
    await to.database.put('aside', { version, state: 'staged', record });
    const { briefs, entities } = contents;
    for (let from = 0; from < briefs.length; from += BRIEFS_AT_ONCE) {
      await writeBodies(to.database, version, briefs.slice(from, from + BRIEFS_AT_ONCE));
      onProgress?.({ briefs: Math.min(from + BRIEFS_AT_ONCE, briefs.length), of: briefs.length });
    }
    await inOneTransaction(to.database, (transaction) =>
      together(
        () => transaction.objectStore('heads').put({ version, heads: briefs.map(headOf) }),
        () => transaction.objectStore('entities').put({ version, entities }),
      ),
    );
    return { record, release };
  } catch (error) {
    release();
    // A full disk may refuse this too; the row in `aside` is still there for the next cleaning.
    await dropVersion(to.database, version).catch(() => undefined);
    throw error;
  }
}

async function writeBodies(database: IDBPDatabase<Schema>, version: Version, briefs: readonly Brief[]): Promise<void> {
  // Over this store alone: whoever reads heads or indexes meanwhile does not wait.
  const transaction = database.transaction('bodies', 'readwrite');
  await whole(transaction, () =>
    together(
      ...briefs.map(
        ({ id, body }) =>
          () =>
            transaction.store.put({ id: bodyKey(version, id), body }),
      ),
    ),
  );
}

/** Takes away the versions that nobody holds: leftovers of a cut, and what can no longer be undone. Gives their number. */
export async function cleanAside(from: { database: IDBPDatabase<Schema>; holds: Holds }): Promise<number> {
  const aside = await from.database.getAll('aside');
  if (aside.length === 0) return 0;
  const held = await from.holds.held();
  const loose = aside.filter(({ version }) => !held.has(version));
  for (const { version } of loose) await dropVersion(from.database, version);
  return loose.length;
}

async function dropVersion(database: IDBPDatabase<Schema>, version: Version): Promise<void> {
  await inOneTransaction(database, async (transaction) => {
    // Looked at again inside: it may have been swapped in since.
    const row = await transaction.objectStore('aside').get(version);
    if (!row) return;
    // What was chosen of an archive goes with the last of it: a later one of that name is another.
    const { id } = row.record;
    if (row.state === 'former' && !(await transaction.objectStore('archives').get(id)))
      await transaction.objectStore('choices').delete(id);
    await together(
      () => transaction.objectStore('bodies').delete(bodiesOf(version)),
      () => transaction.objectStore('heads').delete(version),
      () => transaction.objectStore('entities').delete(version),
      () => transaction.objectStore('aside').delete(version),
    );
  });
}

/** What is done to the present archives at once. */
export type Swap =
  /** A version beside the present one, staged or former, takes its archive's place. */
  | { kind: 'put'; version: Version }
  | { kind: 'remove'; id: ArchiveId }
  | { kind: 'choose'; id: ArchiveId; choice: ArchiveChoice }
  /** These edits are all there are. */
  | { kind: 'edit'; edits: readonly Edit[] }
  /** This is all there is: a backup is restored, or that is undone. */
  | ({ kind: 'all' } & Everything);

/** All archives by the versions that stand aside for them, with everything else that is the user's own. */
export interface Everything {
  versions: readonly Version[];
  choices: readonly ({ archiveId: ArchiveId } & ArchiveChoice)[];
  edits: readonly Edit[];
  notes: readonly Note[];
}

/**
 * The swap: one transaction over records, choices and the indexes that fit them. `overtaken` where something changed since
 * `generation`, for then the indexes fit no more: make them anew. `gone` where the version or archive is no longer there.
 *
 * @returns the version that was left behind; it stays until cleaned, so hold it before if it may be wanted back
 */
export async function swapIn(
  database: IDBPDatabase<Schema>,
  swap: Swap,
  fit: { indexes: ReadonlyMap<string, Uint8Array<ArrayBuffer>>; generation: number },
): Promise<Result<{ former: Version | null }, 'overtaken' | 'gone'>> {
  return inOneTransaction(database, async (transaction) => {
    const generations = transaction.objectStore('generations');
    if (((await generations.get('archives')) ?? 0) !== fit.generation) return failed('overtaken');
    const former = await change(transaction, swap);
    if (!former.ok) return former;
    const generation = fit.generation + 1;
    const indexes = transaction.objectStore('indexes');
    await together(
      () => generations.put(generation, 'archives'),
      ...[...fit.indexes].map(
        ([name, bytes]) =>
          () =>
            indexes.put({ name, blob: new Blob([bytes]), generation }),
      ),
    );
    return former;
  });
}

async function change(transaction: Writing, swap: Swap): Promise<Result<{ former: Version | null }, 'gone'>> {
  const archives = transaction.objectStore('archives');
  const aside = transaction.objectStore('aside');
  const leave = async (record: ArchiveRecord | undefined): Promise<Version | null> => {
    if (record) await aside.put({ version: record.version, state: 'former', record });
    return record?.version ?? null;
  };
  switch (swap.kind) {
    case 'put': {
      const row = await aside.get(swap.version);
      if (!row) return failed('gone');
      const former = await leave(await archives.get(row.record.id));
      await together(
        () => archives.put(row.record),
        () => aside.delete(swap.version),
      );
      return done({ former });
    }
    case 'remove': {
      const former = await leave(await archives.get(swap.id));
      if (former === null) return failed('gone');
      await archives.delete(swap.id);
      return done({ former });
    }
    case 'choose': {
      if (!(await archives.get(swap.id))) return failed('gone');
      await transaction.objectStore('choices').put({ archiveId: swap.id, ...swap.choice });
      return done({ former: null });
    }
    case 'all': {
      const rows = await Promise.all(swap.versions.map((version) => aside.get(version)));
      if (rows.some((row) => row === undefined)) return failed('gone');
      for (const record of await archives.getAll()) await leave(record);
      await together(
        () => archives.clear(),
        ...rows.flatMap((row) => (row ? [() => archives.put(row.record), () => aside.delete(row.version)] : [])),
        ...replacing(transaction.objectStore('choices'), swap.choices),
        ...replacing(transaction.objectStore('edits'), swap.edits),
        ...replacing(transaction.objectStore('notes'), swap.notes),
      );
      return done({ former: null });
    }
    case 'edit': {
      const edits = transaction.objectStore('edits');
      await together(() => edits.clear(), ...swap.edits.map((edit) => () => edits.put(edit)));
      return done({ former: null });
    }
  }
}

/** Requests that make these rows all that a store holds. */
function replacing<Row>(
  store: { clear(): Promise<void>; put(row: Row): Promise<unknown> },
  rows: readonly Row[],
): (() => Promise<unknown>)[] {
  return [() => store.clear(), ...rows.map((row) => () => store.put(row))];
}
