import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '@/utils/matching';
import { type ArchiveContents, done, failed } from '@/utils/model';
import { parseQuery, searchTexts } from '@/utils/search';
import { changeArchives, type ChangeableArchives, openIndexes } from '.';

type Change = { id: string; contents: ArchiveContents | null };

/** Archives in memory. `overtake` is called inside each swap's time of thinking, and may change something first. */
function memory(overtake: () => void = () => undefined) {
  const archives = new Map<string, ArchiveContents>();
  const indexes = new Map<string, { bytes: Uint8Array<ArrayBuffer>; generation: number }>();
  let generation = 0;
  let made = 0;
  const all = (): ArchiveContents[] => [...archives.values()];
  const stored: ChangeableArchives<Change, null> = {
    generation: () => Promise.resolve(generation),
    heads: () => Promise.resolve(all().flatMap(({ briefs }) => briefs)),
    entities: () => Promise.resolve(all().flatMap(({ entities }) => entities)),
    briefs: () => Promise.resolve(all().flatMap(({ briefs }) => briefs)),
    edits: () => Promise.resolve([]),
    index: (name) => {
      const index = indexes.get(name);
      return Promise.resolve(index?.generation === generation ? new Blob([index.bytes]) : null);
    },
    putIndex: (name, bytes, of) => {
      if (of === generation) indexes.set(name, { bytes, generation });
      return Promise.resolve();
    },
    swap: ({ id, contents }, fit) => {
      made++;
      overtake();
      if (fit.generation !== generation) return Promise.resolve(failed('overtaken'));
      generation++;
      if (contents) archives.set(id, contents);
      else archives.delete(id);
      for (const [name, bytes] of fit.indexes) indexes.set(name, { bytes, generation });
      return Promise.resolve(done(null));
    },
  };
  const change = (to: Change) => changeArchives(stored, to, to);
  const sneak = (contents: ArchiveContents): void => {
    generation++;
    archives.set(contents.id, contents);
  };
  return { stored, change, sneak, indexes, made: () => made };
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
    await archives.change({ id: 'a', contents: archive('a', ['Zubra']) });
    await archives.change({ id: 'b', contents: archive('b', ['Karo', 'Other']) });
    expect(await found(archives)).toEqual({ named: ['a/Zubra', 'b/Karo'], briefs: 3 });
    await archives.change({ id: 'b', contents: null });
    expect(await found(archives)).toEqual({ named: ['a/Zubra'], briefs: 1 });
  });

  it('are the bytes of indexes made anew, whatever changes led to them', async () => {
    const words = fc.uniqueArray(fc.constantFrom('Zubra', 'Karo', 'Desna', 'Other'), { maxLength: 4 });
    const change = fc.record({ id: fc.constantFrom('a', 'ab', 'b'), words: fc.option(words) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const archives = memory();
        for (const { id, words: of } of changes) {
          await archives.change({ id, contents: of && archive(id, of) });
        }
        await openIndexes(archives.stored);
        const byChanges = new Map([...archives.indexes].map(([name, { bytes }]) => [name, bytes]));
        archives.indexes.clear();
        await openIndexes(archives.stored);
        for (const [name, { bytes }] of archives.indexes) expect(byChanges.get(name)).toEqual(bytes);
      }),
      { numRuns: 40 },
    );
  });

  it('are made again from what another change left, when it came first', async () => {
    let sneaks = 2;
    const archives = memory(() => {
      if (sneaks-- > 0) archives.sneak(archive(`sneaked-${sneaks}`, ['Karo']));
    });
    await archives.change({ id: 'a', contents: archive('a', ['Zubra']) });
    expect(archives.made()).toBe(3);
    expect((await found(archives)).briefs).toBe(3);
  });

  it('are not made for ever', async () => {
    const archives = memory(() => archives.sneak(archive('sneaked', ['Karo'])));
    expect(await archives.change({ id: 'a', contents: archive('a', ['Zubra']) })).toEqual(failed('overtaken'));
  });
});
