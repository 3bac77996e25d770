import type { Holds } from '@/utils/archive';
import { type askBackground } from '@/utils/messaging';
import { type ArchiveContents, type ArchiveId, type ArchiveSource, done, type Result } from '@/utils/model';
import { starter } from '@/utils/settings';
import type { ArchiveKeeper, Undo } from '@/utils/stores';
import type { ArchiveWork, Change } from './archive-work';
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
