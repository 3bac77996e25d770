/**
 * The user's hand: what the archives know, as the user has corrected it.
 *
 * Pure: touches nothing, imports only the ground. Edits are kept apart from the archives and applied to them again after
 * every update, so undoing one is applying the others. Promises that an edit of something that vanished does no harm and works
 * again when it comes back, and that an untouched archive passes through as it is.
 */
export { applyEdits, changesIndex, type Hand } from './apply-edits';
export { entitiesForTexts, headsByHand, mentionsByHand } from './follow-hand';
