import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openedLately, recentSearches, rememberOpened, rememberSearch } from './search-memory';

beforeEach(() => fakeBrowser.reset());

const remembered = async (...texts: string[]): Promise<string[]> => {
  for (const text of texts) await rememberSearch({ text, total: 1 });
  return (await recentSearches.getValue()).map(({ text }) => text);
};

describe('recent searches', () => {
  it.each<[string, string[], string[]]>([
    ['latest first', ['gas', 'maz'], ['maz', 'gas']],
    ['each once', ['gas', 'maz', 'gas'], ['gas', 'maz']],
    ['without what was typed on', ['rog', 'rogozin', 'rogozin maz'], ['rogozin maz']],
    ['without spaces around', [' gas '], ['gas']],
    ['without nothing', ['', '  '], []],
    ['without pasted texts', ['x'.repeat(121), 'x'.repeat(120)], ['x'.repeat(120)]],
    ['eight of them', Array.from({ length: 10 }, (_, n) => `${n} q`), ['9 q', '8 q', '7 q', '6 q', '5 q', '4 q', '3 q', '2 q']], // prettier-ignore
  ])('are kept %s', async (_, texts, expected) => expect(await remembered(...texts)).toEqual(expected));
});

describe('briefs opened lately', () => {
  it('are kept latest first, each once, a dozen', async () => {
    for (let n = 0; n < 14; n++) await rememberOpened(`a/${n}`);
    await rememberOpened('a/12');
    const ids = await openedLately.getValue();
    expect([ids.length, ids[0], ids[1], ids.filter((id) => id === 'a/12').length]).toEqual([12, 'a/12', 'a/13', 1]);
  });
});
