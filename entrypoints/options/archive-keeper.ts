import type { Holds } from '@/utils/archive';
import type { BackupProblem } from '@/utils/backup';
import { type askBackground } from '@/utils/messaging';
import { type ArchiveContents, type ArchiveId, type ArchiveSource, done, failed, type Result } from '@/utils/model';
import { restoreSettings, settingsForBackup, starter, unusableSetting } from '@/utils/settings';
import type { ArchiveKeeper, Undo } from '@/utils/stores';
import type { ArchiveWork, Change, Inspected } from './archive-work';
import type { Caller, Handlers } from './worker-calls';

/** The archive that ships with us. */
const STARTER = 'starter';

/** What the options page does with archives, by its worker; the background is told when one has changed. */
export interface WorkingKeeper extends ArchiveKeeper {
  work: Handlers<ArchiveWork>;
  /** Puts what the worker holds; null where the archive has just these contents already. */
  keep(
    as: Parameters<ArchiveWork['keep']>[0],
    onProgress: Parameters<ArchiveWork['keep']>[1],
  ): Promise<Result<Undo | null, string>>;
  /** Puts contents that were read elsewhere. */
  putContents(what: {
    contents: ArchiveContents;
    source: ArchiveSource;
    at: number;
  }): Promise<Result<Undo | null, string>>;
  /** What an archive holds; null where it is not there, or cannot be had. */
  contents(id: ArchiveId): Promise<ArchiveContents | null>;
  /** Everything in one file. */
  backUp(): Promise<Result<Blob, string>>;
  /** What is in a backup; nothing is kept. */
  inspect(
    file: File,
    onProgress: (done: { share: number }) => void,
  ): Promise<Result<Inspected, string | BackupProblem>>;
  /** Puts a backup that was inspected in the place of everything. */
  restore(
    backup: { file: File; settings: Inspected['settings'] },
    onProgress: (done: { share: number }) => void,
  ): Promise<Result<Undo, string | BackupProblem>>;
  /** Breaks off whatever the worker is doing; nothing is swapped in after this. */
  breakOff(): void;
}

/** A keeper with a worker of its own. What an undo needs is held here too, so that it outlives a worker that is broken off. */
export function createArchiveKeeper(needs: {
  startWorker: () => Caller<ArchiveWork>;
  holds: Holds;
  ask: typeof askBackground;
}): WorkingKeeper {
  const { holds, ask } = needs;
  let caller: Caller<ArchiveWork> | null = null;
  const releases: (() => void)[] = [];
  const working = (): Handlers<ArchiveWork> => {
    if (!caller || caller.isOver()) caller = needs.startWorker();
    return caller.ask;
  };
  const ignore = (): void => undefined;

  const told = async (change: Change, act: 'put' | 'removed'): Promise<Undo> => {
    const { id, former } = change;
    if (former !== null) releases.push(await holds.hold(former));
    await ask('archivesChanged', { put: act === 'put' ? [id] : [], removed: act === 'put' ? [] : [id] });
    return async () => {
      const undone =
        former === null ? await working().remove({ id }, ignore) : await working().putBack({ version: former }, ignore);
      if (!undone.ok) return undone;
      if (id === STARTER) await starter.setValue('wanted');
      await told(undone.value, former === null ? 'removed' : 'put');
      return done(null);
    };
  };

  const keep: WorkingKeeper['keep'] = async (as, onProgress) => {
    const kept = await working().keep(as, onProgress);
    if (!kept.ok) return kept;
    return done(kept.value.changed === 'no' ? null : await told(kept.value, 'put'));
  };

  return {
    get work() {
      return working();
    },
    keep,
    async putContents({ contents, source, at }) {
      await working().hold({ contents }, ignore);
      return keep({ id: contents.id, title: contents.title, source, at }, ignore);
    },
    async contents(id) {
      const contents = await working().contents({ id }, ignore);
      return contents.ok ? contents.value : null;
    },
    async remove(id) {
      // Said first: a stop in between leaves an archive that can be removed again, not one that comes back by itself.
      if (id === STARTER) await starter.setValue('removed');
      const removed = await working().remove({ id }, ignore);
      return removed.ok ? done(await told(removed.value, 'removed')) : removed;
    },
    backUp: async () => working().backUp({ settings: await settingsForBackup() }, ignore),
    async inspect(file, onProgress) {
      const inspected = await working().inspect({ file }, onProgress);
      if (!inspected.ok) return inspected;
      const { settings } = inspected.value;
      const unusable = unusableSetting(settings);
      if (unusable === null) return inspected;
      // They come first in the file, behind the line that says what it is.
      const line = 2 + Object.keys(settings).indexOf(unusable);
      return failed({ kind: 'wrong-kind', line, archive: '', field: `setting.${unusable}` });
    },
    async restore({ file, settings }, onProgress) {
      const settingsBefore = await settingsForBackup();
      await holdStarterBack();
      const restored = await working().restore({ file }, onProgress);
      if (!restored.ok) {
        await restoreSettings(settingsBefore);
        return restored;
      }
      await restoreSettings(settings);
      const before = restored.value;
      for (const version of before.versions) releases.push(await holds.hold(version));
      await ask('archivesChanged', { put: [], removed: [] });
      return done(async () => {
        await holdStarterBack();
        const undone = await working().putAllBack(before, ignore);
        if (!undone.ok) {
          await restoreSettings(settings);
          return undone;
        }
        await restoreSettings(settingsBefore);
        await ask('archivesChanged', { put: [], removed: [] });
        return done(null);
      });
    },
    async choose(id, choice) {
      const chosen = await working().choose({ id, choice }, ignore);
      if (chosen.ok) await ask('archivesChanged', { put: [id], removed: [] });
      return chosen;
    },
    write: (id) => working().write({ id }, ignore),
    settle() {
      for (const release of releases.splice(0)) release();
      void working().clean(null, ignore); // what it cannot clear away now, the next start of the background does
    },
    breakOff() {
      caller?.end();
      caller = null;
      void working().clean(null, ignore);
      // It may have been just too late: whoever shows archives asks again.
      void ask('archivesChanged', { put: [], removed: [] });
    },
  };
}

/** While everything is swapped there may be no archive for a moment; whoever asks then would bring the starter in. */
function holdStarterBack(): Promise<void> {
  return starter.setValue('removed');
}
