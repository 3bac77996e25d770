import { existsSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Briefing } from '@/utils/model';
import { showBriefed, showStopped, showWatching } from './toolbar';

const entity = (id: string): Briefing['entities'][number] => ({
  id,
  type: 'person',
  label: id,
  fullName: id,
  mentions: [0],
  briefs: 1,
  certainty: 'sure',
});
const briefing = (...ids: string[]): Briefing => ({
  page: { url: '', host: '', title: '', lang: 'en', publishedAt: null, blocks: 0, words: 0, extent: 'whole' },
  entities: ids.map(entity),
  mentions: [],
  related: [],
  years: null,
  lastWord: null,
});

/** What the button of tab 7 wears after an act: its picture and the number on it; null for what was left as it is. */
let icon: string | null;
let badge: string | null;
let where: (number | null)[];

beforeEach(() => {
  fakeBrowser.reset();
  [icon, badge, where] = [null, null, []];
  vi.spyOn(browser.action, 'setIcon').mockImplementation((({
    path: paths,
    tabId,
  }: {
    path: Record<string, string>;
    tabId?: number;
  }) => {
    expect(Object.values(paths).every((each) => existsSync(`public${each}`))).toBe(true);
    icon = paths['16'] ?? null;
    where.push(tabId ?? null);
    return Promise.resolve();
  }) as never);
  vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('Paused');
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation((({ text, tabId }: { text: string; tabId?: number }) => {
    badge = text;
    where.push(tabId ?? null);
    return Promise.resolve();
  }) as never);
});

describe('the toolbar button', () => {
  it.each([
    [
      'of a page that was read is in colour, with the number of its names',
      () => showBriefed(7, briefing('a', 'b')),
      '/icon/16.png',
      '2',
    ],
    ['of a page that names nobody has no number', () => showBriefed(7, briefing()), '/icon/16.png', ''],
    ['of a page whose site was let go is an outline again', () => showStopped(7, 'off'), '/icon/off-16.png', ''],
    [
      'of a page that was read before a pause shows the pause',
      () => showStopped(7, 'paused'),
      '/icon/paused-16.png',
      '',
    ],
  ])('%s', async (_, act, wanted, number) => {
    await act();
    expect([icon, badge]).toEqual([wanted, number]);
    expect(new Set(where)).toEqual(new Set([7]));
  });

  it.each([
    ['on', '/icon/off-16.png'],
    ['off', '/icon/off-16.png'],
    ['paused', '/icon/paused-16.png'],
  ] as const)('everywhere else says what is watched: %s', async (watching, wanted) => {
    await showWatching(watching);
    expect([icon, badge]).toEqual([wanted, null]);
    expect(where).toEqual([null]);
  });

  it('of a tab that is gone is nobody’s failure', async () => {
    vi.spyOn(browser.action, 'setIcon').mockRejectedValue(new Error('No tab with id: 7.'));
    await expect(showStopped(7, 'paused')).resolves.toBeUndefined();
  });
});
