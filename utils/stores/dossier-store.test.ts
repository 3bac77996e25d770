import { describe, expect, it, vi } from 'vitest';
import { done } from '@/utils/model';
import { createDossierStore } from './dossier-store';

const dossier = { id: 'a/maz', fullName: 'MAZ', total: 0, briefs: [] };

/** A store over a background that knows one entity, and drafts that outlive it. */
function opened(drafts: Map<string, object>) {
  const ask = vi.fn(async () => done(dossier));
  const keeper = {
    read: async (id: string) => drafts.get(id) ?? null,
    write: async (id: string, draft: object | null) => {
      if (draft) drafts.set(id, draft);
      else drafts.delete(id);
    },
  };
  return { ask, store: createDossierStore(ask as never, keeper) };
}

describe('what an editor holds', () => {
  it('is there again after the panel was closed, and gone once it is saved', async () => {
    const drafts = new Map<string, object>();
    const before = opened(drafts);
    await before.store.getState().open('a/maz', null);
    before.store.getState().keepDraft({ names: [] });
    const { store } = opened(drafts);
    await store.getState().open('a/maz', null);
    expect(store.getState().draft).toEqual({ names: [] });
    await store.getState().change('muted', () => [{ act: 'mute-name', entity: 'a/maz', text: 'MAZ' }]);
    expect(store.getState().draft).toEqual({ names: [] });
    await store.getState().change('saved', () => []);
    expect([store.getState().draft, drafts.size]).toEqual([null, 0]);
  });

  it('belongs to its entity', async () => {
    const { store } = opened(new Map([['a/maz', { names: [] }]]));
    await store.getState().open('a/kamaz', null);
    expect(store.getState().draft).toBeNull();
  });
});
