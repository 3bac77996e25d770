/** Longest page we read, in UTF-16 code units. Longer ones are comment threads and dumps; the reader is told that part was read. */
export const MAX_PAGE_CHARS = 400_000;

/** Most blocks of a page. Fronts of large papers have some 1,500. */
export const MAX_BLOCKS = 6_000;

/** Longest single block; a longer text node is cut here, and the page counts as read in part. */
export const MAX_BLOCK_CHARS = 50_000;

/** Nodes we walk before we stop: at some 2 million a second this is under half a second, in slices. */
export const MAX_NODES = 300_000;

/** Longest slice of reading before the page gets its thread back, in ms. A frame is 16. */
export const READING_SLICE_MS = 8;

/** Longest title, URL or meta value taken from a page, in UTF-16 code units. */
export const MAX_META_CHARS = 2_000;

/** Most mentions kept of a page: more are not read by anybody, and each costs a Range. */
export const MAX_MENTIONS = 5_000;

/** Largest archive file, in bytes: fifteen times a weekly series of ten years in three languages. */
export const MAX_ARCHIVE_BYTES = 64 * 1024 * 1024;

/** Largest feed or page of a subscription, in bytes, unpacked: what feed readers allow; feeds of that size hold a site's whole life. */
export const MAX_FEED_BYTES = 15 * 1024 * 1024;

/** Most sites of a list of rules, as of exceptions. Browsers slow down at tens of thousands of patterns. */
export const MAX_SITES = 2_000;

/** Longest query, in UTF-16 code units; a longer paste is cut. */
export const MAX_QUERY_CHARS = 2_000;

/** Most briefs of a search that one answer carries: some screens full; further ones are asked for as the reader scrolls. */
export const MAX_HITS = 200;
