import { useRef } from 'react';

/** What a dialog of Radix tells when it takes the focus and when it gives it back. */
interface FocusActs {
  onOpenAutoFocus: () => void;
  onCloseAutoFocus: (event: Event) => void;
}

/** Gives the focus back to what opened a dialog. Radix knows that only of its own triggers, and ours is a button or a menu somewhere on the page. */
export function useOpener(): FocusActs {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event) => {
      event.preventDefault();
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    },
  };
}
