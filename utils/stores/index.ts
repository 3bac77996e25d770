/**
 * What panel, popup, search and options need to draw themselves (zustand).
 *
 * Touches nothing but the messaging and settings handed in or imported; browser events come from the entrypoints. Holds only what is
 * drawn; what can be computed is computed. Promises that a late answer about another tab or an earlier query never
 * replaces the present one, and that a tab's view is there again when the reader comes back to it.
 */
export { createPanelStore } from './panel-store';
export { mentionsOf } from './mention-steps';
export { type OpenedBrief, type PanelActs, type PanelState, type PanelStore, type Wire } from './panel-state';
export {
  createPopupStore,
  listedOf,
  recentOf,
  type PopupActs,
  type PopupState,
  type PopupStore,
  type Row,
  rowsIn,
  rowsOf,
} from './popup-store';
export {
  type ArchiveFailure,
  type ArchiveKeeper,
  createOptionsStore,
  type OptionsActs,
  type OptionsState,
  type OptionsStore,
  type Undo,
} from './options-store';
export { createDigestStore, type DigestActs, type DigestState, type DigestStore } from './digest-store';
export {
  type ChosenFilter,
  createSearchStore,
  monthsOf,
  type OpenedHit,
  orderOf,
  placeOf,
  type QuerySyntax,
  type SearchActs,
  type SearchOrder,
  type SearchPlace,
  type SearchState,
  type SearchStore,
} from './search-store';
export { type Found } from './found-briefs';
export { createUpdatesStore, type UpdatesActs, type UpdatesState, type UpdatesStore } from './updates-store';
export { createDossierStore, type DossierActs, type DossierState, type DossierStore } from './dossier-store';
export { createNotesStore, type NotesActs, type NotesState, type NotesStore } from './notes-store';
