import { browser } from 'wxt/browser';
import { startMarking } from '@/utils/marking';
import { listenInPage, type Mark, tellBackground } from '@/utils/messaging';
import { type Block, done, failed, type PageText } from '@/utils/model';
import { rangeOf, readPage, type ReadPage, watchPage } from '@/utils/reading';
import { restWhileOthersWork } from './rest';
import { isInSight, scrollTo } from './scroll-to';

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
  const marker = startMarking(document, isAwake);
  let current: ReadPage | null = null;
  let marks: readonly Mark[] = [];
  let painted: 'on' | 'off' = 'off';
  let shown: number | null = null;
  /** Address for which the reader asked to have a page read that we would leave alone. */
  let askedFor: string | null = null;
  let answer: { url: string; may: boolean } | null = null;
  // One reading at a time, in the order they were asked for.
  let reading: Promise<unknown> = Promise.resolve();

  const watch = watchPage(document, { now, onChange: () => readInTurn('if-changed') });
  const stopListening = listenInPage({
    async read(how) {
      if (how?.asked === 'by-reader') askedFor = document.URL;
      if (!current || current.outcome !== 'read' || watch.isBehind()) await readInTurn('if-changed');
      return current?.outcome === 'read' ? done(current.page) : failed('page-silent');
    },
    async paint(what) {
      ({ marks, painted } = what);
      shown = null;
      repaint();
      return done(null);
    },
    show: async ({ mention }) => (show(mention) ? done(null) : failed('gone')),
    async step({ direction }) {
      const mention = step(direction === 'next' ? 1 : -1);
      return mention === null ? failed('gone') : done({ mention });
    },
    async light({ mentions }) {
      shown = null;
      marker.light(mentions.flatMap((mention) => rangesOf(mention) ?? []));
      return done(null);
    },
    async stop() {
      stop();
      return done(null);
    },
  });
  const { signal } = stopping;
  // Back from the browser's page cache: the background has forgotten this tab's page.
  addEventListener('pageshow', ({ persisted }) => persisted && void readInTurn('always'), { signal });

  // A tab opened in the background is read when it is shown.
  if (document.hidden) watch.look();
  else void readInTurn('always');

  return { isAwake, readAgain: () => void readInTurn('always') };

  function readInTurn(tell: 'always' | 'if-changed'): Promise<'changed' | 'same'> {
    const turn = reading.then(() => readOnce(tell));
    reading = turn;
    return turn;
  }

  async function readOnce(tell: 'always' | 'if-changed'): Promise<'changed' | 'same'> {
    if (!isAwake()) return 'same';
    const asked = askedFor === document.URL ? 'by-reader' : 'by-us';
    if (asked === 'by-us' && !(await mayRead())) return leaveAlone();
    const read = await readPage(document, { now, pause: restWhileOthersWork, signal, asked });
    if (!isAwake()) return 'same';
    const before = current;
    current = read;
    if (before && tell === 'if-changed' && isSamePage(before.page, read.page)) {
      // The text is the same, but it may stand in other nodes now.
      repaint();
      return 'same';
    }
    marks = [];
    shown = null;
    // A page that is left alone is not told of, unless what was told before no longer holds.
    if (read.outcome === 'read' || before?.outcome === 'read') void tellOf(read);
    // A ticker in the margin is told of, but does not make a page one that is worth reading often.
    return before && isSameArticle(before.page, read.page) ? 'same' : 'changed';
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
    marks = [];
    shown = null;
    repaint();
    return 'same';
  }

  async function tellOf(read: ReadPage): Promise<void> {
    const reply = await tellBackground('pageRead', read.page);
    // Read again meanwhile: unless the same text was found, these offsets belong to one that is no longer there.
    if (!isAwake() || !current || !isSamePage(current.page, read.page)) return;
    marks = reply.ok ? reply.value.marks : [];
    painted = reply.ok ? reply.value.painted : 'off';
    repaint();
  }

  function repaint(): void {
    const sure: StaticRange[] = [];
    const inDoubt: StaticRange[] = [];
    if (painted === 'on') {
      marks.forEach(([, , , certainty], mention) => {
        (certainty === 'sure' ? sure : inDoubt).push(...(rangesOf(mention) ?? []));
      });
    }
    marker.paint({ sure, inDoubt });
    marker.light(shown === null ? [] : (rangesOf(shown) ?? []));
  }

  function show(mention: number): boolean {
    const ranges = rangesOf(mention);
    if (!ranges) return false;
    shown = mention;
    marker.light(ranges);
    scrollTo(document, ranges);
    return true;
  }

  /** From the mention shown last while it is in sight, else from what the reader sees. Mentions that are gone are passed over. */
  function step(by: 1 | -1): number | null {
    const last = shown === null ? null : rangesOf(shown);
    const from = shown !== null && last && isInSight(document, last) === 'inside' ? shown + by : firstFrom(by);
    for (let tried = 0; tried < marks.length; tried++) {
      const mention = (((from + tried * by) % marks.length) + marks.length) % marks.length;
      if (show(mention)) return mention;
    }
    return null;
  }

  function firstFrom(by: 1 | -1): number {
    const places = marks.map((_, mention) => isInSight(document, rangesOf(mention) ?? []));
    const found =
      by === 1 ? places.findIndex((place) => place !== 'above') : places.findLastIndex((place) => place !== 'below');
    return found === -1 ? (by === 1 ? 0 : marks.length - 1) : found;
  }

  function rangesOf(mention: number): StaticRange[] | null {
    const mark = marks[mention];
    return mark && current ? rangeOf(current.places, { block: mark[0], start: mark[1], end: mark[2] }) : null;
  }

  function isAwake(): boolean {
    if (!signal.aborted && !isExtensionThere()) stop();
    return !signal.aborted;
  }

  function stop(): void {
    stopping.abort();
    watch.stop();
    marker.clear();
    // An extension that is gone has taken its listeners along, and the objects to ask for that.
    if (isExtensionThere()) stopListening();
    current = null;
    marks = [];
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
