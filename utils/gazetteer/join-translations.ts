import type { Clusters } from './clusters';
import type { Figure } from './figure';
import { soundLikeness } from './name-sound';
import type { Grammar, Place } from './sighting';
import { worldPlaceOf } from './world';

/**
 * Joins names that sound nothing alike (International Monetary Fund, Международный валютный фонд) by where they stand: translations say the
 * same things in the same order, so names that keep company through all translation groups, in the same paragraphs, are one. The noun at
 * their head and words that do sound alike speak for a pair or against it. Best pairs first; a language is joined once.
 */
export function joinTranslations(clusters: Clusters): void {
  const sides = new Map<readonly Figure[], Side>();
  for (const members of clusters.all()) {
    const side = sideOf(members);
    if (side !== null) sides.set(members, side);
  }
  const pairs = pairsOf([...sides.values()]);
  const scored = pairs
    .map(([a, b]) => ({ a, b, score: scoreOf(a, b) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((x, y) => y.score - x.score || compare(x.a.name, y.a.name) || compare(x.b.name, y.b.name));
  for (const { a, b } of scored) {
    const left = clusters.of(a.figure);
    const right = clusters.of(b.figure);
    if (left === right || languagesOf(left).some((lang) => languagesOf(right).includes(lang))) continue;
    clusters.unite(a.figure, b.figure);
  }
}

const LEAST_SCORE = 0.75;
/** What half a paragraph between two names costs: less than a word in common, enough to choose between neighbours. */
const APART_COST = 0.25;
/** Share of their places that two names must have in common. */
const LEAST_TOGETHER = 0.34;

interface Side {
  name: string;
  figure: Figure;
  members: readonly Figure[];
  langs: readonly Grammar[];
  notion: number;
  isFirm: boolean;
  isPerson: boolean;
  places: ReadonlyMap<number, readonly (Place & { lang: Grammar })[]>;
}

function sideOf(members: readonly Figure[]): Side | null {
  if (members.some(({ kind, name, lang }) => kind === 'word' && worldPlaceOf(name, lang) !== undefined)) return null;
  const places = new Map<number, (Place & { lang: Grammar })[]>();
  for (const figure of members) {
    for (const place of figure.places) {
      const list = places.get(place.group) ?? [];
      list.push({ ...place, lang: figure.lang });
      places.set(place.group, list);
    }
  }
  const notions = members.map(({ notion }) => notion).filter((notion) => notion >= 0);
  return {
    name: members.map(({ name }) => name).sort()[0]!,
    figure: members[0]!,
    members,
    langs: languagesOf(members),
    notion: notions[0] ?? -1,
    isFirm: members.some(({ isFirm }) => isFirm),
    isPerson: members.some(({ kind }) => kind === 'person'),
    places,
  };
}

function languagesOf(members: readonly Figure[]): Grammar[] {
  return [...new Set(members.map(({ lang }) => lang))];
}

/** Sides that meet in one paragraph of a translation group and have no language in common. */
function pairsOf(sides: readonly Side[]): [Side, Side][] {
  const byParagraph = new Map<string, Set<Side>>();
  for (const side of sides) {
    for (const [group, places] of side.places) {
      for (const { block } of places) {
        const key = `${group} ${block}`;
        const met = byParagraph.get(key) ?? new Set();
        if (met.size < MOST_IN_PARAGRAPH) byParagraph.set(key, met.add(side));
      }
    }
  }
  const order = new Map(sides.map((side, i) => [side, i]));
  const met = new Map<string, [Side, Side]>();
  for (const list of [...byParagraph.values()].map((those) => [...those])) {
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const [a, b] = [list[i]!, list[j]!];
        if (a.isPerson !== b.isPerson || a.langs.some((lang) => b.langs.includes(lang))) continue;
        met.set(`${order.get(a)} ${order.get(b)}`, [a, b]);
      }
    }
  }
  return [...met.values()];
}

/** So many names of one paragraph are compared with each other: lists of thousands would cost the square of them. */
const MOST_IN_PARAGRAPH = 150;

function scoreOf(a: Side, b: Side): number {
  const { share, apart } = togetherness(a, b);
  if (share < LEAST_TOGETHER || !isLikely(a, b)) return 0;
  const left = kindsOf(a);
  const right = kindsOf(b);
  let score = share - APART_COST * apart;
  if (a.notion >= 0 && b.notion >= 0) score += a.notion === b.notion ? 0.35 : -0.5;
  if ([...left].some((kind) => right.has(kind))) score += 0.1;
  if (a.isPerson) score += 0.9 * wordsAlike(a, b) - 0.45;
  else score += 0.4 * wordsAlike(a, b);
  return score;
}

/** A name at the head of a sentence may be no name: it needs a firm one beside it, and the same notion. */
function isLikely(a: Side, b: Side): boolean {
  if (a.isFirm && b.isFirm) return true;
  return (a.isFirm || b.isFirm) && ((a.notion >= 0 && a.notion === b.notion) || wordsAlike(a, b) > 0);
}

function kindsOf({ members }: Side): Set<string> {
  return new Set(members.map(({ kind, isQuoted }) => (isQuoted ? 'quoted' : kind)));
}

/** How much of their places two names share, by paragraph, and how far apart they stand there, both 0..1. */
function togetherness(a: Side, b: Side): { share: number; apart: number } {
  let shared = 0;
  let all = 0;
  let apart = 0;
  for (const [group, left] of a.places) {
    const right = b.places.get(group);
    if (right === undefined) continue;
    // A cluster of two languages has everything twice.
    const scale = {
      left: new Set(left.map(({ lang }) => lang)).size,
      right: new Set(right.map(({ lang }) => lang)).size,
    };
    const blocks = new Set([...left, ...right].map(({ block }) => block));
    for (const block of blocks) {
      const ours = left.filter((place) => place.block === block);
      const theirs = right.filter((place) => place.block === block);
      const common = Math.min(ours.length / scale.left, theirs.length / scale.right);
      shared += common;
      if (common > 0) apart += common * Math.abs(ours[0]!.depth - theirs[0]!.depth);
    }
    all += left.length / scale.left + right.length / scale.right;
  }
  if (shared === 0) return { share: 0, apart: 1 };
  const alone = [...a.places.keys()].filter((group) => !b.places.has(group)).length;
  const others = [...b.places.keys()].filter((group) => !a.places.has(group)).length;
  return { share: (2 * shared) / (all + alone + others), apart: (2 * apart) / shared };
}

/** Share of words that sound alike, over the shorter of the two names. */
function wordsAlike(a: Side, b: Side): number {
  const left = a.figure.name.split(/[\s-]+/u);
  const right = b.figure.name.split(/[\s-]+/u);
  const [fewer, more] = left.length <= right.length ? [left, right] : [right, left];
  const alike = fewer.map((word) => Math.max(...more.map((other) => soundLikeness(word, other))));
  return alike.filter((likeness) => likeness >= 0.75).length / fewer.length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
