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
      if (event.target === document.body && !event.defaultPrevented) latest.current(event);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
