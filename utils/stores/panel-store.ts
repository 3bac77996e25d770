import { createStore, type StoreApi } from 'zustand/vanilla';
import { askBackground, askPage, type OpenBrief, type SearchAnswer } from '@/utils/messaging';
import type { Briefing, BriefId, EntityId, PageState } from '@/utils/model';

/** How the panel speaks to the others; handed in so that tests need no browser. */
export interface Wire {
  askBackground: typeof askBackground;
  askPage: typeof askPage;
}

/** A brief over the list. `cameFor` is the entity whose passages are stepped through; null: all names of the page. */
export type OpenedBrief =
  | { status: 'opening'; id: BriefId; cameFor: EntityId | null }
  | { status: 'open'; id: BriefId; cameFor: EntityId | null; opened: OpenBrief }
  | { status: 'gone' | 'silent'; id: BriefId; cameFor: EntityId | null };

/** What a tab's view was when the reader last looked, to return to the same place. */
interface TabView {
  opened: OpenedBrief | null;
  selected: readonly EntityId[];
  order: 'related' | 'week';
  /** Index into the briefing's mentions; null before the first step. */
  mention: number | null;
  /** CSS pixels of the list, kept while a brief lies over it. */
  scroll: number;
}

export interface PanelState extends TabView {
  /** null until the entrypoint knows it. */
  tabId: number | null;
  /** The last that was known, also while it is asked for again; null before the first answer. */
  page: PageState | null;
  /** The tab that `page` is about: for a moment after a change of tab, still the former one. */
  pageOf: number | null;
  asking: 'no' | 'page' | 'reading';
  /** The background did not answer. */
  silent: 'no' | 'yes';
  query: string;
  answer: SearchAnswer | null;
}

export interface PanelActs {
  /** The tab in front changed. What was known of the other tab is laid aside, and late answers about it are dropped. */
  followTab(tabId: number): Promise<void>;
  /** Asks again what there is to show. */
  refresh(): Promise<void>;
  /** Reads the page by the reader's wish; the answer comes as news. */
  readPage(): Promise<'reading' | 'no-access' | 'not-readable'>;
  watch(host: string | null, watch: 'on' | 'off'): Promise<void>;
  /** Reads nothing without being asked for so many minutes; null goes on. */
  pause(minutes: number | null): Promise<void>;
  paint(marks: 'on' | 'off'): Promise<void>;
  openBrief(id: BriefId, from: { cameFor: EntityId | null; scroll: number }): Promise<void>;
  back(): void;
  /** Chooses an entity or lets it go; a chosen one is shown in the page. */
  choose(id: EntityId): Promise<void>;
  /** Chooses one entity of a tab's page, and no other; the reader pointed at it there, so the page is left where it stands. */
  showEntity(of: { tabId: number; entityId: EntityId }): Promise<void>;
  chooseNone(): void;
  orderBy(order: 'related' | 'week'): void;
  /** The next or previous mention of the chosen entities, or of all; wraps. */
  step(direction: 'next' | 'previous', of?: EntityId): Promise<void>;
  light(id: EntityId | null): Promise<void>;
  search(text: string): Promise<void>;
  putStarter(): Promise<void>;
}

export type PanelStore = StoreApi<PanelState & PanelActs>;

/** A page of a watched site that has not been read yet is on its way; after this long it is not. */
const PATIENCE_MS = 4_000;

const FRESH: TabView = { opened: null, selected: [], order: 'related', mention: null, scroll: 0 };

/** The panel's store: holds what is drawn, asks for what is missing, keeps every tab's view while the panel is open. */
export function createPanelStore(wire: Wire = { askBackground, askPage }): PanelStore {
  const views = new Map<number, TabView>();
  return createStore<PanelState & PanelActs>((set, get) => {
    // Each question to the background about a page has a number; an answer to any but the last is late.
    let asked = 0;
    /** Draws what is known of a tab now. */
    const take = (tabId: number, page: PageState): void => {
      set((state) => ({ page, pageOf: tabId, silent: 'no', asking: 'no', ...keptOf(state, page) }));
    };
    /** A page that is being loaded and read: what was known stays until it is there, or patience ends. */
    const wait = (tabId: number, page: PageState): void => {
      const now = asked;
      const { page: before, pageOf } = get();
      set({ silent: 'no', asking: 'reading' });
      if (pageOf !== tabId || before?.status !== 'ready') {
        set({ page: { status: 'reading', site: page.site }, pageOf: tabId });
      }
      if (page.status === 'reading') return;
      setTimeout(() => {
        if (asked === now && get().asking === 'reading') take(tabId, page);
      }, PATIENCE_MS);
    };

    return {
      ...FRESH,
      tabId: null,
      page: null,
      pageOf: null,
      asking: 'no',
      silent: 'no',
      query: '',
      answer: null,

      async followTab(tabId) {
        const before = get();
        if (before.tabId === tabId) return get().refresh();
        if (before.tabId !== null) views.set(before.tabId, viewOf(before));
        set({ ...(views.get(tabId) ?? FRESH), tabId, asking: 'page' });
        return get().refresh();
      },

      async refresh() {
        const { tabId, asking } = get();
        if (tabId === null) return;
        if (asking === 'no') set({ asking: 'page' });
        const question = ++asked;
        const answer = await wire.askBackground('pageState', { tabId });
        if (question !== asked) return;
        if (!answer.ok) return set({ silent: 'yes', asking: 'no' });
        if (isOnItsWay(answer.value)) wait(tabId, answer.value);
        else take(tabId, answer.value);
      },

      async readPage() {
        const { tabId } = get();
        if (tabId === null) return 'not-readable';
        set({ asking: 'reading' });
        const answer = await wire.askBackground('readPage', { tabId });
        if (answer.ok || get().tabId !== tabId) return 'reading';
        set({ asking: 'no' });
        return answer.error === 'not-readable' ? 'not-readable' : 'no-access';
      },

      async watch(host, watch) {
        await wire.askBackground('watch', { host, watch });
        await get().refresh();
      },

      async pause(minutes) {
        await wire.askBackground('pause', { minutes });
        await get().refresh();
      },

      async paint(marks) {
        set(({ page }) => (page?.status === 'ready' ? { page: { ...page, marks } } : {}));
        await wire.askBackground('marks', { marks });
      },

      async openBrief(id, { cameFor, scroll }) {
        const { tabId, opened } = get();
        set({ opened: { status: 'opening', id, cameFor }, ...(opened ? {} : { scroll }) });
        const answer = await wire.askBackground('openBrief', { id, tabId });
        const now = get().opened;
        if (get().tabId !== tabId || now?.id !== id) return;
        if (answer.ok) set({ opened: { status: 'open', id, cameFor, opened: answer.value } });
        else set({ opened: { status: answer.error === 'gone' ? 'gone' : 'silent', id, cameFor } });
      },

      back: () => set({ opened: null }),

      async choose(id) {
        const { selected } = get();
        if (selected.includes(id)) return set({ selected: selected.filter((other) => other !== id) });
        set({ selected: [...selected, id] });
        return get().step('next', id);
      },

      async showEntity({ tabId, entityId }) {
        await get().followTab(tabId);
        if (get().tabId === tabId) set({ opened: null, selected: [entityId], scroll: 0 });
      },

      chooseNone: () => set({ selected: [] }),
      orderBy: (order) => set({ order }),

      async step(direction, of) {
        const { pageOf, page, selected, mention } = get();
        if (pageOf === null || page?.status !== 'ready') return;
        const next = nextMention(mentionsOf(page.briefing, of ? [of] : selected), mention, direction);
        if (next === null) return;
        set({ mention: next });
        await wire.askPage(pageOf, 'show', { mention: next });
      },

      async light(id) {
        const { pageOf, page } = get();
        if (pageOf === null || page?.status !== 'ready') return;
        const mentions = id === null ? [] : mentionsOf(page.briefing, [id]);
        await wire.askPage(pageOf, 'light', { mentions });
      },

      async search(text) {
        set({ query: text });
        if (text.trim() === '') return set({ answer: null });
        const answer = await wire.askBackground('search', { text });
        // A slow answer to an earlier query must not replace a later one.
        if (get().query === text && answer.ok) set({ answer: answer.value });
      },

      async putStarter() {
        await wire.askBackground('useStarter', null);
        await get().refresh();
      },
    };
  });
}

/** Indexes of the mentions of some entities, or of all with none chosen, in reading order. */
export function mentionsOf(briefing: Briefing, chosen: readonly EntityId[]): number[] {
  return briefing.mentions.flatMap((mention, place) =>
    chosen.length === 0 || chosen.includes(mention.entityId) ? [place] : [],
  );
}

function nextMention(places: readonly number[], from: number | null, direction: 'next' | 'previous'): number | null {
  if (direction === 'next') return places.find((place) => from === null || place > from) ?? places[0] ?? null;
  return places.findLast((place) => from !== null && place < from) ?? places.at(-1) ?? null;
}

/** Its site is watched, so that our content script will tell of it as soon as it is loaded. */
function isOnItsWay(page: PageState): boolean {
  if (page.status === 'reading') return true;
  return page.status === 'unread' && (page.site.watch === 'watched' || page.site.watch === 'all');
}

function viewOf({ opened, selected, order, mention, scroll }: PanelState): TabView {
  return { opened, selected, order, mention, scroll };
}

/** Another page in the same tab has other entities: what was chosen of the former one is let go. */
function keptOf(state: PanelState, page: PageState): Partial<TabView> {
  if (page.status !== 'ready') return { selected: [], mention: null };
  const known = new Set(page.briefing.entities.map((entity) => entity.id));
  const before = state.page?.status === 'ready' && state.pageOf === state.tabId ? state.page.briefing.page.url : null;
  return {
    selected: state.selected.filter((id) => known.has(id)),
    // While the reader looked at another tab, this one's page may have become another, or shorter.
    ...(state.mention !== null && state.mention >= page.briefing.mentions.length ? { mention: null } : {}),
    ...(before !== null && before !== page.briefing.page.url ? { mention: null, opened: null } : {}),
  };
}
