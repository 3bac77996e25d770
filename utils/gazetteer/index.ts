/**
 * Gazetteer: the people, organisations, companies and places that briefs name without declaring them.
 *
 * Touches nothing: no DOM, clock, random, storage or network; it runs in a worker, in Node and in a test unchanged.
 * Promises: any text is a valid input; work grows with the text; the same briefs give the same entities in whatever order they come;
 * what the archive declares is never found again under another id. docs/MATCHING.md has the rules, and what they find.
 */
export { findEntities, type FindOptions, type Found } from './find-entities';
export { withFoundEntities } from './with-found';
