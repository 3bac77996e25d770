import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ArchiveSummary, askBackground } from '@/utils/messaging';
import type { ArchiveContents, Result, SiteRules } from '@/utils/model';
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
  /** What was done last and can still be undone. */
  undoable: { act: 'added' | 'removed'; name: string } | null;
  /** What was tried last and failed. */
  refused: { act: 'add' | 'remove' | 'export' | 'undo'; cause: ArchiveFailure } | null;
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
  /** Puts an archive in the place of the one with its id. */
  putArchive(contents: ArchiveContents): Promise<'kept' | 'refused'>;
  removeArchive(id: string): Promise<void>;
  /** All of an archive; null where it could not be had. */
  exportArchive(id: string): Promise<ArchiveContents | null>;
  /** Gives back what the last act took: a removed archive, or the one that a new one replaced. */
  undo(): Promise<void>;
  /** The time for undoing is over: what was kept for it is let go. */
  settle(): void;
}

export type OptionsStore = StoreApi<OptionsState & OptionsActs>;

/** The options page's store: what the archives hold, what is watched, which language is spoken. */
export function createOptionsStore(ask: typeof askBackground = askBackground): OptionsStore {
  // Holds the whole archive that was taken out, as long as its undo is offered.
  let wayBack: (() => Promise<Result<null, string>>) | null = null;

  return createStore<OptionsState & OptionsActs>((set, get) => {
    const refuse = (act: NonNullable<OptionsState['refused']>['act'], error: string): void =>
      set({ refused: { act, cause: causeOf(error) } });
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

      async putArchive(contents) {
        set({ refused: null });
        const { id, title } = contents;
        const before = await ask('exportArchive', { id });
        const put =
          before.ok || before.error === 'gone' ? await ask('putArchive', { contents, installedAt: null }) : before;
        if (!put.ok) {
          refuse('add', put.error);
          return 'refused';
        }
        wayBack = () => (before.ok ? ask('putArchive', before.value) : ask('removeArchive', { id }));
        set({ undoable: { act: 'added', name: title } });
        await get().refresh();
        return 'kept';
      },

      async removeArchive(id) {
        set({ refused: null });
        const name = titleOf(id);
        const before = await ask('exportArchive', { id });
        const removed = before.ok ? await ask('removeArchive', { id }) : before;
        if (before.ok && removed.ok) {
          wayBack = () => ask('putArchive', before.value);
          set({ undoable: { act: 'removed', name } });
        } else if (!removed.ok && removed.error !== 'gone') refuse('remove', removed.error);
        await get().refresh();
      },

      async exportArchive(id) {
        set({ refused: null });
        const archive = await ask('exportArchive', { id });
        if (archive.ok) return archive.value.contents;
        if (archive.error !== 'gone') refuse('export', archive.error);
        await get().refresh();
        return null;
      },

      async undo() {
        const undoing = wayBack;
        const { undoable } = get();
        if (!undoing) return;
        get().settle();
        const undone = await undoing();
        if (!undone.ok) {
          wayBack = undoing;
          set({ undoable }); // not lost yet: it is offered again
          refuse('undo', undone.error);
        } else set({ refused: null });
        await get().refresh();
      },

      settle() {
        wayBack = null;
        set({ undoable: null });
      },
    };
  });
}

function causeOf(error: string): ArchiveFailure {
  return error === 'disk-full' || error === 'archive-unreadable' ? error : 'no-answer';
}
