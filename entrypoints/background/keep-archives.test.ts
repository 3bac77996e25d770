import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findMentions } from '@/utils/matching';
import { starter } from '@/utils/settings';

const STARTER = readFileSync('public/starter.json', 'utf8');

/** The background as it wakes: every module variable is gone, what IndexedDB holds is there. */
async function wake(): Promise<typeof import('./keep-archives')> {
  vi.resetModules();
  return import('./keep-archives');
}

let fetches = 0;
beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  fetches = 0;
  vi.stubGlobal('fetch', () => {
    fetches += 1;
    return Promise.resolve(new Response(STARTER));
  });
});

describe('archives', () => {
  it('are filled with the starter archive by whoever asks first', async () => {
    const { knownArchives } = await wake();
    const known = await knownArchives();
    expect(known.ok && [known.value.heads.length, known.value.entities.size > 100]).toEqual([120, true]);
  });

  it('answer after a stop from what is stored, without reading the starter again', async () => {
    await (await wake()).knownArchives();
    const known = await (await wake()).knownArchives();
    expect(fetches).toBe(1);
    expect(known.ok && known.value.heads.length).toBe(120);
    const found = known.ok
      ? findMentions(known.value.names, { lang: 'en', blocks: [{ text: 'Dmitry Rogozin', part: 'body' }] })
      : [];
    expect(found.map(({ entityId }) => entityId)).toEqual(['starter/dmitry-rogozin']);
  });

  it('make the name index anew when the stored one is of another version', async () => {
    const before = await wake();
    await before.knownArchives();
    await before.withArchives((archives) => archives.putIndex('names', Uint8Array.of(1, 2, 3)));
    const known = await (await wake()).knownArchives();
    expect(
      known.ok && findMentions(known.value.names, { lang: 'en', blocks: [{ text: 'in Minsk', part: 'body' }] }),
    ).toHaveLength(1);
  });

  it('stay empty once the user took the starter out', async () => {
    await starter.setValue('removed');
    const known = await (await wake()).knownArchives();
    expect(known.ok && known.value.heads.length).toBe(0);
  });

  it('say why when storage refuses, and answer again as soon as it does not', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const working = globalThis.indexedDB;
    const { knownArchives } = await wake();
    globalThis.indexedDB = {
      open() {
        throw new DOMException('Failed to write blobs (IOError)', 'DataError');
      },
    } as unknown as IDBFactory;
    expect(await knownArchives()).toEqual({ ok: false, error: 'disk-full' });
    globalThis.indexedDB = working;
    expect((await knownArchives()).ok).toBe(true);
  });
});
