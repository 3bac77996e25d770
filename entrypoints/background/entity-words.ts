import { editEntity, listEdits, undoEdit } from './answer-edits';
import { briefsAbout, dossier, listEntities } from './answer-entities';
import { tryEdit } from './try-edit';

/** The words about entities and the user's edits of them. */
export const entityWords = {
  editEntity,
  undoEdit,
  edits: listEdits,
  dossier,
  briefsAbout,
  entities: listEntities,
  tryEdit,
};
