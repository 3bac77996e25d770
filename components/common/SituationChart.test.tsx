// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { click, draw, find, focus, press } from '../../tests/draw';
import type { ChartMonth, MonthRange } from './chart-months';
import { SituationChart } from './SituationChart';

const MONTHS: ChartMonth[] = [
  { month: '2012-10', briefs: 3, situations: { improved: 1, unchanged: 1, worsened: 1, none: 0 } },
  { month: '2013-01', briefs: 2, situations: { improved: 0, unchanged: 0, worsened: 0, none: 2 } },
];

async function drawn(range: MonthRange | null = null) {
  const onRange = vi.fn();
  const view = await draw(<SituationChart months={MONTHS} range={range} onRange={onRange} />);
  const slider = view.querySelector<HTMLElement>('[role=slider]')!;
  return { view, slider, onRange };
}

describe('the chart of situations', () => {
  it('draws a bar for each situation of a month, and every month between', async () => {
    const { view, slider } = await drawn();
    expect([...view.querySelectorAll('.chart-bar')].map((bar) => bar.getAttribute('data-kind'))).toEqual([
      'improved',
      'unchanged',
      'worsened',
      'none',
    ]);
    expect(slider.getAttribute('aria-valuemax')).toBe('3');
  });

  it('says the month that the arrows reach, and stops at the ends', async () => {
    const { slider } = await drawn();
    await focus(slider);
    await press('ArrowLeft');
    expect(slider.getAttribute('aria-valuetext')).toMatch(/^Dec\s2012: 0 briefs/u);
    await press('Home');
    await press('ArrowLeft');
    expect(slider.getAttribute('aria-valuetext')).toMatch(
      /^Oct\s2012: 3 briefs\. Improved 1, unchanged 1, worsened 1\.$/u,
    );
  });

  it('chooses a month with Enter, a stretch with Shift, and all with Esc', async () => {
    const { slider, onRange } = await drawn();
    await focus(slider);
    await press('Home');
    await press('Enter');
    await press('ArrowRight', { shiftKey: true });
    await press('ArrowRight', { shiftKey: true });
    expect(onRange.mock.calls.map(([range]) => range as unknown)).toEqual([
      { from: '2012-10', to: '2012-10' },
      { from: '2012-10', to: '2012-11' },
      { from: '2012-10', to: '2012-12' },
    ]);
    const chosen = await drawn({ from: '2012-10', to: '2012-12' });
    expect(chosen.view.querySelectorAll('[data-look=outside]')).toHaveLength(1);
    await focus(chosen.slider);
    await press('Escape');
    await press('Home');
    expect(chosen.onRange).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('lets a chosen month go when it is chosen again', async () => {
    const { slider, onRange } = await drawn({ from: '2012-10', to: '2012-10' });
    await focus(slider);
    await press('Home');
    await press('Enter');
    expect(onRange).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('can be read as a table, newest month first', async () => {
    const { view } = await drawn();
    await click(find(view, 'button', 'Show as table'));
    const rows = [...view.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      [expect.stringMatching(/^Jan\s2013$/u), '0', '0', '0', '2'],
      [expect.stringMatching(/^Oct\s2012$/u), '1', '1', '1', '0'],
    ]);
    await click(find(view, 'button', 'Show as chart'));
    expect(view.querySelector('[role=slider]')).not.toBeNull();
  });
});
