import { createStore, type StoreApi } from 'zustand/vanilla';
import { askBackground, type OpenBrief, type SearchOverview } from '@/utils/messaging';
import type { BriefId } from '@/utils/model';
import { addSlice, emptyFound, type Found, missingSlices, SLICE } from './found-briefs';

/** A filter as a query writes it: `field:value`, with a minus before it where it takes briefs out. */
export interface ChosenFilter {
  field: 'date' | 'situation' | 'lang' | 'archive' | 'entity';
  value: string;
  use: 'wanted' | 'unwanted';
}

/** A query's words, and its filters apart. */
interface Split {
  words: string;
  filters: readonly ChosenFilter[];
}

/** How a query is written; handed in, for stores know nothing of searching. */
export interface QuerySyntax {
  /** `typing`: a filter in which the text ends is still being written. */
  split(text: string, reading: 'typing' | 'finished'): Split;
  join(split: Split): string;
}

export type SearchOrder = 'relevance' | 'newest' | 'oldest';

/** Where the reader is: all that an address says. */
export interface SearchPlace {
  /** The whole query. */
  text: string;
  order: SearchOrder;
  /** The brief that is open; null: the list. */
  brief: BriefId | null;
}

/** A brief that lies over the list. */
export type OpenedHit =
  | { status: 'opening'; id: BriefId }
  | { status: 'open'; id: BriefId; opened: OpenBrief }
  | { status: 'gone' | 'silent'; id: BriefId };

export interface SearchState {
  words: string;
  filters: readonly ChosenFilter[];
  /** As the reader chose; without words there is no relevance, and the newest come first. */
  order: SearchOrder;
  /** The last answers stay until the next are there. */
  found: Found | null;
  overview: SearchOverview | null;
  opened: OpenedHit | null;
  silent: 'no' | 'yes';
}

export interface SearchActs {
  /** Goes where an address says. */
  go(place: SearchPlace): Promise<void>;
  /** What the field holds: filters that are written out become chips. */
  type(words: string): Promise<void>;
  /** Puts a filter on or takes it off. */
  toggle(filter: Pick<ChosenFilter, 'field' | 'value'>): Promise<void>;
  remove(filter: ChosenFilter): Promise<void>;
  /** The months to look in, in place of those before; null: all. */
  between(range: { from: string; to: string } | null): Promise<void>;
  /** Takes all filters off. */
  clear(): Promise<void>;
  orderBy(order: SearchOrder): Promise<void>;
  /** Rows that come into view. */
  need(rows: { from: number; to: number }): Promise<void>;
  open(id: BriefId): Promise<void>;
  back(): void;
  /** Asks again for what is shown: the archives changed. */
  refresh(): Promise<void>;
}

export type SearchStore = StoreApi<SearchState & SearchActs>;

/** The search page's store: a query, what it finds in slices, and the brief that is open. */
export function createSearchStore(syntax: QuerySyntax, ask: typeof askBackground = askBackground): SearchStore {
  return createStore<SearchState & SearchActs>((set, get) => {
    // Each question has a number; an answer to any but the last is late.
    let asked = 0;
    const slices = new Set<number>();

    const run = async (): Promise<void> => {
      const question = ++asked;
      slices.clear();
      const text = syntax.join(get());
      const order = orderOf(get());
      const answers = Promise.all([
        ask('search', { text, order, offset: 0, limit: SLICE, blank: 'all' }),
        ask('overview', { text, order: order === 'oldest' ? 'oldest' : 'newest' }),
      ]);
      const [found, overview] = await answers;
      if (question !== asked) return;
      if (!found.ok || !overview.ok) return set({ silent: 'yes' });
      slices.add(0);
      set({ silent: 'no', found: addSlice(emptyFound(text, order), 0, found.value), overview: overview.value });
    };
    const filterBy = (filters: readonly ChosenFilter[]): Promise<void> => {
      set({ filters });
      return run();
    };
    const fetchBrief = async (id: BriefId): Promise<void> => {
      set({ opened: { status: 'opening', id } });
      const answer = await ask('openBrief', { id, tabId: null });
      if (get().opened?.id !== id) return;
      if (answer.ok) set({ opened: { status: 'open', id, opened: answer.value } });
      else set({ opened: { status: answer.error === 'gone' ? 'gone' : 'silent', id } });
    };

    return {
      words: '',
      filters: [],
      order: 'relevance',
      found: null,
      overview: null,
      opened: null,
      silent: 'no',

      async go({ text, order, brief }) {
        const before = get();
        const split = syntax.split(text, 'finished');
        const isSame = before.found !== null && syntax.join(before) === syntax.join(split) && before.order === order;
        if (!isSame) set({ ...split, order });
        if (brief === null) set({ opened: null });
        await Promise.all([
          isSame ? undefined : run(),
          brief === null || before.opened?.id === brief ? undefined : fetchBrief(brief),
        ]);
      },

      type(typed) {
        const { words, filters } = syntax.split(typed, 'typing');
        set({ words, filters: merged(get().filters, filters), opened: null });
        return run();
      },

      toggle({ field, value }) {
        const { filters } = get();
        const kept = filters.filter((filter) => filter.field !== field || filter.value !== value);
        return filterBy(kept.length < filters.length ? kept : [...filters, { field, value, use: 'wanted' }]);
      },

      remove: (filter) => filterBy(get().filters.filter((other) => other !== filter)),

      between(range) {
        const others = get().filters.filter(({ field, use }) => field !== 'date' || use === 'unwanted');
        return filterBy(range ? [...others, { field: 'date', value: textOfRange(range), use: 'wanted' }] : others);
      },

      clear: () => filterBy([]),

      orderBy(order) {
        set({ order });
        return run();
      },

      async need(rows) {
        const { found } = get();
        if (!found) return;
        const question = asked;
        const missing = missingSlices(found, rows).filter((slice) => !slices.has(slice));
        await Promise.all(
          missing.map(async (slice) => {
            slices.add(slice);
            const { text, order } = found;
            const answer = await ask('search', { text, order, offset: slice * SLICE, limit: SLICE, blank: 'all' });
            if (question !== asked) return;
            if (!answer.ok) {
              slices.delete(slice); // asked for again when it next comes into view
              return set({ silent: 'yes' });
            }
            const now = get().found;
            if (now) set({ silent: 'no', found: addSlice(now, slice, answer.value) });
          }),
        );
      },

      open: fetchBrief,
      back: () => set({ opened: null }),
      refresh: run,
    };
  });
}

/** Where the reader is, for the address. */
export function placeOf(state: SearchState, syntax: QuerySyntax): SearchPlace {
  return { text: syntax.join(state), order: state.order, brief: state.opened?.id ?? null };
}

/** The order in which the list stands. */
export function orderOf({ words, order }: Pick<SearchState, 'words' | 'order'>): SearchOrder {
  return words.trim() === '' && order === 'relevance' ? 'newest' : order;
}

/** The months between which the query looks; null where it does not say, or says something that is no such stretch. */
export function monthsOf(filters: readonly ChosenFilter[]): { from: string; to: string } | null {
  const dates = filters.filter(({ field, use }) => field === 'date' && use === 'wanted');
  const [from = '', to = from] = dates.length === 1 ? (dates[0]?.value.split('..') ?? []) : [];
  const first = /^\d{4}(?:-\d\d)?/u.exec(from)?.[0];
  const last = /^\d{4}(?:-\d\d)?/u.exec(to)?.[0];
  if (first === undefined && last === undefined) return null;
  return { from: first ? first.padEnd(7, '-01') : '0000-01', to: last ? last.padEnd(7, '-12') : '9999-12' };
}

function textOfRange({ from, to }: { from: string; to: string }): string {
  return from === to ? from : `${from}..${to}`;
}

function merged(before: readonly ChosenFilter[], more: readonly ChosenFilter[]): readonly ChosenFilter[] {
  const isThere = (filter: ChosenFilter): boolean =>
    before.some(({ field, value, use }) => field === filter.field && value === filter.value && use === filter.use);
  const fresh = more.filter((filter) => !isThere(filter));
  return fresh.length === 0 ? before : [...before, ...fresh];
}
