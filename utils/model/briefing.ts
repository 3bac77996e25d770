import type { BriefHead, BriefId, Situation, Week } from './brief';
import type { EntityId, EntityType } from './entity';
import type { Mention } from './mention';

/** The strongest single reason; `entities` are the names it rests on, the weightiest first. */
export type BecauseKind = 'in-headline' | 'named-together' | 'rare-name' | 'named-times';

/** Why a brief is shown. */
export interface Because {
  kind: BecauseKind;
  entities: readonly EntityId[];
  /** Mentions of those entities on the page. */
  times: number;
}

/** One brief a translation group, in the first of the reader's languages that the group has. */
export interface RelatedBrief {
  head: BriefHead;
  /** All translations, this one included, in the reader's order. */
  translations: readonly { lang: string; id: BriefId }[];
  /** 0..1, only comparable within one briefing. */
  score: number;
  because: Because;
}

/** An entity of the page, with what the panel says about it. */
export interface PageEntity {
  id: EntityId;
  type: EntityType;
  /** Short name in the reader's language ("Rogozin"). */
  label: string;
  /** Full name in the reader's language ("Dmitry Rogozin"). */
  fullName: string;
  /** Indexes into the briefing's mentions, in reading order. */
  mentions: readonly number[];
  /** Groups of briefs in the archive that name it. */
  briefs: number;
  certainty: 'sure' | 'in-doubt';
}

/** What a page is, in the panel's head. */
export interface PageHead {
  url: string;
  /** Host name for people: without "www.". */
  host: string;
  title: string;
  lang: string;
  /** ISO 8601 date. */
  publishedAt: string | null;
  blocks: number;
  words: number;
  extent: 'whole' | 'part';
}

/** What we show for a page. */
export interface Briefing {
  page: PageHead;
  /** By type in the order of ENTITY_TYPES, inside a type by weight for this page. */
  entities: readonly PageEntity[];
  /** In reading order. */
  mentions: readonly Mention[];
  related: readonly RelatedBrief[];
  /** Years of the related briefs, first and last; null without briefs. */
  years: { from: number; to: number } | null;
  /** Situation of the latest related brief that has one. */
  lastWord: { situation: Situation; week: Week | null; date: string | null } | null;
}

/** What stands between the panel and a briefing. */
export type PageFailure =
  /** The browser keeps extensions away from this page: its own pages, its store, a PDF viewer. */
  | 'not-readable'
  /** Storage refused: the disk is full, or the browser's data is damaged. */
  | 'disk-full'
  | 'archive-unreadable'
  /** The page answered something that is not a page, or nothing at all. */
  | 'page-silent';

/** How we stand with a site. `unknown`: the browser does not tell us its address before a click on our button. */
export interface SiteState {
  host: string | null;
  /**
   * `all`: watched because all sites are. `paused`: would be watched. `personal`: all sites are watched, but here people
   * write, pay or sign in, so that only naming the site makes us read it.
   */
  watch: 'watched' | 'all' | 'paused' | 'personal' | 'off' | 'unknown';
}

/** All that the panel can be showing for a tab. */
export type PageState =
  | { status: 'unread'; site: SiteState; archive: 'filled' | 'empty' }
  | { status: 'reading'; site: SiteState }
  | { status: 'ready'; site: SiteState; briefing: Briefing; marks: 'on' | 'off' }
  /** The browser's own viewer shows a PDF there; ours can read it. */
  | { status: 'pdf'; site: SiteState; address: string }
  | { status: 'archive-empty'; site: SiteState }
  | { status: 'failed'; site: SiteState; error: PageFailure };
