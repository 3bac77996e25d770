import { documentHighlights, type DocumentHighlights, type Painted } from './document-highlights';
import { type Ground, groundReader } from './ground';
import { nearWindow } from './near-window';
import { elementAbove } from './node-above';

/** What to paint. A mention may need several ranges, where inline tags cut its name. */
export interface MarkedRanges {
  sure: readonly StaticRange[];
  inDoubt: readonly StaticRange[];
  /** Sure marks are painted with a ground, or underlined only. */
  style: 'full' | 'quiet';
}

/** Marks of a page and its frames, from `startMarking` until `clear`. */
export interface Marker {
  /** Replaces all marks; the current one stays. */
  paint(ranges: MarkedRanges): void;
  /** Replaces what is lit as current; empty puts it out. */
  light(ranges: readonly StaticRange[]): void;
  /** Removes everything and stops guarding it. A later `paint` or `light` starts anew. */
  clear(): void;
}

/** Neutral and constant, because a page's scripts can read them; on light and on dark ground. `style.css` of the content script gives them their look. */
const NAMES = {
  sure: { light: 'bg-a', dark: 'bg-a-dark' },
  quiet: { light: 'bg-d', dark: 'bg-d-dark' },
  inDoubt: { light: 'bg-b', dark: 'bg-b-dark' },
  current: { light: 'bg-c', dark: 'bg-c-dark' },
} as const;
type Style = keyof typeof NAMES;

interface Mark {
  style: Style;
  range: StaticRange;
}

/** How often we look whether the page wiped the marks; promised is a second. */
const GUARD_MS = 800;

/**
 * Marks for a page. Nothing is painted yet. Only what stands near the window is in the browser's lists: at every frame of a page that
 * changes, Chromium makes all of a list's marks anew. `isWanted` is asked before marks are put back: an outdated script must not.
 */
export function startMarking(document: Document, isWanted: () => boolean): Marker {
  const lists = new Map<Document, DocumentHighlights>();
  const near = nearWindow(() => draw('near'));
  const view = document.defaultView;
  let standing = new Map<Element, Mark[]>();
  let lit: readonly StaticRange[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGuarded = false;
  if (!documentHighlights(document)) return { paint: () => undefined, light: () => undefined, clear: () => undefined };

  return {
    paint({ sure, inDoubt, style }) {
      standing = new Map();
      stand(style === 'full' ? 'sure' : 'quiet', sure);
      stand('inDoubt', inDoubt);
      near.watch(new Set(standing.keys()));
      draw('near');
      guard();
    },
    light(ranges) {
      lit = ranges;
      draw('near');
      guard();
    },
    clear,
  };

  function stand(style: Style, ranges: readonly StaticRange[]): void {
    const boxes = new Map<Node, Element | null>();
    for (const range of ranges) {
      const node = range.startContainer;
      const box = boxes.get(node) ?? boxAround(node);
      boxes.set(node, box);
      if (!box) continue;
      const there = standing.get(box);
      if (there) there.push({ style, range });
      else standing.set(box, [{ style, range }]);
    }
  }

  function draw(which: 'near' | 'all'): void {
    const groundOf = groundReader();
    const wanted = new Map<Document, Map<string, Painted>>();
    for (const [box, marks] of standing)
      if (which === 'all' || near.has(box)) for (const mark of marks) add(wanted, mark, groundOf);
    for (const range of lit) add(wanted, { style: 'current', range }, groundOf);
    for (const [of, list] of lists) {
      if (wanted.has(of)) continue;
      list.clear();
      lists.delete(of);
    }
    for (const [of, painted] of wanted) {
      const list = lists.get(of) ?? documentHighlights(of);
      if (list) lists.set(of, list);
      list?.set(painted);
    }
  }

  function clear(): void {
    clearTimeout(timer);
    timer = undefined;
    standing = new Map();
    lit = [];
    near.watch(new Set());
    draw('near');
    guard();
  }

  /** What is printed is all of the page, also where nobody has scrolled to. */
  function beforePrint(): void {
    draw('all');
  }

  function afterPrint(): void {
    draw('near');
  }

  function guard(): void {
    clearTimeout(timer);
    timer = undefined;
    const isWorth = standing.size > 0 || lit.length > 0;
    if (isWorth !== isGuarded) {
      isGuarded = isWorth;
      const change = isWorth ? ('addEventListener' as const) : ('removeEventListener' as const);
      document[change]('visibilitychange', guard);
      view?.[change]('beforeprint', beforePrint);
      view?.[change]('afterprint', afterPrint);
    }
    // A hidden tab's marks can wait; the listener above looks again when it is shown.
    if (isWorth && !document.hidden) timer = setTimeout(restore, GUARD_MS);
  }

  function restore(): void {
    if (!isWanted()) {
      clear();
      return;
    }
    for (const list of lists.values()) list.restore();
    guard();
  }
}

function add(wanted: Map<Document, Map<string, Painted>>, mark: Mark, groundOf: (node: Node) => Ground): void {
  const { startContainer } = mark.range;
  const document = startContainer.ownerDocument;
  if (!document) return;
  const lists = wanted.get(document) ?? new Map<string, Painted>();
  wanted.set(document, lists);
  const name = NAMES[mark.style][groundOf(startContainer)];
  const list = lists.get(name);
  if (list) list.ranges.push(mark.range);
  // Where a name is sure and current at once, current is seen.
  else lists.set(name, { ranges: [mark.range], priority: mark.style === 'current' ? 1 : 0 });
}

/** The element whose place in the window is the text's, near enough. One with `display: contents` has no place. */
function boxAround(node: Node): Element | null {
  let box = elementAbove(node);
  while (box && getComputedStyle(box).display === 'contents') box = elementAbove(box);
  return box;
}
