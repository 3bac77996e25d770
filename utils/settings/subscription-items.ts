import { storage } from 'wxt/utils/storage';
import type { ArchiveId, Subscription, UpdateTimes } from '@/utils/model';

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
