import { listNotes, moveNote, pin, putNote, removeNote, writeNote } from './answer-notes';

/** The words about the user's notes. */
export const noteWords = { notes: listNotes, pin, writeNote, moveNote, putNote, removeNote };
