import { storage } from 'wxt/utils/storage';
import type { BriefId } from '@/utils/model';

/** A search that was worth something: a brief was opened from it, or all of it was looked at. */
export interface RecentSearch {
  text: string;
  /** Briefs that it found then. */
  total: number;
}

/** Latest first. Of private windows nothing is kept; the user clears them in the popup. */
export const recentSearches = storage.defineItem<readonly RecentSearch[]>('local:recentSearches', {
  fallback: [],
  version: 1,
});

/** Briefs that were opened, latest first. Of private windows nothing is kept. */
export const openedLately = storage.defineItem<readonly BriefId[]>('local:openedLately', { fallback: [], version: 1 });

const MOST_SEARCHES = 8;
const MOST_OPENED = 12;
/** A pasted text is no search that one would look for again by its first words. */
const LONGEST_SEARCH = 120;

/** Remembers a search; typing on one that is there already, or one that it begins with, takes its place. */
export async function rememberSearch(search: RecentSearch): Promise<void> {
  const text = search.text.trim();
  if (text === '' || text.length > LONGEST_SEARCH) return;
  const others = (await recentSearches.getValue()).filter((other) => !text.startsWith(other.text));
  await recentSearches.setValue([{ ...search, text }, ...others].slice(0, MOST_SEARCHES));
}

/** Remembers that a brief was opened. */
export async function rememberOpened(id: BriefId): Promise<void> {
  const others = (await openedLately.getValue()).filter((other) => other !== id);
  await openedLately.setValue([id, ...others].slice(0, MOST_OPENED));
}
