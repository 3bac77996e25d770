import { situationCode } from './doc-record';
import { findWholeNames } from './find-names';
import { wordsOf } from './fold';
import type { Filter } from './parse-query';
import { eachRising } from './postings';
import { pooled, type TextIndex } from './text-index';

/** Says of each doc whether it may be found. */
export type Admits = (doc: number) => boolean;

/** Filters of one field are alternatives, those of different fields must all agree, unwanted ones take out. Null where there are none. */
export function admitting(index: TextIndex, filters: readonly Filter[]): Admits | null {
  if (filters.length === 0) return null;
  const wanted = new Map<Filter['field'], Admits[]>();
  const unwanted: Admits[] = [];
  for (const filter of filters) {
    const test = testOf(index, filter);
    if (filter.use === 'unwanted') unwanted.push(test);
    else wanted.set(filter.field, [...(wanted.get(filter.field) ?? []), test]);
  }
  const alternatives = [...wanted.values()];
  return (doc) => alternatives.every((tests) => tests.some((test) => test(doc))) && !unwanted.some((test) => test(doc));
}

/** Docs that declare one of the entities. */
export function docsNaming({ columns }: TextIndex, entities: readonly number[]): Set<number> {
  const docs = new Set<number>();
  for (const entity of entities) {
    const from = columns.entityDocsAt[entity]!;
    const to = columns.entityDocsAt[entity + 1]!;
    eachRising({ bytes: columns.entityDocs, from, to }, (doc) => docs.add(doc));
  }
  return docs;
}

/** How many translation groups have a brief that declares an entity, by its id. */
export function briefsNaming(index: TextIndex, id: string): number {
  const docs = docsNaming(
    index,
    [placeOfText(index, index.columns.entityIdAt, id)].filter((place) => place >= 0),
  );
  return new Set(Array.from(docs, (doc) => index.columns.docGroup[doc])).size;
}

function testOf(index: TextIndex, filter: Filter): Admits {
  const { columns } = index;
  switch (filter.field) {
    case 'date': {
      const { from, to } = filter.range;
      // A week counts as soon as one of its days does; a brief without a date lies in no range.
      return (doc) => columns.docTo[doc]! >= from && columns.docFrom[doc]! <= to && columns.docTo[doc]! > 0;
    }
    case 'situation': {
      const code = situationCode(filter.value);
      return (doc) => columns.docSituation[doc] === code;
    }
    case 'lang': {
      const admitted = placesWhere(index, columns.langAt, (lang) => isOfLanguage(lang.toLowerCase(), filter.value));
      return (doc) => admitted.has(columns.docLang[doc]!);
    }
    case 'archive': {
      const admitted = placesWhere(index, columns.archiveIdAt, (id) => id === filter.value);
      return (doc) => admitted.has(columns.docArchive[doc]!);
    }
    case 'entity': {
      const docs = docsNaming(index, entitiesCalled(index, filter.value));
      return (doc) => docs.has(doc);
    }
  }
}

/** By id, with or without its archive, or by name. */
function entitiesCalled(index: TextIndex, value: string): readonly number[] {
  const byId = placesWhere(index, index.columns.entityIdAt, (id) => id === value || id.endsWith(`/${value}`));
  return byId.size > 0 ? [...byId] : findWholeNames(index, wordsOf(value));
}

function isOfLanguage(lang: string, asked: string): boolean {
  return lang === asked || lang.startsWith(`${asked}-`);
}

function placesWhere(index: TextIndex, starts: Uint32Array, test: (text: string) => boolean): Set<number> {
  const places = new Set<number>();
  for (let place = 0; place + 1 < starts.length; place++) if (test(pooled(index, starts, place))) places.add(place);
  return places;
}

/** Place of a text among sorted ones; −1 where it is not there. */
function placeOfText(index: TextIndex, starts: Uint32Array, text: string): number {
  let low = 0;
  let high = starts.length - 2;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const here = pooled(index, starts, middle);
    if (here === text) return middle;
    if (here < text) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
