import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ArchiveSummary, askBackground, type SearchAnswer } from '@/utils/messaging';
import { type BriefHead, type BriefId, type EntityId, MAX_QUERY_CHARS, type PageState } from '@/utils/model';
import { openedLately, type RecentSearch, recentSearches, rememberSearch } from '@/utils/settings';

/** A row that the arrow keys reach, from top to bottom. */
export type Row = { kind: 'recent'; text: string } | { kind: 'entity'; id: EntityId } | { kind: 'brief'; id: BriefId };

export interface PopupState {
  tabId: number | null;
  page: PageState | null;
  query: string;
  /** The last answer stays until the next is there, so that the list does not flicker. */
  answer: SearchAnswer | null;
  /** The background did not answer what is searched for; hits of an earlier query are not its own. */
  searchSilent: 'no' | 'yes';
  /** Row under the keyboard's cursor. */
  cursor: number;
  archives: readonly ArchiveSummary[] | null;
  /** Searches and briefs of before, latest first: what stands there while nothing is typed. */
  recent: readonly RecentSearch[];
  lately: readonly BriefHead[];
  silent: 'no' | 'yes';
}

export interface PopupActs {
  open(tabId: number, query: string): Promise<void>;
  refresh(): Promise<void>;
  type(query: string): Promise<void>;
  move(by: 1 | -1): void;
  /** The search that is typed led somewhere: it is kept among the recent ones. */
  keepSearch(): Promise<void>;
  clearRecent(): Promise<void>;
  readPage(): Promise<'reading' | 'no-access' | 'not-readable'>;
  watch(host: string | null, watch: 'on' | 'off'): Promise<void>;
}

export type PopupStore = StoreApi<PopupState & PopupActs>;

/** The popup's store. It lives only while the popup is open; what was typed is kept by the entrypoint. */
export function createPopupStore(
  ask: typeof askBackground = askBackground,
  /** `nothing` where the window is private: its searches leave no trace, and those of others are not shown in it. */
  keeps: 'searches' | 'nothing' = 'searches',
): PopupStore {
  return createStore<PopupState & PopupActs>((set, get) => {
    const remember = async (): Promise<void> => {
      if (keeps === 'nothing') return;
      const [recent, ids] = await Promise.all([recentSearches.getValue(), openedLately.getValue()]);
      set({ recent: recent.slice(0, MOST_RECENT) });
      if (ids.length === 0) return;
      const lately = await ask('heads', { ids: ids.slice(0, MOST_BRIEFS) });
      if (lately.ok) set({ lately: lately.value });
    };
    return {
      tabId: null,
      page: null,
      query: '',
      answer: null,
      searchSilent: 'no',
      cursor: 0,
      archives: null,
      recent: [],
      lately: [],
      silent: 'no',

      async open(tabId, query) {
        set({ tabId });
        // What was typed is answered first: a background that has just woken does one thing after the other. Before anything is, the index
        // is asked for nothing: it opens while its reader still thinks, not at the first key.
        const first = query.trim() === '' ? ask('search', { text: '' }) : get().type(query);
        await Promise.all([first, get().refresh(), remember()]);
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

      async type(typed) {
        // A longer paste is cut: its beginning says what it is about.
        const query = typed.slice(0, MAX_QUERY_CHARS);
        set({ query, cursor: 0 });
        if (query.trim() === '') return set({ answer: null, searchSilent: 'no' });
        const answer = await ask('search', { text: query });
        if (get().query !== query) return; // a slow answer to an earlier query must not replace a later one
        set(
          answer.ok ? { answer: answer.value, searchSilent: 'no', cursor: 0 } : { answer: null, searchSilent: 'yes' },
        );
      },

      move(by) {
        const rows = rowsIn(get()).length;
        if (rows > 0) set(({ cursor }) => ({ cursor: (cursor + by + rows) % rows }));
      },

      async keepSearch() {
        const { query, answer } = get();
        if (keeps === 'searches' && query.trim() !== '')
          await rememberSearch({ text: query, total: answer?.total ?? 0 });
      },

      async clearRecent() {
        set({ recent: [], lately: [], cursor: 0 });
        await Promise.all([recentSearches.setValue([]), openedLately.setValue([])]);
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
    };
  });
}

/** What a list needs of an answer. */
export type Listed = Pick<SearchAnswer, 'entities' | 'briefs' | 'total' | 'corrected'>;

/** Most rows of each kind that stand in the list while nothing is typed: they fill it once. */
const MOST_RECENT = 4;
const MOST_ENTITIES = 4;
const MOST_BRIEFS = 5;

/**
 * What the list holds: the answer to what is typed or, before anything is, what the page in front names; where it names nothing, what was
 * opened lately.
 */
export function listedOf({
  query,
  answer,
  page,
  lately,
}: Pick<PopupState, 'query' | 'answer' | 'page' | 'lately'>): Listed | null {
  if (query.trim() !== '') return answer;
  if (page?.status !== 'ready' || page.briefing.entities.length === 0) {
    if (lately.length === 0) return null;
    return { entities: [], briefs: lately.map(unmarked), total: lately.length, corrected: null };
  }
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
    briefs: related.slice(0, MOST_BRIEFS).map(({ head }) => unmarked(head)),
    total: related.length,
    corrected: null,
  };
}

/** Searches of before, while nothing is typed. */
export function recentOf({ query, recent }: Pick<PopupState, 'query' | 'recent'>): readonly RecentSearch[] {
  return query.trim() === '' ? recent : [];
}

/** All rows that the arrows reach, from top to bottom. */
export function rowsIn(state: Pick<PopupState, 'query' | 'answer' | 'page' | 'lately' | 'recent'>): Row[] {
  return [...recentOf(state).map(({ text }) => ({ kind: 'recent' as const, text })), ...rowsOf(listedOf(state))];
}

/** The rows of an answer in the order in which they are drawn. */
export function rowsOf(
  answer: Pick<SearchAnswer, 'entities' | 'briefs'> | null,
): ({ kind: 'entity'; id: EntityId } | { kind: 'brief'; id: BriefId })[] {
  if (!answer) return [];
  return [
    ...answer.entities.map(({ id }) => ({ kind: 'entity' as const, id })),
    ...answer.briefs.map(({ head }) => ({ kind: 'brief' as const, id: head.id })),
  ];
}

function unmarked(head: BriefHead): SearchAnswer['briefs'][number] {
  return { head, highlights: { title: [], summary: [] } };
}
