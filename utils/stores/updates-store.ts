import { createStore, type StoreApi } from 'zustand/vanilla';
import { askBackground, type SubscriptionSummary } from '@/utils/messaging';
import { newIssueNotice, readLately, rememberReading } from '@/utils/settings';

export interface UpdatesState {
  /** null before the first answer. */
  subscriptions: readonly SubscriptionSummary[] | null;
  silent: 'no' | 'yes';
  notice: 'on' | 'off';
  /** Whether it is kept whom the reader has been reading about, and how many those are. */
  remember: 'on' | 'off';
  remembered: number;
  /** The subscription that was stopped last, while that can be undone. */
  stopped: { archiveId: string; title: string } | null;
  /** A file of another feed reader, and what of it is not subscribed to yet. */
  opml: { name: string; feeds: readonly { title: string; feed: string }[] | 'broken' } | null;
}

export interface UpdatesActs {
  refresh(): Promise<void>;
  steer(archiveId: string, act: 'update' | 'accept' | 'decline'): Promise<void>;
  stop(archiveId: string): Promise<void>;
  undoStop(): Promise<void>;
  settleStop(): void;
  /** To switch it on, the browser's permission must have been given before. */
  chooseNotice(want: 'on' | 'off'): Promise<void>;
  /** Switched off, what was kept is cleared too. */
  chooseRemembering(want: 'on' | 'off'): Promise<void>;
  forget(): Promise<void>;
  holdOpml(opml: UpdatesState['opml']): void;
}

export type UpdatesStore = StoreApi<UpdatesState & UpdatesActs>;

/** What updates by itself, and what is told of it. */
export function createUpdatesStore(ask: typeof askBackground = askBackground): UpdatesStore {
  return createStore<UpdatesState & UpdatesActs>((set, get) => ({
    subscriptions: null,
    silent: 'no',
    notice: newIssueNotice.fallback,
    remember: rememberReading.fallback,
    remembered: 0,
    stopped: null,
    opml: null,

    async refresh() {
      const [list, notice, remember, weeks] = await Promise.all([
        ask('subscriptions', null),
        newIssueNotice.getValue(),
        rememberReading.getValue(),
        readLately.getValue(),
      ]);
      const remembered = new Set(Object.values(weeks).flatMap((named) => Object.keys(named))).size;
      set({
        notice,
        remember,
        remembered,
        silent: list.ok ? 'no' : 'yes',
        ...(list.ok ? { subscriptions: list.value } : {}),
      });
    },

    async steer(archiveId, act) {
      await ask('steer', { archiveId, act });
      await get().refresh();
    },

    async stop(archiveId) {
      const title = get().subscriptions?.find((each) => each.archiveId === archiveId)?.title ?? archiveId;
      const stopped = await ask('steer', { archiveId, act: 'stop' });
      if (stopped.ok) set({ stopped: { archiveId, title } });
      await get().refresh();
    },

    async undoStop() {
      const { stopped } = get();
      set({ stopped: null });
      if (stopped) await ask('steer', { archiveId: stopped.archiveId, act: 'resume' });
      await get().refresh();
    },

    settleStop: () => set({ stopped: null }),

    async chooseNotice(want) {
      await newIssueNotice.setValue(want);
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

    holdOpml: (opml) => set({ opml }),
  }));
}
