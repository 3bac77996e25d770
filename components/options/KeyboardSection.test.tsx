// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { click, draw, find } from '../../tests/draw';
import { plain } from '../../tests/draw-options';
import { KeyboardSection } from './KeyboardSection';

const COMMANDS = [
  { name: '_execute_action', shortcut: '' },
  { name: 'open-panel', shortcut: 'Alt+Shift+G' },
  { name: 'next-mention', shortcut: 'Alt+Shift+Down Arrow' },
  { name: 'previous-mention', shortcut: 'Alt+Shift+Up' },
];

async function drawn(change: 'by-button' | 'in-words' = 'by-button') {
  const use = { onChange: vi.fn(), onLetters: vi.fn() };
  const view = await draw(<KeyboardSection commands={COMMANDS} letters="on" change={change} {...use} />);
  return { view, use };
}
const rows = (view: Element, list: string): string[] => [...find(view, 'ul', list).querySelectorAll('li')].map(plain);

describe('the part about keys', () => {
  it('says which keys the browser took, and which it did not', async () => {
    const { view } = await drawn();
    expect(rows(view, 'Everywhere in the browser')).toEqual([
      'Open the panelAlt+Shift+G',
      'Open the search popupNo key',
      'Next mentionAlt+Shift+↓',
      'Previous mentionAlt+Shift+↑',
      'Open the card of the current mentionNo key',
    ]);
  });

  it('lists our own', async () => {
    const { view } = await drawn();
    expect(rows(view, 'In the panel')).toContain('CiteC');
    expect(rows(view, 'In the search popup')).toContain('Open in a tabCtrl+Enter⌘+Enter');
  });

  it('leads to where the browser changes its keys, or says where that is', async () => {
    const { view, use } = await drawn();
    await click(find(view, 'button', 'Change them in the browser'));
    expect(use.onChange).toHaveBeenCalled();
    expect(plain((await drawn('in-words')).view)).toContain('about:addons');
  });

  it('switches letters off', async () => {
    const { view, use } = await drawn();
    await click(find(view, '[role=switch]', 'Keys of a single letter'));
    expect(use.onLetters).toHaveBeenCalledWith('off');
  });
});
