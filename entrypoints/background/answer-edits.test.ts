import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { interfaceLanguage } from '@/utils/settings';
import { type EntityChange, isInDoubt, splitId } from '@/utils/model';
import { fetchFromPackage } from '../../tests/our-package';
import { briefPage } from './brief-page';

const ROGOZIN = 'starter/dmitry-rogozin';
const SEMASHKO = 'starter/vladimir-semashko';

/** The background as it wakes: every module variable is gone, what IndexedDB holds is there. */
async function wake() {
  vi.resetModules();
  const [edits, archives] = await Promise.all([import('./answer-edits'), import('./keep-archives')]);
  return { ...edits, ...archives };
}

beforeEach(async () => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  await interfaceLanguage.setValue('en');
  vi.stubGlobal('fetch', fetchFromPackage);
});

async function edit(id: string, ...changes: EntityChange[]): Promise<void> {
  expect(await (await wake()).editEntity({ id, changes })).toEqual({ ok: true, value: null });
}

/** What a page is about, by entities; "?" for one in doubt. The background has just woken. */
async function named(text: string): Promise<string[]> {
  const known = await (await wake()).knownForPages();
  if (!known.ok) throw new Error(known.error);
  const { entities } = briefPage(pageOf(text), known.value, ['en', 'ru', 'be']);
  return entities.map(({ id, certainty }) => `${id}${certainty === 'sure' ? '' : '?'}`);
}

async function briefsAbout(id: string): Promise<number> {
  const known = await (await wake()).knownArchives();
  return known.ok ? known.value.heads.filter((head) => head.entities.includes(id)).length : -1;
}

function pageOf(text: string) {
  return { url: '', canonicalUrl: null, title: '', lang: 'en', siteName: null, publishedAt: null, blocks: [{ text, part: 'body' as const }], extent: 'whole' as const }; // prettier-ignore
}

describe('the user’s hand', () => {
  it('finds a name that was added, after every stop of the background and after an update of the archive', async () => {
    expect(await named('The Iron Envoy flew in.')).toEqual([]);
    await edit('e1', { act: 'add-name', entity: ROGOZIN, name: { text: 'Iron Envoy', lang: 'en', kind: 'alias' } });
    expect(await named('The Iron Envoy flew in.')).toEqual([ROGOZIN]);
    await (await wake()).putStarter();
    expect(await named('The Iron Envoy flew in.')).toEqual([ROGOZIN]);
    expect(await (await wake()).undoEdit({ id: 'e1' })).toEqual({ ok: true, value: null });
    expect(await named('The Iron Envoy flew in.')).toEqual([]);
  });

  it('mutes, and gives back what undo asks for: the indexes are the same bytes as before', async () => {
    const bytes = async (): Promise<Uint8Array> => {
      const blob = await (await wake()).withArchives((archives) => archives.index('names'));
      return new Uint8Array(blob.ok ? await blob.value!.arrayBuffer() : []);
    };
    expect(await named('Dmitry Rogozin came.')).toEqual([ROGOZIN]);
    const before = await bytes();
    await edit('e1', { act: 'mute', entity: ROGOZIN });
    expect(await named('Dmitry Rogozin came.')).toEqual([]);
    await (await wake()).undoEdit({ id: 'e1' });
    expect(await bytes()).toEqual(before);
    expect(await named('Dmitry Rogozin came.')).toEqual([ROGOZIN]);
  });

  it('joins two entities in pages, briefs and search', async () => {
    const [one, two] = [await briefsAbout(ROGOZIN), await briefsAbout(SEMASHKO)];
    await edit('e1', { act: 'merge', entity: SEMASHKO, into: ROGOZIN });
    expect(await named('Vladimir Semashko came.')).toEqual([ROGOZIN]);
    expect(await briefsAbout(SEMASHKO)).toBe(0);
    expect(await briefsAbout(ROGOZIN)).toBeGreaterThan(Math.max(one, two) - 1);
  });

  it('splits a name off, and says which briefs name it', async () => {
    const known = await (await wake()).knownArchives();
    const ces = known.ok ? [...known.value.entities.values()].find(({ names }) => names.length > 4) : undefined;
    const [first, ...rest] = ces?.names ?? [];
    const all = await briefsAbout(ces?.id ?? '');
    await edit('e1', { act: 'split', entity: ces?.id ?? '', names: rest, as: splitId('e1', 'starter/x') });
    expect(await briefsAbout(splitId('e1', 'starter/x'))).toBeGreaterThan(0);
    expect(await briefsAbout(splitId('e1', 'starter/x'))).toBeLessThanOrEqual(all);
    expect(await named(`About ${rest[0]?.text ?? ''} again.`)).toContain(splitId('e1', 'starter/x'));
    expect(first).toBeDefined();
  });

  it('answers a doubt for good, without touching the indexes', async () => {
    const doubtful = 'They praised Integral on Monday.';
    const known = await (await wake()).knownForPages();
    const mentions = known.ok ? briefPage(pageOf(doubtful), known.value, ['en']).mentions : [];
    const doubt = mentions.find(isInDoubt);
    if (!doubt) throw new Error('nothing is in doubt here any more: choose another sentence');
    const { entityId, name } = doubt;
    await edit('yes', { act: 'answer', entity: entityId, name, means: 'yes' });
    expect(await named(doubtful)).toEqual([entityId]);
    await edit('no', { act: 'answer', entity: entityId, name, means: 'no' });
    expect(await named(doubtful)).toEqual([]);
    await (await wake()).undoEdit({ id: 'no' });
    expect(await named(doubtful)).toEqual([entityId]);
  });

  it('makes one edit of the same word said twice, and lists the newest first', async () => {
    await edit('e1', { act: 'mute', entity: ROGOZIN });
    await edit('e1', { act: 'mute', entity: ROGOZIN });
    await edit('e2', { act: 'mute', entity: SEMASHKO });
    const list = await (await wake()).listEdits();
    expect(list.ok && list.value.map(({ id, label }) => [id, label])).toEqual([
      ['e2', 'Vladimir Semashko'],
      ['e1', 'Dmitry Rogozin'],
    ]);
  });
});
