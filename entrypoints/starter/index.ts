import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** Where the one that waits is kept: in the isolated world, which the page cannot see. */
const WAITING = Symbol.for('starter');

/** What both browsers call the one thing that is needed of them; the polyfill would be larger than all of this. */
interface Browser {
  runtime: { sendMessage(message: object): Promise<unknown> };
}

/** Documents made of text; for others the reader would have nothing to do. */
const TEXT = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/;

/** How often the background is asked, and how long after a try that nobody answered, in ms. */
const TRIES = 3;
const AGAIN_MS = 500;

/**
 * All that stands in a page of a watched site until somebody looks at it: a tab that was opened behind another costs this and no more.
 * Shown, it asks for the reader (`page.content`), which the background puts in where the page may be read.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { [WAITING]?: () => void; browser?: Browser; chrome?: Browser };
  // One that waited before may be of a version that is no more.
  if (world[WAITING]) document.removeEventListener('visibilitychange', world[WAITING]);
  world[WAITING] = start;
  document.addEventListener('visibilitychange', start);
  start();

  function start(): void {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', start);
    if (TEXT.test(document.contentType)) void ask(TRIES).catch(() => undefined);
  }

  /** The background may be stopped while it answers; asked twice, it puts in one reader all the same. */
  async function ask(tries: number): Promise<void> {
    const message = { to: 'background-from-page', word: 'shown', payload: { url: document.URL } };
    // Throws at once where the extension was updated away under us, and then there is nothing more to do.
    const answer = await (world.browser ?? world.chrome)?.runtime.sendMessage(message).catch(() => null);
    if (!answer && tries > 1) setTimeout(() => void ask(tries - 1).catch(() => undefined), AGAIN_MS);
  }
});
