import type { ClipboardEvent } from 'react';

/**
 * Pastes a text of several lines with spaces between them. The browser would take the line ends out and make one word of the last and
 * the first; a text of one line is left to it, that its own undo works.
 */
export function pasteOnOneLine(event: ClipboardEvent<HTMLInputElement>, onText: (text: string) => void): void {
  const pasted = event.clipboardData.getData('text');
  if (!/[\r\n\t]/u.test(pasted)) return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const before = value.slice(0, selectionStart ?? value.length);
  const after = value.slice(selectionEnd ?? value.length);
  onText(before + pasted.replace(/\s+/gu, ' ') + after);
}
