import { groundReader } from './ground';

/** What to paint. A mention may need several ranges, where inline tags cut its name. */
export interface MarkedRanges {
  sure: readonly StaticRange[];
  inDoubt: readonly StaticRange[];
  /** Sure marks are painted with a ground, or underlined only. */
  style: 'full' | 'quiet';
}

/** Marks of one document, from `startMarking` until `clear`. */
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

/** How often we look whether the page wiped the marks; promised is a second. */
const GUARD_MS = 800;

/** Marks for a document. Nothing is painted yet. `isWanted` is asked before marks are put back: an outdated script must not. */
export function startMarking(document: Document, isWanted: () => boolean): Marker {
  const registry = registryOf();
  const ours = new Map<string, Highlight>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (!registry) return { paint: () => undefined, light: () => undefined, clear: () => undefined };
  const highlights = registry;

  return {
    paint(ranges) {
      set('sure', ranges.style === 'full' ? ranges.sure : []);
      set('quiet', ranges.style === 'quiet' ? ranges.sure : []);
      set('inDoubt', ranges.inDoubt);
      guard();
    },
    light(ranges) {
      set('current', ranges);
      guard();
    },
    clear,
  };

  function set(style: Style, ranges: readonly StaticRange[]): void {
    const groundOf = groundReader();
    const grounds = { light: [] as StaticRange[], dark: [] as StaticRange[] };
    // A frame has a list of highlights of its own; its text is read, and not painted.
    for (const range of ranges.filter(({ startContainer }) => startContainer.ownerDocument === document))
      grounds[groundOf(range.startContainer)].push(range);
    for (const ground of ['light', 'dark'] as const) {
      const name = NAMES[style][ground];
      if (grounds[ground].length > 0) put({ name, style, ranges: grounds[ground] });
      else remove(name);
    }
  }

  function put({ name, style, ranges }: { name: string; style: Style; ranges: readonly StaticRange[] }): void {
    const highlight = new Highlight();
    for (const range of ranges) highlight.add(range);
    // Where a name is sure and current at once, current is seen.
    highlight.priority = style === 'current' ? 1 : 0;
    ours.set(name, highlight);
    highlights.set(name, highlight);
  }

  function remove(name: string): void {
    const own = ours.get(name);
    ours.delete(name);
    if (own === undefined || highlights.get(name) === own) highlights.delete(name);
  }

  function clear(): void {
    clearTimeout(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', guard);
    for (const [name, own] of ours) if (highlights.get(name) === own) highlights.delete(name);
    ours.clear();
  }

  function guard(): void {
    clearTimeout(timer);
    timer = undefined;
    if (ours.size === 0) return;
    document.addEventListener('visibilitychange', guard);
    // A hidden tab's marks can wait; the listener above looks again when it is shown.
    if (!document.hidden) timer = setTimeout(restore, GUARD_MS);
  }

  function restore(): void {
    if (!isWanted()) {
      clear();
      return;
    }
    for (const [name, own] of ours) if (highlights.get(name) !== own) highlights.set(name, own);
    guard();
  }
}

function registryOf(): HighlightRegistry | null {
  const css = typeof CSS === 'undefined' ? undefined : (CSS as { highlights?: HighlightRegistry });
  return css?.highlights && typeof Highlight === 'function' ? css.highlights : null;
}
