import type { JSX } from 'react';
import { useStore } from 'zustand';
import { BackupSection } from '@/components/options/BackupSection';
import type { OptionsStore } from '@/utils/stores';
import type { BackupStore } from './backup-store';

/** The part about backups, with its store and that of the options, which offers the undo. */
export function BackupPage({ store, backups }: { store: OptionsStore; backups: BackupStore }): JSX.Element {
  const state = useStore(store);
  const { now, ...use } = useStore(backups);
  return (
    <BackupSection
      backup={now}
      state={state}
      use={{ ...use, onUndo: () => void state.undo(), onSettle: () => state.settle() }}
    />
  );
}
