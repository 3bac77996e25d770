import { isWriting } from './is-writing';

/** Where a letter chooses from what is open. */
const CHOSEN_FROM = '[role=menu], [role=listbox]';

/** The reader's choice, as settings keep it. */
interface Choice {
  getValue(): Promise<'on' | 'off'>;
  watch(hear: (letters: 'on' | 'off') => void): unknown;
}

/**
 * Keeps keys of a single character from whoever listens for them, as long as the choice is off: who dictates or strikes keys by accident
 * would set things off with every word. What is written goes where it is written, and Space still presses buttons.
 */
export function quietLetters(choice: Choice): void {
  let letters: 'on' | 'off' = 'on';
  const choose = (chosen: 'on' | 'off'): void => void (letters = chosen);
  void choice.getValue().then(choose);
  choice.watch(choose);
  const hear = (event: KeyboardEvent): void => {
    if (letters === 'on' || event.ctrlKey || event.metaKey || event.altKey) return;
    if ([...event.key].length !== 1 || event.key === ' ') return;
    if (isWriting(event.target) || (event.target instanceof Element && event.target.closest(CHOSEN_FROM))) return;
    event.stopImmediatePropagation();
  };
  // Before anybody else hears of it.
  window.addEventListener('keydown', hear, { capture: true });
}
