/**
 * Bringing briefs in: takes a source and turns it into a checked archive, or into problems that name file, item and field.
 *
 * Touches files and parsers (valibot, htmlparser2), no DOM, no storage. All or nothing: one broken brief refuses its whole
 * source. Bodies come out as blocks of spans by allow-list, so nothing executable or loadable can pass. What comes out
 * of here is trusted by every other room.
 */
export { readArchiveFile } from './read-archive';
export { describeProblem, type IntakeProblem, type ProblemKind } from './problem';
