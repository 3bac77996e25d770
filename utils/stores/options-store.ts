import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ArchiveSummary, askBackground } from '@/utils/messaging';
import type { ArchiveChoice, Result, SiteRules } from '@/utils/model';
import {
  interfaceLanguage,
  markLook,
  type MarkLook,
  marksPainted,
  type Theme,
  theme,
  type UiLanguage,
  watched,
} from '@/utils/settings';

/** Why something about an archive was not done. In each case nothing has changed. */
export type ArchiveFailure = 'disk-full' | 'archive-unreadable' | 'no-answer';

export interface OptionsState {
  /** null before the first answer. */
  archives: readonly ArchiveSummary[] | null;
  watched: SiteRules;
  language: UiLanguage | 'auto';
  theme: Theme;
  /** How names are marked in pages; `painted` off is the panel only. */
  marks: MarkLook & { painted: 'on' | 'off' };
  silent: 'no' | 'yes';
  /** What was done last and can still be undone; `sameAlready` changed nothing. */
  undoable: { act: 'added' | 'removed' | 'restored' | 'sameAlready'; name: string } | null;
  /** What was tried last and failed. */
  refused: {
    act: 'add' | 'remove' | 'choose' | 'export' | 'back-up' | 'restore' | 'undo';
    cause: ArchiveFailure;
  } | null;
}

export interface OptionsActs {
  /** Asks again for everything shown. */
  refresh(): Promise<void>;
  /** `host` null means all sites. To start watching, the browser's permission must have been given before. */
  watch(host: string | null, watch: 'on' | 'off'): Promise<void>;
  /** Stops reading without being asked for so many minutes; null goes on. */
  pause(minutes: number | null): Promise<void>;
  /** All rules at once; the browser's permission must have been given before. */
  setSites(rules: SiteRules): Promise<void>;
  chooseLanguage(language: UiLanguage | 'auto'): Promise<void>;
  chooseTheme(theme: Theme): Promise<void>;
  chooseMarks(marks: OptionsState['marks']): Promise<void>;
  putStarter(): Promise<void>;
  /** An archive was put, by whoever can read files: from now on its undo is offered, or it is said why not. */
  archivePut(name: string, outcome: Result<Undo | null, string>): Promise<void>;
  /** A backup was restored, or could not be. */
  backupRestored(name: string, outcome: Result<Undo, string>): Promise<void>;
  backedUp(outcome: Result<null, string>): void;
  removeArchive(id: string): Promise<void>;
  /** Whether an archive takes part, and whether pages show its names. */
  chooseArchive(id: string, choice: ArchiveChoice): Promise<void>;
  /** The file of an archive; null where it could not be had. */
  exportArchive(id: string): Promise<Blob | null>;
  /** Gives back what the last act took: a removed archive, or the one that a new one replaced. */
  undo(): Promise<void>;
  /** The time for undoing is over: what was kept for it is let go. */
  settle(): void;
}

/** Takes an act back. */
export type Undo = () => Promise<Result<null, string>>;

/** Who changes archives for the options page: what it leaves behind for an undo stays until it is settled. */
export interface ArchiveKeeper {
  remove(id: string): Promise<Result<Undo, string>>;
  choose(id: string, choice: ArchiveChoice): Promise<Result<null, string>>;
  write(id: string): Promise<Result<Blob, string>>;
  settle(): void;
}

export type OptionsStore = StoreApi<OptionsState & OptionsActs>;

/** The options page's store: what the archives hold, what is watched, which language is spoken. */
export function createOptionsStore(keeper: ArchiveKeeper, ask: typeof askBackground = askBackground): OptionsStore {
  let wayBack: Undo | null = null;
  // The toast that offers an undo closes with the click on it; what the undo needs must not go with it.
  let isUndoing = false;

  return createStore<OptionsState & OptionsActs>((set, get) => {
    const refuse = (act: NonNullable<OptionsState['refused']>['act'], error: string): void =>
      set({ refused: { act, cause: causeOf(error) } });
    const offer = (undoable: NonNullable<OptionsState['undoable']>, undo: Undo | null): void => {
      // What an earlier act left for its undo is still held; it goes when this one is settled.
      wayBack = undo;
      set({ undoable });
    };
    const titleOf = (id: string): string => get().archives?.find((archive) => archive.id === id)?.title ?? id;

    return {
      archives: null,
      watched: watched.fallback,
      language: 'auto',
      theme: theme.fallback,
      marks: { ...markLook.fallback, painted: 'on' },
      silent: 'no',
      undoable: null,
      refused: null,

      async refresh() {
        const [archives, sites, language, look, marks, painted] = await Promise.all([
          ask('archives', null),
          watched.getValue(),
          interfaceLanguage.getValue(),
          theme.getValue(),
          markLook.getValue(),
          marksPainted.getValue(),
        ]);
        set({
          watched: sites,
          language,
          theme: look,
          marks: { ...marks, painted },
          silent: archives.ok ? 'no' : 'yes',
          ...(archives.ok ? { archives: archives.value } : {}),
        });
      },

      async watch(host, watch) {
        await ask('watch', { host, watch });
        await get().refresh();
      },

      async pause(minutes) {
        await ask('pause', { minutes });
        await get().refresh();
      },

      async setSites(rules) {
        await ask('setSites', rules);
        await get().refresh();
      },

      async chooseLanguage(language) {
        set({ language });
        await interfaceLanguage.setValue(language);
      },

      async chooseTheme(chosen) {
        set({ theme: chosen });
        await theme.setValue(chosen);
      },

      async chooseMarks({ painted, ...look }) {
        const before = get().marks.painted;
        set({ marks: { ...look, painted } });
        await markLook.setValue(look);
        if (painted !== before) await ask('marks', { marks: painted });
      },

      async putStarter() {
        set({ refused: null });
        const put = await ask('useStarter', null);
        if (!put.ok) refuse('add', put.error);
        await get().refresh();
      },

      async archivePut(name, outcome) {
        if (!outcome.ok) return refuse('add', outcome.error);
        set({ refused: null });
        offer({ act: outcome.value ? 'added' : 'sameAlready', name }, outcome.value);
        await get().refresh();
      },

      async backupRestored(name, outcome) {
        if (!outcome.ok) return refuse('restore', outcome.error);
        set({ refused: null });
        offer({ act: 'restored', name }, outcome.value);
        await get().refresh();
      },

      backedUp(outcome) {
        if (outcome.ok) set({ refused: null });
        else refuse('back-up', outcome.error);
      },

      async removeArchive(id) {
        set({ refused: null });
        const name = titleOf(id);
        const removed = await keeper.remove(id);
        if (removed.ok) offer({ act: 'removed', name }, removed.value);
        else if (removed.error !== 'gone') refuse('remove', removed.error);
        await get().refresh();
      },

      async chooseArchive(id, choice) {
        // Drawn at once; what is refused is drawn back by the refresh.
        const { archives } = get();
        set({
          refused: null,
          archives: archives?.map((archive) => (archive.id === id ? { ...archive, ...choice } : archive)) ?? null,
        });
        const chosen = await keeper.choose(id, choice);
        if (!chosen.ok && chosen.error !== 'gone') refuse('choose', chosen.error);
        await get().refresh();
      },

      async exportArchive(id) {
        set({ refused: null });
        const file = await keeper.write(id);
        if (file.ok) return file.value;
        refuse('export', file.error === 'gone' ? 'archive-unreadable' : file.error);
        await get().refresh();
        return null;
      },

      async undo() {
        const undoing = wayBack;
        const { undoable } = get();
        if (!undoing) return;
        wayBack = null;
        set({ undoable: null });
        isUndoing = true;
        const undone = await undoing();
        isUndoing = false;
        if (!undone.ok) {
          wayBack = undoing;
          set({ undoable }); // not lost yet: it is offered again
          refuse('undo', undone.error);
        } else {
          set({ refused: null });
          keeper.settle();
        }
        await get().refresh();
      },

      settle() {
        if (isUndoing) return;
        keeper.settle();
        wayBack = null;
        set({ undoable: null });
      },
    };
  });
}

function causeOf(error: string): ArchiveFailure {
  return error === 'disk-full' || error === 'archive-unreadable' ? error : 'no-answer';
}
