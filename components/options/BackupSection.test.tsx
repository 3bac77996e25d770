// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { click, draw, find } from '../../tests/draw';
import { plain } from '../../tests/draw-options';
import type { BackupStep } from './backing';
import { BackupSection } from './BackupSection';

async function drawn(backup: BackupStep) {
  const use = {
    onBackUp: vi.fn(),
    onBackupFile: vi.fn(),
    onRestore: vi.fn(),
    onBackupLetGo: vi.fn(),
    onUndo: vi.fn(),
    onSettle: vi.fn(),
  };
  const state = { undoable: null, refused: null };
  return { view: await draw(<BackupSection backup={backup} state={state} use={use} />), use };
}

const SUMMARY = { settings: 9, edits: 2, notes: 31, archives: [{ title: 'Desk', briefs: 1 }] };

describe('the part about backups', () => {
  it('saves everything', async () => {
    const { view, use } = await drawn({ step: 'ready' });
    expect(plain(view)).toContain('It is not encrypted');
    await click(find(view, 'button', 'Save a backup'));
    expect(use.onBackUp).toHaveBeenCalled();
  });

  it('shows what is in a backup before it takes the place of everything', async () => {
    const { view, use } = await drawn({ step: 'looking', name: 'my.backup', summary: SUMMARY });
    expect([...view.querySelectorAll('dt, dd')].map(plain)).toEqual(['Archives', '1', 'Edits', '2', 'Notes', '31', 'Settings', '9']); // prettier-ignore
    expect(plain(view.querySelector('.add-list'))).toBe('Desk1 brief');
    await click(find(view, 'button', 'Restore everything'));
    expect(use.onRestore).toHaveBeenCalled();
    await click(find(view, 'button', 'Cancel'));
    expect(use.onBackupLetGo).toHaveBeenCalled();
  });

  it.each<[BackupStep, string]>([
    [{ step: 'checking', name: 'my.backup', share: 0.424 }, 'Checked: 42 %'],
    [{ step: 'restoring', name: 'my.backup', summary: SUMMARY, share: 0.5 }, 'Restored: 50 %'],
  ])('shows how far it is, and can be broken off', async (step, words) => {
    const { view, use } = await drawn(step);
    expect(plain(view.querySelector('[role=status]'))).toBe(words);
    expect(find(view, 'button', 'Save a backup').hasAttribute('disabled')).toBe(true);
    await click(find(view, 'button', 'Cancel'));
    expect(use.onBackupLetGo).toHaveBeenCalled();
  });

  it.each([
    ['damaged', 'It is damaged in line 17. Nothing was changed.'],
    ['cut-short', 'Something is missing in it, after line 17. Nothing was changed.'],
    ['wrong-kind', 'Line 17 holds what cannot be there. Nothing was changed.'],
    ['not-a-backup', 'This file is no backup of Backgrounder. Nothing was changed.'],
  ] as const)('says where a backup is broken: %s', async (kind, words) => {
    const fault = { kind, line: 17, archive: 'Desk', field: 'brief.week.from' };
    const { view } = await drawn({ step: 'refused', name: 'my.backup', fault });
    const notice = view.querySelector('[role=alert]');
    expect(plain(notice)).toContain(words);
    expect(plain(notice)).toContain('my.backup · Desk · brief.week.from');
  });
});
