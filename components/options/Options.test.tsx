// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { click, find, focus, nameOf, press } from '../../tests/draw';
import { ARCHIVE, drawn, plain } from '../../tests/draw-options';

describe('the options', () => {
  it('list the archives with what they hold', async () => {
    const weeks = { from: '2010-06-21', to: '2014-12-28' };
    const installedAt = Date.UTC(2026, 10, 24, 12);
    const languages = ['en', 'be'];
    const source = { kind: 'folder', name: 'Briefs', files: 318 } as const;
    const archives = [{ ...ARCHIVE, title: 'Situation, weekly', briefs: 1612, languages, weeks, installedAt, source }];
    const { view } = await drawn('Archives', { archives });
    expect([...view.querySelectorAll('tbody th, tbody td')].map(plain)).toEqual([
      'Situation, weeklyBriefs, 318 files · Jun 2010 – Dec 2014',
      '1,612EN BE',
      '24 Nov 2026',
      '2.2 MB',
      '',
    ]);
  });

  it('say what was chosen of an archive, and that rows of it are lost', async () => {
    const archives = [{ ...ARCHIVE, use: 'off', marks: 'panel-only', state: 'damaged' } as const];
    const { view } = await drawn('Archives', { archives });
    expect(plain(view.querySelector('tbody th'))).toBe(
      'Deskdesk.jsonPanel onlyNot in useSome of its briefs are lost: the browser could not keep them. Bring the archive in again.',
    );
  });

  it('switch an archive off, and keep its names out of pages', async () => {
    const { view, use } = await drawn('Archives', { archives: [ARCHIVE] });
    await click(find(view, '[role=switch]', 'Use Desk'));
    expect(use.onChoose).toHaveBeenLastCalledWith('a', { use: 'off', marks: 'in-pages' });
    await focus(find(view, 'button', 'More: Desk'));
    await press('Enter');
    await click(find(document.body, '[role=menuitemcheckbox]', /^Panel only/u));
    expect(use.onChoose).toHaveBeenLastCalledWith('a', { use: 'on', marks: 'panel-only' });
  });

  it('say that an archive is there already, without an undo', async () => {
    await drawn('Archives', { archives: [ARCHIVE], undoable: { act: 'sameAlready', name: 'Desk' } });
    expect(plain(document.querySelector('.toast'))).toBe('“Desk” is there already, with the same briefs.');
  });

  it('take files and folders that are let go over the page', async () => {
    const { view, use } = await drawn('Archives', { archives: [ARCHIVE] });
    const dataTransfer = { types: ['Files'], items: [] };
    const drag = async (kind: string): Promise<Event> => {
      const event = Object.assign(new Event(kind, { bubbles: true, cancelable: true }), { dataTransfer });
      await act(async () => view.dispatchEvent(event));
      return event;
    };
    await drag('dragenter');
    expect(plain(document.querySelector('.drop-zone'))).toBe('Drop files or a folder to look at their briefs');
    await drag('dragleave');
    expect(document.querySelector('.drop-zone')).toBeNull();
    await drag('dragenter');
    expect((await drag('drop')).defaultPrevented).toBe(true);
    expect(use.onDrop).toHaveBeenCalledWith(dataTransfer);
    expect(document.querySelector('.drop-zone')).toBeNull();
  });

  // Each opens the menu once: one that is just closing gives the focus back when it likes.
  it.each([
    ['Export', 'onExport'],
    ['Remove', 'onRemove'],
  ] as const)('“%s” of an archive is in its menu', async (act, called) => {
    const { view, use } = await drawn('Archives', { archives: [ARCHIVE] });
    await focus(find(view, 'button', 'More: Desk'));
    await press('Enter');
    await click(find(document.body, '[role=menuitem]', act));
    expect(use[called]).toHaveBeenCalledWith('a');
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
    const archives = [ARCHIVE];
    const { view, use } = await drawn('Archives', { archives });
    await click(find(view, 'button', 'Use the starter archive'));
    expect(use.onStarter).toHaveBeenCalled();
    const whole = await drawn('Archives', { archives: [{ ...ARCHIVE, id: 'starter' }] });
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
