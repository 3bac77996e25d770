import { createStore, type StoreApi } from 'zustand/vanilla';
import { askBackground, type Digest } from '@/utils/messaging';
import { readLately, rememberReading } from '@/utils/settings';

export interface DigestState {
  /** null before the first answer. */
  digest: Digest | null;
  silent: 'no' | 'yes';
  /** Whether it is kept whom the reader has been reading about, and how many those are. */
  remember: 'on' | 'off';
  remembered: number;
}

export interface DigestActs {
  /** Asks again for the week shown. */
  refresh(): Promise<void>;
  show(monday: string): Promise<void>;
  /** Switched off, what was kept is cleared too: nothing stays behind that no longer serves anything. */
  chooseRemembering(want: 'on' | 'off'): Promise<void>;
  forget(): Promise<void>;
}

export type DigestStore = StoreApi<DigestState & DigestActs>;

/** The digest page's store. */
export function createDigestStore(ask: typeof askBackground = askBackground): DigestStore {
  // The week that was asked for; null follows the newest.
  let week: string | null = null;
  return createStore<DigestState & DigestActs>((set, get) => ({
    digest: null,
    silent: 'no',
    remember: rememberReading.fallback,
    remembered: 0,

    async refresh() {
      const wanted = week;
      const [digest, remember, weeks] = await Promise.all([
        ask('digest', { week: wanted }),
        rememberReading.getValue(),
        readLately.getValue(),
      ]);
      if (wanted !== week) return; // another week was asked for meanwhile
      const remembered = new Set(Object.values(weeks).flatMap((named) => Object.keys(named))).size;
      set({ remember, remembered, silent: digest.ok ? 'no' : 'yes', ...(digest.ok ? { digest: digest.value } : {}) });
    },

    async show(monday) {
      week = monday;
      await get().refresh();
    },

    async chooseRemembering(want) {
      await rememberReading.setValue(want);
      if (want === 'off') await readLately.setValue({});
      await get().refresh();
    },

    async forget() {
      await readLately.setValue({});
      await get().refresh();
    },
  }));
}
