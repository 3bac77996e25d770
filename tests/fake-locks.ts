import type { Locks } from '@/utils/archive';

/** Locks as the browser's `navigator.locks` has them, as far as we use them; `killAll` is what the death of their holders does. */
export function fakeLocks(): Locks & { killAll(): void } {
  const held = new Set<{ name: string }>();
  return {
    async request(name, _options, work) {
      const lock = { name };
      held.add(lock);
      await work();
      held.delete(lock);
    },
    query: () => Promise.resolve({ held: [...held] }),
    killAll: () => held.clear(),
  };
}
