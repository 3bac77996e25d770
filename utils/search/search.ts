import Fuse, { type FuseResult, type RangeTuple } from 'fuse.js';
import { type BriefHead, type Entity, MAX_QUERY_CHARS } from '@/utils/model';

/**
 * Fuse's tolerance: 0 is exact, 1 matches anything. At .3 "rogozn" finds Rogozin and "минус" does not yet find Минск
 * in a title; forms of names are no problem of this list, for entities carry all their names.
 */
const THRESHOLD = 0.3;

/** Rows a reader scans before typing on. */
const MOST_ENTITIES = 5;
const MOST_BRIEFS = 30;

/** [start, end) UTF-16 offsets. */
export type Highlight = readonly [number, number];

export interface FoundEntity {
  entity: Entity;
  /** 0..1, 1 is best. */
  score: number;
}

export interface FoundBrief {
  head: BriefHead;
  score: number;
  title: readonly Highlight[];
  summary: readonly Highlight[];
}

export interface Found {
  entities: readonly FoundEntity[];
  /** One a translation group: the translation that matched best. */
  briefs: readonly FoundBrief[];
  /** Groups that matched, also those not listed. */
  total: number;
}

export type SearchList = {
  heads: Fuse<BriefHead>;
  entities: Fuse<Entity>;
  headsNaming: ReadonlyMap<string, readonly BriefHead[]>;
};

/** Prepares titles, summaries and names for searching. Linear in the archive; kept while the background lives. */
export function listForSearch(archive: { heads: readonly BriefHead[]; entities: readonly Entity[] }): SearchList {
  const shared = {
    includeScore: true,
    includeMatches: true,
    ignoreLocation: true,
    threshold: THRESHOLD,
    minMatchCharLength: 2,
  };
  const headsNaming = new Map<string, BriefHead[]>();
  for (const head of archive.heads) {
    for (const id of head.entities) {
      const naming = headsNaming.get(id);
      if (naming) naming.push(head);
      else headsNaming.set(id, [head]);
    }
  }
  return {
    heads: new Fuse(archive.heads, {
      ...shared,
      keys: [
        { name: 'title', weight: 2 },
        { name: 'summary', weight: 1 },
      ],
    }),
    entities: new Fuse(archive.entities, { ...shared, keys: ['names.text'] }),
    headsNaming,
  };
}

/** Answers while somebody types: every word must be found, by itself or as the name of an entity the brief declares. */
export function search(list: SearchList, text: string): Found {
  const words = text.slice(0, MAX_QUERY_CHARS).normalize('NFC').split(/\s+/u).filter(Boolean);
  if (words.length === 0) return { entities: [], briefs: [], total: 0 };

  const entities = new Map<string, FoundEntity>();
  let briefs: Map<string, FoundBrief> | null = null;
  for (const word of words) {
    const found = new Map<string, FoundBrief>();
    for (const result of list.heads.search(word)) keepBest(found, foundBriefOf(result));
    for (const { item, score } of list.entities.search(word)) {
      const quality = 1 - (score ?? 0);
      const earlier = entities.get(item.id);
      entities.set(item.id, { entity: item, score: quality + (earlier?.score ?? 0) });
      for (const head of list.headsNaming.get(item.id) ?? [])
        keepBest(found, { head, score: quality, title: [], summary: [] });
    }
    briefs = briefs === null ? found : bothOf(briefs, found);
  }

  const best = onePerGroup([...(briefs ?? new Map<string, FoundBrief>()).values()]);
  return {
    entities: [...entities.values()].sort((a, b) => b.score - a.score).slice(0, MOST_ENTITIES),
    briefs: best.slice(0, MOST_BRIEFS),
    total: best.length,
  };
}

function foundBriefOf({ item, score, matches }: FuseResult<BriefHead>): FoundBrief {
  const highlightsIn = (key: string): Highlight[] =>
    (matches ?? []).filter((match) => match.key === key).flatMap((match) => longest(match.indices));
  return { head: item, score: 1 - (score ?? 0), title: highlightsIn('title'), summary: highlightsIn('summary') };
}

/** Fuse lists every stray letter it aligned; a reader wants the word. Its ends are inclusive. */
function longest(indices: readonly RangeTuple[]): Highlight[] {
  const [first] = [...indices].sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
  return first ? [[first[0], first[1] + 1]] : [];
}

function keepBest(found: Map<string, FoundBrief>, brief: FoundBrief): void {
  const earlier = found.get(brief.head.id);
  if (!earlier) found.set(brief.head.id, brief);
  else if (brief.score > earlier.score) found.set(brief.head.id, { ...brief, ...highlightsOf(earlier, brief) });
  else found.set(brief.head.id, { ...earlier, ...highlightsOf(earlier, brief) });
}

function bothOf(earlier: Map<string, FoundBrief>, found: Map<string, FoundBrief>): Map<string, FoundBrief> {
  const both = new Map<string, FoundBrief>();
  for (const [id, brief] of found) {
    const before = earlier.get(id);
    if (before) both.set(id, { ...brief, score: before.score + brief.score, ...highlightsOf(before, brief) });
  }
  return both;
}

function highlightsOf(a: FoundBrief, b: FoundBrief): Pick<FoundBrief, 'title' | 'summary'> {
  return { title: merged([...a.title, ...b.title]), summary: merged([...a.summary, ...b.summary]) };
}

function merged(highlights: Highlight[]): Highlight[] {
  const result: [number, number][] = [];
  for (const [start, end] of highlights.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

function onePerGroup(briefs: FoundBrief[]): FoundBrief[] {
  const groups = new Map<string, FoundBrief>();
  for (const brief of briefs.sort((a, b) => b.score - a.score)) {
    if (!groups.has(brief.head.group)) groups.set(brief.head.group, brief);
  }
  return [...groups.values()];
}
