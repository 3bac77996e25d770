import { MAX_BLOCK_CHARS, MAX_BLOCKS, MAX_NODES, MAX_PAGE_CHARS, READING_SLICE_MS } from '@/utils/model';

/** How long reading may hold the page's thread before it gives it back. */
export interface Pace {
  /** Gives the thread back; a new slice begins when it resolves. */
  rest(): Promise<void>;
  isDue(): boolean;
  isStopped(): boolean;
}

/** How much of a page is read; the defaults are those of `limits.ts`. */
export interface ReadingBounds {
  nodes: number;
  blocks: number;
  /** UTF-16 code units. */
  blockChars: number;
  pageChars: number;
}

export const BOUNDS: ReadingBounds = {
  nodes: MAX_NODES,
  blocks: MAX_BLOCKS,
  blockChars: MAX_BLOCK_CHARS,
  pageChars: MAX_PAGE_CHARS,
};

/** A pace from a clock in ms and a way to pause. */
export function paceOf(using: {
  now: () => number;
  pause: () => Promise<void>;
  signal?: AbortSignal | undefined;
}): Pace {
  let since = using.now();
  let asked = 0;
  return {
    async rest() {
      await using.pause();
      since = using.now();
    },
    // Asked at every node; the clock costs more than most nodes do.
    isDue: () => ++asked % 16 === 0 && using.now() - since >= READING_SLICE_MS / 2,
    isStopped: () => using.signal?.aborted === true,
  };
}
