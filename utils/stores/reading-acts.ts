import type { BriefId, EntityId } from '@/utils/model';
import type { PanelActs, PanelStore, Wire } from './panel-state';

type ReadingActs = Pick<
  PanelActs,
  'openBrief' | 'translate' | 'standBeside' | 'toPassage' | 'scrolledTo' | 'back' | 'lookInto' | 'showAs'
>;

/** What the reader does with the brief over the list. Late answers about a brief that was left are dropped. */
export function readingActs(store: Pick<PanelStore, 'getState' | 'setState'>, wire: Wire): ReadingActs {
  const { getState: get, setState: set } = store;

  const open = async (id: BriefId, cameFor: EntityId | null): Promise<void> => {
    const { tabId } = get();
    set({ opened: { status: 'opening', id, cameFor } });
    const answer = await wire.askBackground('openBrief', { id, tabId });
    if (get().tabId !== tabId || get().opened?.id !== id) return;
    if (!answer.ok) {
      return set({ opened: { status: answer.error === 'gone' ? 'gone' : 'silent', id, cameFor }, beside: null });
    }
    set({ opened: { status: 'open', id, cameFor, opened: answer.value } });
    const { group } = answer.value.brief;
    const { read } = get();
    if (!read.includes(group)) {
      set({ read: [...read, group] });
      await wire.readBriefs.setValue([...read, group]);
    }
    await fetchBeside();
  };

  /** The translation that stands beside: in the language that was chosen, or where that is the brief's own, in another one. */
  const fetchBeside = async (): Promise<void> => {
    const { opened, besideLang, tabId } = get();
    if (besideLang === null || opened?.status !== 'open') return set({ beside: null });
    const others = opened.opened.translations.filter(({ lang }) => lang !== opened.opened.brief.lang);
    const other = others.find(({ lang }) => lang === besideLang) ?? others[0];
    if (!other) return set({ beside: null });
    const answer = await wire.askBackground('openBrief', { id: other.id, tabId });
    if (get().opened?.id !== opened.id || get().besideLang === null) return;
    set({ beside: answer.ok ? answer.value : null });
  };

  return {
    async openBrief(id, { cameFor }) {
      const isChosen = cameFor !== null && get().selected.includes(cameFor);
      set({ passage: isChosen ? 0 : null, readerScroll: 0 });
      await open(id, cameFor);
    },

    async translate(id) {
      const { opened, beside } = get();
      if (!opened || opened.id === id) return;
      // The one at its side comes to the middle: then the two change places.
      if (opened.status === 'open' && beside?.brief.id === id) set({ besideLang: opened.opened.brief.lang });
      await open(id, opened.cameFor);
    },

    async standBeside(lang) {
      set({ besideLang: lang });
      await fetchBeside();
    },

    toPassage: (passage) => set({ passage }),

    scrolledTo: (view, top) => set(view === 'brief' ? { readerScroll: top } : { scroll: top }),

    back: () => set({ opened: null, beside: null, passage: null, readerScroll: 0 }),

    // An open brief would lie over it.
    lookInto: (about) => set({ about, opened: null, beside: null, passage: null, readerScroll: 0 }),

    async showAs(group, id) {
      const answer = await wire.askBackground('heads', { ids: [id] });
      const [head] = answer.ok ? answer.value : [];
      if (head) set(({ shownAs }) => ({ shownAs: { ...shownAs, [group]: head } }));
    },
  };
}
