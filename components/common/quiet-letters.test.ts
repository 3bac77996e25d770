// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quietLetters } from './quiet-letters';

let heard: string[] = [];
let choose = (_letters: 'on' | 'off'): void => undefined;
const hear = (event: KeyboardEvent): void => void heard.push(event.key);

// Once: it listens as long as its page lives.
quietLetters({ getValue: () => Promise.resolve('off'), watch: (hearChoice) => (choose = hearChoice) });

beforeEach(() => {
  heard = [];
  document.addEventListener('keydown', hear);
  document.body.replaceChildren(
    ...['button', 'input', 'textarea'].map((tag) => document.createElement(tag)),
    tick(),
    menu(),
  );
});
afterEach(() => document.removeEventListener('keydown', hear));

function tick(): HTMLElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  return box;
}

function menu(): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', 'menu');
  element.append(document.createElement('i'));
  return element;
}

function press(on: string, init: KeyboardEventInit): string[] {
  document.querySelector(on)?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
  return heard;
}

describe('keys of one letter', () => {
  it('are as they were chosen before', async () => {
    await Promise.resolve();
    expect(press('button', { key: 'c' })).toEqual([]);
  });

  it.each<[string, 'on' | 'off', string, KeyboardEventInit, 'heard' | 'kept']>([
    ['act while they are on', 'on', 'button', { key: 'c' }, 'heard'],
    ['do not while they are off', 'off', 'button', { key: 'c' }, 'kept'],
    ['do not in another alphabet', 'off', 'button', { key: 'с' }, 'kept'],
    ['do not where they are signs', 'off', 'body', { key: '/' }, 'kept'],
    ['do not with Shift', 'off', 'button', { key: 'C', shiftKey: true }, 'kept'],
    ['are written in fields', 'off', 'input', { key: 'c' }, 'heard'],
    ['do not on a box to tick', 'off', '[type=checkbox]', { key: 'c' }, 'kept'],
    ['are written in texts', 'off', 'textarea', { key: 'c' }, 'heard'],
    ['choose from menus', 'off', 'i', { key: 'c' }, 'heard'],
    ['leave Space to buttons', 'off', 'button', { key: ' ' }, 'heard'],
    ['leave named keys alone', 'off', 'button', { key: 'Escape' }, 'heard'],
    ['leave commands alone', 'off', 'button', { key: 'z', ctrlKey: true }, 'heard'],
  ])('%s', (_, choice, on, init, outcome) => {
    choose(choice);
    expect(press(on, init)).toEqual(outcome === 'heard' ? [init.key] : []);
  });
});
