import type { Page } from '@playwright/test';
import { expect, type Extension, marksIn, test } from './fixtures';

/** Names that stand nowhere else in the world. */
const CANARY = (at: number): string => `Zyblovich${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`;
const ENTITIES = 300;

const SECRET = {
  contents: {
    id: 'secret',
    title: 'Secret',
    homePage: null,
    says: 'private',
    entities: Array.from({ length: ENTITIES }, (_, at) => ({
      id: `secret/${at}`,
      type: 'person',
      names: [{ text: `Ignat ${CANARY(at)}`, lang: 'en', kind: 'full' }],
      ambiguous: false,
      saidBy: 'archive',
    })),
    briefs: [
      {
        id: 'secret/brief',
        archiveId: 'secret',
        group: 'secret/brief',
        lang: 'en',
        week: { from: '2013-01-07', to: '2013-01-13' },
        date: null,
        title: 'Brief title canary',
        situation: null,
        summary: 'Brief summary canary',
        entities: ['secret/0', 'secret/1'],
        url: null,
        authors: [],
        body: [{ kind: 'paragraph', spans: [{ text: 'Brief body canary' }] }],
      },
    ],
  },
  installedAt: null,
};

/** Everything the tab's process holds, as text. */
async function heapOf(tab: Page): Promise<string> {
  const session = await tab.context().newCDPSession(tab);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

async function readWithSecret(of: { extension: Extension; tab: Page; address: string }): Promise<void> {
  expect(await of.extension.ask('putArchive', SECRET)).toEqual({ ok: true, value: null });
  await of.extension.watch('127.0.0.1');
  await of.tab.goto(of.address);
}

test.afterEach(({ extension }) => extension.ask('removeArchive', { id: 'secret' }));

test('names of an archive kept out of pages are in the panel, and nowhere in the page', async ({
  extension,
  pages,
  tab,
}) => {
  pages.add(
    '/secret.html',
    `<!doctype html><html lang="en"><title>Visit</title><main><p>Ignat ${CANARY(0)} met Dmitry Rogozin in Minsk, and Ignat ${CANARY(1)} was there.</p></main>`,
  );
  await readWithSecret({ extension, tab, address: `${pages.origin}/secret.html` });
  await expect.poll(() => marksIn(tab)).toEqual(['Dmitry Rogozin', 'Minsk']);
  const briefing = await extension.briefing(tab);
  expect(briefing.entities.map(({ fullName }) => fullName)).toContain(`Ignat ${CANARY(0)}`);

  // Shown from the panel, the page scrolls, and nothing is lit that it could see.
  const mention = briefing.mentions.findIndex(({ entityId }) => entityId === 'secret/1');
  const tabId = await extension.tabIdOf(tab);
  await extension.desk.evaluate(
    `chrome.tabs.sendMessage(${tabId}, { to: 'page', word: 'show', payload: { mention: ${mention} } })`,
  );
  expect(await marksIn(tab)).toEqual(['Dmitry Rogozin', 'Minsk']);

  const heap = await heapOf(tab);
  expect(heap, 'the snapshot holds what the page says').toContain(CANARY(0));
  const strangers = Array.from({ length: ENTITIES }, (_, at) => CANARY(at)).filter((name) => heap.includes(name));
  expect(strangers).toEqual([CANARY(0), CANARY(1)]);
  expect(heap).not.toMatch(/secret\/\d|Brief (?:title|summary|body) canary/u);
});
