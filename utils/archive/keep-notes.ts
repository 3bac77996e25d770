import type { IDBPDatabase } from 'idb';
import type { Note } from '@/utils/model';
import type { Schema } from './schema';

/** Notes to put in, each in the place of the one with its id, and notes to take out. */
export interface NoteChange {
  put?: readonly Note[];
  /** Their ids. */
  remove?: readonly string[];
}

/** The user's notes: truth of its own, which no update of an archive touches. */
export interface StoredNotes {
  /** In the user's order. */
  notes(): Promise<Note[]>;
  /** Changes the notes by what they are, in one transaction: what is typed meanwhile is not lost. */
  changeNotes(change: (notes: readonly Note[]) => NoteChange): Promise<void>;
}

export function storedNotes(database: IDBPDatabase<Schema>): StoredNotes {
  return {
    notes: async () => inOrder(await database.getAll('notes')),
    async changeNotes(change) {
      const { store, done } = database.transaction('notes', 'readwrite');
      const { put = [], remove = [] } = change(inOrder(await store.getAll()));
      await Promise.all([...remove.map((id) => store.delete(id)), ...put.map((note) => store.put(note)), done]);
    },
  };
}

function inOrder(notes: Note[]): Note[] {
  return notes.sort((a, b) => a.place - b.place || a.pinnedAt - b.pinnedAt);
}
