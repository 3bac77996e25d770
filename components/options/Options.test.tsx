// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { OptionsState } from '@/utils/stores';
import { click, draw, find, focus, nameOf } from '../../tests/draw';
import { Options } from './Options';

async function drawn(
  section: string,
  change: Partial<OptionsState> = {},
): Promise<{ view: HTMLElement; use: Record<string, ReturnType<typeof vi.fn>> }> {
  const use = { onLanguage: vi.fn(), onStarter: vi.fn(), onWatch: vi.fn(), onAgain: vi.fn() };
  const state: OptionsState = {
    archives: [],
    watched: { all: 'off', hosts: [] },
    language: 'auto',
    silent: 'no',
    ...change,
  };
  const view = await draw(<Options state={state} use={use} version="1.2.3" />);
  const tab = find(view, '[role=tab]', section);
  // Radix chooses a tab when it gets the focus.
  await focus(tab);
  await click(tab);
  return { view, use };
}

describe('the options', () => {
  it('list the archives with what they hold', async () => {
    const weeks = { from: '2010-06-21', to: '2014-12-28' };
    const archives = [
      {
        id: 'a',
        title: 'Situation, weekly',
        briefs: 1612,
        languages: ['en', 'be'],
        weeks,
        installedAt: Date.UTC(2026, 10, 24, 12),
      },
    ];
    const { view } = await drawn('Archives', { archives });
    const cells = [...view.querySelectorAll('tbody th, tbody td')].map((cell) =>
      (cell.textContent ?? '').replaceAll('\u00a0', ' ').trim(),
    );
    expect(cells).toEqual(['Situation, weekly', '1,612', 'EN BE', 'Jun 2010 – Dec 2014']);
  });

  it('offer the starter archive where there is none', async () => {
    const { view, use } = await drawn('Archives');
    await click(find(view, 'button', 'Use the starter archive'));
    expect(use['onStarter']).toHaveBeenCalled();
  });

  it('let a site go, with a way back', async () => {
    const { view, use } = await drawn('Sites', { watched: { all: 'off', hosts: ['dispatch.example'] } });
    await click(find(view, 'button', 'Remove dispatch.example'));
    expect(use['onWatch']).toHaveBeenLastCalledWith('dispatch.example', 'off');
    await click(find(document.body, 'button', 'Undo'));
    expect(use['onWatch']).toHaveBeenLastCalledWith('dispatch.example', 'on');
  });

  it('watch every site, or none', async () => {
    const { view, use } = await drawn('Sites');
    expect(view.textContent).toContain('No site is watched.');
    await click(find(view, '[role=switch]', 'Watch all sites'));
    expect(use['onWatch']).toHaveBeenCalledWith(null, 'on');
  });

  it('choose the language, each named in itself', async () => {
    const { view, use } = await drawn('Language');
    expect([...view.querySelectorAll('[role=radio]')].map(nameOf)).toEqual([
      'As in the browser',
      'English',
      'Беларуская',
      'Русский',
    ]);
    await click(find(view, '[role=radio]', 'Беларуская'));
    expect(use['onLanguage']).toHaveBeenCalledWith('be');
  });

  it('say which version this is', async () => {
    const { view } = await drawn('About');
    expect(view.textContent).toContain('Version 1.2.3');
  });
});
