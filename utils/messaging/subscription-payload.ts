import { isArchiveId } from './archive-payload';
import { isListOf, isNullOr, isOneOf, isRecord, isShort, isString } from './shapes';

/** Most subscriptions of one message: an OPML file of somebody who reads everything. */
const MAX_SUBSCRIPTIONS = 1_000;

/** Most addresses that a sitemap's marks remember, some more than `intake` does. */
const MAX_SEEN = 5_000;

const STEERING = ['update', 'stop', 'resume', 'accept', 'decline'];

/** Sources that the background will fetch from now on: http or https, without a password. */
export function isSubscribing(value: unknown): boolean {
  if (!isRecord(value) || !isListOf(value['subscriptions'], isSubscriptionWanted)) return false;
  return (value['subscriptions'] as readonly unknown[]).length <= MAX_SUBSCRIPTIONS;
}

export function isSteering(value: unknown): boolean {
  return isRecord(value) && isArchiveId(value['archiveId']) && isOneOf(value['act'], STEERING);
}

export function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value));
}

function isSubscriptionWanted(value: unknown): boolean {
  return isRecord(value) && isArchiveId(value['archiveId']) && isSource(value['source']) && isMarks(value['marks']);
}

function isSource(value: unknown): boolean {
  return (
    isRecord(value) &&
    isOneOf(value['kind'], ['feed', 'wordpress', 'sitemap']) &&
    isFetchable(value['address']) &&
    isShort(value['section']) &&
    value['section'].startsWith('/')
  );
}

function isFetchable(value: unknown): boolean {
  if (!isShort(value) || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return /^https?:$/u.test(protocol) && username === '' && password === '';
}

function isMarks(value: unknown): boolean {
  return (
    isRecord(value) &&
    isNullOr(value['etag'], isShort) &&
    isNullOr(value['lastModified'], isShort) &&
    isNullOr(value['newest'], isShort) &&
    isListOf(value['seen'], (hash) => isString(hash, 64)) &&
    (value['seen'] as readonly unknown[]).length <= MAX_SEEN
  );
}
