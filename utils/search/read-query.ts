import { meaningOf } from './expand';
import { type Admits, docsNaming } from './filters';
import { findWholeNames } from './find-names';
import { findWord } from './lexicon';
import type { Query, Term } from './parse-query';
import { findPhrase } from './phrase';
import { docsOf } from './postings';
import { addPhrase, addTerm, openScores, type Scores } from './score';
import type { TextIndex } from './text-index';

/** Up to so many words are a question, and all are wanted; more are a text, and its most telling words are looked for. */
const MOST_ASKED = 8;
/** Words looked for out of a text. */
const MOST_TELLING = 24;
/** A brief must reach this share of the best to be like a pasted text: any brief shares some word with it. */
const LEAST_SHARE = 0.25;

/** What to highlight: for each term folded words, and a beginning of words. Plain data. */
export type Shown = readonly { words: readonly string[]; beginning: string | null }[];

/** How a query is meant to be read. */
export interface Asking {
  /** `on`: the last word may be the beginning of one. */
  typing?: 'on' | 'off';
  /** What a query that asks for nothing finds: no brief, or every brief. */
  blank?: 'none' | 'all';
}

/** What the words of a query say of the docs, before filters. Its scores are the index's cells: clear them in the end. */
export interface Reading {
  scores: Scores;
  /** Words and phrases that were looked for. */
  asked: number;
  /** A few words are a question, and all are wanted; more are a text, which briefs are like or not. */
  kind: 'question' | 'text';
  /** Docs that may be found, if filters admit them. */
  candidates: readonly number[];
  corrected: { from: string; to: string } | null;
  unknown: readonly string[];
  shown: Shown;
}

/** Reads the words of a query; filters are left to `matchingOf`. */
export function readQuery(index: TextIndex, query: Query, { typing, blank }: Asking): Reading {
  const wanted = query.terms.filter((term) => term.use === 'wanted').map((term) => closedUnless(term, typing));
  const scores = openScores(index);
  const kind = wanted.length > MOST_ASKED ? 'text' : 'question';
  const asked = kind === 'text' ? mostTelling(index, wanted) : wanted;
  const said = readTerms(index, scores, asked);
  const without = excludedGroups(index, query.terms);
  const isAboutAll = wanted.length === 0 && (query.filters.length > 0 || without.size > 0 || blank === 'all');
  const found = isAboutAll ? Array.from({ length: index.briefs }, (_, doc) => doc) : scores.docs;
  const candidates = without.size === 0 ? found : found.filter((doc) => !without.has(index.columns.docGroup[doc]!));
  return { scores, asked: asked.length, kind, candidates, ...said };
}

/** Docs that filters admit and that have all of the words; where none has all, those with the most of them. */
export function matchingOf(
  { scores, asked, kind, candidates }: Reading,
  admits: Admits | null,
): { docs: readonly number[]; matched: 'all' | 'some' } {
  const admitted = admits ? candidates.filter(admits) : candidates;
  if (kind === 'text') return { docs: likeText(scores, admitted), matched: 'all' };
  const most = admitted.reduce((best, doc) => Math.max(best, scores.matched[doc]!), 0);
  return { docs: admitted.filter((doc) => scores.matched[doc] === most), matched: most === asked ? 'all' : 'some' };
}

/** Adds up what all terms say. */
function readTerms(
  index: TextIndex,
  scores: Scores,
  terms: readonly Term[],
): Pick<Reading, 'corrected' | 'unknown' | 'shown'> {
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

function closedUnless(term: Term, typing: Asking['typing']): Term {
  return typing === 'off' ? { ...term, ending: 'closed' } : term;
}
