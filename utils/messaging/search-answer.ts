import type { ArchiveId, BriefHead, EntityId, EntityType, Verdict, Week } from '@/utils/model';

/** What a search is asked. Where only the text is given: the first briefs, nearest first, passages for what a popup shows. */
export interface SearchQuestion {
  /** Words and filters as they are typed (`year:2012`, `lang:be` …). */
  text: string;
  order?: 'relevance' | 'newest' | 'oldest';
  /** Briefs to pass over. */
  offset?: number;
  /** Briefs wanted, MAX_HITS at most. */
  limit?: number;
  /** What a text that asks for nothing finds: no brief, or every brief. */
  blank?: 'none' | 'all';
}

/** [start, end) UTF-16 offsets. */
type Ranges = readonly (readonly [number, number])[];

/** An entity that a query found. */
export interface EntityHit {
  id: EntityId;
  type: EntityType;
  label: string;
  /** Its other names, one a language, for the second line. */
  alsoKnownAs: readonly string[];
  /** What was found in its names; one list for each of `alsoKnownAs`. */
  highlights?: { label: Ranges; alsoKnownAs: readonly Ranges[] };
  /** Groups of briefs that name it. */
  briefs: number;
}

/** An entity of a brief, for its row in a list. */
export interface EntityLabel {
  id: EntityId;
  type: EntityType;
  /** Short name in the reader's language. */
  label: string;
}

/** A brief that a query found. */
export interface BriefHit {
  head: BriefHead;
  highlights: { title: Ranges; summary: Ranges };
  /** The passage of its body that has most of the words; none where only title, summary or names have them, or further down the list. */
  snippet?: { text: string; highlights: Ranges } | null;
  /** Languages of all its translations, this one's first, then in the reader's order. */
  languages?: readonly string[];
  /** What it is about, in the order in which its archive says so. */
  entities?: readonly EntityLabel[];
}

export interface SearchAnswer {
  entities: readonly EntityHit[];
  briefs: readonly BriefHit[];
  /** How many briefs there are in all, also those not listed. */
  total: number;
  /** `some`: no brief has all the words; these have the most of them. */
  matched?: 'all' | 'some';
  /** "Nothing is spelt FROM. Showing TO." */
  corrected?: { from: string; to: string } | null;
  /** Words that no brief has, nor anything near them. */
  unknown?: readonly string[];
}

/** Briefs of a month by situation. */
export interface MonthOfBriefs {
  /** ISO 8601 month: "2012-10". */
  month: string;
  briefs: number;
  situations: Readonly<Record<Verdict | 'none', number>>;
}

/** A value of a filter, with the briefs that a search with it finds. */
export interface FacetValue<T extends string = string> {
  value: T;
  briefs: number;
}

/** What a query finds, counted. Counts of a filter leave that filter itself out: they say what else there is. */
export interface SearchOverview {
  /** The text that was asked. */
  text: string;
  total: number;
  months: readonly MonthOfBriefs[];
  /** First and last month of all archives, whatever was asked: a chart that keeps its place. ISO 8601; null without dated briefs. */
  span: { from: string; to: string } | null;
  /** Weeks of all briefs found, in the order asked; null for those without a date, which come last. */
  weeks: readonly { week: Week | null; briefs: number }[];
  situations: readonly FacetValue<Verdict | 'none'>[];
  langs: readonly FacetValue[];
  archives: readonly (FacetValue<ArchiveId> & { title: string })[];
  entities: readonly (FacetValue<EntityId> & { type: EntityType; label: string })[];
}
