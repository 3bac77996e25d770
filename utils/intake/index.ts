/**
 * Bringing briefs in: takes a source and turns it into a checked archive, or into problems that name file, item and field.
 *
 * Touches files, parsers (valibot, htmlparser2) and the `fetch` it is handed; no DOM, no storage. All or nothing: one broken brief refuses
 * its whole archive file; feeds of others lose the broken item and say so. Bodies come out as blocks of spans by allow-list, so nothing
 * executable or loadable can pass. What comes out of here is trusted by every other room.
 */
export { readArchiveFile } from './read-archive';
export { type FeedIncoming, type FeedSource, readFeed } from './read-feed';
export { type Incoming } from './assemble';
export { type Bounds, type Fetched, type FetchFailure, type FetchFailureKind } from './fetch-source';
export { fetchSource, type SourceRequest } from './fetch-source';
export { afterFailure, type Retry } from './retry';
export { describeProblem, type IntakeProblem, type ProblemKind } from './problem';
