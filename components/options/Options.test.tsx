// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { SiteRules } from '@/utils/model';
import type { OptionsState, UpdatesState } from '@/utils/stores';
import { click, draw, find, focus, nameOf, press, type } from '../../tests/draw';
import type { Adding, Preview } from './adding';
import { Options, type OptionsUse } from './Options';
import type { Subscribing } from './subscribing';

const RULES: SiteRules = { all: 'off', hosts: [], except: [], pausedUntil: null };

const ACTS = [
  'onLanguage', 'onTheme', 'onMarks', 'onStarter', 'onWatch', 'onSites', 'onPause', 'onExportSites', 'siteOf',
  'listOf', 'onAgain', 'onExport', 'onRemove', 'onUndo', 'onSettle', 'onOpen', 'onClose', 'onFiles', 'onCancel',
  'onTitle', 'onColumn', 'onAdd', 'onTab', 'onAddress', 'onLook', 'onSource', 'onStopLooking', 'onSourceTitle',
  'onSubscribe', 'onUpdate', 'onAnswer', 'onStopUpdates', 'onUndoStop', 'onSettleStop', 'onNotice', 'onRemember',
  'onForget', 'onDigest', 'onOpmlFile', 'onOpmlSubscribe', 'onOpmlLetGo', 'onOpmlExport', 'onUpdatesAgain',
] as const; // prettier-ignore
const SUBSCRIBING: Subscribing = { tab: 'file', address: '', now: { step: 'asking', amiss: 'nothing' } };
const UPDATES: UpdatesState = {
  subscriptions: [],
  silent: 'no',
  notice: 'off',
  remember: 'on',
  remembered: 0,
  stopped: null,
  opml: null,
};

const spy = () => vi.fn();

async function drawn(
  section: string,
  change: Partial<OptionsState> = {},
  adding: Adding = { sheet: 'closed', now: { step: 'choosing' } },
): Promise<{ view: HTMLElement; use: Record<keyof OptionsUse, ReturnType<typeof vi.fn>> }> {
  const use = {
    ...(Object.fromEntries(ACTS.map((act) => [act, spy()])) as Record<(typeof ACTS)[number], ReturnType<typeof spy>>),
  };
  const state: OptionsState = {
    archives: [],
    watched: RULES,
    language: 'auto',
    theme: 'system',
    marks: { painted: 'on', style: 'full', which: 'all', card: 'on', ticks: 'off' },
    silent: 'no',
    undoable: null,
    refused: null,
    ...change,
  };
  const view = await draw(
    <Options
      state={state}
      adding={adding}
      subscribing={SUBSCRIBING}
      updates={UPDATES}
      entities={null}
      use={use}
      version="1.2.3"
    />,
  );
  if (adding.sheet === 'open') return { view, use };
  const tab = find(view, '[role=tab]', section);
  // Radix chooses a tab when it gets the focus.
  await focus(tab);
  await click(tab);
  return { view, use };
}

/** Text as it is read: our no-break spaces are for the eye. */
const plain = (element: Element | null): string =>
  (element?.textContent ?? '').replaceAll('\u00a0', ' ').replace(/\s+/gu, ' ').trim();

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
    expect([...view.querySelectorAll('tbody th, tbody td')].map(plain)).toEqual([
      'Situation, weekly',
      '1,612EN BE',
      'Jun 2010 – Dec 2014',
      '24 Nov 2026',
      '',
    ]);
  });

  it('export an archive, or take it out', async () => {
    const archives = [{ id: 'a', title: 'Desk', briefs: 2, languages: ['en'], weeks: null, installedAt: 5 }];
    const { view, use } = await drawn('Archives', { archives });
    const choose = async (act: string): Promise<void> => {
      await focus(find(view, 'button', 'More: Desk'));
      await press('Enter');
      await click(find(document.body, '[role=menuitem]', act));
    };
    await choose('Export');
    expect(use.onExport).toHaveBeenCalledWith('a');
    await choose('Remove');
    expect(use.onRemove).toHaveBeenCalledWith('a');
  });

  it.each([
    ['removed', '“Desk” removed.'],
    ['added', '“Desk” added.'],
  ] as const)('undo what was %s, by the button or by the key', async (act, sentence) => {
    const { use } = await drawn('Archives', { undoable: { act, name: 'Desk' } });
    expect(plain(document.querySelector('.toast'))).toContain(sentence);
    await press('z', { ctrlKey: true });
    expect(use.onUndo).toHaveBeenCalledTimes(1);
    await click(find(document.body, '.toast button', 'Undo'));
    expect(use.onUndo).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['disk-full', 'Your briefs are unchanged. Free some space'],
    ['archive-unreadable', 'Your briefs are unchanged. Restart the browser'],
    ['no-answer', 'Your briefs are unchanged. Try again'],
  ] as const)('say what is safe and what to do: %s', async (cause, words) => {
    const { view } = await drawn('Archives', { refused: { act: 'remove', cause } });
    const notice = view.querySelector('[role=alert]');
    expect(plain(notice)).toContain('The archive was not removed');
    expect(plain(notice)).toContain(words);
  });

  it('offer the starter archive beside others', async () => {
    const archives = [{ id: 'a', title: 'Desk', briefs: 2, languages: ['en'], weeks: null, installedAt: 5 }];
    const { view, use } = await drawn('Archives', { archives });
    await click(find(view, 'button', 'Use the starter archive'));
    expect(use.onStarter).toHaveBeenCalled();
    const whole = await drawn('Archives', { archives: [{ ...archives[0]!, id: 'starter' }] });
    expect(() => find(whole.view, 'button', 'Use the starter archive')).toThrow();
  });

  it('offer the starter archive where there is none', async () => {
    const { view, use } = await drawn('Archives');
    await click(find(view, 'button', 'Use the starter archive'));
    expect(use.onStarter).toHaveBeenCalled();
  });

  it('choose the theme', async () => {
    const { view, use } = await drawn('Language', { theme: 'dark' });
    expect(find(view, '[role=radio]', 'Dark').getAttribute('aria-checked')).toBe('true');
    await click(find(view, '[role=radio]', 'Light'));
    expect(use.onTheme).toHaveBeenCalledWith('light');
  });

  it('choose the language, each named in itself', async () => {
    const { view, use } = await drawn('Language');
    expect([...view.querySelectorAll('[role=radiogroup]:first-of-type [role=radio]')].map(nameOf)).toEqual([
      'As in the browser',
      'English',
      'Беларуская',
      'Русский',
    ]);
    await click(find(view, '[role=radio]', 'Беларуская'));
    expect(use.onLanguage).toHaveBeenCalledWith('be');
  });

  it('say which version this is', async () => {
    const { view } = await drawn('About');
    expect(view.textContent).toContain('Version 1.2.3');
  });
});

const PREVIEW: Preview = {
  title: 'Desk',
  replaces: 'nothing',
  briefs: 148,
  languages: [
    { lang: 'en', briefs: 62 },
    { lang: 'ru', briefs: 58 },
  ],
  weeks: { from: '2011-01-03', to: '2013-06-30' },
  verdicts: { improved: 31, unchanged: 0, worsened: 41 },
  first: [
    {
      id: 'incoming/1',
      title: 'Gas row ends',
      lang: 'en',
      week: { from: '2010-06-21', to: '2010-06-27' },
      date: null,
      verdict: 'improved',
      languages: ['en', 'ru'],
    },
  ],
  problems: [{ file: 'potash.md', item: 'p1', field: 'date', kind: 'not-a-date' }],
};

const at = (now: Adding['now']): Adding => ({ sheet: 'open', now });
const sheet = (): Element => find(document.body, '[role=dialog]', /Add briefs/u);

describe('adding briefs', () => {
  it('begins with files or a folder', async () => {
    const { use } = await drawn('Archives', {}, at({ step: 'choosing' }));
    const [files, folder] = [...sheet().querySelectorAll<HTMLInputElement>('input[type=file]')];
    expect([files?.hasAttribute('webkitdirectory'), folder?.hasAttribute('webkitdirectory')]).toEqual([false, true]);
    await click(find(sheet(), 'button', 'Close'));
    expect(use.onClose).toHaveBeenCalled();
  });

  it('shows how far the reading is, and stops it', async () => {
    const { use } = await drawn('Archives', {}, at({ step: 'reading', name: 'briefs.zip', files: 148, of: 212 }));
    expect(plain(sheet())).toContain('Reading 148 of 212');
    expect(sheet().querySelector('progress')?.value).toBe(148);
    await click(find(sheet(), 'button', 'Cancel'));
    expect(use.onCancel).toHaveBeenCalled();
  });

  it('shows what would be added before it is', async () => {
    const { use } = await drawn(
      'Archives',
      {},
      at({ step: 'previewing', name: 'desk.zip', preview: PREVIEW, columns: null }),
    );
    expect([...sheet().querySelectorAll('dd')].map(plain)).toEqual([
      '148',
      'EN 62, RU 58',
      'Jan 2011 – Jun 2013',
      'Improved: 31Worsened: 41',
    ]);
    expect([...sheet().querySelectorAll('.add-list li')].map(plain)).toEqual([
      'Gas row ends21 – 27 Jun 2010 · EN RU',
      'potash.mdp1 · dateThis is not a date.',
    ]);
    expect(plain(sheet())).toContain('Nothing is kept until you press Add.1 needs a look');
    expect(plain(sheet())).not.toContain('takes the place');
    await type(sheet().querySelector<HTMLInputElement>('input[type=text]')!, 'Energy desk');
    expect(use.onTitle).toHaveBeenCalledWith('Energy desk');
    await click(find(sheet(), 'button', 'Add 148 briefs'));
    expect(use.onAdd).toHaveBeenCalled();
  });

  it('says that an archive is replaced', async () => {
    const preview: Preview = { ...PREVIEW, replaces: 'archive' };
    await drawn('Archives', {}, at({ step: 'previewing', name: 'desk.zip', preview, columns: null }));
    expect(plain(sheet())).toContain('It takes the place of the archive with this title.');
  });

  it.each([
    ['without a title', 'previewing', ' ', 'Add 148 briefs'],
    ['twice', 'adding', 'Desk', 'Adding…'],
  ] as const)('cannot be done %s', async (_, step, title, name) => {
    const preview: Preview = { ...PREVIEW, title };
    await drawn('Archives', {}, at({ step, name: 'desk.zip', preview, columns: null }));
    expect(find(sheet(), 'button', name).hasAttribute('disabled')).toBe(true);
  });

  it('chooses the columns of a table', async () => {
    const columns = { headings: ['Header', 'Story'], chosen: { title: 'Header' } };
    const problems = [{ file: 'desk.csv', item: null, field: '', kind: 'no-columns' as const }];
    const { use } = await drawn('Archives', {}, at({ step: 'refused', name: 'desk.csv', problems, columns }));
    expect(plain(sheet().querySelector('[role=alert]'))).toContain('Nothing was kept.');
    const body = find(sheet(), 'label', /^Text/u).querySelector('select')!;
    body.value = 'Story';
    await act(async () => body.dispatchEvent(new Event('change', { bubbles: true })));
    expect(use.onColumn).toHaveBeenCalledWith('body', 'Story');
  });

  it('lists the first problems, and all when asked', async () => {
    const problems = Array.from({ length: 9 }, (_, place) => ({
      file: `${place}.pdf`,
      item: null,
      field: '',
      kind: 'not-known' as const,
    }));
    await drawn('Archives', {}, at({ step: 'refused', name: 'folder', problems, columns: null }));
    expect(sheet().querySelectorAll('.add-list li')).toHaveLength(6);
    await click(find(sheet(), 'button', 'Show all 9'));
    expect(sheet().querySelectorAll('.add-list li')).toHaveLength(9);
  });

  it('says in the sheet why nothing was added', async () => {
    const refused = { act: 'add', cause: 'disk-full' } as const;
    await drawn('Archives', { refused }, at({ step: 'previewing', name: 'desk.zip', preview: PREVIEW, columns: null }));
    expect(plain(sheet().querySelector('[role=alert]'))).toContain('The briefs were not added');
  });
});
