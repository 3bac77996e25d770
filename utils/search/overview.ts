import type { Situation } from './doc-record';
import { admitting } from './filters';
import { SITUATIONS } from './layout';
import type { Filter, Query } from './parse-query';
import { eachRising } from './postings';
import { type Asking, matchingOf, readQuery } from './read-query';
import { clearScores } from './score';
import { pooled, type TextIndex } from './text-index';
import { type Month, monthText, timelineOf } from './timeline';

/** How many translation groups would be found with this value of a field. */
export interface Count<T extends string = string> {
  value: T;
  briefs: number;
}

/** What a query finds, counted for filters. Counts of a field leave that field's own filters out: they say what else there is. */
export interface Overview {
  /** Groups found, with all filters. */
  total: number;
  /** By month, with all filters but those of dates. */
  months: readonly Month[];
  /** First and last month of all briefs in the index, "2010-06"; null where none has a date. */
  span: { from: string; to: string } | null;
  /** In the order improved, unchanged, worsened, none; those that no brief of the archives has are left out. */
  situations: readonly Count<Situation>[];
  /** Most briefs first. */
  langs: readonly Count[];
  archives: readonly Count[];
  /** Most briefs first, at most MOST_ENTITIES, those filtered by always among them. */
  entities: readonly Count[];
}

/** Rows of entities: as many as a reader scans before typing a name instead. */
const MOST_ENTITIES = 12;

/** Counts what a query finds. Cost grows with the briefs found and the names they declare; tens of ms at 100,000 briefs. */
export function overviewOf(index: TextIndex, query: Query, asking: Asking = {}): Overview {
  const { columns } = index;
  const reading = readQuery(index, query, asking);
  const seen = new Uint32Array(columns.groupIdAt.length);
  let round = 0;
  const docsBeside = (field: Filter['field'] | null): readonly number[] => {
    const filters = query.filters.filter((filter) => filter.field !== field || filter.use === 'unwanted');
    // A filter that says what is not wanted stays: its value shall count none.
    return matchingOf(reading, admitting(index, filters)).docs;
  };
  const groupsOf = (docs: Iterable<number>): number[] => {
    round++;
    const first: number[] = [];
    for (const doc of docs) {
      const group = columns.docGroup[doc]!;
      if (seen[group] === round) continue;
      seen[group] = round;
      first.push(doc);
    }
    return first;
  };
  /** Groups that have a doc with each value of a column. */
  const countsOf = <T extends string>(
    docs: readonly number[],
    column: ArrayLike<number>,
    values: readonly T[],
  ): Count<T>[] => {
    const byValue = values.map((): number[] => []);
    for (const doc of docs) byValue[column[doc]!]!.push(doc);
    return byValue.map((those, place) => ({ value: values[place]!, briefs: groupsOf(those).length }));
  };
  const texts = (starts: Uint32Array): string[] =>
    Array.from({ length: starts.length - 1 }, (_, place) => pooled(index, starts, place));

  const all = docsBeside(null);
  const present = new Set(columns.docSituation);
  const situations = countsOf(docsBeside('situation'), columns.docSituation, SITUATIONS);
  const answer: Overview = {
    total: groupsOf(all).length,
    months: timelineOf(index, groupsOf(docsBeside('date'))),
    span: spanOf(index),
    situations: [...situations.slice(1), ...situations.slice(0, 1)].filter(({ value }) =>
      present.has(SITUATIONS.findIndex((situation) => situation === value)),
    ),
    langs: countsOf(docsBeside('lang'), columns.docLang, texts(columns.langAt)).sort(byCount),
    archives: countsOf(docsBeside('archive'), columns.docArchive, texts(columns.archiveIdAt)).sort(byCount),
    entities: entitiesIn(index, { docs: docsBeside('entity'), query, groupsOf }),
  };
  clearScores(reading.scores);
  return answer;
}

function spanOf({ columns: { docTo } }: TextIndex): Overview['span'] {
  let [from, to] = [Infinity, 0];
  for (const day of docTo) {
    if (day === 0) continue;
    from = Math.min(from, day);
    to = Math.max(to, day);
  }
  return to === 0 ? null : { from: monthText(Math.floor(from / 100)), to: monthText(Math.floor(to / 100)) };
}

function entitiesIn(
  index: TextIndex,
  of: { docs: readonly number[]; query: Query; groupsOf: (docs: Iterable<number>) => number[] },
): Count[] {
  const { columns } = index;
  const here = new Uint8Array(index.briefs);
  for (const doc of of.docs) here[doc] = 1;
  const counts: Count[] = [];
  const asked = of.query.filters.flatMap((filter) => (filter.field === 'entity' ? [filter.value] : []));
  const isAsked = (id: string): boolean => asked.some((value) => id === value || id.endsWith(`/${value}`));
  for (let entity = 0; entity + 1 < columns.entityIdAt.length; entity++) {
    const docs: number[] = [];
    const [from, to] = [columns.entityDocsAt[entity]!, columns.entityDocsAt[entity + 1]!];
    eachRising({ bytes: columns.entityDocs, from, to }, (doc) => {
      if (here[doc] === 1) docs.push(doc);
    });
    if (docs.length === 0 && asked.length === 0) continue;
    counts.push({ value: String(entity), briefs: of.groupsOf(docs).length });
  }
  const named = counts
    .sort((a, b) => b.briefs - a.briefs || Number(a.value) - Number(b.value))
    .map(({ value, briefs }) => ({ value: pooled(index, columns.entityIdAt, Number(value)), briefs }));
  const most = named.slice(0, MOST_ENTITIES).filter(({ briefs }) => briefs > 0);
  return [...named.filter((count) => isAsked(count.value) && !most.includes(count)), ...most];
}

function byCount(a: Count, b: Count): number {
  return b.briefs - a.briefs || (a.value < b.value ? -1 : 1);
}
