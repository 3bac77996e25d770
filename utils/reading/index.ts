/**
 * Reading: a document becomes a PageText, and a place in that text becomes ranges of the document again.
 *
 * Touches `document` and timers; never changes the page. Reads what its reader can see and nothing a user types; walks without
 * recursion, within the bounds of `model`, in slices of READING_SLICE_MS. Promises: a range's text is exactly the passage's, or
 * there is no range; nothing that a page contains makes it throw.
 */
export { readPage, type ReadingNeeds, type ReadingOutcome, type ReadPage } from './read-page';
export { type Passage, type Places, rangeOf } from './places';
export { pathOf, withoutStaleFacts } from './stale-facts';
export { type Watch, watchPage, type WatchNeeds } from './watch-page';
