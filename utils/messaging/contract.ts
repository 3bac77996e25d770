import type {
  Briefing,
  ArchiveChoice,
  ArchiveContents,
  ArchiveId,
  ArchiveSource,
  Brief,
  BriefHead,
  BriefId,
  Edit,
  EntityChange,
  EntityId,
  EntityType,
  Mention,
  Note,
  PageFailure,
  PageState,
  PageText,
  Result,
  SiteRules,
  StoredArchive,
} from '@/utils/model';
import type { WordsAboutSubscriptions } from './subscription-words';
import type { BriefRow, Dossier, ListedEntity, TriedMention } from './entity-answer';
import type { NoteRow } from './note-answer';
import type { SearchAnswer, SearchOverview, SearchQuestion } from './search-answer';

/**
 * A mention as the page needs it to paint: offsets and a look, no name and no id of the archive. `repeated` is painted only while
 * it is shown; `never` belongs to an archive whose names pages must not see, and is not painted even then.
 */
export type Mark = readonly [
  block: number,
  start: number,
  end: number,
  look: 'sure' | 'in-doubt' | 'repeated' | 'never',
];

/** What a page shows of its briefing. */
export interface Painting {
  marks: readonly Mark[];
  painted: 'on' | 'off';
  /** Absent: full, no ticks, with a card. */
  style?: 'full' | 'quiet';
  ticks?: 'on' | 'off';
  card?: 'on' | 'off';
}

/** An entity as a page's reader sees it at the pointer: its name and what is known in one line, in the reader's words; no text of a brief. */
export interface EntityCard {
  type: EntityType;
  /** "Person"; for a mention in doubt "“Borisov” may be". */
  kind: string;
  name: string;
  /** "5 briefs". */
  briefs: string;
  /** "Last word: situation worsened, Dec 2014"; null where no brief of the page has a verdict. */
  line: string | null;
  /** "1 of 3", among the mentions of this entity. */
  place: string;
  /** The mentions before and after it, wrapping; itself where it is the only one. */
  previous: number;
  next: number;
  words: { open: string; previous: string; next: string };
  lang: string;
}

/** What the background answers to content scripts. They are not trusted: no word here imports, deletes, fetches or changes a setting. */
export interface WordsFromPage {
  /** A page of a watched site is seen for the first time, and so far only our starter stands in it: the reader is put in where it may read. */
  shown(where: { url: string }): Result<null, never>;
  /** Whether a page may be read without being asked: not while paused, on excepted sites, or where people write, pay or sign in. */
  mayRead(where: { url: string }): Result<'yes' | 'no', never>;
  /** The page was read, or changed; the answer is what to paint. */
  pageRead(page: PageText): Result<Painting, PageFailure>;
  /** Names are marked in frames or shadow trees, which the look of marks may not have reached: it is put into all of the tab's. */
  dressRoots(all: null): Result<null, never>;
  /** The reader points at a mention of the page that was read last; `mention` counts its marks. None for archives kept out of pages. */
  card(of: { mention: number }): Result<EntityCard, 'gone' | PageFailure>;
  /** The reader pressed "Open" in a card: the panel opens with that entity. */
  openEntity(of: { mention: number }): Result<null, 'gone' | PageFailure>;
}

/** A brief opened in the panel. */
export interface OpenBrief {
  brief: Brief;
  /** In the body; `block` counts body blocks. Only entities of the tab's page, or all known ones without a page. */
  mentions: readonly Mention[];
  /** All translations, this one included, in the reader's order. */
  translations: readonly { lang: string; id: BriefId }[];
  /** Title of the archive it stands in, for citing it. */
  source: string;
  /** What to read after it: the next week of its archive, and briefs about the same names, each with those names. */
  next: { following: BriefHead | null; alike: readonly { head: BriefHead; names: readonly string[] }[] };
}

/** One archive, for lists and empty states. */
export interface ArchiveSummary {
  id: string;
  title: string;
  /** Translations of one brief are counted once. */
  briefs: number;
  languages: readonly string[];
  /** ISO 8601 dates of the first and last week; null without dated briefs. */
  weeks: { from: string; to: string } | null;
  /** When it was put into storage, in milliseconds since 1970. */
  installedAt: number;
  /** In bytes, near enough: what it takes in storage. */
  size: number;
  source: ArchiveSource | null;
  use: ArchiveChoice['use'];
  marks: ArchiveChoice['marks'];
  /** Some of its rows are lost. */
  state: 'whole' | 'damaged';
}

/** What the background answers to our own pages: panel, popup, options. */
export interface WordsFromPanel extends WordsAboutSubscriptions {
  pageState(of: { tabId: number }): Result<PageState, never>;
  /** Reads the page once; works where the click gave access (`activeTab`) or the site is granted. */
  readPage(of: { tabId: number }): Result<null, PageFailure | 'no-access'>;
  /** After the browser's permission dialog: start or stop watching. `host` null means all sites. */
  watch(site: { host: string | null; watch: 'on' | 'off' }): Result<null, 'no-access'>;
  /** Reads nothing without being asked for so many minutes; null ends the pause. */
  pause(pause: { minutes: number | null }): Result<null, never>;
  /** Puts rules in the place of all the rules about sites: a list was read in, or an act is undone. */
  setSites(rules: SiteRules): Result<null, never>;
  marks(want: { marks: 'on' | 'off' }): Result<null, never>;
  /** Briefs the story of the first-run page, which stands in no tab. */
  briefDemo(page: PageText): Result<Briefing, PageFailure>;
  openBrief(which: { id: BriefId; tabId: number | null }): Result<OpenBrief, 'gone' | PageFailure>;
  /** A slice of what a query finds; the rest is asked for as the reader scrolls. */
  search(query: SearchQuestion): Result<SearchAnswer, PageFailure>;
  /** What a query finds, counted: for filters and the timeline. A query that asks for nothing finds every brief. */
  overview(of: { text: string; order: 'newest' | 'oldest' }): Result<SearchOverview, PageFailure>;
  /** Heads of some briefs in the order asked, for lists of what was opened; those that are gone are left out. */
  heads(of: { ids: readonly BriefId[] }): Result<readonly BriefHead[], PageFailure>;
  archives(all: null): Result<readonly ArchiveSummary[], PageFailure>;
  /** Puts the archive that ships with us (back) into storage. */
  useStarter(all: null): Result<null, PageFailure>;
  /**
   * Puts an archive in the place of the one with its id, wholly or not at all. `installedAt`, in milliseconds since 1970, is
   * given where a removal or a replacement is undone; null means now.
   */
  putArchive(archive: { contents: ArchiveContents; installedAt: number | null }): Result<null, PageFailure>;
  /** Our page changed archives in storage itself: whoever shows anything of them is to ask again. */
  archivesChanged(which: { put: readonly ArchiveId[]; removed: readonly ArchiveId[] }): Result<null, PageFailure>;
  /** Takes an archive out; one that is not there is no failure. */
  removeArchive(which: { id: ArchiveId }): Result<null, PageFailure>;
  /** An archive with all its briefs: to be written to a file, or kept until a removal can no longer be undone. */
  exportArchive(which: { id: ArchiveId }): Result<StoredArchive, 'gone' | PageFailure>;
  /**
   * Changes entities by the user's hand, at once and for good. The asker makes the edit's id, so that saying it twice is one edit;
   * with the same id `undoEdit` takes it back. "Yes, this" and "Not this" are the change `answer`.
   */
  editEntity(edit: { id: string; changes: readonly EntityChange[] }): Result<null, PageFailure>;
  /** Takes an edit back; one that is not there is no failure. What depended on it does nothing from then on. */
  undoEdit(which: { id: string }): Result<null, PageFailure>;
  /** All that is known about an entity; `tabId` for its mentions on a page. */
  dossier(of: { id: EntityId; tabId: number | null }): Result<Dossier, 'gone' | PageFailure>;
  /** A slice of the briefs about an entity, latest first, MAX_HITS at most. */
  briefsAbout(of: { id: EntityId; offset: number; limit: number }): Result<readonly BriefRow[], PageFailure>;
  /** Every entity, also muted ones, by name. */
  entities(all: null): Result<readonly ListedEntity[], PageFailure>;
  /** What a sentence would be read as, if these changes were made; nothing is kept. */
  tryEdit(of: {
    id: EntityId;
    changes: readonly EntityChange[];
    text: string;
  }): Result<readonly TriedMention[], 'gone' | PageFailure>;
  /** The user's notes, in his order. */
  notes(all: null): Result<readonly NoteRow[], PageFailure>;
  /** Pins a brief, or a passage of it, with its own copy of the text. The asker makes the note's id; the same pinned twice is one note. */
  pin(what: {
    id: string;
    briefId: BriefId;
    /** The passage as it was read, perhaps over several blocks; null: the whole brief. */
    quote: string | null;
  }): Result<{ id: string }, 'gone' | 'too-many' | PageFailure>;
  writeNote(note: { id: string; text: string }): Result<null, PageFailure>;
  /** Puts a note before another, or with null at the end. */
  moveNote(note: { id: string; before: string | null }): Result<null, PageFailure>;
  removeNote(which: { id: string }): Result<null, PageFailure>;
  /** Gives a removed note back. */
  putNote(what: { note: Note }): Result<null, PageFailure>;
  /** Everything the user changed, newest first. */
  edits(all: null): Result<readonly Edit[], PageFailure>;
}

/** What a content script answers, to the background and to our own pages. */
export interface WordsToPage {
  /**
   * The page as it stands; the background asks after it was stopped. A page with a visible password field is silent unless the
   * reader asked for this very page by a click.
   */
  read(how: { asked: 'by-reader' } | null): Result<PageText, 'page-silent'>;
  /** Reads the next part of a page that is longer than our bounds; after the last one the first. The page tells of it as usual. */
  readNext(now: null): Result<null, 'page-silent'>;
  paint(what: Painting): Result<null, never>;
  /** Scrolls to a mention and lights it; `mention` counts the marks last painted, in reading order. */
  show(which: { mention: number }): Result<null, 'gone'>;
  /** The next or previous mention from where the page stands, wrapping; what `show` does, and says which it was. */
  step(to: { direction: 'next' | 'previous' }): Result<{ mention: number }, 'gone'>;
  /** Opens the card of the mention shown last, else of the first in sight, with the focus in it; said by a command. */
  openCard(now: null): Result<null, 'gone'>;
  /** The site is no longer watched: wipe the marks, stop watching, and be silent until injected again. */
  stop(now: null): Result<null, never>;
  /** Lights mentions while a chip is pointed at; empty puts them out. */
  light(which: { mentions: readonly number[] }): Result<null, never>;
}

/** News carries no data, only "ask again". */
export type News =
  | { news: 'page-changed'; tabId: number }
  | { news: 'archive-changed' }
  /** Subscriptions were added, stopped, looked at, or failed. */
  | { news: 'subscriptions-changed' }
  | { news: 'sites-changed' }
  /** The user's notes are other ones. */
  | { news: 'notes-changed' }
  /** Somebody asked the panel to show a brief (popup, omnibox): read `panelRequest`. */
  | { news: 'panel-request' };

/** What can go wrong between two contexts. */
export type WireFailure =
  /** Nobody listens there: no content script in the tab, or the extension was updated under us. */
  | 'no-answer'
  /** The payload was out of bounds, or the asker may not say this word. */
  | 'refused'
  /** The handler threw: a bug, logged where it happened without page text. */
  | 'fault';
