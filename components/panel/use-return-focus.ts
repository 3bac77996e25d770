import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * Where the focus was last in each view, as its `data-return` says: what lies over a view takes it out of the document. A panel shows
 * one view of a name at a time, so the module may remember; a closed panel forgets, and begins at its head again.
 */
const lastIn = new Map<string, string>();

/**
 * Gives the focus back to what opened a brief or a dossier once that is gone again, so that who goes by keys goes on where he was. A
 * focus that went elsewhere meanwhile stays there. Things that can be come back to carry `data-return`.
 */
export function useReturnFocus(view: string): { onFocus: (event: FocusEvent) => void } {
  const isBack = useRef(lastIn.has(view));
  useEffect(() => {
    if (!isBack.current) return undefined;
    isBack.current = false;
    const name = lastIn.get(view) ?? '';
    const give = (): boolean => {
      if (document.activeElement !== document.body) return true;
      const target = document.querySelector<HTMLElement>(`[data-return="${CSS.escape(name)}"]`);
      target?.focus({ preventScroll: true });
      return target !== null;
    };
    if (give()) return undefined;
    // A long list draws its rows once it knows its own height.
    const frame = requestAnimationFrame(() => void give());
    return () => cancelAnimationFrame(frame);
  }, [view]);
  return {
    onFocus: ({ target }) => {
      const name = target.closest<HTMLElement>('[data-return]')?.dataset['return'];
      if (name === undefined) lastIn.delete(view);
      else lastIn.set(view, name);
    },
  };
}
