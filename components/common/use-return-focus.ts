import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * Where the focus was last in each view, as its `data-return` says: what lies over a view takes it out of the document. A page of ours shows
 * one view of a name at a time, so the module may remember; a closed one forgets, and begins at its head again.
 */
const lastIn = new Map<string, string>();

/** Frames in which a list that is shown again has drawn its rows. */
const FRAMES = 4;

/**
 * Gives the focus back to what opened a brief, a dossier or an editor once that is gone again, so that who goes by keys goes on where he
 * was. A focus that went elsewhere meanwhile stays there. Things that can be come back to carry `data-return`; what carries `otherwise` gets
 * the focus where the thing itself is gone.
 */
export function useReturnFocus(view: string, otherwise?: string): { onFocus: (event: FocusEvent) => void } {
  const isBack = useRef(lastIn.has(view));
  useEffect(() => {
    if (!isBack.current) return undefined;
    isBack.current = false;
    const name = lastIn.get(view) ?? '';
    let [frame, tries] = [0, 0];
    const give = (): void => {
      if (document.activeElement !== document.body) return;
      if (focused(name)) return;
      if (tries++ < FRAMES) frame = requestAnimationFrame(give);
      else if (otherwise !== undefined) focused(otherwise);
    };
    give();
    return () => cancelAnimationFrame(frame);
  }, [view, otherwise]);
  return {
    onFocus: ({ target }) => {
      const name = target.closest<HTMLElement>('[data-return]')?.dataset['return'];
      if (name === undefined) lastIn.delete(view);
      else lastIn.set(view, name);
    },
  };
}

function focused(name: string): boolean {
  const target = document.querySelector<HTMLElement>(`[data-return="${CSS.escape(name)}"]`);
  target?.focus({ preventScroll: true });
  return target !== null;
}
