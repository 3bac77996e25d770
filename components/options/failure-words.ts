import { type MessageKey, t } from '@/utils/i18n';
import { PROBLEM_WORDS } from './problem-words';

/**
 * A sentence for every reason why a source gave nothing. Whoever hands a failure over while the source is looked at is held to it by the
 * compiler; one out of storage may be of another version of ours, and then has the last sentence.
 */
export const FAILURE_WORDS = {
  ...PROBLEM_WORDS,
  'not-an-address': 'notAnAddress',
  unreachable: 'causeUnreachable',
  'timed-out': 'causeTimedOut',
  'cut-off': 'causeCutOff',
  'not-secure': 'causeNotSecure',
  'private-address': 'causePrivate',
  'too-large': 'causeTooLarge',
  'no-access': 'causeNoAccess',
  'not-found': 'causeNotFound',
  gone: 'causeGone',
  busy: 'causeBusy',
  'server-error': 'causeServer',
  'web-page': 'causeWebPage',
  'no-permission': 'causeNoPermission',
  'disk-full': 'causeDisk',
  'archive-unreadable': 'causeStorage',
} as const satisfies Readonly<Record<string, MessageKey>>;

export type SourceFailureKind = keyof typeof FAILURE_WORDS;

/** What went wrong with a source, in one sentence. */
export function causeText(kind: string): string {
  return t(Object.hasOwn(FAILURE_WORDS, kind) ? FAILURE_WORDS[kind as SourceFailureKind] : 'causeOther');
}
