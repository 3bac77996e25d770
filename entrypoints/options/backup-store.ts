import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BackupFault, BackupStep, BackupUse } from '@/components/options/backing';
import type { Result } from '@/utils/model';
import type { Undo } from '@/utils/stores';
import type { WorkingKeeper } from './archive-keeper';
import type { Inspected } from './archive-work';

/** What backing up needs of the rest of the page. */
export interface BackingUpNeeds {
  keeper: Pick<WorkingKeeper, 'backUp' | 'inspect' | 'restore' | 'breakOff'>;
  /** Saves a file through the browser. */
  save: (name: string, file: Blob) => void;
  /** YYYY-MM-DD, for the file's name alone: a date inside would make every backup another. */
  today: () => string;
  /** Told of what became of it: an undo to offer, or why it was not done. */
  onRestored: (name: string, outcome: Result<Undo, string>) => Promise<void>;
  onBackedUp: (outcome: Result<null, string>) => void;
}

export type BackupStore = StoreApi<{ now: BackupStep } & BackupUse>;

/** How everything is saved in one file and comes back out of it. */
export function createBackupStore({ keeper, save, today, onRestored, onBackedUp }: BackingUpNeeds): BackupStore {
  let held: { file: File; inspected: Inspected } | null = null;
  /** Of the last thing that was begun: what comes of anything earlier is let go. */
  let turn = 0;

  return createStore<{ now: BackupStep } & BackupUse>((set, get) => {
    const show = (now: BackupStep): void => set({ now });

    const inspect = async (file: File): Promise<void> => {
      const mine = ++turn;
      held = null;
      show({ step: 'checking', name: file.name, share: 0 });
      const inspected = await keeper.inspect(file, ({ share }) => {
        if (mine === turn) show({ step: 'checking', name: file.name, share });
      });
      if (mine !== turn) return;
      if (!inspected.ok) return show({ step: 'refused', name: file.name, fault: faultOf(inspected.error) });
      held = { file, inspected: inspected.value };
      show({ step: 'looking', name: file.name, summary: inspected.value.count });
    };

    const restore = async (now: Extract<BackupStep, { step: 'looking' }>): Promise<void> => {
      if (!held) return;
      const mine = ++turn;
      const { file, inspected } = held;
      const { name, summary } = now;
      show({ step: 'restoring', name, summary, share: 0 });
      const restored = await keeper.restore({ file, settings: inspected.settings }, ({ share }) => {
        if (mine === turn) show({ step: 'restoring', name, summary, share });
      });
      if (mine !== turn) return;
      if (!restored.ok && typeof restored.error !== 'string')
        return show({ step: 'refused', name, fault: faultOf(restored.error) });
      await onRestored(name, restored as Result<Undo, string>);
      if (!restored.ok) return show(now);
      held = null;
      show({ step: 'ready' });
    };

    return {
      now: { step: 'ready' },
      onBackUp: () => {
        const before = get().now;
        show({ step: 'saving' });
        void keeper.backUp().then((file) => {
          if (file.ok) save(`backgrounder-${today()}.backup`, file.value);
          onBackedUp(file.ok ? { ok: true, value: null } : file);
          show(before.step === 'looking' ? before : { step: 'ready' });
        });
      },
      onBackupFile: (file) => void inspect(file),
      onRestore: () => {
        const { now } = get();
        if (now.step === 'looking') void restore(now);
      },
      onBackupLetGo: () => {
        const { now } = get();
        turn++;
        held = null;
        if (now.step === 'checking' || now.step === 'restoring') keeper.breakOff();
        show({ step: 'ready' });
      },
    };
  });
}

/** A file that could not be read at all has no place to point at. */
function faultOf(error: string | BackupFault): BackupFault {
  return typeof error === 'string' ? { kind: 'not-readable', line: 0, archive: '', field: '' } : error;
}
