import type { ArchiveContents, Brief } from '@/utils/model';
import type { Archives, Version } from '.';

/** A brief with nothing but a title and a body. */
export function brief(id: string, title: string): Brief {
  const [archiveId = ''] = id.split('/');
  return {
    id,
    archiveId,
    group: id,
    lang: 'en',
    week: null,
    date: null,
    title,
    situation: null,
    summary: '',
    entities: [],
    url: null,
    authors: [],
    body: [{ kind: 'paragraph', spans: [{ text: `body of ${title}` }] }],
  };
}

/** An archive of one brief a title. */
export function archive(id: string, titles: readonly string[]): ArchiveContents {
  return {
    id,
    title: `archive ${id}`,
    homePage: null,
    entities: [
      { id: `${id}/e`, type: 'place', names: [{ text: 'Minsk', kind: 'full' }], ambiguous: false, saidBy: 'archive' },
    ],
    briefs: titles.map((title, place) => brief(`${id}/${place}`, title)),
  };
}

/** Indexes that can be told apart. */
export const indexes = (byte: number): Map<string, Uint8Array<ArrayBuffer>> =>
  new Map([['names', Uint8Array.of(byte)]]);

/** Stages and swaps, as whoever keeps archives does. Gives the version that was left behind. */
export async function put(archives: Archives, contents: ArchiveContents, at = 5): Promise<Version | null> {
  const { record, release } = await archives.stage(contents, { at });
  const generation = await archives.generation();
  const swapped = await archives.swap({ kind: 'put', version: record.version }, { indexes: indexes(at), generation });
  release();
  if (!swapped.ok) throw new Error(swapped.error);
  return swapped.value.former;
}

/** Swaps with indexes that fit. */
export async function swap(archives: Archives, what: Parameters<Archives['swap']>[0]): ReturnType<Archives['swap']> {
  return archives.swap(what, { indexes: indexes(0), generation: await archives.generation() });
}

/** Titles of the archives that take part. */
export const titles = async (archives: Archives): Promise<string[]> =>
  (await archives.heads()).map((head) => head.title);

/** Rows of each store: what is left when an archive has gone. */
export async function rows(): Promise<Record<string, number>> {
  const opened = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('backgrounder');
    request.onsuccess = () => resolve(request.result);
  });
  const count = (store: string): Promise<number> =>
    new Promise((resolve) => {
      const request = opened.transaction(store).objectStore(store).count();
      request.onsuccess = () => resolve(request.result);
    });
  const stores = ['archives', 'heads', 'entities', 'bodies', 'aside'];
  const counted = Object.fromEntries(
    await Promise.all(stores.map(async (store) => [store, await count(store)] as const)),
  );
  opened.close();
  return counted;
}
