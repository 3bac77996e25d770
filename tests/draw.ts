import { act, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach } from 'vitest';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const roots: Root[] = [];

afterEach(async () => {
  for (const root of roots.splice(0)) await act(async () => root.unmount());
  document.body.replaceChildren();
});

/** Draws a component into the document, as a browser would, and gives what holds it. */
export async function draw(element: ReactElement): Promise<HTMLElement> {
  const holder = document.createElement('div');
  document.body.append(holder);
  const root = createRoot(holder);
  roots.push(root);
  await act(async () => root.render(element));
  return holder;
}

export async function click(element: Element | null | undefined): Promise<void> {
  await act(async () => (element as HTMLElement).click());
}

export async function focus(element: HTMLElement): Promise<void> {
  await act(async () => element.focus());
}

/** Presses a key where the focus is. */
export async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key, code: codeOf(key), bubbles: true, cancelable: true, ...more });
  await act(async () => target.dispatchEvent(event));
}

export async function type(field: HTMLInputElement, text: string): Promise<void> {
  // React listens to the property's setter; a plain assignment would look to it as if nothing had changed.
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')?.set;
  await act(async () => {
    set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** What a screen reader calls an element: its label, or its text. */
export function nameOf(element: Element | null | undefined): string {
  return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
}

/** The first element of that tag or selector whose accessible name is, or matches, `name`. */
export function find(within: Element, selector: string, name: string | RegExp): HTMLElement {
  const found = [...within.querySelectorAll<HTMLElement>(selector)].find((element) =>
    typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)),
  );
  if (!found) throw new Error(`No "${selector}" called ${String(name)} in ${within.textContent}`);
  return found;
}

function codeOf(key: string): string {
  return /^[a-z]$/iu.test(key) ? `Key${key.toUpperCase()}` : key;
}
