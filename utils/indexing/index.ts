/**
 * Keeping the indexes in step with the archives: the one room where matching and search meet.
 *
 * Imports those two, and touches nothing: what is stored is read and written through the functions it is handed, so the background and
 * a worker make the same indexes from the same archives. Promises that an index never outlives what it was made of: a change of the
 * archives brings its indexes along, or is made anew when another change came first.
 */
export {
  type ChangeableArchives,
  choose,
  putEdits,
  putVersion,
  replaceAll,
  type Swapped,
  takeOut,
} from './change-archives';
export { type ArchiveRows, rowsOf } from './archive-rows';
export { keepSearchable, openIndexes, openSearchable, openStoredNames, type Searchable } from './open-indexes';
export { type StoredArchives } from './stored-archives';
