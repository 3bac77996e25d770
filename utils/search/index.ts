/**
 * Searching the archive: a query in, entities and briefs out, with what to highlight.
 *
 * Pure: touches nothing; Fuse.js compares. Any string is a valid query and has an answer, perhaps an empty one. Promises
 * one brief a translation group, best first, and highlights as UTF-16 offsets into title and summary.
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
