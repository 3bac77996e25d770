// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { done, failed, type SiteRules } from '@/utils/model';
import { click, draw, find, type } from '../../tests/draw';
import { SitesSection, type SitesUse } from './SitesSection';

const RULES: SiteRules = { all: 'off', hosts: [], except: [], pausedUntil: null };

async function drawn(
  watched: SiteRules = RULES,
): Promise<{ view: HTMLElement; use: Record<keyof SitesUse, ReturnType<typeof vi.fn>> }> {
  const use = {
    onWatch: vi.fn(),
    onSites: vi.fn(),
    onPause: vi.fn(),
    onExportSites: vi.fn(),
    siteOf: vi.fn((typed: string) => (typed.includes('.') ? done(typed) : failed('not-a-site' as const))),
    listOf: vi.fn(() => ({
      rules: { all: 'off' as const, hosts: ['l.example'], except: ['n.example'] },
      problems: [{ line: 3, text: 'news' }],
    })),
  };
  return { view: await draw(<SitesSection watched={watched} use={use} />), use };
}

function inputOf(form: Element): HTMLInputElement {
  const input = form.querySelector('input');
  if (!input) throw new Error('a form without a field');
  return input;
}

const plain = (element: Element | null): string =>
  (element?.textContent ?? '').replaceAll('\u00a0', ' ').replace(/\s+/gu, ' ').trim();

describe('the sites', () => {
  it('let a site go, with a way back', async () => {
    const { view, use } = await drawn({ ...RULES, hosts: ['dispatch.example'] });
    await click(find(view, 'button', 'Remove dispatch.example'));
    expect(use.onSites).toHaveBeenLastCalledWith(RULES);
    await click(find(document.body, 'button', 'Undo'));
    expect(use.onSites).toHaveBeenLastCalledWith({ ...RULES, hosts: ['dispatch.example'] });
  });

  it('take a site or an exception as it is typed, and say what is none', async () => {
    const { view, use } = await drawn();
    const [site, exception] = [...view.querySelectorAll('form')];
    if (!site || !exception) throw new Error('two fields');
    await type(inputOf(site), 'news');
    await click(find(site, 'button', 'Watch'));
    expect(plain(site)).toContain('This is not a site.');
    expect(use.onWatch).not.toHaveBeenCalled();
    await type(inputOf(site), 'd.example/news');
    await click(find(site, 'button', 'Watch'));
    expect(use.onWatch).toHaveBeenCalledWith('d.example/news', 'on');
    await type(inputOf(exception), 'mail.d.example');
    await click(find(exception, 'button', 'Leave alone'));
    expect(use.onSites).toHaveBeenCalledWith({ ...RULES, except: ['mail.d.example'] });
    await click(find(document.body, 'button', 'Undo'));
    expect(use.onSites).toHaveBeenLastCalledWith(RULES);
  });

  it('pause what is watched for an hour, and go on', async () => {
    const watching = await drawn({ ...RULES, hosts: ['d.example'] });
    await click(find(watching.view, 'button', 'Pause for an hour'));
    expect(watching.use.onPause).toHaveBeenCalledWith(60);
    const pausedUntil = new Date(2026, 10, 24, 14, 30).getTime();
    const paused = await drawn({ ...RULES, hosts: ['d.example'], pausedUntil });
    expect(plain(paused.view)).toContain('Paused until 14:30');
    await click(find(paused.view, 'button', 'Resume'));
    expect(paused.use.onPause).toHaveBeenCalledWith(null);
  });

  it('show what a list of sites holds before it is used', async () => {
    const { view, use } = await drawn({ ...RULES, hosts: ['d.example'] });
    const field = view.querySelector('input[type=file]');
    if (!field) throw new Error('a field for files');
    Object.defineProperty(field, 'files', { value: [new File(['x'], 'sites.txt')] });
    await act(async () => {
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await Promise.resolve();
    });
    const dialog = find(document.body, '[role=dialog]', /Import/u);
    expect(plain(dialog)).toContain('3: news');
    expect(use.onSites).not.toHaveBeenCalled();
    await click(find(dialog, 'button', 'Use these sites'));
    expect(use.onSites).toHaveBeenCalledWith({ ...RULES, hosts: ['d.example', 'l.example'], except: ['n.example'] });
  });

  it('watch every site, or none', async () => {
    const { view, use } = await drawn();
    expect(view.textContent).toContain('No site is watched.');
    await click(find(view, '[role=switch]', 'Watch all sites'));
    expect(use.onWatch).toHaveBeenCalledWith(null, 'on');
  });
});
