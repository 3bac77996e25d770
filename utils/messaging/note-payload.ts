import { MAX_BLOCK_CHARS, MAX_NOTE_CHARS } from '@/utils/model';
import { isEditId } from './edit-payload';
import { isListOf, isNullOr, isOneOf, isRecord, isShort, isString } from './shapes';

/** Ids of notes are made as those of edits are. */
export const isNoteId = isEditId;

export function isNoteText(value: unknown): boolean {
  return isString(value, MAX_NOTE_CHARS);
}

/** [start, end) in a block of a body, with the text that stands there. */
function isPassage(value: unknown): boolean {
  return (
    isRecord(value) &&
    isCount(value['block']) &&
    isCount(value['start']) &&
    isCount(value['end']) &&
    (value['start'] as number) <= (value['end'] as number) &&
    isString(value['quote'], MAX_BLOCK_CHARS)
  );
}

/** A whole note, as it comes back when its removal is undone. */
export function isNote(value: unknown): boolean {
  return (
    isRecord(value) &&
    value['version'] === 1 &&
    isNoteId(value['id']) &&
    isCount(value['pinnedAt']) &&
    typeof value['place'] === 'number' &&
    Number.isFinite(value['place']) &&
    isNoteText(value['text']) &&
    isShort(value['briefId']) &&
    isCited(value['brief']) &&
    isShort(value['archiveTitle']) &&
    isString(value['print'], 64) &&
    isNullOr(value['passage'], isPassage)
  );
}

function isCited(value: unknown): boolean {
  return (
    isRecord(value) &&
    isShort(value['lang']) &&
    isNullOr(value['week'], (week) => isRecord(week) && isShort(week['from']) && isShort(week['to'])) &&
    isNullOr(value['date'], isShort) &&
    isString(value['title'], MAX_BLOCK_CHARS) &&
    isNullOr(
      value['situation'],
      (situation) =>
        isRecord(situation) &&
        isOneOf(situation['verdict'], ['improved', 'unchanged', 'worsened']) &&
        isString(situation['reason'], MAX_BLOCK_CHARS),
    ) &&
    isString(value['summary'], MAX_BLOCK_CHARS) &&
    isNullOr(value['url'], (url) => isShort(url) && /^https?:/iu.test(url)) &&
    isListOf(value['authors'], isShort)
  );
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
