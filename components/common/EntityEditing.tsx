import type { JSX } from 'react';
import { t } from '@/utils/i18n';
import { type Edit, type EntityChange, splitId } from '@/utils/model';
import type { EditedEntity, EntityDraft } from './entity-draft';
import { EntityEditor } from './EntityEditor';
import type { Mergeable } from './MergeChoice';
import type { Tried } from './TrySentence';

/** What editing needs of the store that holds an entity. */
export interface EditingState {
  dossier: (EditedEntity & { total: number; archives: readonly string[]; edits: readonly Edit[] }) | null;
  others: readonly Mergeable[];
  refused: 'no' | 'yes';
  draft: object | null;
  keepDraft(draft: EntityDraft | null): void;
  change(
    act: 'saved' | 'muted' | 'merged' | 'split',
    make: (editId: string) => readonly EntityChange[],
  ): Promise<'done' | 'refused'>;
  tryOn(changes: readonly EntityChange[], text: string): Promise<readonly Tried[]>;
  undo(editId: string): Promise<void>;
}

/** The editor of the entity that a store holds. */
export function EntityEditing({
  state,
  backTo,
  onBack,
}: {
  state: EditingState;
  backTo: string;
  onBack: () => void;
}): JSX.Element | null {
  const entity = state.dossier;
  if (!entity) return null;
  const { id } = entity;
  const muting = entity.edits.find(({ changes }) => changes.some(({ act }) => act === 'mute'));
  return (
    <EntityEditor
      // After each change the fields begin from what is so now.
      key={`${id} ${entity.edits[0]?.id ?? ''} ${entity.edits.length}`}
      entity={entity}
      others={state.others}
      backTo={backTo}
      about={[t('nBriefs', { n: entity.total }), ...entity.archives]}
      refused={state.refused}
      kept={state.draft}
      use={{
        onSave: (changes) => void state.change('saved', () => changes),
        onMute: () => void state.change('muted', () => [{ act: 'mute', entity: id }]),
        onUnmute: entity.state === 'muted' && muting ? () => void state.undo(muting.id) : null,
        onMerge: (into) => void state.change('merged', () => [{ act: 'merge', entity: id, into }]),
        onSplit: (names) =>
          void state.change('split', (edit) => [{ act: 'split', entity: id, names, as: splitId(edit, id) }]),
        onMuteName: (text) => void state.change('muted', () => [{ act: 'mute-name', entity: id, text }]),
        onDraft: state.keepDraft,
        onTry: state.tryOn,
        onBack,
      }}
    />
  );
}
