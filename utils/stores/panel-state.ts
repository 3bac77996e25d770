import type { StoreApi } from 'zustand/vanilla';
import type { askBackground, askPage, OpenBrief, SearchAnswer } from '@/utils/messaging';
import type { BriefHead, BriefId, EntityId, PageState } from '@/utils/model';

/** How the panel speaks to the others, and where it keeps its view; handed in so that tests need no browser. */
export interface Wire {
  askBackground: typeof askBackground;
  askPage: typeof askPage;
  readView: (tabId: number) => Promise<unknown>;
  writeView: (tabId: number, view: object) => Promise<void>;
  /** Groups of the briefs that were opened in this session of the browser. */
  readBriefs: { getValue(): Promise<readonly string[]>; setValue(groups: readonly string[]): Promise<void> };
}

/** A brief over the list. `cameFor` is the entity whose passages are stepped through; null: all names of the page. */
export type OpenedBrief =
  | { status: 'opening'; id: BriefId; cameFor: EntityId | null }
  | { status: 'open'; id: BriefId; cameFor: EntityId | null; opened: OpenBrief }
  | { status: 'gone' | 'silent'; id: BriefId; cameFor: EntityId | null };

/** What a tab's view was when the reader last looked, to return to the same place. */
export interface TabView {
  /** Address of the page it is about; what was chosen of one page means nothing on another. null before any was read. */
  viewUrl: string | null;
  opened: OpenedBrief | null;
  /** The entity whose dossier lies over the list, under an open brief; null: none. */
  about: EntityId | null;
  /** Language of the translation at the brief's side; null: one column. Stays chosen from brief to brief. */
  besideLang: string | null;
  beside: OpenBrief | null;
  /** Which of the open brief's passages is the current one; null before the first. */
  passage: number | null;
  /** CSS pixels of the open brief. */
  readerScroll: number;
  selected: readonly EntityId[];
  order: 'related' | 'week';
  /** Index into the briefing's mentions; null before the first step. */
  mention: number | null;
  /** CSS pixels of the list, kept while a brief lies over it. */
  scroll: number;
  query: string;
  /** Cards that the reader turned to another language, by the group of their brief. */
  shownAs: Readonly<Record<string, BriefHead>>;
}

/** An answer to "may be", to be undone by the id of its edit. */
export interface Answered {
  editId: string;
  entityName: string;
  means: 'yes' | 'no';
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
  answer: SearchAnswer | null;
  /** The background did not answer what is searched for; hits of an earlier query are not its own. */
  searchSilent: 'no' | 'yes';
  /** Groups of the briefs that were opened in this session of the browser. */
  read: readonly string[];
  /** The last answer to a doubt, as long as it can be undone. */
  answered: Answered | null;
}

export interface PanelActs {
  /** The tab in front changed. What was known of the other tab is laid aside, and late answers about it are dropped. */
  followTab(tabId: number): Promise<void>;
  /** Asks again what there is to show. */
  refresh(): Promise<void>;
  /** Reads the page by the reader's wish; the answer comes as news. */
  readPage(): Promise<'reading' | 'no-access' | 'not-readable'>;
  /** Reads the next part of a page that is too long for one; the answer comes as news. */
  readNext(): Promise<void>;
  watch(host: string | null, watch: 'on' | 'off'): Promise<void>;
  /** Reads nothing without being asked for so many minutes; null goes on. */
  pause(minutes: number | null): Promise<void>;
  paint(marks: 'on' | 'off'): Promise<void>;
  /** Opens a brief over the list: at the first passage that names `cameFor` if that was chosen, else at its top. */
  openBrief(id: BriefId, from: { cameFor: EntityId | null }): Promise<void>;
  /** The open brief in another language, at the same passage. */
  translate(id: BriefId): Promise<void>;
  /** Puts a translation at the brief's side, or with null takes it away. */
  standBeside(lang: string | null): Promise<void>;
  toPassage(passage: number): void;
  /** Where the list or the brief over it came to rest, in CSS pixels. */
  scrolledTo(view: 'list' | 'brief', top: number): void;
  back(): void;
  /** Lays an entity's dossier over the list, or with null takes it away. */
  lookInto(id: EntityId | null): void;
  /** Turns a card to a translation of its brief. */
  showAs(group: string, id: BriefId): Promise<void>;
  /** Chooses an entity or lets it go; a chosen one is shown in the page. */
  choose(id: EntityId): Promise<void>;
  /** Chooses one entity of a tab's page, and no other; the reader pointed at it there, so the page is left where it stands. */
  showEntity(of: { tabId: number; entityId: EntityId }): Promise<void>;
  chooseNone(): void;
  orderBy(order: 'related' | 'week'): void;
  /** The next or previous mention of the chosen entities, or of all; wraps. */
  step(direction: 'next' | 'previous', of?: EntityId): Promise<void>;
  light(id: EntityId | null): Promise<void>;
  /** Whether the mentions in doubt of an entity mean it. Marks and briefs follow at once. */
  answerDoubt(id: EntityId, means: 'yes' | 'no'): Promise<void>;
  undoAnswer(): Promise<void>;
  /** The time for undoing is over. */
  settleAnswer(): void;
  search(text: string): Promise<void>;
  putStarter(): Promise<void>;
}

export type PanelStore = StoreApi<PanelState & PanelActs>;

export const FRESH: TabView = {
  viewUrl: null,
  opened: null,
  about: null,
  besideLang: null,
  beside: null,
  passage: null,
  readerScroll: 0,
  selected: [],
  order: 'related',
  mention: null,
  scroll: 0,
  query: '',
  shownAs: {},
};
