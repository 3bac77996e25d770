import { ENTITY_TYPES, MAX_ARCHIVE_BYTES, NAME_KINDS } from '@/utils/model';
import { isListOf, isNullOr, isOneOf, isRecord, isShort, isString } from './shapes';

const BODY_KINDS = ['paragraph', 'heading', 'listItem', 'quote', 'tableRow'];
const VERDICTS = ['improved', 'unchanged', 'worsened'];

/** Without a slash, or it would claim the rows of another archive. */
export function isArchiveId(value: unknown): value is string {
  return isShort(value) && value !== '' && !value.includes('/');
}

/**
 * Whether something is an archive as `intake` makes them. Checked again where it enters the background, for storage takes
 * what passes: every id lies under the archive's own, addresses are those of the web, bodies are blocks of spans.
 */
export function isArchiveContents(value: unknown): boolean {
  if (!isRecord(value) || !isArchiveId(value['id'])) return false;
  const id = value['id'];
  const isOwn = (key: unknown): boolean => isShort(key) && key.startsWith(`${id}/`);
  return (
    isShort(value['title']) &&
    value['title'].trim() !== '' &&
    isNullOr(value['homePage'], isWebAddress) &&
    isListOf(value['entities'], (entity) => isEntity(entity, isOwn)) &&
    isListOf(value['briefs'], (brief) => isBrief(brief, isOwn) && isRecord(brief) && brief['archiveId'] === id)
  );
}

type Test = (value: unknown) => boolean;

function isEntity(value: unknown, isOwn: Test): boolean {
  return (
    isRecord(value) &&
    isOwn(value['id']) &&
    isOneOf(value['type'], ENTITY_TYPES) &&
    typeof value['ambiguous'] === 'boolean' &&
    isString(value['saidBy'], 20) &&
    isListOf(
      value['names'],
      (name) =>
        isRecord(name) &&
        isText(name['text']) &&
        isOneOf(name['kind'], NAME_KINDS) &&
        (name['lang'] === undefined || isShort(name['lang'])),
    )
  );
}

function isBrief(value: unknown, isOwn: Test): boolean {
  return (
    isRecord(value) &&
    isOwn(value['id']) &&
    isOwn(value['group']) &&
    isShort(value['lang']) &&
    isNullOr(value['week'], (week) => isRecord(week) && isDay(week['from']) && isDay(week['to'])) &&
    isNullOr(value['date'], isDay) &&
    isText(value['title']) &&
    isNullOr(
      value['situation'],
      (situation) => isRecord(situation) && isOneOf(situation['verdict'], VERDICTS) && isText(situation['reason']),
    ) &&
    isText(value['summary']) &&
    isListOf(value['entities'], isOwn) &&
    isNullOr(value['url'], isWebAddress) &&
    isListOf(value['authors'], isText) &&
    isListOf(value['body'], isBlock)
  );
}

function isBlock(value: unknown): boolean {
  return isRecord(value) && isOneOf(value['kind'], BODY_KINDS) && isListOf(value['spans'], isSpan);
}

function isSpan(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['text']) &&
    (value['href'] === undefined || isAddress(value['href'], /^(?:https?|mailto):$/u))
  );
}

/** As long as a whole archive at most: intake cuts no title and no paragraph. */
function isText(value: unknown): value is string {
  return isString(value, MAX_ARCHIVE_BYTES);
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value);
}

function isWebAddress(value: unknown): boolean {
  return isAddress(value, /^https?:$/u);
}

/** As the browser would read it: it forgives blanks and line ends in an address. */
function isAddress(value: unknown, protocol: RegExp): boolean {
  return isText(value) && URL.canParse(value) && protocol.test(new URL(value).protocol);
}
