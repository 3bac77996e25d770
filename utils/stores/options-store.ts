import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ArchiveSummary, askBackground } from '@/utils/messaging';
import { interfaceLanguage, type UiLanguage, watched, type Watched } from '@/utils/settings';

export interface OptionsState {
  /** null before the first answer. */
  archives: readonly ArchiveSummary[] | null;
  watched: Watched;
  language: UiLanguage | 'auto';
  silent: 'no' | 'yes';
}

export interface OptionsActs {
  /** Asks again for everything shown. */
  refresh(): Promise<void>;
  /** `host` null means all sites. To start watching, the browser's permission must have been given before. */
  watch(host: string | null, watch: 'on' | 'off'): Promise<void>;
  chooseLanguage(language: UiLanguage | 'auto'): Promise<void>;
  putStarter(): Promise<void>;
}

export type OptionsStore = StoreApi<OptionsState & OptionsActs>;

/** The options page's store: what the archives hold, what is watched, which language is spoken. */
export function createOptionsStore(ask: typeof askBackground = askBackground): OptionsStore {
  return createStore<OptionsState & OptionsActs>((set, get) => ({
    archives: null,
    watched: watched.fallback,
    language: 'auto',
    silent: 'no',

    async refresh() {
      const [archives, sites, language] = await Promise.all([
        ask('archives', null),
        watched.getValue(),
        interfaceLanguage.getValue(),
      ]);
      set({
        watched: sites,
        language,
        silent: archives.ok ? 'no' : 'yes',
        ...(archives.ok ? { archives: archives.value } : {}),
      });
    },

    async watch(host, watch) {
      await ask('watch', { host, watch });
      await get().refresh();
    },

    async chooseLanguage(language) {
      set({ language });
      await interfaceLanguage.setValue(language);
    },

    async putStarter() {
      await ask('useStarter', null);
      await get().refresh();
    },
  }));
}
