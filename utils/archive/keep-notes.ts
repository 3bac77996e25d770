import type { IDBPDatabase } from 'idb';
import type { Note } from '@/utils/model';
import type { Schema } from './schema';

/** The user's notes: truth of its own, which no update of an archive touches. */
export interface StoredNotes {
  /** In the user's order. */
  notes(): Promise<Note[]>;
  /** Puts notes in, each in the place of the one with its id, and takes others out; all or none. */
  changeNotes(change: { put: readonly Note[]; remove: readonly string[] }): Promise<void>;
}

export function storedNotes(database: IDBPDatabase<Schema>): StoredNotes {
  return {
    notes: async () => (await database.getAll('notes')).sort((a, b) => a.place - b.place || a.pinnedAt - b.pinnedAt),
    async changeNotes({ put, remove }) {
      const { store, done } = database.transaction('notes', 'readwrite');
      await Promise.all([...remove.map((id) => store.delete(id)), ...put.map((note) => store.put(note)), done]);
    },
  };
}
