import type { Version } from './schema';

/** Says which versions beside the present ones somebody still needs: an import that is writing one, an undo that may want one back. */
export interface Holds {
  /** Until the returned function is called, or whoever called dies. Several may hold one version. */
  hold(version: Version): Promise<() => void>;
  held(): Promise<ReadonlySet<Version>>;
}

/** What we use of the browser's `navigator.locks`. */
export interface Locks {
  request(name: string, options: { mode: 'shared' }, work: () => Promise<void>): Promise<unknown>;
  query(): Promise<{ held?: { name?: string | undefined }[] | undefined }>;
}

const PREFIX = 'archive-version ';

/**
 * Holds by Web Locks: a page or worker that is closed, stopped or killed loses its own at once, with no timer and nothing written
 * down, so what a killed import left behind is known for what it is.
 */
export function holdsBy(locks: Locks): Holds {
  return {
    hold: (version) =>
      new Promise((resolve, reject) => {
        locks
          .request(PREFIX + version, { mode: 'shared' }, () => new Promise<void>((release) => resolve(() => release())))
          .catch(reject);
      }),
    async held() {
      const { held = [] } = await locks.query();
      return new Set(held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])));
    },
  };
}
