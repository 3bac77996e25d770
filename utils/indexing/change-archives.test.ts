import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '@/utils/matching';
import { type ArchiveChoice, type ArchiveContents, done, failed } from '@/utils/model';
import { parseQuery, searchTexts } from '@/utils/search';
import { type ChangeableArchives, choose, openIndexes, putVersion, takeOut } from '.';

/** Archives in memory. `overtake` is called inside each swap's time of thinking, and may change something first. */
function memory(overtake: () => void = () => undefined) {
  const archives = new Map<string, ArchiveContents>();
  const aside = new Map<string, ArchiveContents>();
  const choices = new Map<string, ArchiveChoice>();
  const indexes = new Map<string, { bytes: Uint8Array<ArrayBuffer>; generation: number }>();
  let generation = 0;
  let made = 0;
  const used = (): ArchiveContents[] => [...archives.values()].filter(({ id }) => choices.get(id)?.use !== 'off');
  const stored: ChangeableArchives = {
    useOf: (id) => Promise.resolve(choices.get(id)?.use ?? 'on'),
    generation: () => Promise.resolve(generation),
    heads: () => Promise.resolve(used().flatMap(({ briefs }) => briefs)),
    entities: () => Promise.resolve(used().flatMap(({ entities }) => entities)),
    briefs: () => Promise.resolve(used().flatMap(({ briefs }) => briefs)),
    edits: () => Promise.resolve([]),
    index: (name) => {
      const index = indexes.get(name);
      return Promise.resolve(index?.generation === generation ? new Blob([index.bytes]) : null);
    },
    putIndex: (name, bytes, of) => {
      if (of === generation) indexes.set(name, { bytes, generation });
      return Promise.resolve();
    },
    swap: (swap, fit) => {
      made++;
      overtake();
      if (fit.generation !== generation) return Promise.resolve(failed('overtaken'));
      if ('id' in swap && !archives.has(swap.id)) return Promise.resolve(failed('gone'));
      generation++;
      if (swap.kind === 'put') archives.set(aside.get(swap.version)!.id, aside.get(swap.version)!);
      else if (swap.kind === 'remove') archives.delete(swap.id);
      else if (swap.kind === 'choose') choices.set(swap.id, swap.choice);
      for (const [name, bytes] of fit.indexes) indexes.set(name, { bytes, generation });
      return Promise.resolve(done({ former: null }));
    },
  };
  const put = (contents: ArchiveContents) => {
    aside.set('version', contents);
    return putVersion(stored, { version: 'version', contents });
  };
  const use = (id: string, want: 'on' | 'off') =>
    choose(stored, {
      id,
      choice: { use: want, marks: 'in-pages' },
      contents: () => Promise.resolve(archives.get(id) ?? null),
    });
  const sneak = (contents: ArchiveContents): void => {
    generation++;
    archives.set(contents.id, contents);
  };
  return { stored, put, remove: (id: string) => takeOut(stored, id), use, sneak, indexes, made: () => made };
}

function archive(id: string, words: readonly string[]): ArchiveContents {
  return {
    id,
    title: id,
    homePage: null,
    entities: words.map((word) => ({
      id: `${id}/${word}`,
      type: 'company' as const,
      names: [{ text: `${word}lit`, kind: 'full' as const }],
      ambiguous: false,
      saidBy: 'archive' as const,
    })),
    briefs: words.map((word) => ({
      id: `${id}/brief-${word}`,
      archiveId: id,
      group: `${id}/brief-${word}`,
      lang: 'en',
      week: null,
      date: null,
      title: `About ${word}`,
      situation: null,
      summary: '',
      entities: [`${id}/${word}`],
      url: null,
      authors: [],
      body: [{ kind: 'paragraph' as const, spans: [{ text: `The ${word} goes` }] }],
    })),
  };
}

async function found(memoryOf: ReturnType<typeof memory>): Promise<{ named: string[]; briefs: number }> {
  const { names, texts } = await openIndexes(memoryOf.stored);
  const blocks = [{ text: 'Zubralit and Karolit', part: 'body' as const }];
  return {
    named: findMentions(names, { lang: 'en', blocks }).map(({ entityId }) => entityId),
    briefs: searchTexts(texts, parseQuery('goes'), { languages: ['en'] }).total,
  };
}

describe('indexes', () => {
  it('know what the archives know after each change', async () => {
    const archives = memory();
    await archives.put(archive('a', ['Zubra']));
    await archives.put(archive('b', ['Karo', 'Other']));
    expect(await found(archives)).toEqual({ named: ['a/Zubra', 'b/Karo'], briefs: 3 });
    await archives.remove('b');
    expect(await found(archives)).toEqual({ named: ['a/Zubra'], briefs: 1 });
  });

  it('know nothing of an archive that is switched off, not even after its update', async () => {
    const archives = memory();
    await archives.put(archive('a', ['Zubra']));
    await archives.put(archive('b', ['Karo']));
    await archives.use('b', 'off');
    expect(await found(archives)).toEqual({ named: ['a/Zubra'], briefs: 1 });
    await archives.put(archive('b', ['Karo', 'Other']));
    expect(await found(archives)).toEqual({ named: ['a/Zubra'], briefs: 1 });
    await archives.use('b', 'on');
    expect(await found(archives)).toEqual({ named: ['a/Zubra', 'b/Karo'], briefs: 3 });
    await archives.use('b', 'on');
    expect(await found(archives)).toEqual({ named: ['a/Zubra', 'b/Karo'], briefs: 3 });
  });

  it('are the bytes of indexes made anew, whatever changes led to them', async () => {
    const words = fc.uniqueArray(fc.constantFrom('Zubra', 'Karo', 'Desna', 'Other'), { maxLength: 4 });
    const id = fc.constantFrom('a', 'ab', 'b');
    const change = fc.oneof(
      fc.record({ id, words }),
      fc.record({ id, words: fc.constant(null) }),
      fc.record({ id, use: fc.constantFrom('on' as const, 'off' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const archives = memory();
        for (const each of changes) {
          if ('use' in each) await archives.use(each.id, each.use);
          else await (each.words ? archives.put(archive(each.id, each.words)) : archives.remove(each.id));
        }
        await openIndexes(archives.stored);
        const byChanges = new Map([...archives.indexes].map(([name, { bytes }]) => [name, bytes]));
        archives.indexes.clear();
        await openIndexes(archives.stored);
        for (const [name, { bytes }] of archives.indexes) expect(byChanges.get(name)).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('are made again from what another change left, when it came first', async () => {
    let sneaks = 2;
    const archives = memory(() => {
      if (sneaks-- > 0) archives.sneak(archive(`sneaked-${sneaks}`, ['Karo']));
    });
    await archives.put(archive('a', ['Zubra']));
    expect(archives.made()).toBe(3);
    expect((await found(archives)).briefs).toBe(3);
  });

  it('are not made for ever', async () => {
    const archives = memory(() => archives.sneak(archive('sneaked', ['Karo'])));
    expect(await archives.put(archive('a', ['Zubra']))).toEqual(failed('overtaken'));
  });
});
