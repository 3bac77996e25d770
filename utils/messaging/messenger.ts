import { browser } from 'wxt/browser';
import { failed, type Result } from '@/utils/model';
import type { News, WireFailure, WordsFromPage, WordsFromPanel, WordsToPage } from './contract';
import { isWithinBounds, type Word } from './payloads';
import { carry, isEnvelope, listen, type Listener } from './wire';

type Words = WordsFromPage | WordsFromPanel | WordsToPage;
type Asked<F> = F extends (payload: infer P) => infer R ? { payload: P; reply: R } : never;
type Payload<W extends Words, K extends keyof W> = Asked<W[K]>['payload'];
type Reply<W extends Words, K extends keyof W> =
  Asked<W[K]>['reply'] extends Result<infer T, infer E> ? Result<T, E | WireFailure> : never;

/** Who asked, as the browser says it; nothing here is taken from the message. */
export interface Asker {
  tabId: number;
  windowId: number;
  incognito: boolean;
}

/** One handler a word. Those for pages are told which tab asked. */
type HandlersFromPage = {
  [K in keyof WordsFromPage]: (
    payload: Payload<WordsFromPage, K>,
    asker: Asker,
  ) => Promise<Asked<WordsFromPage[K]>['reply']>;
};
type Handlers<W extends Words> = { [K in keyof W]: (payload: Payload<W, K>) => Promise<Asked<W[K]>['reply']> };

/** Asks the background from a content script. */
export function tellBackground<K extends keyof WordsFromPage>(
  word: K,
  payload: Payload<WordsFromPage, K>,
): Promise<Reply<WordsFromPage, K>> {
  return ask('background-from-page', word, payload) as Promise<Reply<WordsFromPage, K>>;
}

/** Asks the background from one of our own pages. */
export function askBackground<K extends keyof WordsFromPanel>(
  word: K,
  payload: Payload<WordsFromPanel, K>,
): Promise<Reply<WordsFromPanel, K>> {
  return ask('background-from-panel', word, payload) as Promise<Reply<WordsFromPanel, K>>;
}

/** Asks the content script of a tab's top document. */
export function askPage<K extends keyof WordsToPage>(
  tabId: number,
  word: K,
  payload: Payload<WordsToPage, K>,
): Promise<Reply<WordsToPage, K>> {
  const envelope = { to: 'page' satisfies Listener, word, payload };
  return carry(() => browser.tabs.sendMessage(tabId, envelope, { frameId: 0 })) as Promise<Reply<WordsToPage, K>>;
}

/** Background: answers content scripts. Refuses whoever is not one, and payloads out of bounds. */
export function listenToPages(handlers: HandlersFromPage): () => void {
  return listen('background-from-page', async ({ word, payload }, sender) => {
    const handler = ownHandler(handlers, word);
    const tab = sender.tab;
    if (!handler || tab?.id === undefined || sender.frameId !== 0) return failed('refused');
    if (!isWithinBounds(word as Word, payload)) return failed('refused');
    return handler(payload as never, { tabId: tab.id, windowId: tab.windowId, incognito: tab.incognito });
  });
}

/** Background: answers panel, popup and options; a content script that tries these words is refused. */
export function listenToOurPages(handlers: Handlers<WordsFromPanel>): () => void {
  const home = browser.runtime.getURL('/');
  return listen('background-from-panel', async ({ word, payload }, sender) => {
    const handler = ownHandler(handlers, word);
    if (!handler || !sender.url?.startsWith(home)) return failed('refused');
    if (!isWithinBounds(word as Word, payload)) return failed('refused');
    return handler(payload as never);
  });
}

/** Content script: answers the background and our pages. Returns how to stop. */
export function listenInPage(handlers: Handlers<WordsToPage>): () => void {
  return listen('page', async ({ word, payload }) => {
    const handler = ownHandler(handlers, word);
    return handler ? handler(payload as never) : failed('refused');
  });
}

/** Tells all our open pages; nobody listening is no failure. */
export async function tell(news: News): Promise<void> {
  await carry(() => browser.runtime.sendMessage({ to: 'news' satisfies Listener, word: news.news, payload: news }));
}

/** Our pages: hears news. Returns how to stop. */
export function onNews(hear: (news: News) => void): () => void {
  const onMessage = (message: unknown): undefined => {
    if (isEnvelope(message) && message.to === 'news') hear(message.payload as News);
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}

/**
 * Asks once more when there was no answer: a background that is stopped while it answers loses the question, and the second
 * one wakes it. So every word must do no harm when it is said twice.
 */
async function ask(to: Listener, word: string, payload: unknown): Promise<Result<unknown, WireFailure>> {
  const send = (): Promise<Result<unknown, WireFailure>> =>
    carry(() => browser.runtime.sendMessage({ to, word, payload }));
  const first = await send();
  return first.ok || first.error !== 'no-answer' ? first : send();
}

/** A word must be the handlers' own: "constructor" and "__proto__" are no words. */
function ownHandler<H extends object>(handlers: H, word: string): H[keyof H] | undefined {
  return Object.hasOwn(handlers, word) ? handlers[word as keyof H] : undefined;
}
