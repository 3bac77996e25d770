import { useEffect, useState } from 'react';

/** Whether the view is at least so many CSS pixels wide; followed while it changes. */
export function useWide(pixels: number): 'yes' | 'no' {
  const [wide, setWide] = useState<'yes' | 'no'>(() => (innerWidth >= pixels ? 'yes' : 'no'));
  useEffect(() => {
    const query = matchMedia(`(min-width: ${pixels}px)`);
    const follow = (): void => setWide(query.matches ? 'yes' : 'no');
    follow();
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [pixels]);
  return wide;
}
