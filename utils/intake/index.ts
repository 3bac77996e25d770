/**
 * Bringing briefs in: takes a source and turns it into a checked archive, or into problems that name file, item and field.
 *
 * Touches files, parsers and the `fetch` it is handed; no DOM, no storage. All or nothing: one broken brief refuses
 * its whole archive file; feeds of others lose the broken item and say so. Bodies come out as blocks of spans by allow-list, so nothing
 * executable or loadable can pass. What comes out of here is trusted by every other room.
 */
export { readArchiveFile } from './read-archive';
export { writeArchiveFile } from './write-archive';
export { type FilesSource, readFiles } from './read-files';
export { type SourceFile } from './unzip';
export { CSV_FIELDS, type CsvColumns, type CsvField, type CsvTable, readCsvFile } from './read-csv';
export { type FeedIncoming, type FeedSource, readFeed } from './read-feed';
export { addressTyped, findSources, type FoundSource } from './find-sources';
export { collectSource, collectUpdate } from './collect-source';
export { type Collected, type CollectFailure, NO_MARKS, type OnCollected, type Reach } from './reach';
export { type Appended, appendBriefs, type Incoming } from './incoming';
export { type OpmlFeed, readOpml, writeOpml } from './opml';
export { incomingOfPage } from './incoming-page';
export { afterFailure } from './retry';
export { type Cadence, nextIssue } from './next-issue';
export { describeProblem, type IntakeProblem, type ProblemKind } from './problem';
