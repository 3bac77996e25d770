// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { click, find, type } from '../../tests/draw';
import type { Adding, Preview } from './adding';
import { drawn, plain } from '../../tests/draw-options';

const PREVIEW: Preview = {
  title: 'Desk',
  replaces: 'nothing',
  shrinking: { kind: 'no' },
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
    const keeping = { step: 'indexing' } as const;
    await drawn('Archives', {}, at({ step, name: 'desk.zip', preview, columns: null, keeping }));
    expect(find(sheet(), 'button', name).hasAttribute('disabled')).toBe(true);
  });

  it('asks first where most of the archive would go', async () => {
    const preview: Preview = { ...PREVIEW, replaces: 'archive', shrinking: { kind: 'shrunken', lost: 119, of: 120 } };
    const { use } = await drawn('Archives', {}, at({ step: 'previewing', name: 'desk.zip', preview, columns: null }));
    expect(plain(sheet())).toContain('Of 120 briefs in that archive, 119 are not in this source and would go.');
    await click(find(sheet(), 'button', 'Replace anyway'));
    expect(use.onAdd).toHaveBeenCalled();
  });

  it.each([
    [{ step: 'finding', briefs: 300, of: 1200 }, 'Finding names in briefs: 300 of 1,200', 300],
    [{ step: 'storing', briefs: 500, of: 1200 }, 'Keeping 500 of 1,200', 500],
    [{ step: 'indexing' }, 'Making them searchable…', undefined],
  ] as const)('shows how far it is, and can be broken off: %j', async (keeping, words, value) => {
    const now = { step: 'adding', name: 'desk.zip', preview: PREVIEW, columns: null, keeping } as const;
    const { use } = await drawn('Archives', {}, at(now));
    expect(plain(sheet())).toContain(words);
    expect(sheet().querySelector('progress')?.value).toBe(value);
    await click(find(sheet(), 'button', 'Cancel'));
    expect(use.onCancel).toHaveBeenCalled();
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
