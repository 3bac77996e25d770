// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { click, draw, find } from '../../tests/draw';
import { MarksSection } from './MarksSection';

/** As they are at first. */
const MARKS = { painted: 'on', style: 'full', which: 'all', card: 'on', ticks: 'off' } as const;

describe('how pages are marked', () => {
  it.each([
    ['Mark names in pages', { painted: 'off' }],
    ['Underline only', { style: 'quiet' }],
    ['First mention only', { which: 'first' }],
    ['Card at the pointer', { card: 'off' }],
    ['Ticks at the edge of the page', { ticks: 'on' }],
  ] as const)('is switched: %s', async (name, change) => {
    const onMarks = vi.fn();
    const view = await draw(<MarksSection marks={MARKS} onMarks={onMarks} />);
    await click(find(view, '[role=switch]', name));
    expect(onMarks).toHaveBeenCalledWith({ ...MARKS, ...change });
  });

  it('is chosen only where pages are marked at all', async () => {
    const view = await draw(<MarksSection marks={{ ...MARKS, painted: 'off' }} onMarks={vi.fn()} />);
    const switches = [...view.querySelectorAll<HTMLButtonElement>('[role=switch]')];
    expect(switches.map(({ disabled }) => disabled)).toEqual([false, true, true, true, true]);
  });
});
