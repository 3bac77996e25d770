// @vitest-environment happy-dom
import type { JSX } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { drawPage } from './page-root';

const typed = createStore(() => ({ text: '' }));

/** A field that shows what a store holds, as all of ours do. */
function Field(): JSX.Element {
  return <input value={useStore(typed).text} onChange={(event) => typed.setState({ text: event.target.value })} />;
}

/** As a browser does: the letter stands in the field before anybody hears of it. */
function press(field: HTMLInputElement, letter: string): void {
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setValue?.call(field, field.value + letter);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter }));
}

afterEach(() => document.body.replaceChildren());

it('loses no letter that is typed as soon as the field is there', async () => {
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
  drawPage(<Field />);
  const field = await new Promise<HTMLInputElement>((there) => {
    const look = (): void => {
      const found = document.querySelector('input');
      if (found) there(found);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    look();
  });
  for (const letter of 'Baum') press(field, letter);
  expect(typed.getState().text).toBe('Baum');
});
