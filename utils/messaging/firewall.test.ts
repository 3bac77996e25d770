import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import ts from 'typescript';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenToOurPages, listenToPages } from '.';
import { isWithinBounds, type Word } from './payloads';

/** Every word of a listener, as contract.ts declares it: a word that is added is tried without being listed here. */
function wordsOf(name: 'WordsFromPage' | 'WordsFromPanel'): string[] {
  const source = readFileSync('utils/messaging/contract.ts', 'utf8');
  const { statements } = ts.createSourceFile('contract.ts', source, ts.ScriptTarget.Latest);
  const listener = statements.filter(ts.isInterfaceDeclaration).find((declared) => declared.name.text === name);
  return (listener?.members ?? []).flatMap((member) =>
    member.name && ts.isIdentifier(member.name) ? [member.name.text] : [],
  );
}
const PAGE_WORDS = wordsOf('WordsFromPage');
const PANEL_WORDS = wordsOf('WordsFromPanel');

const RUNS = 10_000;
const HOME = browser.runtime.getURL('/');
const REFUSED = { ok: false, error: 'refused' };

type Listener = (message: unknown, sender: unknown) => Promise<unknown> | undefined;

/** The background's two listeners over handlers that only note what reached them. */
function listening(): { say(message: unknown, sender: unknown): Promise<unknown>; reached: [string, unknown][] } {
  const listeners: Listener[] = [];
  const reached: [string, unknown][] = [];
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    listeners.push(listener as never);
  });
  const noting = (words: readonly string[]): never =>
    Object.fromEntries(
      words.map((word) => [word, (payload: unknown) => (reached.push([word, payload]), Promise.resolve('reached'))]),
    ) as never;
  listenToPages(noting(PAGE_WORDS));
  listenToOurPages(noting(PANEL_WORDS));
  const say = async (message: unknown, sender: unknown): Promise<unknown> => {
    const answers = listeners.map((listener) => listener(message, sender)).filter((answer) => answer !== undefined);
    return (await Promise.all(answers))[0];
  };
  return { say, reached };
}

/** Whoever is not a page of ours: content scripts of any frame, web pages, other extensions, and addresses that only look like ours. */
const strangers = fc.record(
  {
    id: fc.constantFrom('test-extension-id', 'another'),
    tab: fc.constantFrom({ id: 7, windowId: 1, incognito: false }, { id: 7, windowId: 1, incognito: true }),
    frameId: fc.constantFrom(0, 3),
    url: fc.constantFrom(
      'https://news.example/story',
      `https://news.example/${HOME}`,
      HOME.replace('://', '://x'),
      HOME.toUpperCase().replace('CHROME', 'x'),
      'about:blank',
      '',
    ),
    origin: fc.constantFrom('https://news.example', HOME.slice(0, -1)),
  },
  { requiredKeys: ['id'] },
);

/** What a page might send: anything at all, and what the word really takes. */
const RIGHT: Readonly<Record<string, unknown>> = {
  pageState: { tabId: 1 },
  readPage: { tabId: 1 },
  watch: { host: null, watch: 'on' },
  pause: { minutes: 60 },
  marks: { marks: 'off' },
  openBrief: { id: 'a/1', tabId: null },
  search: { text: 'gas' },
  archives: null,
  useStarter: null,
  removeArchive: { id: 'desk' },
  exportArchive: { id: 'desk' },
};
/** What content scripts rightly send. */
const RIGHT_OF_PAGES: Readonly<Record<string, unknown>> = {
  shown: { url: 'https://news.example/story' },
  mayRead: { url: 'https://news.example/story' },
  pageRead: {
    url: 'https://news.example/story',
    canonicalUrl: null,
    title: 'Story',
    lang: 'en',
    siteName: null,
    publishedAt: null,
    blocks: [{ text: 'Rogozin came to Minsk.', part: 'body' }],
    extent: 'whole',
  },
  dressRoots: null,
  card: { mention: 0 },
  openEntity: { mention: 0 },
};
const payloadsFor = (word: string): fc.Arbitrary<unknown> =>
  fc.oneof(fc.constant(RIGHT[word] ?? RIGHT_OF_PAGES[word] ?? null), fc.anything(), fc.jsonValue());

afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

it('the words are known', () => {
  expect([...PAGE_WORDS].sort()).toEqual(Object.keys(RIGHT_OF_PAGES).sort());
  expect(PANEL_WORDS).toEqual(expect.arrayContaining(Object.keys(RIGHT)));
});

describe('ten thousand messages from strangers', () => {
  it.each(PANEL_WORDS)('never reach "%s"', async (word) => {
    const { say, reached } = listening();
    await fc.assert(
      fc.asyncProperty(strangers, payloadsFor(word), async (sender, payload) => {
        expect(await say({ to: 'background-from-panel', word, payload }, sender)).toEqual(REFUSED);
        expect(await say({ to: 'background-from-page', word, payload }, sender)).toEqual(REFUSED);
      }),
      { numRuns: RUNS / 2 },
    );
    expect(reached).toEqual([]);
  });

  it('the right payload reaches each word from a page of ours, so that the senders above are what is refused', async () => {
    const { say, reached } = listening();
    for (const [word, payload] of Object.entries(RIGHT))
      await say(
        { to: 'background-from-panel', word, payload },
        { id: 'test-extension-id', url: `${HOME}options.html` },
      );
    expect(reached.map(([word]) => word)).toEqual(Object.keys(RIGHT));
  });

  it.each(PAGE_WORDS)('what a page rightly sends with "%s" is within bounds', (word) => {
    expect(isWithinBounds(word as Word, RIGHT_OF_PAGES[word])).toBe(true);
  });

  it.each(PAGE_WORDS)('reach "%s" from a page’s top document within bounds, or not at all', async (word) => {
    const { say, reached } = listening();
    await fc.assert(
      fc.asyncProperty(strangers, payloadsFor(word), async (sender, payload) => {
        reached.length = 0;
        const answer = await say({ to: 'background-from-page', word, payload }, sender);
        const mayPass = sender.tab !== undefined && sender.frameId === 0 && isWithinBounds(word as Word, payload);
        expect([answer, reached]).toEqual(mayPass ? ['reached', [[word, payload]]] : [REFUSED, []]);
      }),
      { numRuns: RUNS },
    );
  });

  it('that are no words, or no messages, are refused or left to others, and never throw', async () => {
    const { say, reached } = listening();
    const words = fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty'));
    const tos = fc.constantFrom('background-from-panel', 'background-from-page', 'page', 'news', '');
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.record({ to: tos, word: words, payload: fc.anything() }), fc.anything()),
        strangers,
        async (message, sender) => {
          const answer = await say(message, sender);
          if (answer !== undefined) expect(answer).toEqual(REFUSED);
        },
      ),
      { numRuns: RUNS },
    );
    expect(reached.filter(([word]) => !PAGE_WORDS.includes(word))).toEqual([]);
  });
});
