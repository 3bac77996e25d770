import type { IDBPDatabase } from 'idb';
import type { Edit } from '@/utils/model';
import type { Schema } from './schema';

/** The user's edits: truth of its own, which no update of an archive touches. Those that indexes rest on are changed by a swap. */
export interface StoredEdits {
  /** In the order they were made. */
  edits(): Promise<Edit[]>;
  /** Puts these edits in the place of all, where no index changes by it. */
  setEdits(edits: readonly Edit[]): Promise<void>;
}

export function storedEdits(database: IDBPDatabase<Schema>): StoredEdits {
  return {
    edits: async () => (await database.getAll('edits')).sort((a, b) => a.at - b.at),
    async setEdits(edits) {
      const { store, done } = database.transaction('edits', 'readwrite');
      await Promise.all([store.clear(), ...edits.map((edit) => store.put(edit)), done]);
    },
  };
}
