// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { click, draw, find, nameOf, press, type } from '../../tests/draw';
import type { EditedEntity } from './entity-draft';
import { EntityEditor } from './EntityEditor';

const MAZ: EditedEntity = {
  id: 'a/maz',
  type: 'company',
  fullName: 'MAZ',
  ambiguous: false,
  state: 'known',
  names: [
    { text: 'MAZ', lang: 'en', kind: 'full', saidBy: 'archive', use: 'used' },
    { text: 'МАЗ', lang: 'ru', kind: 'full', saidBy: 'archive', use: 'used' },
  ],
};

const use = {
  onSave: vi.fn(),
  onMute: vi.fn(),
  onUnmute: null,
  onMerge: vi.fn(),
  onSplit: vi.fn(),
  onMuteName: vi.fn(),
  onDraft: vi.fn(),
  onTry: vi.fn(async () => []),
  onBack: vi.fn(),
};

const drawn = (kept: object | null, entity = MAZ): Promise<HTMLElement> =>
  draw(
    <EntityEditor entity={entity} others={[]} backTo="MAZ" about={['5 briefs']} refused="no" kept={kept} use={use} />,
  );
const firstName = (view: HTMLElement): HTMLInputElement => find(view, 'input', 'Name 1') as HTMLInputElement;
const lastDraft = (): object | null => use.onDraft.mock.lastCall?.[0] as object | null;

beforeEach(() => void vi.clearAllMocks());

describe('the editor', () => {
  it('takes the focus, and Esc leaves it wherever the focus is', async () => {
    const view = await drawn(null);
    expect(document.activeElement).toBe(view.querySelector('.editor'));
    await press('Escape');
    (document.activeElement as HTMLElement).blur();
    await press('Escape');
    expect(use.onBack).toHaveBeenCalledTimes(2);
  });

  it('hands out what is typed, and nothing once it is as before', async () => {
    const view = await drawn(null);
    await type(firstName(view), 'MAZ works');
    expect(lastDraft()).toMatchObject({ names: [{ text: 'MAZ works' }, { text: 'МАЗ' }] });
    await type(firstName(view), 'MAZ');
    expect(lastDraft()).toBeNull();
  });

  it('goes on with what was left unsaved, says so, and can start over', async () => {
    const before = await drawn(null);
    await type(firstName(before), 'MAZ works');
    await click(find(before, 'button', 'Add a name'));
    const view = await drawn(lastDraft());
    expect(firstName(view).value).toBe('MAZ works');
    expect(view.textContent).toContain('These changes are not saved yet');
    // A row added now is not one of those that were kept.
    await click(find(view, 'button', 'Add a name'));
    expect([...view.querySelectorAll('input')].map(nameOf).filter((name) => /^Name \d/u.test(name))).toHaveLength(4);
    await click(find(view, 'button', 'Start over'));
    expect(firstName(view).value).toBe('MAZ');
    expect(lastDraft()).toBeNull();
    expect(view.textContent).not.toContain('These changes are not saved yet');
  });

  it('begins anew where the archive has other names by now', async () => {
    const before = await drawn(null);
    await type(firstName(before), 'MAZ works');
    const renamed = { ...MAZ, names: MAZ.names.map((name) => ({ ...name, text: `${name.text} 2` })) };
    const view = await drawn(lastDraft(), renamed);
    expect(firstName(view).value).toBe('MAZ 2');
  });
});
