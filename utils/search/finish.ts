import type { Entity } from '@/utils/model';
import { ByteWriter } from './bytes';
import { compareText, type DocRecord, situationCode, wordsOfCode } from './doc-record';
import { eachWord } from './fold';
import type { Columns } from './layout';
import { readingsOf } from './name-key';
import { type ListWriter, writeRising } from './postings';
import { stemColumns } from './stem-columns';
import { indexOfColumns, type TextIndex } from './text-index';
import { packWords } from './word-blocks';

/** All that cannot be derived: compiling and updating both come to this, and so give the same bytes. */
export interface Draft {
  /** In the order of `compareDocs`. */
  docs: readonly DocRecord[];
  /** Sorted; every word stands in some doc. */
  words: readonly string[];
  lists: ListWriter;
  /** All entities known; those that no doc declares are left out. */
  entities: Iterable<Entity>;
}

/** Derives the other columns and lays all of them into one buffer. */
export function finish(draft: Draft): TextIndex {
  const pool = new ByteWriter();
  const { docs, words, lists } = draft;
  const docIdAt = pooledTexts(
    pool,
    docs.map((doc) => doc.id),
  );
  const groups = namesOf(docs.map((doc) => doc.group));
  const archives = namesOf(docs.map((doc) => doc.archiveId));
  const langs = namesOf(docs.map((doc) => doc.lang));
  const lengths = Uint8Array.from(docs.flatMap((doc) => doc.lengths));
  const primary = {
    docIdAt,
    docGroup: Uint32Array.from(docs, (doc) => groups.places.get(doc.group)!),
    docArchive: Uint16Array.from(docs, (doc) => archives.places.get(doc.archiveId)!),
    docLang: Uint16Array.from(docs, (doc) => langs.places.get(doc.lang)!),
    docSituation: Uint8Array.from(docs, (doc) => situationCode(doc.situation)),
    docFrom: Uint32Array.from(docs, (doc) => doc.from),
    docTo: Uint32Array.from(docs, (doc) => doc.to),
    docLengths: lengths,
    totals: Uint32Array.from([0, 1, 2], (field) =>
      docs.reduce((sum, doc) => sum + wordsOfCode(doc.lengths[field]!), 0),
    ),
    groupIdAt: pooledTexts(pool, groups.names),
    archiveIdAt: pooledTexts(pool, archives.names),
    langAt: pooledTexts(pool, langs.names),
    ...entityColumns(pool, draft),
    ...packWords(words),
    ...lists.columns(),
  };
  const columns: Columns = { ...primary, pool: pool.bytes(), ...stemColumns(primary, { words, langs: langs.names }) };
  return indexOfColumns(columns);
}

/** Distinct texts, sorted, with the place of each. */
function namesOf(texts: readonly string[]): { names: string[]; places: Map<string, number> } {
  const names = [...new Set(texts)].sort(compareText);
  return { names, places: new Map(names.map((name, place) => [name, place])) };
}

/** Starts of texts laid one behind the other, and the end of the last. */
function pooledTexts(pool: ByteWriter, texts: readonly string[]): Uint32Array {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, i) => {
    starts[i] = pool.length;
    pool.text(text);
  });
  starts[texts.length] = pool.length;
  return starts;
}

function entityColumns(pool: ByteWriter, { docs, entities }: Draft) {
  const docsOf = new Map<string, number[]>();
  docs.forEach((doc, place) => {
    for (const id of doc.entities) {
      const known = docsOf.get(id);
      if (known) known.push(place);
      else docsOf.set(id, [place]);
    }
  });
  const ids = [...docsOf.keys()].sort(compareText);
  const entityDocs = new ByteWriter();
  const entityDocsAt = new Uint32Array(ids.length + 1);
  ids.forEach((id, i) => {
    writeRising(entityDocs, docsOf.get(id)!);
    entityDocsAt[i + 1] = entityDocs.length;
  });
  return {
    entityIdAt: pooledTexts(pool, ids),
    entityDocsAt,
    entityDocs: entityDocs.bytes(),
    ...nameColumns(pool, { ids, entities }),
  };
}

interface NameWord {
  key: string;
  word: string;
  entities: Set<number>;
}

function nameColumns(pool: ByteWriter, of: { ids: readonly string[]; entities: Iterable<Entity> }) {
  const places = new Map(of.ids.map((id, place) => [id, place]));
  const found = new Map<string, NameWord>();
  for (const entity of of.entities) {
    const place = places.get(entity.id);
    if (place === undefined) continue;
    for (const name of entity.names) {
      eachWord(name.text, (word) => {
        for (const { key } of readingsOf(word)) {
          const known = found.get(`${key} ${word}`);
          if (known) known.entities.add(place);
          else found.set(`${key} ${word}`, { key, word, entities: new Set([place]) });
        }
      });
    }
  }
  const rows = [...found.values()].sort((a, b) => compareText(a.key, b.key) || compareText(a.word, b.word));
  const nameEntityAt = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => (nameEntityAt[i + 1] = nameEntityAt[i]! + row.entities.size));
  return {
    nameKeyAt: pooledTexts(
      pool,
      rows.map((row) => row.key),
    ),
    nameWordAt: pooledTexts(
      pool,
      rows.map((row) => row.word),
    ),
    nameEntityAt,
    nameEntity: Uint32Array.from(rows.flatMap((row) => [...row.entities].sort((a, b) => a - b))),
  };
}
