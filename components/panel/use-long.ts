import { useEffect, useState } from 'react';

/** A wait shorter than this is not worth a word; longer, the reader should know what is going on. */
const WORTH_A_WORD_MS = 400;

/** Whether something has been going on for long enough to say so. */
export function useLong(goingOn: 'yes' | 'no'): 'yes' | 'no' {
  const [long, setLong] = useState<'yes' | 'no'>('no');
  useEffect(() => {
    setLong('no');
    if (goingOn === 'no') return undefined;
    const timer = setTimeout(() => setLong('yes'), WORTH_A_WORD_MS);
    return () => clearTimeout(timer);
  }, [goingOn]);
  return long;
}
