// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { UpdatesState } from '@/utils/stores';
import { click, draw, find } from '../../tests/draw';
import { causeText } from './failure-words';
import { UpdatesSection, type UpdatesUse } from './UpdatesSection';

type Listed = NonNullable<UpdatesState['subscriptions']>[number];

const WEEKLY: Listed = {
  archiveId: 'weekly',
  title: 'Weekly',
  source: { kind: 'feed', address: 'https://www.paper.example/feed/', section: '/' },
  state: 'live',
  checkedAt: Date.parse('2026-11-24T09:12:00'),
  updatedAt: null,
  dueAt: Date.parse('2026-11-24T15:12:00'),
  failure: null,
  question: null,
  nextIssue: '2026-11-30',
};

async function drawn(change: Partial<UpdatesState> = {}) {
  const use = {
    onNew: vi.fn(), onUpdate: vi.fn(), onAnswer: vi.fn(), onStopUpdates: vi.fn(), onUndoStop: vi.fn(), onSettleStop: vi.fn(),
    onNotice: vi.fn(), onRemember: vi.fn(), onForget: vi.fn(), onDigest: vi.fn(), onOpmlFile: vi.fn(), onOpmlSubscribe: vi.fn(),
    onOpmlLetGo: vi.fn(), onOpmlExport: vi.fn(), onUpdatesAgain: vi.fn(),
  } satisfies UpdatesUse & { onNew: () => void }; // prettier-ignore
  const updates: UpdatesState = {
    subscriptions: [WEEKLY],
    silent: 'no',
    notice: 'off',
    remember: 'on',
    remembered: 3,
    stopped: null,
    opml: null,
    ...change,
  };
  return { use, view: await draw(<UpdatesSection updates={updates} use={use} />) };
}

const row = (view: HTMLElement): string =>
  (view.querySelector('.updates-list li')?.textContent ?? '').replaceAll('\u00a0', ' ');

describe('the part about updates', () => {
  it('says when a source was asked, when it will be, and when its next issue is expected', async () => {
    const { view } = await drawn();
    expect(row(view)).toBe(
      'Weeklypaper.example/feedAsked: 24 Nov 2026, 09:12 · Next: 24 Nov 2026, 15:12Next issue expected: 30 Nov 2026Update nowStop updates',
    );
  });

  it.each<[string, Partial<Listed>, RegExp]>([
    [
      'rests',
      { state: 'paused', failure: { kind: 'busy', detail: '', at: 0 } },
      /Paused\. The server is busy \(429 or 503\)\. Briefs kept\.Try again/u,
    ],
    [
      'failed once',
      { failure: { kind: 'web-page', detail: '', at: 0 } },
      /The last try failed\. A web page came instead of a feed/u,
    ],
    [
      'failed for a reason of another version',
      { failure: { kind: 'moonlight', detail: '', at: 0 } },
      /The update did not work/u,
    ],
    ['is being asked', { state: 'updating', failure: { kind: 'busy', detail: '', at: 0 } }, /Updating…/u],
    ['gave nothing yet', { title: '', checkedAt: null }, /^paper\.example\/feed.*Not asked yet/u],
  ])('says that a source %s', async (_, change, said) => {
    const { view } = await drawn({ subscriptions: [{ ...WEEKLY, ...change }] });
    expect(row(view)).toMatch(said);
  });

  it('asks before an archive shrinks', async () => {
    const { view, use } = await drawn({ subscriptions: [{ ...WEEKLY, question: { briefs: 3, had: 40 } }] });
    expect(row(view)).toContain('The source now has 3 briefs, the archive has 40.');
    await click(find(view, 'button', 'Keep the archive'));
    await click(find(view, 'button', 'Take the source’s'));
    expect(use.onAnswer.mock.calls).toEqual([
      ['weekly', 'decline'],
      ['weekly', 'accept'],
    ]);
  });

  it('teaches where there is nothing yet, and has no file to write then', async () => {
    const { view, use } = await drawn({ subscriptions: [] });
    expect(view.textContent).toContain('No archive updates itself yet');
    expect(find(view, 'button', 'Export OPML')).toHaveProperty('disabled', true);
    await click(find(view, 'button', 'Subscribe'));
    expect(use.onNew).toHaveBeenCalledOnce();
  });

  it('shows what a file of another reader holds before it is subscribed to', async () => {
    const feeds = [{ title: 'A', feed: 'https://a.example/feed' }];
    const { view, use } = await drawn({ opml: { name: 's.opml', feeds } });
    expect(view.textContent).toContain('1 feed in s.opml is not subscribed to yet.');
    await click(find(view, 'button', 'Subscribe to 1 feed'));
    expect(use.onOpmlSubscribe).toHaveBeenCalledOnce();
    expect((await drawn({ opml: { name: 'x.opml', feeds: 'broken' } })).view.textContent).toContain(
      'x.opml is not an OPML file.',
    );
  });

  it('lets whom one reads about be forgotten', async () => {
    const { view, use } = await drawn();
    expect(view.textContent).toContain('3 names are kept.');
    await click(find(view, 'button', 'Clear'));
    expect(use.onForget).toHaveBeenCalledOnce();
  });
});

it('says of a source that is too large what holds for sources, not for files', () => {
  expect(causeText('too-large')).toContain('15 MB');
});
