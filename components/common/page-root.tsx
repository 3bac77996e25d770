import { type ReactNode, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { flushSync } from 'react-dom';

let root: Root | null = null;

/**
 * Draws an extension page, or draws it anew. At once, not when React finds the time: a component hears of its store only some
 * moments after a render that is put off, and letters typed into its field before that are lost, all but the last.
 */
export function drawPage(page: ReactNode): void {
  root ??= createRoot(document.getElementById('root') ?? document.body);
  const drawn = root;
  flushSync(() => drawn.render(<StrictMode>{page}</StrictMode>));
}
