import type { BriefId } from '@/utils/model';
import { admitting } from './filters';
import { firstOf } from './first-of';
import type { Query } from './parse-query';
import { matchingOf, readQuery, type Reading, type Shown } from './read-query';
import { clearScores, IN_BODY, IN_NAMES, IN_SUMMARY, IN_TITLE, type Scores } from './score';
import { pooled, type TextIndex } from './text-index';

/** Translations this near the best one of their group are equally good; the reader's language then decides. */
const AS_GOOD = 0.85;

/** No doc. */
const NONE = -1;

/** After every day: 99991231 and more. */
const LAST_DAY = 1e9;

/** Hits given where nothing else is asked: two screens of a popup, and every key of a query has them marked and drawn. */
const USUAL_HITS = 20;

export interface SearchOptions {
  /** Hits wanted, and how many to pass over. */
  limit?: number;
  offset?: number;
  /** Relevance for words, newest for filters alone, where none is given. */
  order?: 'relevance' | 'newest' | 'oldest';
  /** The reader's languages, dearest first: which translation stands for its group. */
  languages?: readonly string[];
  /** `on`: the last word may be the beginning of one. */
  typing?: 'on' | 'off';
  /** What a query that asks for nothing finds: no brief, or every brief. */
  blank?: 'none' | 'all';
}

export type HitField = 'title' | 'summary' | 'body' | 'names';

/** A translation group that was found, by its best translation. */
export interface TextHit {
  brief: BriefId;
  group: string;
  /** 0..1: 1 would be a brief about nothing else. 0 where only filters were asked. */
  score: number;
  fields: readonly HitField[];
  /** Place of the brief in the index. */
  doc: number;
}

export interface SearchResult {
  hits: readonly TextHit[];
  /** Groups found, also those not among the hits. */
  total: number;
  /** `some`: no brief has all words; these have the most of them. */
  matched: 'all' | 'some';
  /** Words that no brief has, and what was looked for instead. */
  corrected: { from: string; to: string } | null;
  /** Words that no brief has, nor anything near them. */
  unknown: readonly string[];
  shown: Shown;
}

/** Finds briefs. Deterministic; cost grows with the postings of the asked words. */
export function searchTexts(index: TextIndex, query: Query, options: SearchOptions = {}): SearchResult {
  const { reading, docs, matched, order } = find(index, query, options);
  const { scores, corrected, unknown, shown } = reading;
  const offset = options.offset ?? 0;
  const first = firstOf(docs, offset + (options.limit ?? USUAL_HITS), order);
  const hits = first.slice(offset).map((doc) => hitOf(index, { scores, doc }));
  clearScores(scores);
  return { hits, total: docs.length, matched, corrected, unknown, shown };
}

/** Docs that stand for all groups found, in order: for a timeline. */
export function docsFound(
  index: TextIndex,
  query: Query,
  options: Omit<SearchOptions, 'limit' | 'offset'> = {},
): readonly number[] {
  const { reading, docs, order } = find(index, query, options);
  docs.sort(order);
  clearScores(reading.scores);
  return docs;
}

/** What a query finds, in no order yet. The scores are still the index's cells. */
function find(
  index: TextIndex,
  query: Query,
  options: SearchOptions,
): { reading: Reading; docs: number[]; matched: 'all' | 'some'; order: (a: number, b: number) => number } {
  const reading = readQuery(index, query, options);
  const { scores, asked } = reading;
  const { docs: matching, matched } = matchingOf(reading, admitting(index, query.filters));
  const docs = bestOfGroups(index, { scores, matching, languages: options.languages ?? [] });
  const order = orderOf(index, { scores, order: options.order ?? (asked > 0 ? 'relevance' : 'newest') });
  return { reading, docs, matched, order };
}

/** One doc a group: of the translations that are about as good as the best, the one in the reader's first language. */
function bestOfGroups(
  index: TextIndex,
  of: { scores: Scores; matching: readonly number[]; languages: readonly string[] },
): number[] {
  const { docGroup, docLang, langAt } = index.columns;
  const place = Array.from({ length: langAt.length - 1 }, (_, lang) =>
    placeOf(pooled(index, langAt, lang), of.languages),
  );
  const bestIn = new Int32Array(index.columns.groupIdAt.length).fill(NONE);
  for (const doc of of.matching) {
    const other = bestIn[docGroup[doc]!]!;
    if (other === NONE || isBetter(doc, other)) bestIn[docGroup[doc]!] = doc;
  }
  return of.matching.filter((doc) => bestIn[docGroup[doc]!] === doc);

  function isBetter(doc: number, other: number): boolean {
    const mine = of.scores.score[doc]!;
    const theirs = of.scores.score[other]!;
    const isClose = Math.min(mine, theirs) >= AS_GOOD * Math.max(mine, theirs);
    const difference = place[docLang[doc]!]! - place[docLang[other]!]!;
    return isClose && difference !== 0 ? difference < 0 : mine > theirs;
  }
}

function placeOf(lang: string, languages: readonly string[]): number {
  const at = languages.findIndex((language) => lang === language || lang.startsWith(`${language}-`));
  return at < 0 ? languages.length : at;
}

/** Tells any two docs apart, so that every way of sorting gives the same. */
function orderOf(
  { columns: { docTo } }: TextIndex,
  { scores, order }: { scores: Scores; order: NonNullable<SearchOptions['order']> },
): (a: number, b: number) => number {
  const newest = (a: number, b: number): number => docTo[b]! - docTo[a]! || a - b;
  switch (order) {
    case 'relevance':
      return (a, b) => scores.score[b]! - scores.score[a]! || newest(a, b);
    case 'newest':
      return newest;
    case 'oldest':
      // A brief without a date comes last in either order.
      return (a, b) => (docTo[a]! || LAST_DAY) - (docTo[b]! || LAST_DAY) || a - b;
  }
}

function hitOf(index: TextIndex, { scores, doc }: { scores: Scores; doc: number }): TextHit {
  const bits = scores.fields[doc]!;
  const names: HitField[] = [];
  if (bits & IN_TITLE) names.push('title');
  if (bits & IN_SUMMARY) names.push('summary');
  if (bits & IN_BODY) names.push('body');
  if (bits & IN_NAMES) names.push('names');
  return {
    brief: pooled(index, index.columns.docIdAt, doc),
    group: pooled(index, index.columns.groupIdAt, index.columns.docGroup[doc]!),
    score: scores.most === 0 ? 0 : Math.min(1, scores.score[doc]! / scores.most),
    fields: names,
    doc,
  };
}
