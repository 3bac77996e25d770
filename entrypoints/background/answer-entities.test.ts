import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Dossier, TriedMention } from '@/utils/messaging';
import { type EntityChange, splitId } from '@/utils/model';
import { interfaceLanguage } from '@/utils/settings';
import { fetchFromPackage } from '../../tests/our-package';

const LUKASHENKO = 'starter/alexander-lukashenko';
const INTEGRAL = 'starter/integral';

async function wake() {
  vi.resetModules();
  const modules = await Promise.all([import('./answer-entities'), import('./answer-edits'), import('./try-edit')]);
  return { ...modules[0], ...modules[1], ...modules[2] };
}

beforeEach(async () => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  await interfaceLanguage.setValue('en');
  vi.stubGlobal('fetch', fetchFromPackage);
});

async function dossierOf(id: string): Promise<Dossier> {
  const answer = await (await wake()).dossier({ id, tabId: null });
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

async function edit(id: string, ...changes: EntityChange[]): Promise<void> {
  await (await wake()).editEntity({ id, changes });
}

describe('a dossier', () => {
  it('says names and where they come from, months, company and briefs', async () => {
    const dossier = await dossierOf(LUKASHENKO);
    expect(dossier).toMatchObject({ fullName: 'Alexander Lukashenko', type: 'person', state: 'known', onPage: 0 });
    expect(dossier.archives).toHaveLength(1);
    expect(new Set(dossier.names.map(({ saidBy, use }) => `${saidBy} ${use}`))).toEqual(new Set(['archive used']));
    expect(dossier.months.reduce((sum, { briefs }) => sum + briefs, 0)).toBe(dossier.total);
    expect(new Set(dossier.briefs.map(({ head }) => head.group)).size).toBe(dossier.total);
    expect(dossier.briefs.every(({ head }) => head.lang === 'en' && head.entities.includes(LUKASHENKO))).toBe(true);
    expect(dossier.together.map(({ briefs }) => briefs)).toEqual(dossier.together.map(({ briefs }) => briefs).toSorted((a, b) => b - a)); // prettier-ignore
    expect(dossier.first).toMatchObject({ week: dossier.briefs.at(-1)?.head.week });
  });

  it('says what the user did, and stays open for one that is muted', async () => {
    await edit('e1', { act: 'add-name', entity: INTEGRAL, name: { text: 'Intehrał', lang: 'be-Latn', kind: 'alias' } });
    await edit('e2', { act: 'mute-name', entity: INTEGRAL, text: 'Интеграл' });
    await edit('e3', { act: 'mute', entity: INTEGRAL });
    const { state, names, edits } = await dossierOf(INTEGRAL);
    expect(state).toBe('muted');
    expect(names.map(({ text, saidBy, use }) => `${text} ${saidBy} ${use}`)).toEqual([
      'Integral archive used',
      'Інтэграл archive used',
      'Intehrał user used',
      'Интеграл archive muted',
    ]);
    expect(edits.map(({ id }) => id)).toEqual(['e3', 'e2', 'e1']);
  });

  it('of a merged entity is that of the one that stays; of a split-off one has its own briefs', async () => {
    await edit('e1', { act: 'merge', entity: INTEGRAL, into: LUKASHENKO });
    expect((await dossierOf(INTEGRAL)).id).toBe(LUKASHENKO);
    await (await wake()).undoEdit({ id: 'e1' });
    const CES = 'starter/ces';
    const { names, total } = await dossierOf(CES);
    const as = splitId('e2', CES);
    const short = names
      .filter(({ kind }) => kind === 'acronym')
      .map(({ text, lang }) => ({ text, ...(lang ? { lang } : {}) }));
    await edit('e2', { act: 'split', entity: CES, names: short, as });
    const part = await dossierOf(as);
    expect(part.edits.map(({ id }) => id)).toEqual(['e2']);
    expect(part.total).toBeGreaterThan(0);
    expect(part.total).toBeLessThanOrEqual(total);
  });

  it('is not there for what no archive knows', async () => {
    expect(await (await wake()).dossier({ id: 'starter/nobody', tabId: null })).toEqual({ ok: false, error: 'gone' });
  });
});

describe('a try on a sentence', () => {
  const SENTENCE = 'The ministers named Integral and MAZ. Trust is an integral part.';
  async function tried(...changes: EntityChange[]): Promise<string[]> {
    const answer = await (await wake()).tryEdit({ id: INTEGRAL, changes, text: SENTENCE });
    if (!answer.ok) throw new Error(answer.error);
    return answer.value.map(({ start, end, verdict }: TriedMention) => `${SENTENCE.slice(start, end)}: ${verdict}`);
  }
  it.each<[string, EntityChange[], string[]]>([
    ['as it is', [], ['Integral: sure', 'integral: ordinary-word']],
    ['muted', [{ act: 'mute', entity: INTEGRAL }], ['Integral: muted', 'integral: muted']],
    ['under another name', [{ act: 'add-name', entity: INTEGRAL, name: { text: 'Trust', kind: 'alias' } }, { act: 'set-ambiguous', entity: INTEGRAL, ambiguous: 'no' }], ['Integral: sure', 'Trust: sure', 'integral: ordinary-word']], // prettier-ignore
  ])('%s', async (_, changes, expected) => expect(await tried(...changes)).toEqual(expected));
});

describe('the list of all', () => {
  it('has each entity once, those of most briefs first, with what was done to it', async () => {
    await edit('e1', { act: 'mute', entity: INTEGRAL });
    const list = await (await wake()).listEntities();
    if (!list.ok) throw new Error(list.error);
    expect(new Set(list.value.map(({ id }) => id)).size).toBe(list.value.length);
    expect(list.value.find(({ id }) => id === INTEGRAL)).toMatchObject({
      state: 'muted',
      edited: 'yes',
      label: 'Integral',
    });
    expect(list.value[0]!.briefs).toBeGreaterThanOrEqual(list.value.at(-1)!.briefs);
  });
});
