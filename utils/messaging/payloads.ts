import type { WordsFromPage, WordsFromPanel } from './contract';
import { isArchiveContents, isArchiveId } from './archive-payload';
import { isDay, isSteering, isSubscribing } from './subscription-payload';
import { isNote, isNoteId, isNoteText } from './note-payload';
import { isListOf, isNullOr, isOneOf, isRecord, isShort, isString } from './shapes';
import { MAX_BLOCK_CHARS, MAX_BLOCKS, MAX_HITS, MAX_PAGE_CHARS, MAX_QUERY_CHARS, MAX_SITES } from '@/utils/model';
import { isEditId, isEntityChanges } from './edit-payload';

export type Word = keyof WordsFromPage | keyof WordsFromPanel;

/**
 * Whether a payload has the shape and size its word promises. A content script may have been taken over by its page,
 * so this is a border: what passes here is trusted behind it.
 */
export function isWithinBounds(word: Word, payload: unknown): boolean {
  switch (word) {
    case 'pageRead':
    case 'briefDemo':
      return isPageText(payload);
    case 'card':
    case 'openEntity':
      return isRecord(payload) && isCount(payload['mention']);
    case 'pageState':
    case 'readPage':
    case 'addPage':
      return isRecord(payload) && isTabId(payload['tabId']);
    case 'watch':
      return isRecord(payload) && isNullOr(payload['host'], isHost) && isOneOf(payload['watch'], ['on', 'off']);
    case 'mayRead':
    case 'shown':
      return isRecord(payload) && isShort(payload['url']);
    case 'pause':
      return isRecord(payload) && isNullOr(payload['minutes'], isMoment);
    case 'setSites':
      return isSiteRules(payload);
    case 'marks':
      return isRecord(payload) && isOneOf(payload['marks'], ['on', 'off']);
    case 'openBrief':
      return isRecord(payload) && isShort(payload['id']) && isNullOr(payload['tabId'], isTabId);
    case 'search':
      return isSearchQuestion(payload);
    case 'overview':
      return isRecord(payload) && isQuery(payload['text']) && isOneOf(payload['order'], ['newest', 'oldest']);
    case 'heads':
      return isRecord(payload) && isListOf(payload['ids'], isShort) && (payload['ids'] as unknown[]).length <= MAX_HITS;
    case 'editEntity':
      return isRecord(payload) && isEditId(payload['id']) && isEntityChanges(payload['changes']);
    case 'dossier':
      return isRecord(payload) && isShort(payload['id']) && isNullOr(payload['tabId'], isTabId);
    case 'briefsAbout':
      return (
        isRecord(payload) &&
        isShort(payload['id']) &&
        isCount(payload['offset']) &&
        isCount(payload['limit']) &&
        (payload['limit'] as number) <= MAX_HITS
      );
    case 'tryEdit':
      return (
        isRecord(payload) &&
        isShort(payload['id']) &&
        (isEntityChanges(payload['changes']) || isListOf(payload['changes'], () => false)) &&
        isShort(payload['text'])
      );
    case 'pin':
      return (
        isRecord(payload) &&
        isNoteId(payload['id']) &&
        isShort(payload['briefId']) &&
        isNullOr(payload['quote'], (quote) => isString(quote, MAX_BLOCK_CHARS))
      );
    case 'writeNote':
      return isRecord(payload) && isNoteId(payload['id']) && isNoteText(payload['text']);
    case 'moveNote':
      return isRecord(payload) && isNoteId(payload['id']) && isNullOr(payload['before'], isNoteId);
    case 'putNote':
      return isRecord(payload) && isNote(payload['note']);
    case 'removeNote':
    case 'undoEdit':
      return isRecord(payload) && isEditId(payload['id']);
    case 'dressRoots':
    case 'archives':
    case 'edits':
    case 'entities':
    case 'notes':
    case 'useStarter':
    case 'subscriptions':
    case 'undoAddedPage':
      return payload === null;
    case 'subscribe':
      return isSubscribing(payload);
    case 'steer':
      return isSteering(payload);
    case 'digest':
      return isRecord(payload) && isNullOr(payload['week'], isDay);
    case 'putArchive':
      return isRecord(payload) && isArchiveContents(payload['contents']) && isNullOr(payload['installedAt'], isMoment);
    case 'archivesChanged':
      return isRecord(payload) && isListOf(payload['put'], isArchiveId) && isListOf(payload['removed'], isArchiveId);
    case 'removeArchive':
    case 'exportArchive':
      return isRecord(payload) && isArchiveId(payload['id']);
  }
}

/** Also used by the background on what a page answers when it is asked again. */
export function isPageText(page: unknown): boolean {
  if (!isRecord(page) || !Array.isArray(page['blocks']) || page['blocks'].length > MAX_BLOCKS) return false;
  let chars = 0;
  const blocksFit = page['blocks'].every((block: unknown) => {
    if (!isRecord(block) || !isString(block['text'], MAX_BLOCK_CHARS)) return false;
    chars += block['text'].length;
    return (
      isOneOf(block['part'], ['headline', 'lead', 'body', 'furniture']) &&
      (block['lang'] === undefined || isShort(block['lang']))
    );
  });
  return (
    blocksFit &&
    chars <= MAX_PAGE_CHARS &&
    isShort(page['url']) &&
    isShort(page['title']) &&
    isShort(page['lang']) &&
    isNullOr(page['canonicalUrl'], isShort) &&
    isNullOr(page['siteName'], isShort) &&
    isNullOr(page['publishedAt'], isShort) &&
    (page['kind'] === undefined || isOneOf(page['kind'], ['article', 'other'])) &&
    isOneOf(page['extent'], ['whole', 'part'])
  );
}

function isSearchQuestion(payload: unknown): boolean {
  if (!isRecord(payload)) return false;
  const { text, order, offset, limit, blank } = payload;
  return (
    isQuery(text) &&
    (order === undefined || isOneOf(order, ['relevance', 'newest', 'oldest'])) &&
    (offset === undefined || isCount(offset)) &&
    (limit === undefined || (isCount(limit) && (limit as number) <= MAX_HITS)) &&
    (blank === undefined || isOneOf(blank, ['none', 'all']))
  );
}

function isQuery(value: unknown): boolean {
  return isString(value, MAX_QUERY_CHARS);
}

function isTabId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isSiteRules(rules: unknown): boolean {
  const isList = (list: unknown): boolean => Array.isArray(list) && list.length <= MAX_SITES && list.every(isHost);
  return (
    isRecord(rules) &&
    isOneOf(rules['all'], ['on', 'off']) &&
    isList(rules['hosts']) &&
    isList(rules['except']) &&
    isNullOr(rules['pausedUntil'], isMoment)
  );
}

/** A host, or the beginning of a path on it. */
function isHost(value: unknown): value is string {
  return isString(value, 500) && value !== '';
}

function isMoment(value: unknown): boolean {
  return isCount(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
