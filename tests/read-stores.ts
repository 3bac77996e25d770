import { vi } from 'vitest';

/** Names of the stores out of which a row is read from now on. */
export function readStores(store: typeof IDBObjectStore): Set<string> {
  const stores = new Set<string>();
  for (const read of ['get', 'getAll'] as const) {
    const real = store.prototype[read];
    vi.spyOn(store.prototype, read).mockImplementation(function (this: IDBObjectStore, ...asked: unknown[]) {
      stores.add(this.name);
      return real.apply(this, asked as never);
    });
  }
  return stores;
}
