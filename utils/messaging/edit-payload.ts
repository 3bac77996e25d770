import { ENTITY_TYPES, MAX_CHANGES, NAME_KINDS, splitId } from '@/utils/model';
import { isListOf, isOneOf, isRecord, isShort, isString } from './shapes';

/** As `crypto.randomUUID()` makes them; it becomes part of an entity's id when a name is split off. */
export function isEditId(value: unknown): value is string {
  return isString(value, 36) && /^[\w-]+$/u.test(value);
}

/** Some changes, at most `MAX_CHANGES`, each of a known kind and with all it needs. */
export function isEntityChanges(value: unknown): boolean {
  return (
    isListOf(value, isEntityChange) && (value as unknown[]).length > 0 && (value as unknown[]).length <= MAX_CHANGES
  );
}

function isEntityChange(value: unknown): boolean {
  if (!isRecord(value) || !isFilled(value['entity'])) return false;
  switch (value['act']) {
    case 'add-name':
      return isName(value['name']);
    case 'set-name':
      return isNameKey(value['was']) && isName(value['name']);
    case 'remove-name':
      return isNameKey(value['was']);
    case 'set-type':
      return isOneOf(value['type'], ENTITY_TYPES);
    case 'set-ambiguous':
      return isOneOf(value['ambiguous'], ['yes', 'no']);
    case 'merge':
      return isFilled(value['into']);
    case 'split':
      return isListOf(value['names'], isNameKey) && isSplitOf(value['as'], String(value['entity']));
    case 'mute':
      return true;
    case 'mute-name':
      return isFilled(value['text']);
    case 'answer':
      return isFilled(value['name']) && isOneOf(value['means'], ['yes', 'no']);
    default:
      return false;
  }
}

/** An id made by `splitId`, in the entity's own archive. */
function isSplitOf(value: unknown, entity: string): boolean {
  if (!isShort(value)) return false;
  const edit = value.slice(value.indexOf('/') + 2);
  return isEditId(edit) && value === splitId(edit, entity);
}

function isName(value: unknown): boolean {
  return isNameKey(value) && isRecord(value) && isOneOf(value['kind'], NAME_KINDS);
}

function isNameKey(value: unknown): boolean {
  return isRecord(value) && isFilled(value['text']) && (value['lang'] === undefined || isShort(value['lang']));
}

function isFilled(value: unknown): boolean {
  return isShort(value) && value.trim() !== '';
}
