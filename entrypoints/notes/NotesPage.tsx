import { type JSX, useEffect } from 'react';
import { useStore } from 'zustand';
import { Notes } from '@/components/notes/Notes';
import { UndoProvider, UndoToast } from '@/components/common/UndoToast';
import { spoken, t } from '@/utils/i18n';
import { openPanel } from '@/utils/messaging';
import { panelRequest } from '@/utils/settings';
import type { NotesStore } from '@/utils/stores';
import { saveNotes } from './save-notes';

/** The notes in a tab of their own; a brief opens in the panel beside them. */
export function NotesPage({ store, windowId }: { store: NotesStore; windowId: number }): JSX.Element {
  const state = useStore(store);
  const language = spoken();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `Backgrounder: ${t('notes').toLocaleLowerCase()}`;
  }, [language]);
  const { done } = state;
  return (
    <UndoProvider label={t('notes')}>
      <Notes
        state={state}
        use={{
          onOpenBrief: (briefId) => {
            void openPanel(windowId); // first: after an await the click no longer counts
            void panelRequest.setValue({ briefId });
          },
          onExport: (format) => void saveNotes(state.notes ?? [], format),
        }}
      />
      <UndoToast
        key={done?.id}
        done={done?.act === 'removed' ? t('noteRemoved') : null}
        onUndo={() => void state.undo()}
        onSettle={state.settle}
      />
    </UndoProvider>
  );
}
