import type { MessageKey } from '@/utils/i18n';

/**
 * A sentence for every kind of problem that intake knows, and for a file that is gone or locked; whoever hands problems over is
 * held to it by the compiler.
 */
export const PROBLEM_WORDS = {
  'not-json': 'problemNotJson',
  'too-large': 'problemTooLarge',
  missing: 'problemMissing',
  'wrong-kind': 'problemWrongKind',
  'not-a-date': 'problemNotADate',
  'not-a-week': 'problemNotAWeek',
  'unknown-entity': 'problemUnknownEntity',
  'used-twice': 'problemUsedTwice',
  'newer-version': 'problemNewerVersion',
  'not-known': 'problemNotKnown',
  'internal-dtd': 'problemInternalDtd',
  'too-deep': 'problemTooDeep',
  'too-many': 'problemTooMany',
  empty: 'problemEmpty',
  'not-text': 'problemNotText',
  'not-a-zip': 'problemNotAZip',
  'unsafe-path': 'problemUnsafePath',
  'web-page': 'problemWebPage',
  'not-front-matter': 'problemNotFrontMatter',
  'no-columns': 'problemNoColumns',
  'not-alone': 'problemNotAlone',
  'not-fetched': 'problemNotFetched',
  cancelled: 'problemCancelled',
  'not-readable': 'problemNotReadable',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** What is amiss with a source, and where. */
export interface SourceProblem {
  file: string;
  /** Id of the item; null where the whole file is meant. */
  item: string | null;
  /** Path inside the item; '' for the whole of it. */
  field: string;
  kind: keyof typeof PROBLEM_WORDS;
}
