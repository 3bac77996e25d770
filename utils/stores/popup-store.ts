import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ArchiveSummary, askBackground, type SearchAnswer } from '@/utils/messaging';
import type { BriefId, EntityId, PageState } from '@/utils/model';

/** A row that the arrow keys reach, from top to bottom. */
export type Row = { kind: 'entity'; id: EntityId } | { kind: 'brief'; id: BriefId };

export interface PopupState {
  tabId: number | null;
  page: PageState | null;
  query: string;
  /** The last answer stays until the next is there, so that the list does not flicker. */
  answer: SearchAnswer | null;
  /** Row under the keyboard's cursor. */
  cursor: number;
  archives: readonly ArchiveSummary[] | null;
  silent: 'no' | 'yes';
}

export interface PopupActs {
  open(tabId: number, query: string): Promise<void>;
  refresh(): Promise<void>;
  type(query: string): Promise<void>;
  move(by: 1 | -1): void;
  readPage(): Promise<'reading' | 'no-access' | 'not-readable'>;
  watch(host: string | null, watch: 'on' | 'off'): Promise<void>;
}

export type PopupStore = StoreApi<PopupState & PopupActs>;

/** The popup's store. It lives only while the popup is open; what was typed is kept by the entrypoint. */
export function createPopupStore(ask: typeof askBackground = askBackground): PopupStore {
  return createStore<PopupState & PopupActs>((set, get) => ({
    tabId: null,
    page: null,
    query: '',
    answer: null,
    cursor: 0,
    archives: null,
    silent: 'no',

    async open(tabId, query) {
      set({ tabId });
      await Promise.all([get().refresh(), get().type(query)]);
    },

    async refresh() {
      const { tabId } = get();
      if (tabId === null) return;
      const [page, archives] = await Promise.all([ask('pageState', { tabId }), ask('archives', null)]);
      set({
        silent: page.ok ? 'no' : 'yes',
        ...(page.ok ? { page: page.value } : {}),
        ...(archives.ok ? { archives: archives.value } : {}),
      });
    },

    async type(query) {
      set({ query, cursor: 0 });
      if (query.trim() === '') return set({ answer: null });
      const answer = await ask('search', { text: query });
      if (get().query === query && answer.ok) set({ answer: answer.value, cursor: 0 });
    },

    move(by) {
      const rows = rowsOf(listedOf(get())).length;
      if (rows > 0) set(({ cursor }) => ({ cursor: (cursor + by + rows) % rows }));
    },

    async readPage() {
      const { tabId } = get();
      if (tabId === null) return 'not-readable';
      const answer = await ask('readPage', { tabId });
      if (answer.ok) return 'reading';
      return answer.error === 'not-readable' ? 'not-readable' : 'no-access';
    },

    async watch(host, watch) {
      await ask('watch', { host, watch });
      await get().refresh();
    },
  }));
}

/** What a list needs of an answer. */
export type Listed = Pick<SearchAnswer, 'entities' | 'briefs' | 'total' | 'corrected'>;

/** Most entities and briefs of the page that stand in the list while nothing is typed: they fill it once. */
const MOST_ENTITIES = 4;
const MOST_BRIEFS = 5;

/** What the list holds: the answer to what is typed or, before anything is, what the page in front names. */
export function listedOf({ query, answer, page }: Pick<PopupState, 'query' | 'answer' | 'page'>): Listed | null {
  if (query.trim() !== '') return answer;
  if (page?.status !== 'ready' || page.briefing.entities.length === 0) return null;
  const { entities, related } = page.briefing;
  const weightiest = entities.toSorted((a, b) => b.mentions.length - a.mentions.length).slice(0, MOST_ENTITIES);
  return {
    entities: weightiest.map(({ id, type, fullName, briefs }) => ({
      id,
      type,
      label: fullName,
      alsoKnownAs: [],
      briefs,
    })),
    briefs: related.slice(0, MOST_BRIEFS).map(({ head }) => ({ head, highlights: { title: [], summary: [] } })),
    total: related.length,
    corrected: null,
  };
}

/** The rows of an answer in the order in which they are drawn. */
export function rowsOf(answer: Pick<SearchAnswer, 'entities' | 'briefs'> | null): Row[] {
  if (!answer) return [];
  return [
    ...answer.entities.map(({ id }) => ({ kind: 'entity' as const, id })),
    ...answer.briefs.map(({ head }) => ({ kind: 'brief' as const, id: head.id })),
  ];
}
