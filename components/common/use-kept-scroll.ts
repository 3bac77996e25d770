import { useEffect, useLayoutEffect, useRef } from 'react';

/** How long a scroller must rest before its place is worth keeping, in ms. */
const REST_MS = 120;

/**
 * Brings a scroller to the place where it was left, and reports where it comes to rest. `top` is CSS pixels; a change of it that was
 * not reported from here (another tab, another page) moves the scroller.
 */
export function useKeptScroll(
  scroller: HTMLElement | null,
  { top, onScroll }: { top: number; onScroll: (top: number) => void },
): void {
  const reported = useRef<number | null>(null);
  const report = useRef(onScroll);
  useLayoutEffect(() => {
    report.current = onScroll;
    if (!scroller || reported.current === top) return;
    reported.current = top;
    scroller.scrollTo({ top });
  });
  useEffect(() => {
    if (!scroller) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let at = 0; // what has left the document stands at 0
    const tell = (): void => {
      timer = undefined;
      reported.current = at;
      report.current(at);
    };
    const onScrolled = (): void => {
      at = scroller.scrollTop;
      clearTimeout(timer);
      timer = setTimeout(tell, REST_MS);
    };
    scroller.addEventListener('scroll', onScrolled, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', onScrolled);
      if (timer !== undefined) tell(); // it goes away before it came to rest: a brief is opened over it
      clearTimeout(timer);
    };
  }, [scroller]);
}
