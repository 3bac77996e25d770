import { MAX_META_CHARS } from '@/utils/model';

/** A plain object, as JSON has them. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text of at most `longest` UTF-16 code units. */
export function isString(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

/** A title, an address, an id: at most `MAX_META_CHARS` UTF-16 code units. */
export function isShort(value: unknown): value is string {
  return isString(value, MAX_META_CHARS);
}

/** One of some literals. */
export function isOneOf(value: unknown, literals: readonly string[]): boolean {
  return typeof value === 'string' && literals.includes(value);
}

/** What `is` says, or null. */
export function isNullOr(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === null || is(value);
}

/** A list whose every item `is`. */
export function isListOf(value: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}
