/**
 * Searching the archive: a query in, briefs and entities out, with what to highlight; and how like a page each brief is.
 *
 * Pure: touches nothing; Fuse.js compares names, two small Snowball stemmers cut words. Any string is a valid query and has an
 * answer, perhaps an empty one. Promises one hit a translation group, best first; highlights as UTF-16 offsets; an index
 * that opens without parsing and is the same bytes however it came about. The caller looks up heads and hands in texts.
 */
export { compileTexts, type Texts } from './compile-texts';
export { openTexts, snapshotOfTexts, type TextIndex } from './text-index';
export { type TextChanges, updateTexts } from './update-texts';
export { type SearchableBrief, type Situation } from './doc-record';
export { type Filter, parseQuery, type Query, type Term } from './parse-query';
export { docsFound, type SearchOptions, type SearchResult, searchTexts, type TextHit } from './search-texts';
export { type Shown } from './read-query';
export { overviewOf } from './overview';
export { briefsNaming } from './filters';
export { weeksOf } from './weeks';
export { joinQuery, splitQuery } from './query-filters';
export { type Highlight, highlightsIn, type Snippet, snippetOf } from './snippet';
export { type EntityList, findEntities, type FoundEntity, listEntities } from './find-entities';
export { type Likeness, likenessOf } from './likeness';
