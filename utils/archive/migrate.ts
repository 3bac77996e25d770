import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { ArchiveContents, ArchiveId, BodyBlock, BriefHead, BriefId, Entity } from '@/utils/model';
import { recordOf } from './archive-record';
import type { Schema } from './schema';

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** Takes a database of any older version to the present one, a step a version. Awaits nothing but the database, or the upgrade would end early. */
export async function migrate(database: IDBPDatabase<Schema>, from: number, upgrade: Upgrade): Promise<void> {
  if (from < 1) {
    database.createObjectStore('archives', { keyPath: 'id' });
    database.createObjectStore('bodies', { keyPath: 'id' });
    database.createObjectStore('indexes', { keyPath: 'name' });
  }
  if (from < 2) await toVersions(database, from, upgrade);
  if (from < 3) {
    database.createObjectStore('edits', { keyPath: 'id' });
    database.createObjectStore('notes', { keyPath: 'id' });
  }
}

/** The archives of schema 1: one state each, its rows under the archive's id. */
interface OldRecord {
  id: ArchiveId;
  title: string;
  homePage: string | null;
  installedAt: number;
}

/**
 * Schema 2: rows belong to a version. Bodies keep their keys, for those begin with the archive's id, and that is what the first
 * version of an old archive is called.
 */
async function toVersions(database: IDBPDatabase<Schema>, from: number, upgrade: Upgrade): Promise<void> {
  const old = from === 1 ? await oldArchives(upgrade) : [];
  if (from === 1) {
    database.deleteObjectStore('heads');
    database.deleteObjectStore('entities');
  }
  const heads = database.createObjectStore('heads', { keyPath: 'version' });
  const entities = database.createObjectStore('entities', { keyPath: 'version' });
  database.createObjectStore('aside', { keyPath: 'version' });
  database.createObjectStore('choices', { keyPath: 'archiveId' });
  database.createObjectStore('generations');
  for (const { contents, installedAt } of old) {
    const version = contents.id;
    const source = null;
    await heads.put({ version, heads: contents.briefs.map(({ body: _body, ...head }) => head) });
    await entities.put({ version, entities: contents.entities });
    await upgrade.objectStore('archives').put(recordOf(contents, { version, at: installedAt, source }));
  }
}

async function oldArchives(upgrade: Upgrade): Promise<{ contents: ArchiveContents; installedAt: number }[]> {
  const records = (await upgrade.objectStore('archives').getAll()) as unknown as OldRecord[];
  const heads = (await upgrade.objectStore('heads').getAll()) as unknown as {
    archiveId: ArchiveId;
    heads: BriefHead[];
  }[];
  const entities = (await upgrade.objectStore('entities').getAll()) as unknown as {
    archiveId: ArchiveId;
    entities: Entity[];
  }[];
  const bodies = new Map<BriefId, readonly BodyBlock[]>(
    (await upgrade.objectStore('bodies').getAll()).map(({ id, body }) => [id, body]),
  );
  return records.map(({ id, title, homePage, installedAt }) => ({
    installedAt,
    contents: {
      id,
      title,
      homePage,
      entities: entities.find(({ archiveId }) => archiveId === id)?.entities ?? [],
      briefs: (heads.find(({ archiveId }) => archiveId === id)?.heads ?? []).map((head) => ({
        ...head,
        body: bodies.get(head.id) ?? [],
      })),
    },
  }));
}
