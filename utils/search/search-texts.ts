import type { BriefId } from '@/utils/model';
import { admitting } from './filters';
import type { Query } from './parse-query';
import { matchingOf, readQuery, type Shown } from './read-query';
import { clearScores, IN_BODY, IN_NAMES, IN_SUMMARY, IN_TITLE, type Scores } from './score';
import { pooled, type TextIndex } from './text-index';

/** Translations this near the best one of their group are equally good; the reader's language then decides. */
const AS_GOOD = 0.85;

/** After every day: 99991231 and more. */
const LAST_DAY = 1e9;

/** Hits given where nothing else is asked: what a list shows before it scrolls. */
const USUAL_HITS = 30;

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
  /** Docs that stand for all groups found, in order: for a timeline. */
  docs: readonly number[];
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
  const reading = readQuery(index, query, options);
  const { scores, asked } = reading;
  const { docs: matching, matched } = matchingOf(reading, admitting(index, query.filters));
  const docs = bestOfGroups(index, { scores, matching, languages: options.languages ?? [] });
  sortDocs(index, { docs, scores, order: options.order ?? (asked > 0 ? 'relevance' : 'newest') });
  const offset = options.offset ?? 0;
  const hits = docs.slice(offset, offset + (options.limit ?? USUAL_HITS)).map((doc) => hitOf(index, { scores, doc }));
  clearScores(scores);
  const { corrected, unknown, shown } = reading;
  return { hits, total: docs.length, docs, matched, corrected, unknown, shown };
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
  const groups = new Map<number, number>();
  for (const doc of of.matching) {
    const other = groups.get(docGroup[doc]!);
    if (other === undefined || isBetter(doc, other)) groups.set(docGroup[doc]!, doc);
  }
  return [...groups.values()];

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

function sortDocs(
  { columns: { docTo } }: TextIndex,
  { docs, scores, order }: { docs: number[]; scores: Scores; order: NonNullable<SearchOptions['order']> },
): void {
  const newest = (a: number, b: number): number => docTo[b]! - docTo[a]! || a - b;
  switch (order) {
    case 'relevance':
      docs.sort((a, b) => scores.score[b]! - scores.score[a]! || newest(a, b));
      return;
    case 'newest':
      docs.sort(newest);
      return;
    case 'oldest':
      // A brief without a date comes last in either order.
      docs.sort((a, b) => (docTo[a]! || LAST_DAY) - (docTo[b]! || LAST_DAY) || a - b);
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
