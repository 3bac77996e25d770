/**
 * Matching: finds every name of an archive in a page, however the page spells it: as written, in a grammatical form,
 * in another alphabet or romanisation, misspelt.
 *
 * Touches nothing: no DOM, clock, random, storage or network. Any text is a valid input, lone surrogates too.
 * Promises: mentions come in reading order and never overlap; offsets are UTF-16 and slice back to what the page wrote;
 * cost grows with the page, hardly with the archive; the same entities give the same bytes in whatever order.
 * docs/MATCHING.md has the rules by example, the layout, and the figures.
 */
export { compileNames, type NameIndex, openNames, snapshotOf } from './name-index';
export { findMentions } from './find-mentions';
export { type Care } from './confidence';
