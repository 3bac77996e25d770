import { useEffect, useRef } from 'react';

/** What a handler of keys needs, whether React or the document calls it. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented' | 'preventDefault'
>;

/** Hears keys while the focus is nowhere: after a click beside everything, or when what had it is gone, as a toast's button. */
export function useStrayKeys(onKey: (press: KeyPress) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const { target } = event;
      // The list of toasts takes the focus when the one that had it goes.
      const isNowhere = target === document.body || (target instanceof Element && target.matches('.toasts'));
      if (isNowhere && !event.defaultPrevented) latest.current(event);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
