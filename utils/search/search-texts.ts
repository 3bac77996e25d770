import type { BriefId } from '@/utils/model';
import { meaningOf } from './expand';
import { admitting, docsNaming } from './filters';
import { findWholeNames } from './find-names';
import { findWord } from './lexicon';
import type { Query, Term } from './parse-query';
import { findPhrase } from './phrase';
import { docsOf } from './postings';
import {
  addPhrase,
  addTerm,
  clearScores,
  IN_BODY,
  IN_NAMES,
  IN_SUMMARY,
  IN_TITLE,
  openScores,
  type Scores,
} from './score';
import { pooled, type TextIndex } from './text-index';

/** Up to so many words are a question, and all are wanted; more are a text, and its most telling words are looked for. */
const MOST_ASKED = 8;
/** Words looked for out of a text. */
const MOST_TELLING = 24;
/** A brief must reach this share of the best to be like a pasted text: any brief shares some word with it. */
const LEAST_SHARE = 0.25;

/** Translations this near the best one of their group are equally good; the reader's language then decides. */
const AS_GOOD = 0.85;

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

/** What to highlight: for each term folded words, and a beginning of words. Plain data. */
export type Shown = readonly { words: readonly string[]; beginning: string | null }[];

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
  const wanted = query.terms.filter((term) => term.use === 'wanted').map((term) => closedUnless(term, options.typing));
  const scores = openScores(index);
  const asked = wanted.length > MOST_ASKED ? mostTelling(index, wanted) : wanted;
  const read = readTerms(index, scores, asked);
  const admits = admitting(index, query.filters);
  const without = excludedGroups(index, query.terms);
  const isText = wanted.length > MOST_ASKED;
  const isAboutAll = wanted.length === 0 && (admits !== null || without.size > 0);
  const candidates = (isAboutAll ? Array.from({ length: index.briefs }, (_, doc) => doc) : scores.docs).filter(
    (doc) => (!admits || admits(doc)) && !without.has(index.columns.docGroup[doc]!),
  );
  const most = candidates.reduce((best, doc) => Math.max(best, scores.matched[doc]!), 0);
  const matching = isText ? likeText(scores, candidates) : candidates.filter((doc) => scores.matched[doc] === most);
  const docs = bestOfGroups(index, { scores, matching, languages: options.languages ?? [] });
  sortDocs(index, { docs, scores, order: options.order ?? (wanted.length > 0 ? 'relevance' : 'newest') });
  const offset = options.offset ?? 0;
  const hits = docs.slice(offset, offset + (options.limit ?? USUAL_HITS)).map((doc) => hitOf(index, { scores, doc }));
  clearScores(scores);
  const matched = isText || most === asked.length ? 'all' : 'some';
  return { hits, total: docs.length, docs, matched, ...read };
}

/** Adds up what all terms say. */
function readTerms(
  index: TextIndex,
  scores: Scores,
  terms: readonly Term[],
): Pick<SearchResult, 'corrected' | 'unknown' | 'shown'> {
  const corrections: { from: string; to: string }[] = [];
  const unknown: string[] = [];
  const shown: Shown[number][] = [];
  for (const { kind, words, ending } of terms) {
    if (kind === 'phrase') {
      if (readPhrase(index, scores, words) === 0) unknown.push(words.join(' '));
      shown.push(...words.map((word) => meaningOf(index, word, { ending: 'closed', spelling: 'strict' }).shown));
      continue;
    }
    const word = words[0]!;
    const meaning = meaningOf(index, word, { ending, spelling: 'forgiving' });
    if (addTerm(index, scores, meaning) === 0) unknown.push(word);
    else if (meaning.corrected !== null) corrections.push({ from: word, to: meaning.corrected });
    shown.push(meaning.shown);
  }
  const corrected =
    corrections.length === 0
      ? null
      : { from: corrections.map(({ from }) => from).join(' '), to: corrections.map(({ to }) => to).join(' ') };
  return { corrected, unknown, shown };
}

/** A phrase as written; where no brief has it so, in any forms; and the briefs that declare who is named so. */
function readPhrase(index: TextIndex, scores: Scores, words: readonly string[]): number {
  const exact = words.map((word) => [findWord(index, word)].filter((place) => place >= 0));
  let found = exact.every((places) => places.length > 0) ? findPhrase(index, exact) : new Map<number, number>();
  if (found.size === 0) {
    const forms = words.map((word) => [
      ...meaningOf(index, word, { ending: 'closed', spelling: 'strict' }).words.keys(),
    ]);
    if (forms.every((places) => places.length > 0)) found = findPhrase(index, forms);
  }
  for (const doc of docsNaming(index, findWholeNames(index, words))) found.set(doc, (found.get(doc) ?? 0) + 1);
  return addPhrase(index, scores, found);
}

/** Groups with a brief that has an unwanted word, in any form or script. */
function excludedGroups(index: TextIndex, terms: readonly Term[]): Set<number> {
  const without = new Set<number>();
  for (const { kind, words, use } of terms) {
    if (use === 'wanted') continue;
    const scores = openScores(index);
    // The cells may be in use for the wanted terms: count apart.
    const apart: Scores = {
      ...scores,
      docs: [],
      score: new Float32Array(index.briefs),
      matched: new Float32Array(index.briefs),
      fields: new Float32Array(index.briefs),
    };
    if (kind === 'phrase') readPhrase(index, apart, words);
    else addTerm(index, apart, meaningOf(index, words[0]!, { ending: 'closed', spelling: 'strict' }));
    for (const doc of apart.docs) without.add(index.columns.docGroup[doc]!);
  }
  return without;
}

/** The rarest words of a text that the archive has at all, each once. */
function mostTelling(index: TextIndex, terms: readonly Term[]): Term[] {
  const byWord = new Map(terms.flatMap((term) => term.words.map((word) => [word, term] as const)));
  const known = [...byWord].flatMap(([word, term]) => {
    const place = findWord(index, word);
    return place < 0 ? [] : [{ word, term, docs: docsOf(index.columns, place) }];
  });
  return known
    .sort((a, b) => a.docs - b.docs || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_TELLING)
    .map(({ word, term }) => ({ ...term, kind: 'word', words: [word], ending: 'closed' }));
}

function likeText(scores: Scores, candidates: readonly number[]): number[] {
  const best = candidates.reduce((most, doc) => Math.max(most, scores.score[doc]!), 0);
  return candidates.filter((doc) => scores.score[doc]! >= best * LEAST_SHARE);
}

function closedUnless(term: Term, typing: SearchOptions['typing']): Term {
  return typing === 'off' ? { ...term, ending: 'closed' } : term;
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
      docs.sort((a, b) => docTo[a]! - docTo[b]! || a - b);
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
