import { createStore } from 'zustand/vanilla';
import { askBackground, askPage } from '@/utils/messaging';
import { isInDoubt, type PageState } from '@/utils/model';
import { readBriefs, readPanelView, writePanelView } from '@/utils/settings';
import { keptOf, parseKept, viewOn } from './kept-view';
import { mentionsOf, nextMention } from './mention-steps';
import { FRESH, type PanelActs, type PanelState, type PanelStore, type TabView, type Wire } from './panel-state';
import { readingActs } from './reading-acts';

/** A page of a watched site that has not been read yet is on its way; after this long it is not. */
const PATIENCE_MS = 4_000;

const WIRE: Wire = { askBackground, askPage, readView: readPanelView, writeView: writePanelView, readBriefs };

/** The panel's store: holds what is drawn, asks for what is missing, keeps every tab's view for when the reader comes back to it. */
export function createPanelStore(wire: Wire = WIRE): PanelStore {
  const views = new Map<number, TabView>();
  // Tabs whose view has been looked up: before that, an empty one would be written over it.
  const lookedUp = new Set<number>();
  const store = createStore<PanelState & PanelActs>((set, get, api) => {
    // Each question to the background about a page has a number; an answer to any but the last is late.
    let asked = 0;
    /** Draws what is known of a tab now. */
    const take = (tabId: number, page: PageState): void => {
      set((state) => ({ page, pageOf: tabId, silent: 'no', asking: 'no', ...viewOn(page, state) }));
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

    /** What the panel showed of this tab before it was closed. */
    const lookUp = async (tabId: number): Promise<void> => {
      if (lookedUp.has(tabId)) return;
      const [value, read] = await Promise.all([wire.readView(tabId), wire.readBriefs.getValue()]);
      const kept = parseKept(value);
      lookedUp.add(tabId);
      set((state) => ({ read: [...new Set([...read, ...state.read])] }));
      const { page, pageOf, tabId: inFront } = get();
      if (!kept || inFront !== tabId) return;
      const { opened: former, version: _, ...view } = kept;
      const fit = page && pageOf === tabId ? viewOn(page, view) : {};
      set({ ...view, ...fit });
      if (view.query !== '') void get().search(view.query);
      if (!former || 'opened' in fit) return;
      await get().openBrief(former.id, { cameFor: former.cameFor });
      if (get().opened?.id === former.id) set({ passage: view.passage, readerScroll: view.readerScroll });
    };

    return {
      ...FRESH,
      tabId: null,
      page: null,
      pageOf: null,
      asking: 'no',
      silent: 'no',
      answer: null,
      searchSilent: 'no',
      read: [],
      answered: null,
      ...readingActs(api, wire),

      async followTab(tabId) {
        const before = get();
        if (before.tabId === tabId) return get().refresh();
        if (before.tabId !== null) views.set(before.tabId, viewOf(before));
        set({
          ...(views.get(tabId) ?? FRESH),
          tabId,
          asking: 'page',
          answer: null,
          searchSilent: 'no',
          answered: null,
        });
        if (get().query !== '') void get().search(get().query);
        await Promise.all([get().refresh(), lookUp(tabId)]);
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

      async readNext() {
        const { pageOf } = get();
        if (pageOf === null) return;
        set({ asking: 'reading' });
        await wire.askPage(pageOf, 'readNext', null);
        await get().refresh();
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

      async choose(id) {
        const { selected } = get();
        if (selected.includes(id)) return set({ selected: selected.filter((other) => other !== id) });
        set({ selected: [...selected, id] });
        return get().step('next', id);
      },

      async showEntity({ tabId, entityId }) {
        await get().followTab(tabId);
        const { tabId: inFront, page, selected } = get();
        if (inFront !== tabId) return;
        const isHere = page?.status === 'ready' && page.briefing.entities.some(({ id }) => id === entityId);
        set({
          opened: null,
          about: null,
          beside: null,
          selected: isHere ? [entityId] : selected,
          scroll: 0,
          query: '',
        });
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

      async answerDoubt(id, means) {
        const { page } = get();
        const entity = page?.status === 'ready' && page.briefing.entities.find((known) => known.id === id);
        if (!entity) return;
        const inDoubt = entity.mentions.flatMap((place) => page.briefing.mentions[place] ?? []).filter(isInDoubt);
        const changes = [...new Set(inDoubt.map(({ name }) => name))].map((name) => ({
          ...({ act: 'answer', entity: id, name, means } as const),
        }));
        const editId = crypto.randomUUID();
        const kept = await wire.askBackground('editEntity', { id: editId, changes });
        if (kept.ok) set({ answered: { editId, entityName: entity.fullName, means } });
        await get().refresh();
      },

      async undoAnswer() {
        const { answered } = get();
        if (!answered) return;
        set({ answered: null });
        await wire.askBackground('undoEdit', { id: answered.editId });
        await get().refresh();
      },

      settleAnswer: () => set({ answered: null }),

      async search(text) {
        set({ query: text });
        if (text.trim() === '') return set({ answer: null, searchSilent: 'no' });
        const answer = await wire.askBackground('search', { text });
        if (get().query !== text) return; // a slow answer to an earlier query must not replace a later one
        set(answer.ok ? { answer: answer.value, searchSilent: 'no' } : { answer: null, searchSilent: 'yes' });
      },

      async putStarter() {
        await wire.askBackground('useStarter', null);
        await get().refresh();
      },
    };
  });
  const written = new Map<number, string>();
  store.subscribe((state) => {
    const { tabId } = state;
    if (tabId === null || !lookedUp.has(tabId)) return;
    const view = keptOf(state);
    const text = JSON.stringify(view);
    if (written.get(tabId) === text) return;
    written.set(tabId, text);
    void wire.writeView(tabId, view); // the next change writes again, and a lost last one costs a place in a list
  });
  return store;
}

/** Its site is watched, so that our content script will tell of it as soon as it is loaded. */
function isOnItsWay(page: PageState): boolean {
  if (page.status === 'reading') return true;
  return page.status === 'unread' && (page.site.watch === 'watched' || page.site.watch === 'all');
}

function viewOf(state: PanelState): TabView {
  const { viewUrl, opened, about, besideLang, beside, passage, readerScroll, selected, order, mention, scroll } = state;
  const { query, shownAs } = state;
  return {
    viewUrl,
    opened,
    about,
    besideLang,
    beside,
    passage,
    readerScroll,
    selected,
    order,
    mention,
    scroll,
    query,
    shownAs,
  };
}
