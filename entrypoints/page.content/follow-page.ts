import { browser } from 'wxt/browser';
import { listenInPage, type Painting, tellBackground } from '@/utils/messaging';
import { type Block, done, failed, type PageText } from '@/utils/model';
import { pathOf, readPage, type ReadPage, watchPage, withoutStaleFacts } from '@/utils/reading';
import { edgeTicks } from './edge-ticks';
import { hoverCard } from './hover-card';
import { pageMarks } from './page-marks';
import { restWhileOthersWork } from './rest';

/** The one follower of a document. */
export interface Follower {
  /** False once it was stopped, or the extension was updated away under it. */
  isAwake(): boolean;
  /** Reads and tells, also when nothing changed. */
  readAgain(): void;
}

/**
 * Reads the document, tells the background, paints what it answers, and again whenever the page changes. Stops silently, without a
 * trace in the page, when it is told to or when its extension is gone.
 */
export function followPage(document: Document): Follower {
  const now = (): number => performance.now();
  const stopping = new AbortController();
  const { signal } = stopping;
  const marks = pageMarks(document, isAwake);
  let current: ReadPage | null = null;
  /** Address for which the reader asked to have a page read that we would leave alone. */
  let askedFor: string | null = null;
  /** Which part of a long page is read, and of which address; another address begins at its beginning. */
  let part = { of: '', number: 0 };
  /** The story that stood in this document before its address changed, as it called itself. */
  const stories: { now: PageText | null; former: PageText | null } = { now: null, former: null };
  let answer: { url: string; may: boolean } | null = null;
  const dressed = new WeakSet<Node>([document]);
  // One reading at a time, in the order they were asked for.
  let reading: Promise<unknown> = Promise.resolve();
  let told: Promise<unknown> = reading;

  const watch = watchPage(document, { now, onChange: readAndTell });
  const stopListening = listenInPage({
    async read(how) {
      if (how?.asked === 'by-reader') askedFor = document.URL;
      if (!current || current.outcome !== 'read' || watch.isBehind()) await readInTurn('if-changed');
      return current?.outcome === 'read' ? done(current.page) : failed('page-silent');
    },
    async readNext() {
      part = { of: pathOf(document.URL), number: (part.of === pathOf(document.URL) ? part.number : 0) + 1 };
      await readInTurn('always');
      return current?.outcome === 'read' ? done(null) : failed('page-silent');
    },
    async paint(what) {
      take(what);
      return done(null);
    },
    show: async ({ mention }) => (marks.show(mention) ? done(null) : failed('gone')),
    async step({ direction }) {
      const mention = marks.step(direction === 'next' ? 1 : -1);
      return mention === null ? failed('gone') : done({ mention });
    },
    async light({ mentions }) {
      marks.light(mentions);
      return done(null);
    },
    async openCard() {
      const mention = marks.inSight();
      return mention !== null && (await card.openAt(mention)) === 'open' ? done(null) : failed('gone');
    },
    async stop() {
      stop();
      return done(null);
    },
  });
  const card = hoverCard(document, {
    marks,
    signal,
    ask: async (mention) => {
      const found = await tellBackground('card', { mention });
      return found.ok ? found.value : null;
    },
    open: (mention) => void tellBackground('openEntity', { mention }),
    quietly: watch.quietly,
  });
  const ticks = edgeTicks(document, watch.quietly);
  // Back from the browser's page cache: the background has forgotten this tab's page.
  addEventListener('pageshow', ({ persisted }) => persisted && void readInTurn('always'), { signal });

  // A tab opened in the background is read when it is shown.
  if (document.hidden) watch.look();
  else void readInTurn('always');

  return { isAwake, readAgain: () => void readInTurn('always') };

  /** What finding names costs counts too, where it is done: a page that never rests must not keep the background from resting. */
  async function readAndTell(): Promise<'changed' | 'same'> {
    const found = await readInTurn('if-changed');
    await told;
    return found;
  }

  function readInTurn(tell: 'always' | 'if-changed'): Promise<'changed' | 'same'> {
    const turn = reading.then(() => readOnce(tell));
    reading = turn;
    return turn;
  }

  async function readOnce(tell: 'always' | 'if-changed'): Promise<'changed' | 'same'> {
    if (!isAwake()) return 'same';
    const asked = askedFor === document.URL ? 'by-reader' : 'by-us';
    if (asked === 'by-us' && !(await mayRead())) return leaveAlone();
    const read = await readPart(asked);
    if (!isAwake()) return 'same';
    watch.include(read.roots);
    const before = current;
    current = read;
    if (before && tell === 'if-changed' && isSamePage(before.page, read.page)) {
      // The text is the same, but it may stand in other nodes now.
      marks.move(read);
      return 'same';
    }
    marks.hold();
    // A page that is left alone is not told of, unless what was told before no longer holds.
    if (read.outcome === 'read' || before?.outcome === 'read') told = tellOf(read);
    // A ticker in the margin is told of, but does not make a page one that is worth reading often.
    return before && isSameArticle(before.page, read.page) ? 'same' : 'changed';
  }

  /** The part that is wanted; past the last one comes the first again. */
  async function readPart(asked: 'by-reader' | 'by-us'): Promise<ReadPage> {
    const needs = { now, pause: restWhileOthersWork, signal, asked };
    const wanted = part.of === pathOf(document.URL) ? part.number : 0;
    let read = await readPage(document, { ...needs, part: wanted });
    if (read.part < wanted) {
      part = { ...part, number: 0 };
      read = await readPage(document, needs);
    }
    const { now: before } = stories;
    if (before && pathOf(before.url) !== pathOf(read.page.url)) stories.former = before;
    stories.now = read.page;
    return { ...read, page: withoutStaleFacts(read.page, stories.former) };
  }

  /** Asked anew at every address, not at every change: within one, only a pause could begin, and that stops us. */
  async function mayRead(): Promise<boolean> {
    const url = withoutFragment(document.URL);
    if (answer?.url !== url) {
      const reply = await tellBackground('mayRead', { url });
      // Nobody answers when the extension was updated away: then nothing is read either.
      answer = { url, may: reply.ok && reply.value === 'yes' };
    }
    return answer.may;
  }

  /** A route of the same document that is not ours to read: what was known of the one before is let go. */
  function leaveAlone(): 'same' {
    current = null;
    take({ marks: [], painted: 'off' });
    return 'same';
  }

  async function tellOf(read: ReadPage): Promise<void> {
    const reply = await tellBackground('pageRead', read.page);
    // Read again meanwhile: unless the same text was found, these offsets belong to one that is no longer there.
    if (!isAwake() || !current || !isSamePage(current.page, read.page)) return;
    take(reply.ok ? reply.value : { marks: [], painted: 'off' });
  }

  function take(what: Painting): void {
    marks.take(current, what);
    const painted = marks.painted();
    dress(painted);
    const documents = painted.flatMap(({ startContainer }) => startContainer.ownerDocument ?? []);
    card.listen(new Set(what.card === 'off' ? [] : documents));
    card.check();
    ticks.draw(what.ticks === 'on' ? painted : []);
  }

  /** The look of marks comes into the page with this script, and into its frames and shadow trees when names are found there. */
  function dress(painted: readonly StaticRange[]): void {
    const bare = painted.map(({ startContainer }) => startContainer.getRootNode()).filter((root) => !dressed.has(root));
    for (const root of bare) dressed.add(root);
    if (bare.length > 0) void tellBackground('dressRoots', null);
  }

  function isAwake(): boolean {
    if (!signal.aborted && !isExtensionThere()) stop();
    return !signal.aborted;
  }

  function stop(): void {
    stopping.abort();
    ticks.draw([]);
    watch.stop();
    marks.clear();
    // An extension that is gone has taken its listeners along, and the objects to ask for that.
    if (isExtensionThere()) stopListening();
    current = null;
  }
}

/** After an update the old script runs on without its extension; then `id` is gone, or asking for it throws. */
function isExtensionThere(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

function isSamePage(a: PageText, b: PageText): boolean {
  return (
    withoutFragment(a.url) === withoutFragment(b.url) &&
    a.title === b.title &&
    a.extent === b.extent &&
    areSame(a.blocks, b.blocks)
  );
}

function isSameArticle(a: PageText, b: PageText): boolean {
  const articleOf = (page: PageText): Block[] => page.blocks.filter(({ part }) => part !== 'furniture');
  return areSame(articleOf(a), articleOf(b));
}

function areSame(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((block, at) => block.text === b[at]?.text && block.part === b[at].part);
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url;
}
