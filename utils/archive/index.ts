/**
 * What the browser keeps: briefs, entities, and the indexes made from them.
 *
 * Touches IndexedDB (through idb). An archive is wholly old or wholly new: one transaction swaps its briefs, entities and
 * indexes. Heads and bodies lie apart, for nearly everything needs heads only. Truth has migrations (schema.ts); indexes
 * are caches, each a Blob that opens without parsing and can be rebuilt. Calls reject as IndexedDB does; `storageFailure`
 * says what that means for a person.
 */
export { type Archives, openArchives } from './open-archives';
export { type StorageFailure, storageFailure } from './storage-failure';
export { type ArchiveRecord } from './schema';
