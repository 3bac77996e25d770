import { useMemo } from 'react';
import { browser } from 'wxt/browser';
import { useStore } from 'zustand';
import { DONE } from '@/components/common/edit-words';
import type { HandUse } from '@/components/panel/Panel';
import { t } from '@/utils/i18n';
import type { DossierStore, NotesStore, PanelStore } from '@/utils/stores';

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
    onEntity: (id) => {
      const { tabId, back } = store.getState();
      back(); // an open brief would lie over it
      void dossierStore.getState().open(id, tabId);
    },
    onNotes: () => void showNotes(),
  };
}

/** One tab of notes is enough: the one that is open comes to the front. */
async function showNotes(): Promise<void> {
  const url = browser.runtime.getURL('/notes.html');
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}
