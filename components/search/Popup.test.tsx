// @vitest-environment happy-dom
import { act, createRef } from 'react';
import { describe, expect, it, type Mock, vi } from 'vitest';
import type { PageState, SiteState } from '@/utils/model';
import type { PopupState } from '@/utils/stores';
import { click, draw, find, nameOf, press, type } from '../../tests/draw';
import { ready, sampleHead } from '../../tests/samples';
import { Popup, type PopupUse } from './Popup';

const FOUND = {
  entities: [{ id: 'maz', type: 'company' as const, label: 'MAZ', alsoKnownAs: ['МАЗ'], briefs: 5 }],
  briefs: [{ head: sampleHead({ title: 'Rogozin in Minsk' }), highlights: { title: [[0, 7] as const], summary: [] } }],
  total: 7,
  matched: 'all' as const,
  corrected: null,
  unknown: [],
};

type Calls = { [K in keyof PopupUse]: Mock<PopupUse[K]> };

async function drawn(
  change: Partial<PopupState> = {},
  notice: 'none' | 'no-access' = 'none',
  added: 'no' | 'added' | 'refused' = 'no',
): Promise<{ view: HTMLElement; use: Calls; field: HTMLInputElement }> {
  const use: Calls = {
    onQuery: vi.fn(),
    onMove: vi.fn(),
    onRow: vi.fn(),
    onAll: vi.fn(),
    onClearRecent: vi.fn(),
    onReadPage: vi.fn(),
    onReadPdf: vi.fn(),
    onWatch: vi.fn(),
    onBriefing: vi.fn(),
    onAddPage: vi.fn(),
    onUndoAdded: vi.fn(),
    onSettings: vi.fn(),
    onAgain: vi.fn(),
  };
  const state: PopupState = {
    tabId: 1,
    page: null,
    query: '',
    answer: null,
    searchSilent: 'no',
    cursor: 0,
    archives: null,
    recent: [],
    lately: [],
    silent: 'no',
    ...change,
  };
  const view = await draw(<Popup state={state} use={use} field={createRef()} notice={notice} added={added} />);
  const field = view.querySelector('input');
  if (!field) throw new Error('no field');
  return { view, use, field };
}

describe('the field', () => {
  it('has the focus at once, answers each letter, and commands the list', async () => {
    const { field, use } = await drawn({ query: 'maz', answer: FOUND, cursor: 1 });
    expect(document.activeElement).toBe(field);
    await type(field, 'maz k');
    expect(use.onQuery).toHaveBeenCalledWith('maz k');
    await press('ArrowDown');
    await press('ArrowUp');
    expect(use.onMove.mock.calls).toEqual([[1], [-1]]);
    await press('Enter');
    expect(use.onRow).toHaveBeenCalledWith({ kind: 'brief', id: 'a/1-en' }, 'here');
    await press('Enter', { ctrlKey: true });
    expect(use.onRow).toHaveBeenLastCalledWith({ kind: 'brief', id: 'a/1-en' }, 'tab');
    expect(
      document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-selected'),
    ).toBe('true');
  });

  it('Esc clears what is typed; with nothing typed it is the browser’s', async () => {
    const { use } = await drawn({ query: 'maz', answer: FOUND });
    await press('Escape');
    expect(use.onQuery).toHaveBeenCalledWith('');
    const empty = await drawn();
    await press('Escape');
    expect(empty.use.onQuery).not.toHaveBeenCalled();
  });

  it('leaves the keys of an input method alone', async () => {
    const { use } = await drawn({ query: 'maz', answer: FOUND });
    await press('Enter', { isComposing: true });
    expect(use.onRow).not.toHaveBeenCalled();
  });

  it('is cleared by its button', async () => {
    const { view, use } = await drawn({ query: 'maz' });
    await click(find(view, 'button', 'Clear the search'));
    expect(use.onQuery).toHaveBeenCalledWith('');
  });
});

describe('the list', () => {
  it('groups entities and briefs, with what was found marked', async () => {
    const { view, use } = await drawn({ query: 'rogozin', answer: FOUND });
    expect([...view.querySelectorAll('[role=group]')].map(nameOf)).toEqual(['Entities', 'Briefs']);
    expect([...view.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Rogozin']);
    await click(find(view, 'button', 'Show all 7'));
    expect(use.onAll).toHaveBeenCalled();
    const [entity, brief] = view.querySelectorAll('[role=option]');
    await click(entity);
    await click(brief);
    expect(use.onRow.mock.calls).toEqual([
      [{ kind: 'entity', id: 'maz' }, 'here'],
      [{ kind: 'brief', id: 'a/1-en' }, 'here'],
    ]);
  });

  it('begins with the searches of before, which one button forgets', async () => {
    const recent = [{ text: 'customs union', total: 12 }];
    const { view, use, field } = await drawn({ recent, lately: [sampleHead()], cursor: 0 });
    expect([...view.querySelectorAll('[role=listbox]')].map(nameOf)[0]).toBe('Recent searches');
    expect(view.querySelector('[role=group]')?.getAttribute('aria-label')).toBe('Opened lately');
    expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain(
      'customs',
    );
    await press('Enter');
    expect(use.onRow).toHaveBeenCalledWith({ kind: 'recent', text: 'customs union' }, 'here');
    await click(find(view, 'button', 'Clear'));
    expect(use.onClearRecent).toHaveBeenCalled();
  });

  it('takes a pasted text of several lines as its words', async () => {
    const { field, use } = await drawn({ query: '' });
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { getData: () => 'MAZ and\r\n\tKAMAZ' } });
    await act(async () => void field.dispatchEvent(event));
    expect([use.onQuery.mock.calls, event.defaultPrevented]).toEqual([[['MAZ and KAMAZ']], true]);
  });

  it('says what it took a misspelt word for, and shows the passage found', async () => {
    const [hit] = FOUND.briefs;
    const briefs = hit ? [{ ...hit, snippet: { text: 'He saw MAZ.', highlights: [[7, 10] as const] } }] : [];
    const answer = { ...FOUND, briefs, corrected: { from: 'rogozn', to: 'rogozin' } };
    const { view } = await drawn({ query: 'rogozn', answer });
    expect(view.querySelector('.popup-help')?.textContent).toBe('Nothing is spelt “rogozn”. Showing “rogozin”.');
    expect([...view.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Rogozin', 'MAZ']);
  });

  it('leads to all briefs only where there are some', async () => {
    const acts = async (total: number): Promise<string[]> => {
      const answer = { ...FOUND, briefs: total === 0 ? [] : FOUND.briefs, total };
      const { view } = await drawn({ query: 'rogozn', answer });
      return [...view.querySelectorAll('.popup-keys button')].map(nameOf);
    };
    expect([await acts(7), await acts(0)]).toEqual([['Show all 7'], []]);
  });

  it('says that nothing was found', async () => {
    const { view } = await drawn({ query: 'xyz', answer: { ...FOUND, entities: [], briefs: [], total: 0 } });
    expect(view.querySelector('[role=status].popup-inset')?.textContent).toContain('like “xyz”');
    expect(view.querySelector('input')?.getAttribute('aria-expanded')).toBe('false');
  });

  it('before anything is typed: what the page names, or how to search and what there is', async () => {
    const { view } = await drawn({ page: ready() });
    expect([...view.querySelectorAll('.result-name')].map((name) => name.textContent)).toEqual([
      'Dmitry Rogozin',
      'MAZ',
    ]);
    const weeks = { from: '2010-06-21', to: '2014-12-28' };
    const archives = [
      {
        id: 'a',
        title: 'Starter',
        briefs: 40,
        languages: ['en'],
        weeks,
        installedAt: 5,
        size: 1,
        source: null,
        use: 'on' as const,
        marks: 'in-pages' as const,
        state: 'whole' as const,
      },
    ];
    const bare = await drawn({ archives });
    expect(bare.view.querySelector('.popup-keys')?.textContent?.replaceAll('\u00a0', ' ')).toBe(
      '40 briefs · issue of Dec 2014Show all',
    );
  });

  it.each<Partial<PopupState>>([{ silent: 'yes' }, { query: 'rogoz', searchSilent: 'yes' }])(
    'says when nobody answers, and asks again: %o',
    async (state) => {
      const { view, use } = await drawn(state);
      expect(view.querySelector('[role=alert]')?.textContent).toContain('Backgrounder does not answer');
      await click(find(view, 'button', 'Try again'));
      expect(use.onAgain).toHaveBeenCalled();
    },
  );
});

describe('the foot', () => {
  const at = (watch: SiteState['watch'], host: string | null = 'x.example'): SiteState => ({ host, watch });
  const unread = (watch: SiteState['watch']): PageState => ({ status: 'unread', site: at(watch), archive: 'filled' });

  it.each<[string, PageState, string, string[], string | null]>([
    ['read once', { ...ready(), site: at('off') }, 'Read once', ['Briefing'], 'false'],
    ['watched and read', { ...ready(), site: at('watched') }, 'Watching', ['Briefing'], 'true'],
    ['watched as all are', { ...ready(), site: at('all') }, 'Watching: on every site', ['Briefing'], 'true'],
    ['of a watched site, on pause', unread('paused'), 'Paused', ['Read this page'], null],
    ['left alone', unread('personal'), 'Left alone', ['Read this page'], 'false'],
    ['not read', unread('off'), 'Off', ['Read this page'], 'false'],
    ['closed', { status: 'failed', site: at('off'), error: 'not-readable' }, 'Cannot be read', [], null],
    [
      'not named by the browser',
      { status: 'unread', site: at('unknown', null), archive: 'filled' },
      'This page is not read yet',
      ['Read this page'],
      null,
    ],
  ])('a page that is %s', async (_, page, words, buttons, switched) => {
    const { view } = await drawn({ page });
    const foot = view.querySelector('.site-foot');
    expect(foot?.querySelector('.site-foot-state')?.textContent).toBe(words);
    expect([...(foot?.querySelectorAll('.button') ?? [])].map(nameOf)).toEqual(buttons);
    expect(foot?.querySelector('[role=switch]')?.getAttribute('aria-checked') ?? null).toBe(switched);
  });

  it('switches the site, reads the page, opens the briefing', async () => {
    const { view, use } = await drawn({ page: unread('off') });
    await click(find(view, '[role=switch]', 'Watch x.example'));
    expect(use.onWatch).toHaveBeenCalledWith('x.example', 'on');
    await click(find(view, 'button', 'Read this page'));
    expect(use.onReadPage).toHaveBeenCalled();
    const read = await drawn({ page: ready() });
    await click(find(read.view, 'button', 'Briefing'));
    expect(read.use.onBriefing).toHaveBeenCalled();
  });

  it('says what to do when the browser gave no access', async () => {
    const { view } = await drawn({}, 'no-access');
    expect(view.querySelector('.notice')?.textContent).toContain('The browser gave no access');
  });
});

describe('adding the page', () => {
  it('has a button where there is a page, and the way back once it was done', async () => {
    const before = await drawn({ page: ready() });
    await click(find(before.view, 'button', 'Add this page to the archive'));
    expect(before.use.onAddPage).toHaveBeenCalledOnce();
    const { view, use } = await drawn({ page: ready() }, 'none', 'added');
    expect(view.querySelector('[role=status]')?.textContent).toBe('Added to “My pages”. Undo');
    await click(find(view, 'button', 'Undo'));
    expect(use.onUndoAdded).toHaveBeenCalledOnce();
    expect(nameOf((await drawn({ page: null })).view)).not.toContain('Add this page');
  });
});
