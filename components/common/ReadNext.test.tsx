// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { click, draw, find } from '../../tests/draw';
import { sampleHead } from '../../tests/samples';
import { ReadNext } from './ReadNext';

describe('what follows a brief', () => {
  it('is named with its reason, and opens', async () => {
    const onBrief = vi.fn();
    const following = sampleHead({ id: 'a/2-en', title: 'A quiet week' });
    const alike = [{ head: sampleHead({ id: 'a/3-en', title: 'Plants' }), names: ['MAZ', 'KAMAZ'] }];
    const view = await draw(<ReadNext next={{ following, alike }} onBrief={onBrief} />);
    expect(view.textContent).toContain('Because: MAZ, KAMAZ');
    await click(find(view, 'button', 'A quiet week'));
    await click(find(view, 'button', 'Plants'));
    expect(onBrief.mock.calls).toEqual([['a/2-en'], ['a/3-en']]);
  });

  it('is not there where nothing follows', async () => {
    const view = await draw(<ReadNext next={{ following: null, alike: [] }} onBrief={vi.fn()} />);
    expect(view.textContent).toBe('');
  });
});
