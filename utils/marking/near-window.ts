/** Which elements of a page and its frames stand in the window or near it. */
export interface NearWindow {
  /** Watches these elements and no others; what is known of those that stay is kept. */
  watch(elements: ReadonlySet<Element>): void;
  has(element: Element): boolean;
}

/**
 * Half a window beyond each edge: further than a wheel or a finger goes between two frames. A jump brings its marks one frame late.
 * Inside a frame or a box that scrolls by itself, only what is seen of it counts.
 */
const MARGIN = '50%';

/** Tells of elements that came near or went away. One observer; it sleeps as long as the tab is hidden. */
export function nearWindow(onChange: () => void): NearWindow {
  const watched = new Set<Element>();
  const near = new Set<Element>();
  let observer: IntersectionObserver | undefined;

  return {
    has: (element) => near.has(element),
    watch(elements) {
      for (const gone of watched) if (!elements.has(gone)) leave(gone);
      if (elements.size > 0) observer ??= new IntersectionObserver(hear, { rootMargin: MARGIN });
      for (const element of elements) {
        if (watched.has(element)) continue;
        watched.add(element);
        observer?.observe(element);
      }
    },
  };

  function leave(element: Element): void {
    watched.delete(element);
    near.delete(element);
    observer?.unobserve(element);
  }

  function hear(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && watched.has(target)) near.add(target);
      else near.delete(target);
    }
    onChange();
  }
}
