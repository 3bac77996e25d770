import { characterAt, isOnRange, type Point, startMarking } from '@/utils/marking';
import type { Painting } from '@/utils/messaging';
import { rangeOf, type ReadPage } from '@/utils/reading';
import { isInSight, scrollTo } from './scroll-to';

/** The mentions of the page as it was read last: where they stand, and what of them is painted. */
export interface PageMarks {
  /** What is painted from now on; null: nothing is known any more. */
  take(read: ReadPage | null, painting: Painting): void;
  /** The text has changed: offsets mean nothing until the next `take`. What is painted stays for that moment. */
  hold(): void;
  /** The same text was read again, but it may stand in other nodes now. */
  move(read: ReadPage): void;
  /** Scrolls to a mention and lights it. False where its text is gone. */
  show(mention: number): boolean;
  /** Shows the next or previous one and says which it was; null where all are gone. */
  step(by: 1 | -1): number | null;
  /** Lights mentions; none puts them out. */
  light(mentions: readonly number[]): void;
  /** Lights the mention that a card is about; null gives the light back to the one shown last. */
  point(mention: number | null): void;
  /** The painted mention at a point of the window. Costs one question to the browser's layout. */
  at(point: Point): number | null;
  /** The mention shown last, while it is in sight, else the first painted one that is. */
  inSight(): number | null;
  rangesOf(mention: number): StaticRange[] | null;
  /** Where each painted mention begins, in reading order. */
  painted(): StaticRange[];
  clear(): void;
}

const NOTHING: Painting = { marks: [], painted: 'off' };

/** Keeps the marks of a document; `isWanted` is asked before marks that the page wiped are put back. */
export function pageMarks(document: Document, isWanted: () => boolean): PageMarks {
  const marker = startMarking(document, isWanted);
  let read: ReadPage | null = null;
  let painting = NOTHING;
  let shown: number | null = null;
  /** Painted ranges by their text node, built when somebody points at the page. */
  let stands: Map<Node, { range: StaticRange; mention: number }[]> | null = null;

  return {
    take(page, what) {
      [read, painting, shown] = [page, what, null];
      repaint();
    },
    hold() {
      [painting, shown, stands] = [NOTHING, null, null];
    },
    move(page) {
      read = page;
      repaint();
    },
    show,
    step(by) {
      const { marks } = painting;
      const last = shown === null ? null : rangesOf(shown);
      const from = shown !== null && last && isInSight(last) === 'inside' ? shown + by : firstFrom(by);
      for (let tried = 0; tried < marks.length; tried++) {
        const mention = (((from + tried * by) % marks.length) + marks.length) % marks.length;
        if (show(mention)) return mention;
      }
      return null;
    },
    light(mentions) {
      shown = null;
      marker.light(mentions.flatMap(rangesToLight));
    },
    point(mention) {
      const lit = mention ?? shown;
      marker.light(lit === null ? [] : rangesToLight(lit));
    },
    at(point) {
      stands ??= standing();
      const character = characterAt(point, rootsOf(stands));
      const near = character ? stands.get(character.node) : undefined;
      return near?.find(({ range }) => isOnRange(range, point))?.mention ?? null;
    },
    inSight() {
      if (shown !== null && isShownInSight(shown)) return shown;
      const first = painting.marks.findIndex((_, mention) => isPaintedNow(mention) && isShownInSight(mention));
      return first === -1 ? null : first;
    },
    rangesOf,
    painted: () =>
      painting.marks.flatMap((_, mention) => (isPaintedNow(mention) ? (rangesOf(mention) ?? []).slice(0, 1) : [])),
    clear() {
      [read, painting, shown, stands] = [null, NOTHING, null, null];
      marker.clear();
    },
  };

  function repaint(): void {
    const sure: StaticRange[] = [];
    const inDoubt: StaticRange[] = [];
    painting.marks.forEach(([, , , look], mention) => {
      if (isPaintedNow(mention)) (look === 'sure' ? sure : inDoubt).push(...(rangesOf(mention) ?? []));
    });
    stands = null;
    marker.paint({ sure, inDoubt, style: painting.style ?? 'full' });
    marker.light(shown === null ? [] : rangesToLight(shown));
  }

  function show(mention: number): boolean {
    const ranges = rangesOf(mention);
    if (!ranges) return false;
    shown = mention;
    marker.light(rangesToLight(mention));
    scrollTo(document, ranges);
    return true;
  }

  function firstFrom(by: 1 | -1): number {
    const { marks } = painting;
    const places = marks.map((_, mention) => isInSight(rangesOf(mention) ?? []));
    const found =
      by === 1 ? places.findIndex((place) => place !== 'above') : places.findLastIndex((place) => place !== 'below');
    return found === -1 ? (by === 1 ? 0 : marks.length - 1) : found;
  }

  function isPaintedNow(mention: number): boolean {
    const look = painting.marks[mention]?.[3];
    return painting.painted === 'on' && (look === 'sure' || look === 'in-doubt');
  }

  function isShownInSight(mention: number): boolean {
    return isInSight(rangesOf(mention) ?? []) === 'inside';
  }

  /** Highlights can be seen by the page, so a mention that it must not know of is scrolled to and no more. */
  function rangesToLight(mention: number): StaticRange[] {
    return painting.marks[mention]?.[3] === 'never' ? [] : (rangesOf(mention) ?? []);
  }

  function rangesOf(mention: number): StaticRange[] | null {
    const mark = painting.marks[mention];
    return mark && read ? rangeOf(read.places, { block: mark[0], start: mark[1], end: mark[2] }) : null;
  }

  function standing(): Map<Node, { range: StaticRange; mention: number }[]> {
    const found = new Map<Node, { range: StaticRange; mention: number }[]>();
    painting.marks.forEach((_, mention) => {
      if (!isPaintedNow(mention)) return;
      for (const range of rangesOf(mention) ?? []) {
        const there = found.get(range.startContainer) ?? [];
        there.push({ range, mention });
        found.set(range.startContainer, there);
      }
    });
    return found;
  }
}

function rootsOf(stands: ReadonlyMap<Node, unknown>): ShadowRoot[] {
  const roots = new Set<ShadowRoot>();
  for (const node of stands.keys()) {
    for (let root = rootOf(node); isShadow(root); root = rootOf(root.host)) roots.add(root);
  }
  return [...roots];
}

/** Taken from the prototype: a page may have named a field so. */
function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** By its kind: a frame has classes of its own. A document is no fragment, and one that is in no page stands in no mark. */
function isShadow(root: Node): root is ShadowRoot {
  return root.nodeType === 11 && 'host' in root;
}
