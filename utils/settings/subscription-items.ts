import { storage } from 'wxt/utils/storage';
import type { ArchiveId, Brief, EntityId, Subscription, UpdateTimes } from '@/utils/model';

/** What the user subscribed to, by archive. Truth: only the background writes it, and a change of its shape gets a migration. */
export const subscriptions = storage.defineItem<Readonly<Record<ArchiveId, Subscription>>>('local:subscriptions', {
  fallback: {},
  version: 1,
});

/** When each was looked at and is due. Beside the records, so that a round without news writes nothing but this. */
export const updateTimes = storage.defineItem<Readonly<Record<ArchiveId, UpdateTimes>>>('local:updateTimes', {
  fallback: {},
  version: 1,
});

/** Whether the browser says when a new issue came. Counts only where it was also asked for its permission. */
export const newIssueNotice = storage.defineItem<'on' | 'off'>('local:newIssueNotice', { fallback: 'off', version: 1 });

/** Whether it is kept whom the reader has been reading about. */
export const rememberReading = storage.defineItem<'on' | 'off'>('local:rememberReading', {
  fallback: 'on',
  version: 1,
});

/** Pages that named an entity, by week (its Monday, YYYY-MM-DD) and entity. No address, no title, no text of any page. */
export type ReadLately = Readonly<Record<string, Readonly<Record<EntityId, number>>>>;
export const readLately = storage.defineItem<ReadLately>('local:readLately', { fallback: {}, version: 1 });

/** The page that was added last, and what stood in its place: what an undo needs. Lives with the browser session. */
export interface AddedPage {
  briefId: string;
  title: string;
  before: Brief | null;
  /** ms since 1970. */
  at: number;
}
export const addedPage = storage.defineItem<AddedPage | null>('session:addedPage', { fallback: null });
