import { createStore, type StoreApi } from 'zustand/vanilla';
import { askBackground, type BriefRow, type Dossier, type ListedEntity, type TriedMention } from '@/utils/messaging';
import { type EntityChange, type EntityId, MAX_HITS } from '@/utils/model';
import { readEntityDraft, writeEntityDraft } from '@/utils/settings';

/** What was done to an entity and can still be undone, in a word for the toast. */
export interface EntityDone {
  editId: string;
  act: 'saved' | 'muted' | 'merged' | 'split';
  name: string;
}

export interface DossierState {
  /** The entity that lies over the briefing; null: none. */
  id: EntityId | null;
  status: 'opening' | 'open' | 'gone' | 'silent';
  /** The last that was known of it, also while it is asked for again. */
  dossier: Dossier | null;
  /** All its briefs as far as they were asked for, latest first. */
  briefs: readonly BriefRow[];
  editing: 'no' | 'yes';
  /** What its editor's fields held when they were left unsaved, as the editor wrote it; null: nothing. */
  draft: object | null;
  /** Entities to merge with; asked for when first looked for. */
  others: readonly ListedEntity[];
  done: EntityDone | null;
  /** What was tried last and failed; nothing has changed then. */
  refused: 'no' | 'yes';
}

export interface DossierActs {
  open(id: EntityId, tabId: number | null): Promise<void>;
  close(): void;
  /** Asks again: the archives or the edits changed. */
  refresh(): Promise<void>;
  /** Asks for the briefs that are not there yet. */
  moreBriefs(): Promise<void>;
  edit(editing: 'no' | 'yes'): Promise<void>;
  /** Keeps what the editor's fields hold until it is saved or started over (null). */
  keepDraft(draft: object | null): void;
  /** Changes the entity in one go; `make` is given the edit's id, which a split-off entity is called after. */
  change(act: EntityDone['act'], make: (editId: string) => readonly EntityChange[]): Promise<'done' | 'refused'>;
  /** What a sentence would be read as with these changes. */
  tryOn(changes: readonly EntityChange[], text: string): Promise<readonly TriedMention[]>;
  undo(editId: string): Promise<void>;
  settle(): void;
}

export type DossierStore = StoreApi<DossierState & DossierActs>;

/** Where drafts outlive the panel; handed in so that tests need no browser. */
export interface DraftKeeper {
  read(id: EntityId): Promise<unknown>;
  write(id: EntityId, draft: object | null): Promise<void>;
}
const DRAFTS: DraftKeeper = { read: readEntityDraft, write: writeEntityDraft };

/** An entity's dossier and editor: what is drawn of it, for panel and options alike. */
export function createDossierStore(ask: typeof askBackground = askBackground, drafts = DRAFTS): DossierStore {
  return createStore<DossierState & DossierActs>((set, get) => {
    let tab: number | null = null;
    const read = async (id: EntityId): Promise<void> => {
      const answer = await ask('dossier', { id, tabId: tab });
      if (get().id !== id) return; // another was opened meanwhile, or none
      if (!answer.ok) return set({ status: answer.error === 'gone' ? 'gone' : 'silent' });
      const { briefs } = get();
      const isSame = get().dossier?.total === answer.value.total && briefs.length > answer.value.briefs.length;
      set({
        id: answer.value.id,
        status: 'open',
        dossier: answer.value,
        briefs: isSame ? briefs : answer.value.briefs,
      });
    };
    return {
      id: null,
      status: 'opening',
      dossier: null,
      briefs: [],
      editing: 'no',
      draft: null,
      others: [],
      done: null,
      refused: 'no',

      async open(id, tabId) {
        tab = tabId;
        set({ id, status: 'opening', dossier: null, briefs: [], editing: 'no', draft: null, refused: 'no' });
        const draft = await drafts.read(id);
        if (get().id !== id) return;
        if (typeof draft === 'object') set({ draft });
        await read(id);
      },

      close: () => set({ id: null, dossier: null, briefs: [], editing: 'no', draft: null, refused: 'no' }),

      async refresh() {
        const { id } = get();
        if (id !== null) await read(id);
      },

      async moreBriefs() {
        const { id, briefs, dossier } = get();
        if (id === null || !dossier || briefs.length >= dossier.total) return;
        const answer = await ask('briefsAbout', { id, offset: briefs.length, limit: MAX_HITS });
        // Two askings at once bring the same slice twice: the second is dropped.
        if (answer.ok && get().id === id && get().briefs === briefs) set({ briefs: [...briefs, ...answer.value] });
      },

      async edit(editing) {
        set({ editing, refused: 'no' });
        if (editing === 'no' || get().others.length > 0) return;
        const answer = await ask('entities', null);
        if (answer.ok) set({ others: answer.value });
      },

      keepDraft(draft) {
        const { id } = get();
        if (id === null) return;
        set({ draft });
        void drafts.write(id, draft); // the next key writes again
      },

      async change(act, make) {
        const { id, dossier } = get();
        if (id === null) return 'refused';
        const editId = crypto.randomUUID();
        const answer = await ask('editEntity', { id: editId, changes: make(editId) });
        set({ refused: answer.ok ? 'no' : 'yes' });
        if (!answer.ok) return 'refused';
        if (act === 'saved') get().keepDraft(null);
        set({ done: { editId, act, name: dossier?.fullName ?? '' }, editing: 'no', others: [] });
        await get().refresh();
        return 'done';
      },

      async tryOn(changes, text) {
        const { id } = get();
        const answer = id === null ? null : await ask('tryEdit', { id, changes, text });
        return answer?.ok ? answer.value : [];
      },

      async undo(editId) {
        const answer = await ask('undoEdit', { id: editId });
        set({ refused: answer.ok ? 'no' : 'yes', others: [], ...(answer.ok ? { done: null } : {}) });
        await get().refresh();
      },

      settle: () => set({ done: null }),
    };
  });
}
