/**
 * Puts a text on the clipboard, and where there is HTML, that beside it: a word processor takes the HTML, an editor the text. `refused`:
 * the browser has its own mind, for want of focus or because the click was too long ago.
 */
export async function writeClipboard({ text, html }: { text: string; html?: string }): Promise<'copied' | 'refused'> {
  const blobs = Object.entries({ 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) });
  try {
    await navigator.clipboard.write([
      new ClipboardItem(Object.fromEntries(blobs.map(([type, part]) => [type, new Blob([part], { type })]))),
    ]);
    return 'copied';
  } catch {
    return 'refused';
  }
}
