import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { NoteRow } from '@/utils/messaging';
import { type Passage, textOf } from '@/utils/model';
import { interfaceLanguage, starter } from '@/utils/settings';
import { fetchFromPackage } from '../../tests/our-package';

async function wake() {
  vi.resetModules();
  const modules = await Promise.all([import('./answer-notes'), import('./keep-archives')]);
  return { ...modules[0], ...modules[1] };
}

beforeEach(async () => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  await interfaceLanguage.setValue('en');
  vi.stubGlobal('fetch', fetchFromPackage);
});

async function notes(): Promise<readonly NoteRow[]> {
  const answer = await (await wake()).listNotes();
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

async function archive() {
  const answer = await (await wake()).withArchives((archives) => archives.archive('starter'));
  if (!answer.ok || !answer.value) throw new Error('the starter is not there');
  return answer.value;
}

const order = async (): Promise<string[]> => (await notes()).map(({ id }) => id);

async function pinned(): Promise<{ briefs: string[]; passage: Passage }> {
  const { contents } = await archive();
  const [first, second, third] = contents.briefs;
  const text = textOf(first!.body[0]!);
  const quote = text.slice(0, 60).split(' ').slice(0, 4).join(' ');
  const passage = { block: 0, start: 0, end: quote.length, quote };
  const { pin } = await wake();
  await pin({ id: 'n1', briefId: first!.id, quote: null });
  // As it was copied off the screen: spaces that do not break, and a line too many.
  await pin({ id: 'n2', briefId: first!.id, quote: `${passage.quote.replaceAll(' ', '\u00a0')}\n` });
  await pin({ id: 'n3', briefId: second!.id, quote: null });
  return { briefs: [first!.id, second!.id, third!.id], passage };
}

describe('notes', () => {
  it('keep briefs and passages with what is needed to cite them, and what was typed, through every stop', async () => {
    const { passage } = await pinned();
    await (await wake()).writeNote({ id: 'n2', text: 'compare' });
    const [whole, part] = await notes();
    expect(whole).toMatchObject({ id: 'n1', passage: null, passageNow: null, state: 'same', text: '' });
    expect(part).toMatchObject({ id: 'n2', passage, passageNow: 'there', state: 'same', text: 'compare' });
    expect([whole?.brief.title, whole?.archiveTitle].every((text) => text !== '')).toBe(true);
  });

  it('pin the same only once, also when the word is said twice', async () => {
    const { briefs, passage } = await pinned();
    const { pin } = await wake();
    expect(await pin({ id: 'n1', briefId: briefs[0]!, quote: null })).toEqual({ ok: true, value: { id: 'n1' } });
    expect(await pin({ id: 'other', briefId: briefs[0]!, quote: passage.quote })).toEqual({
      ok: true,
      value: { id: 'n2' },
    });
    expect(await pin({ id: 'x', briefId: 'starter/none', quote: null })).toEqual({ ok: false, error: 'gone' });
    expect(await order()).toEqual(['n1', 'n2', 'n3']);
  });

  it.each<[string, string | null, string[]]>([
    ['n3', 'n1', ['n3', 'n1', 'n2']],
    ['n1', null, ['n2', 'n3', 'n1']],
    ['n1', 'n3', ['n2', 'n1', 'n3']],
    ['n2', 'n2', ['n1', 'n2', 'n3']],
    ['none', 'n1', ['n1', 'n2', 'n3']],
  ])('move %s before %s', async (id, before, expected) => {
    await pinned();
    await (await wake()).moveNote({ id, before });
    expect(await order()).toEqual(expected);
  });

  it('come back where they were after a removal', async () => {
    await pinned();
    const [, second] = await notes();
    const { state: _state, passageNow: _now, ...note } = second!;
    await (await wake()).removeNote({ id: 'n2' });
    expect(await order()).toEqual(['n1', 'n3']);
    await (await wake()).putNote({ note });
    expect(await order()).toEqual(['n1', 'n2', 'n3']);
  });

  it('lose nothing that is typed while they are moved', async () => {
    await pinned();
    const { moveNote, writeNote } = await wake();
    await Promise.all([
      writeNote({ id: 'n1', text: 'a' }),
      moveNote({ id: 'n3', before: 'n1' }),
      writeNote({ id: 'n1', text: 'ab' }),
      moveNote({ id: 'n3', before: null }),
    ]);
    expect((await notes()).map(({ id, text }) => `${id}:${text}`)).toEqual(['n1:ab', 'n2:', 'n3:']);
  });

  it('say when a brief has changed, a passage is lost, or all of it is gone; and keep their own text', async () => {
    const { passage } = await pinned();
    const { contents, installedAt } = await archive();
    const [first, ...rest] = contents.briefs;
    const changed = { ...first!, body: [{ kind: 'paragraph' as const, spans: [{ text: 'Quite another text.' }] }] };
    await (await wake()).putArchive({ contents: { ...contents, briefs: [changed, ...rest] }, installedAt });
    expect((await notes()).map(({ state, passageNow }) => [state, passageNow])).toEqual([
      ['changed', null],
      ['changed', 'lost'],
      ['same', null],
    ]);
    await starter.setValue('removed');
    await (await wake()).removeArchive('starter');
    const gone = await notes();
    expect(gone.map(({ state }) => state)).toEqual(['gone', 'gone', 'gone']);
    expect(gone[1]?.passage).toEqual(passage);
  });
});
