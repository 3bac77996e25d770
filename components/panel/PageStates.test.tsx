// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { PageFailure, PageState } from '@/utils/model';
import { click, draw, find, nameOf } from '../../tests/draw';
import { AskForSite, PageStates, Silent } from './PageStates';

async function drawn(page: Exclude<PageState, { status: 'ready' }>): Promise<{
  view: HTMLElement;
  called: () => string[];
  pressAll: () => Promise<void>;
}> {
  const calls: string[] = [];
  const act =
    (name: string) =>
    (...more: unknown[]): void =>
      void calls.push([name, ...more.filter((value) => typeof value === 'string')].join(' '));
  const view = await draw(
    <PageStates
      page={page}
      acts={{
        allow: act('allow'),
        readPage: act('read'),
        addPage: act('read'),
        watchSite: act('watch'),
        watchAll: act('watch all'),
        stopWatching: act('stop'),
        readPdf: act('pdf'),
        pause: act('pause'),
      }}
      onStarter={act('starter')}
      onAgain={act('again')}
    />,
  );
  return {
    view,
    called: () => calls,
    pressAll: async () => {
      for (const button of view.querySelectorAll('button')) if (nameOf(button) !== 'Copy report') await click(button);
    },
  };
}

const OFF = { host: 'x.example', watch: 'off' } as const;

describe('instead of a briefing, the panel says what is so and what can be done', () => {
  it.each<[string, Exclude<PageState, { status: 'ready' }>, string, string[]]>([
    [
      'a site that is not watched',
      { status: 'unread', site: OFF, archive: 'filled' },
      'This site is not watched',
      ['read', 'watch x.example', 'watch all'],
    ],
    [
      'a site the browser does not name',
      { status: 'unread', site: { host: null, watch: 'unknown' }, archive: 'filled' },
      'This page is not read yet',
      ['read', 'watch all'],
    ],
    [
      'a page of a watched site on pause',
      { status: 'unread', site: { host: 'x.example', watch: 'paused' }, archive: 'filled' },
      'Reading is paused',
      ['read', 'pause'],
    ],
    [
      'a mailbox while all sites are watched',
      { status: 'unread', site: { host: 'mail.example', watch: 'personal' }, archive: 'filled' },
      'This page is left alone',
      ['read', 'watch mail.example'],
    ],
    [
      'a watched page that is silent',
      { status: 'unread', site: { host: 'x.example', watch: 'watched' }, archive: 'filled' },
      'The page does not answer',
      ['read', 'watch all'],
    ],
    [
      'a PDF',
      { status: 'pdf', site: OFF, address: 'https://x.example/plan.pdf' },
      'This page is a PDF',
      ['pdf https://x.example/plan.pdf'],
    ],
    ['an empty archive', { status: 'archive-empty', site: OFF }, 'The archive is empty', ['starter']],
    ['a page of the browser’s', { status: 'failed', site: OFF, error: 'not-readable' }, 'This page cannot be read', []],
    ['a full disk', { status: 'failed', site: OFF, error: 'disk-full' }, 'The archive could not be opened', ['again']],
  ])('%s', async (_, page, title, acts) => {
    const { view, called, pressAll } = await drawn(page);
    expect(view.querySelector('h2')?.textContent).toBe(title);
    await pressAll();
    expect(called()).toEqual(acts);
  });

  it.each<PageFailure>(['disk-full', 'archive-unreadable', 'page-silent'])(
    '%s is told at once, in three sentences',
    async (error) => {
      const { view } = await drawn({ status: 'failed', site: OFF, error });
      expect(view.querySelector('[role=alert]')).not.toBeNull();
      expect(view.querySelector('.notice-text')?.textContent?.match(/\./gu)).toHaveLength(3);
    },
  );

  it('says “Reading…” only when it takes long', async () => {
    vi.useFakeTimers();
    const { view } = await drawn({ status: 'reading', site: OFF });
    expect(view.textContent).toBe('');
    await act(() => vi.advanceTimersByTimeAsync(500));
    expect(view.textContent).toBe('Reading…');
    vi.useRealTimers();
  });

  it('copies a report without a word of the page', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const view = await draw(<Silent onAgain={() => undefined} />);
    await click([...view.querySelectorAll('button')].find((button) => nameOf(button) === 'Copy report'));
    expect(writeText.mock.calls[0]?.[0]).toMatch(/^Backgrounder: no-answer\n.+\n$/u);
    expect(view.querySelector('.copied')?.textContent).toBe('Report copied.');
  });
});

describe('where the click gave no access', () => {
  it.each([
    ['x.example', /It will ask whether Backgrounder may read x\.example;/u, 'Allow x.example'],
    [null, /does not tell which site this is/u, 'Allow all sites'],
  ])('it says what the browser would be asked for: %s', async (host, text, button) => {
    const onAllow = vi.fn();
    const view = await draw(<AskForSite host={host} onAllow={onAllow} />);
    expect(view.textContent).toMatch(text);
    await click(find(view, 'button', button));
    expect(onAllow).toHaveBeenCalledWith(host);
  });
});
