/** Ranges that are painted alike. */
export interface Painted {
  ranges: StaticRange[];
  /** Where two stand on the same text, the higher one is seen. */
  priority: number;
}

/** What we have in one document's list of highlights. */
export interface DocumentHighlights {
  /** Puts these in the place of all of ours. */
  set(wanted: ReadonlyMap<string, Painted>): void;
  /** Puts back what somebody else has taken out or replaced. */
  restore(): void;
  clear(): void;
}

/**
 * Each document has a list of its own, a frame's too; null where the browser has none, or the document no window any more. Only what
 * we put there is ever taken out.
 */
export function documentHighlights(document: Document): DocumentHighlights | null {
  const view = document.defaultView;
  const css = view?.CSS as { highlights?: HighlightRegistry } | undefined;
  if (!view || !css?.highlights || typeof view.Highlight !== 'function') return null;
  const { highlights } = css;
  const { Highlight: Made } = view;
  const ours = new Map<string, Highlight>();

  return {
    set(wanted) {
      for (const name of [...ours.keys()]) if (!wanted.has(name)) remove(name);
      for (const [name, { ranges, priority }] of wanted) {
        const highlight = new Made();
        for (const range of ranges) highlight.add(range);
        highlight.priority = priority;
        ours.set(name, highlight);
        highlights.set(name, highlight);
      }
    },
    restore() {
      for (const [name, own] of ours) if (highlights.get(name) !== own) highlights.set(name, own);
    },
    clear() {
      for (const name of [...ours.keys()]) remove(name);
    },
  };

  function remove(name: string): void {
    const own = ours.get(name);
    ours.delete(name);
    if (highlights.get(name) === own) highlights.delete(name);
  }
}
