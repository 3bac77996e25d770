import { Toast } from 'radix-ui';
import { type JSX, type ReactNode, useEffect } from 'react';
import { t } from '@/utils/i18n';
import { isWriting } from './is-writing';

/** How long an undo is offered, in ms; it waits while it is pointed at or has the focus. */
const UNDO_MS = 10_000;

/** Around a section whose acts can be undone. */
export function UndoProvider({ label, children }: { label: string; children: ReactNode }): JSX.Element {
  return (
    <Toast.Provider duration={UNDO_MS} label={label}>
      {children}
      <Toast.Viewport className="toasts" />
    </Toast.Provider>
  );
}

/** Says what was done and, where it can be undone, offers that: by its button, or by Ctrl+Z outside of a field. */
export function UndoToast({
  done,
  onUndo,
  onSettle,
}: {
  /** null while there is nothing to say. */
  done: string | null;
  /** null where there is nothing to take back. */
  onUndo: (() => void) | null;
  /** Its time is over, or it was put away. */
  onSettle: () => void;
}): JSX.Element {
  useEffect(() => {
    if (done === null || onUndo === null) return undefined;
    const hear = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyZ' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      if (isWriting(event.target)) return; // there it takes back what was typed
      event.preventDefault();
      onUndo();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [done, onUndo]);
  return (
    <Toast.Root className="toast" open={done !== null} onOpenChange={(open) => !open && onSettle()}>
      <Toast.Title>{done}</Toast.Title>
      {onUndo && (
        <Toast.Action asChild altText={t('undo')} onClick={onUndo}>
          <button type="button" className="toast-act">
            {t('undo')}
          </button>
        </Toast.Action>
      )}
    </Toast.Root>
  );
}
