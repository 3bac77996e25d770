/**
 * Searching the archive: a query in, entities and briefs out, with what to highlight; and how like a page each brief is.
 *
 * Pure: touches nothing; Fuse.js compares names, two small Snowball stemmers cut words. Any string is a valid query and has an
 * answer, perhaps an empty one. Promises one brief a translation group, best first, highlights as UTF-16 offsets, and an
 * index that opens without parsing and is the same bytes however it came about.
 */
export {
  type Found,
  type FoundBrief,
  type FoundEntity,
  type Highlight,
  listForSearch,
  search,
  type SearchList,
} from './search';
export { compileTexts, type Texts } from './compile-texts';
export { type SearchableBrief } from './doc-record';
export { type Likeness, likenessOf } from './likeness';
export { openTexts, snapshotOfTexts, type TextIndex } from './text-index';
