/**
 * Citing: a brief and a passage of it become what a writer pastes: a quotation with its source, a reference, a link.
 *
 * Touches nothing. What people read (text, Markdown, HTML) is ours, in the brief's language; what reference managers read
 * (BibTeX, RIS) is made by Citation.js. Imported only when somebody cites. Promises: what a brief says is text in every
 * format, never markup; nothing is asked of any network.
 */
export { type Clipping, type ClippingKind, clippingOf } from './clipping-of';
export { type CitedNote, notesAs, type NotesFormat } from './notes-as';
