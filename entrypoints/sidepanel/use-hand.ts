import { useMemo } from 'react';
import { useStore } from 'zustand';
import { DONE } from '@/components/common/edit-words';
import type { HandUse } from '@/components/panel/Panel';
import { t } from '@/utils/i18n';
import type { DossierStore, NotesStore, PanelStore } from '@/utils/stores';
import { showPage } from './show-page';

/** What the user's hand does in the panel: opens entities, pins to notes, and takes back what it did last. */
export function useHand({
  store,
  dossierStore,
  notesStore,
}: {
  store: PanelStore;
  dossierStore: DossierStore;
  notesStore: NotesStore;
}): HandUse {
  const { notes, done: noted } = useStore(notesStore);
  const { done: edited } = useStore(dossierStore);
  const pinned = useMemo(
    () => new Set((notes ?? []).flatMap(({ briefId, passage }) => (passage === null ? [briefId] : []))),
    [notes],
  );
  const done: HandUse['done'] = edited
    ? {
        key: edited.editId,
        said: t(DONE[edited.act], { name: edited.name }),
        onUndo: () => void dossierStore.getState().undo(edited.editId),
        onSettle: () => dossierStore.getState().settle(),
      }
    : noted?.act === 'pinned'
      ? {
          key: noted.id,
          said: t('pinned'),
          onUndo: () => void notesStore.getState().undo(),
          onSettle: () => notesStore.getState().settle(),
        }
      : null;
  return {
    pinned,
    done,
    onPin: ({ id, passage }) => void notesStore.getState().pin(id, passage),
    onEntity: store.getState().lookInto,
    onNotes: () => void showPage('/notes.html'),
  };
}
