import Fuse from 'fuse.js';
import type { ListedEntity } from '@/utils/messaging';

/** Fuse's tolerance: 0 is exact, 1 matches anything; the same as in search. */
const THRESHOLD = 0.3;

/** Finds entities by any of their names, misspelt ones too; best first. A look-up for the entities of one list, made once for it. */
export function finderOf(list: readonly ListedEntity[]): (query: string) => readonly ListedEntity[] {
  let fuse: Fuse<ListedEntity> | null = null;
  return (query) => {
    const asked = query.trim();
    if (asked === '') return list;
    fuse ??= new Fuse(list, { threshold: THRESHOLD, ignoreLocation: true, minMatchCharLength: 2, keys: ['names'] });
    return fuse.search(asked).map(({ item }) => item);
  };
}
