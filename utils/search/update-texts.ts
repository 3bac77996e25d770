import type { BriefId } from '@/utils/model';
import { type Stretch, textOfBytes } from './bytes';
import { compileTexts, type Texts } from './compile-texts';
import { compareDocs, compareText, type DocRecord } from './doc-record';
import { finish } from './finish';
import { SITUATIONS } from './layout';
import { eachPlaced, eachRising, ListWriter } from './postings';
import { pooled, type TextIndex } from './text-index';
import { eachWordBytes, wordCount } from './word-blocks';

/** What changed. A brief that is added in the place of one with its id replaces it. */
export interface TextChanges {
  add: Texts['briefs'];
  remove: Iterable<BriefId>;
  /** All entities known afterwards, not only new ones: names are few and are indexed anew. */
  entities: Texts['entities'];
}

/**
 * The index after a change, without the texts of the briefs that stay: only what is added is read, and postings are merged. The same
 * bytes as compiling everything anew.
 */
export function updateTexts(index: TextIndex, { add, remove, entities }: TextChanges): TextIndex {
  const fresh = compileTexts({ briefs: add, entities: [] });
  const freshDocs = recordsOf(fresh);
  const gone = new Set(remove);
  for (const doc of freshDocs) gone.add(doc.id);
  const oldDocs = recordsOf(index);
  const kept = oldDocs.filter((doc) => !gone.has(doc.id));
  const docs = [...kept, ...freshDocs].sort(compareDocs);
  const places = new Map(docs.map((doc, place) => [doc.id, place]));
  const sources: readonly Source[] = [
    { index, placeOf: oldDocs.map((doc) => (gone.has(doc.id) ? -1 : places.get(doc.id)!)) },
    { index: fresh, placeOf: freshDocs.map((doc) => places.get(doc.id)!) },
  ];
  return finish({ docs, ...mergeWords(sources), entities });
}

interface Source {
  index: TextIndex;
  /** New place of each doc; -1 for one that goes. */
  placeOf: readonly number[];
}

/** Word after word of both lexicons; one that stands in no brief any more is left out. */
function mergeWords(sources: readonly Source[]): { words: string[]; lists: ListWriter } {
  const lists = new ListWriter();
  const words: string[] = [];
  const texts = sources.map(({ index }) => allWords(index));
  const next = sources.map(() => 0);
  for (;;) {
    const heads = texts.map((list, i) => list[next[i]!] ?? null);
    const word = heads.reduce<string | null>((least, text) => (text !== null && (least === null || text < least) ? text : least), null); // prettier-ignore
    if (word === null) return { words, lists };
    const postings = sources.flatMap((source, i) => (heads[i] === word ? postingsOf(source, next[i]!++) : []));
    if (postings.length === 0) continue;
    words.push(word);
    writeWord(lists, postings);
  }
}

function allWords({ columns }: TextIndex): string[] {
  const words: string[] = [];
  eachWordBytes(columns, { from: 0, to: wordCount(columns) }, (_, stretch) => {
    words.push(textOfBytes(stretch));
  });
  return words;
}

interface Posting {
  doc: number;
  tally: number;
  places: Stretch;
}

function postingsOf({ index, placeOf }: Source, word: number): Posting[] {
  const postings: Posting[] = [];
  eachPlaced(index.columns, word, (doc, tally, places) => {
    if (placeOf[doc]! >= 0) postings.push({ doc: placeOf[doc]!, tally, places });
  });
  return postings;
}

function writeWord(lists: ListWriter, postings: Posting[]): void {
  for (const { doc, tally, places } of postings.sort((a, b) => a.doc - b.doc)) lists.add(doc, tally, places);
  lists.endWord();
}

/** The records of an index's briefs, read back. */
function recordsOf(index: TextIndex): DocRecord[] {
  const { columns } = index;
  const entities = entitiesByDoc(index);
  return Array.from({ length: index.briefs }, (_, doc): DocRecord => {
    const lengths = columns.docLengths.subarray(doc * 3, doc * 3 + 3);
    return {
      id: pooled(index, columns.docIdAt, doc),
      archiveId: pooled(index, columns.archiveIdAt, columns.docArchive[doc]!),
      group: pooled(index, columns.groupIdAt, columns.docGroup[doc]!),
      lang: pooled(index, columns.langAt, columns.docLang[doc]!),
      situation: SITUATIONS[columns.docSituation[doc]!] ?? 'none',
      from: columns.docFrom[doc]!,
      to: columns.docTo[doc]!,
      lengths: [lengths[0]!, lengths[1]!, lengths[2]!],
      entities: entities[doc]!.sort(compareText),
    };
  });
}

function entitiesByDoc(index: TextIndex): string[][] {
  const { columns } = index;
  const byDoc = Array.from({ length: index.briefs }, (): string[] => []);
  for (let entity = 0; entity + 1 < columns.entityIdAt.length; entity++) {
    const id = pooled(index, columns.entityIdAt, entity);
    const from = columns.entityDocsAt[entity]!;
    eachRising({ bytes: columns.entityDocs, from, to: columns.entityDocsAt[entity + 1]! }, (doc) => {
      byDoc[doc]!.push(id);
    });
  }
  return byDoc;
}
