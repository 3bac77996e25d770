/**
 * What the browser keeps: briefs, entities, and the indexes made from them.
 *
 * Touches IndexedDB (through idb) and the locks it is handed. An archive is wholly old or wholly new: a version is staged beside
 * the present one, and one transaction swaps it in with the indexes that fit. Heads and bodies lie apart, for nearly everything needs
 * heads only. Truth has migrations; indexes are caches, each a Blob that opens without parsing and can be rebuilt. Calls reject as
 * IndexedDB does; `storageFailure` says what that means for a person.
 */
export { type Archives, type ListedArchive, openArchives } from './open-archives';
export { type StorageFailure, storageFailure } from './storage-failure';
export { type ArchiveRecord } from './archive-record';
export { type Version } from './schema';
export { type Everything, type Staged, type Swap } from './stage';
export { holdsBy, type Holds, type Locks } from './holds';
export { looksShrunken } from './looks-shrunken';
