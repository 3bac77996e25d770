import type { Mention, PageText } from '@/utils/model';
import type { Care } from './confidence';
import { mentionsOf } from './mentions';
import { columnsOf, type NameIndex } from './name-index';

/**
 * Finds every mention in reading order, never overlapping. `care` says how sure a mention must be: "careful" gives only
 * sure ones, "balanced" (the default) those in doubt too where something speaks for them, "generous" all.
 * `near: 'off'` leaves misspellings out.
 */
export function findMentions(
  index: NameIndex,
  page: Pick<PageText, 'lang' | 'blocks'>,
  options: { care?: Care; near?: 'on' | 'off' } = {},
): Mention[] {
  return mentionsOf(columnsOf(index), page, { care: options.care ?? 'balanced', near: options.near ?? 'on' });
}
