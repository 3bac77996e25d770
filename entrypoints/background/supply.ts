/**
 * What brings briefs in, as far as the background needs it. Imported where it is first used (`await import`): its parsers and tables take longer to set up
 * than a search to answer, and most wakes never ask for them. Named here, so that a bundle holds these and nothing else of both rooms.
 */
export { withFoundEntities } from '@/utils/gazetteer';
export { appendBriefs, describeProblem, incomingOfPage, nextIssue, readArchiveFile } from '@/utils/intake';
