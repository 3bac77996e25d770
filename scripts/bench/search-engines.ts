import { createRequire } from 'node:module';
import { create, insertMultiple, load, save, search as searchOrama } from '@orama/orama';
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { stem as stemEnglish } from 'porter2';
import { type Entity, textOf } from '@/utils/model';
import { compileTexts, likenessOf, openTexts, parseQuery, searchTexts, snapshotOfTexts } from '@/utils/search';
import type { MadeBrief } from './search-briefs';

/** What a query is: whole words, all wanted; a word that may be misspelt; or the words of a page, any of which counts. */
export type Kind = 'words' | 'typo' | 'page';

export interface Asked {
  query: string;
  kind: Kind;
  /** Language of the page. */
  lang: string;
}

/** A library under the same harness: it writes its index as bytes and opens it again, as an extension would. */
export interface Engine {
  name: string;
  build(briefs: readonly MadeBrief[], entities: readonly Entity[]): Promise<Uint8Array>;
  open(bytes: Uint8Array): Promise<Opened>;
}

export interface Opened {
  /** Ids of at most ten briefs, best first. */
  search(asked: Asked): Promise<string[]> | string[];
}

/** What every library is given: the names of declared entities too, in all languages. */
interface Row {
  id: string;
  title: string;
  summary: string;
  body: string;
  names: string;
}

const MOST = 10;
const FIELDS = ['title', 'summary', 'body', 'names'] as const;
const BOOST = { title: 3, summary: 2, names: 1.5 };

export const ours: Engine = {
  name: 'ours',
  build: (briefs, entities) => Promise.resolve(snapshotOfTexts(compileTexts({ briefs: briefs.map(({ brief }) => brief), entities }))), // prettier-ignore
  open(bytes) {
    const opened = openTexts(bytes);
    if (!opened.ok) throw new Error(opened.error);
    const index = opened.value;
    return Promise.resolve({
      search({ query, kind, lang }) {
        if (kind !== 'page')
          return searchTexts(index, parseQuery(query), { typing: 'off', limit: MOST }).hits.map((hit) => hit.brief);
        return [...(likenessOf(index, { lang, blocks: [{ text: query, part: 'body' }] }, { limit: MOST }) ?? new Map<string, number>()).keys()]; // prettier-ignore
      },
    });
  },
};

export const miniSearch = miniSearchWith('MiniSearch', (word) => word.toLowerCase());
export const miniSearchStemmed = miniSearchWith('MiniSearch + Snowball', (word) => {
  const lower = word.toLowerCase();
  return lower.charCodeAt(0) < 0x400 ? stemEnglish(lower) : stemRussian(lower);
});

function miniSearchWith(name: string, processTerm: (word: string) => string): Engine {
  const options = { fields: [...FIELDS], storeFields: [], processTerm };
  return {
    name,
    build(briefs) {
      const index = new MiniSearch<Row>(options);
      index.addAll(briefs.map(rowOf));
      return Promise.resolve(encoded(index));
    },
    open(bytes) {
      const index = MiniSearch.loadJSON<Row>(decoded(bytes), options);
      return Promise.resolve({
        search: ({ query, kind }) =>
          index
            .search(query, {
              boost: BOOST,
              fuzzy: kind === 'typo' ? 1 : false,
              combineWith: kind === 'page' ? 'OR' : 'AND',
            })
            .slice(0, MOST)
            .map(({ id }) => String(id)),
      });
    },
  };
}

export const flexSearch: Engine = {
  name: 'FlexSearch',
  build(briefs) {
    const index = flexIndex();
    for (const brief of briefs) index.add({ ...rowOf(brief) });
    const parts: [string, string][] = [];
    index.export((key, data) => {
      parts.push([key, data]);
    });
    return Promise.resolve(encoded(parts));
  },
  open(bytes) {
    const index = flexIndex();
    for (const [key, data] of JSON.parse(decoded(bytes)) as [string, string][]) index.import(key, data);
    return Promise.resolve({
      search({ query, kind }) {
        const found = index.search(query, { limit: MOST, suggest: kind === 'page' });
        return [...new Set(found.flatMap(({ result }) => result.map(String)))].slice(0, MOST);
      },
    });
  },
};

function flexIndex() {
  return new Document({ document: { id: 'id', index: [...FIELDS] }, tokenize: 'strict', context: false });
}

interface LunrIndex {
  search(query: string): { ref: string }[];
}
interface Lunr {
  (configure: (this: LunrBuilder) => void): LunrIndex;
  Index: { load(stored: unknown): LunrIndex };
  multiLanguage(...languages: string[]): unknown;
}
interface LunrBuilder {
  use(plugin: unknown): void;
  ref(field: string): void;
  field(field: string, options?: { boost: number }): void;
  add(row: Row): void;
}

export const lunr: Engine = {
  name: 'lunr (en + ru)',
  build(briefs) {
    const library = lunrLibrary();
    const index = library(function () {
      this.use(library.multiLanguage('en', 'ru'));
      this.ref('id');
      for (const field of FIELDS) this.field(field, { boost: field === 'body' ? 1 : BOOST[field] });
      for (const brief of briefs) this.add(rowOf(brief));
    });
    return Promise.resolve(encoded(index));
  },
  open(bytes) {
    const index = lunrLibrary().Index.load(JSON.parse(decoded(bytes)));
    const asked = (word: string, kind: Kind): string =>
      kind === 'typo' ? `${word}~1` : kind === 'words' ? `+${word}` : word;
    return Promise.resolve({
      search: ({ query, kind }) => index.search(query.split(' ').map((word) => asked(word, kind)).join(' ')).slice(0, MOST).map(({ ref }) => ref), // prettier-ignore
    });
  },
};

let lunrLoaded: Lunr | null = null;
function lunrLibrary(): Lunr {
  if (lunrLoaded) return lunrLoaded;
  const require = createRequire(import.meta.url);
  const library = require('lunr') as Lunr;
  const plugins = [require('lunr-languages/lunr.stemmer.support'), require('lunr-languages/lunr.ru'), require('lunr-languages/lunr.multi')]; // prettier-ignore
  for (const plugin of plugins as ((lunr: Lunr) => void)[]) plugin(library);
  return (lunrLoaded = library);
}

export const orama: Engine = {
  name: 'Orama',
  async build(briefs) {
    const index = oramaIndex();
    await insertMultiple(index, briefs.map(rowOf));
    return encoded(save(index));
  },
  open(bytes) {
    const index = oramaIndex();
    load(index, JSON.parse(decoded(bytes)) as Parameters<typeof load>[1]);
    return Promise.resolve({
      async search({ query, kind }) {
        const tolerance = kind === 'typo' ? 1 : 0;
        const found = await searchOrama(index, { term: query, tolerance, threshold: kind === 'page' ? 1 : 0, boost: BOOST, limit: MOST }); // prettier-ignore
        return found.hits.map(({ id }) => String(id));
      },
    });
  },
};

/** Its own tokenizers split Latin or Cyrillic, not both. */
function oramaIndex() {
  const tokenize = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return create({
    schema: { title: 'string', summary: 'string', body: 'string', names: 'string' },
    components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize } },
  });
}

export const fuse: Engine = {
  name: 'fuse.js (full text)',
  build: (briefs) => Promise.resolve(encoded(briefs.map(rowOf))),
  open(bytes) {
    const index = new Fuse(JSON.parse(decoded(bytes)) as Row[], { keys: [...FIELDS], ignoreLocation: true, threshold: 0.2, useExtendedSearch: true }); // prettier-ignore
    return Promise.resolve({
      search: ({ query, kind }) => index.search(kind === 'page' ? query.replaceAll(' ', ' | ') : query, { limit: MOST }).map(({ item }) => item.id), // prettier-ignore
    });
  },
};

export const sqlite: Engine = {
  name: 'SQLite FTS5 (wasm)',
  async build(briefs) {
    const { oo1, capi } = await sqlite3InitModule();
    const db = new oo1.DB();
    // "contentless": the words, not the texts, as the other indexes.
    db.exec("CREATE VIRTUAL TABLE briefs USING fts5(title, summary, body, names, content='', tokenize='unicode61'); CREATE TABLE ids(n INTEGER PRIMARY KEY, id TEXT)"); // prettier-ignore
    db.transaction(() => {
      briefs.map(rowOf).forEach(({ id, title, summary, body, names }, n) => {
        db.exec({ sql: 'INSERT INTO briefs(rowid, title, summary, body, names) VALUES (?, ?, ?, ?, ?)', bind: [n, title, summary, body, names] }); // prettier-ignore
        db.exec({ sql: 'INSERT INTO ids VALUES (?, ?)', bind: [n, id] });
      });
    });
    return capi.sqlite3_js_db_export(db);
  },
  async open(bytes) {
    const { oo1, capi, wasm } = await sqlite3InitModule();
    const db = new oo1.DB();
    const at = wasm.allocFromTypedArray(bytes);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
    db.checkRc(capi.sqlite3_deserialize(db.pointer!, 'main', at, bytes.length, bytes.length, flags));
    const sql = 'SELECT ids.id FROM briefs JOIN ids ON ids.n = briefs.rowid WHERE briefs MATCH ? ORDER BY bm25(briefs, 3, 2, 1, 1.5) LIMIT 10'; // prettier-ignore
    const statement = db.prepare(sql);
    return {
      search({ query, kind }) {
        statement.reset().bind(query.split(' ').map((word) => `"${word}"`).join(kind === 'page' ? ' OR ' : ' ')); // prettier-ignore
        const ids: string[] = [];
        while (statement.step()) ids.push(String(statement.get(0)));
        return ids;
      },
    };
  },
};

function rowOf({ brief, entities }: MadeBrief): Row {
  return {
    id: brief.id,
    title: brief.title,
    summary: brief.summary,
    body: brief.body.map(textOf).join('\n'),
    names: entities.flatMap((entity) => entity.names.map((name) => name.text)).join(' '),
  };
}

function encoded(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
