import { createStore, type StoreApi } from 'zustand/vanilla';
import { askBackground, type NoteRow } from '@/utils/messaging';
import type { BriefId, Note } from '@/utils/model';

export interface NotesState {
  /** null before the first answer. */
  notes: readonly NoteRow[] | null;
  /** What was done last and is said: a removal can be undone. */
  done: { act: 'pinned' | 'removed'; id: string } | null;
  /** What was asked last was not done; what was typed stays in its field. */
  refused: 'no' | 'yes';
}

export interface NotesActs {
  refresh(): Promise<void>;
  pin(briefId: BriefId, quote: string | null): Promise<void>;
  /** Kept with every key stroke: typed text survives everything. */
  write(id: string, text: string): Promise<void>;
  /** One place up or down. */
  shift(id: string, by: -1 | 1): Promise<void>;
  /** Before another note, or with null to the end. */
  move(id: string, before: string | null): Promise<void>;
  remove(id: string): Promise<void>;
  undo(): Promise<void>;
  settle(): void;
}

export type NotesStore = StoreApi<NotesState & NotesActs>;

/** The user's notes: what is drawn of them. */
export function createNotesStore(ask: typeof askBackground = askBackground): NotesStore {
  let removed: Note | null = null;
  // Writings that are on their way: an answer that is older than the field must not overwrite it.
  const writing = new Map<string, string>();

  return createStore<NotesState & NotesActs>((set, get) => {
    const told = (answer: { ok: boolean }): boolean => {
      set({ refused: answer.ok ? 'no' : 'yes' });
      return answer.ok;
    };
    return {
      notes: null,
      done: null,
      refused: 'no',

      async refresh() {
        const answer = await ask('notes', null);
        if (!answer.ok) return set({ refused: 'yes' });
        const notes = answer.value.map((note) => ({ ...note, text: writing.get(note.id) ?? note.text }));
        set({ notes });
      },

      async pin(briefId, quote) {
        const answer = await ask('pin', { id: crypto.randomUUID(), briefId, quote });
        if (told(answer) && answer.ok) set({ done: { act: 'pinned', id: answer.value.id } });
        await get().refresh();
      },

      async write(id, text) {
        writing.set(id, text);
        set({ notes: (get().notes ?? []).map((note) => (note.id === id ? { ...note, text } : note)) });
        const answer = await ask('writeNote', { id, text });
        if (told(answer) && writing.get(id) === text) writing.delete(id);
      },

      async shift(id, by) {
        const notes = get().notes ?? [];
        const at = notes.findIndex((note) => note.id === id);
        if (at < 0 || at + by < 0 || at + by >= notes.length) return;
        await get().move(id, notes[by < 0 ? at - 1 : at + 2]?.id ?? null);
      },

      async move(id, before) {
        const notes = get().notes ?? [];
        const moved = notes.find((note) => note.id === id);
        if (!moved || id === before) return;
        const others = notes.filter((note) => note.id !== id);
        const at = before === null ? others.length : others.findIndex((note) => note.id === before);
        set({ notes: others.toSpliced(at, 0, moved) }); // at once, or a second press would move from the old place
        told(await ask('moveNote', { id, before }));
        await get().refresh();
      },

      async remove(id) {
        const row = get().notes?.find((note) => note.id === id);
        if (!row || !told(await ask('removeNote', { id }))) return;
        const { state: _state, passageNow: _passageNow, ...note } = row;
        removed = note;
        set({ done: { act: 'removed', id } });
        await get().refresh();
      },

      async undo() {
        const { done } = get();
        if (done?.act === 'pinned') told(await ask('removeNote', { id: done.id }));
        else if (removed) told(await ask('putNote', { note: removed }));
        set({ done: null });
        await get().refresh();
      },

      settle: () => set({ done: null }),
    };
  });
}
