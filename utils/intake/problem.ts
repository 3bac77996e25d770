/** What is wrong with one field of a source; `i18n` has a sentence for each. */
export type ProblemKind =
  | 'not-json'
  | 'too-large'
  | 'missing'
  | 'wrong-kind'
  | 'not-a-date'
  | 'not-a-week'
  | 'unknown-entity'
  | 'used-twice'
  | 'newer-version'
  /** Neither a feed, nor an export, nor any other kind we read. */
  | 'not-known'
  /** XML that declares its own entities: refused before it is parsed. */
  | 'internal-dtd'
  | 'too-deep'
  | 'too-many'
  | 'empty'
  /** No encoding we know, or bytes that are no text in it. */
  | 'not-text'
  | 'not-a-zip'
  /** A path inside a zip that leads out of it. */
  | 'unsafe-path'
  /** A web page where a feed was expected: a sign-in page, often. */
  | 'web-page'
  /** Front matter that is no YAML, or no list of keys. */
  | 'not-front-matter'
  /** No column of a table was chosen for the title and the text. */
  | 'no-columns'
  /** An archive file among other files: it is a source of its own. */
  | 'not-alone'
  /** One of many pages of a source that could not be had; the others were. */
  | 'not-fetched'
  /** Its user stopped the reading. */
  | 'cancelled';

/** Names the place so that a person can find it: file, item, field. Never holds more than a few characters of the content. */
export interface IntakeProblem {
  file: string;
  /** Id of the item, or `#4` for the fourth of a list without one; null where the whole file is meant. */
  item: string | null;
  /** Path inside the item, as in `_backgrounder.week.from`. */
  field: string;
  kind: ProblemKind;
  /** What was expected or found, for developers and the command line. English. */
  detail: string;
}

/** One line for the command line and for reports. */
export function describeProblem({ file, item, field, detail }: IntakeProblem): string {
  return [file, item === null ? null : `item ${item}`, field || null, detail]
    .filter((part) => part !== null)
    .join(': ');
}
