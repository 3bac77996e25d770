/** How storage can refuse, in the two ways a person can do something about. */
export type StorageFailure = 'disk-full' | 'archive-unreadable';

/**
 * What an IndexedDB error means. On a full disk Chromium says `DataError: Failed to write blobs (IOError)` or
 * `UnknownError`, not `QuotaExceededError` (promise R13), so the message is asked too.
 */
export function storageFailure(error: unknown): StorageFailure {
  if (!(error instanceof Error)) return 'archive-unreadable';
  if (error.name === 'QuotaExceededError') return 'disk-full';
  return /\b(?:IOError|no space|disk|quota)\b/iu.test(error.message) ? 'disk-full' : 'archive-unreadable';
}
