import { describe, expect, it, vi } from 'vitest';
import { COLUMN_FIELDS } from '@/components/options/adding';
import { CSV_FIELDS } from '@/utils/intake';
import type { ArchiveContents } from '@/utils/model';
import { archiveIdFor, slugOf } from './archive-id';
import { createAddStore } from './add-store';

/** A file as a browser hands it over; `folder` where a whole folder was chosen. */
function file(name: string, text: string, folder = ''): File {
  const made = new File([text], name.split('/').at(-1) ?? name);
  return Object.defineProperty(made, 'webkitRelativePath', { value: folder && `${folder}/${name}` });
}

const MARKDOWN = (title: string): string => `---\ntitle: ${title}\nweek: 2012-10-29/2012-11-04\n---\n\nText.\n`;

function opened(archives: { id: string; title: string }[] = [], outcome: 'kept' | 'refused' = 'kept') {
  const put = vi.fn((_contents: ArchiveContents) => Promise.resolve(outcome));
  const store = createAddStore({ archives: () => archives, languages: () => ['ru'], put });
  store.getState().onOpen();
  const step = async (wanted: string) => {
    await vi.waitFor(() => expect(store.getState().now.step).toBe(wanted));
    return store.getState().now;
  };
  return { store, put, step, use: store.getState() };
}

describe('bringing files in', () => {
  it('reads a folder by the paths inside it, and keeps nothing before it is told to', async () => {
    const { put, step, use, store } = opened();
    use.onFiles([
      file('2012-10-29/ru.md', MARKDOWN('Оборонка'), 'Desk'),
      file('2012-10-29/en.md', MARKDOWN('Defence'), 'Desk'),
      file('.git/config', 'x', 'Desk'),
      file('notes.pdf', 'x', 'Desk'),
    ]);
    const now = await step('previewing');
    expect(now).toMatchObject({
      name: 'Desk',
      preview: {
        title: 'Desk',
        replaces: 'nothing',
        briefs: 1,
        languages: expect.arrayContaining([
          { lang: 'en', briefs: 1 },
          { lang: 'ru', briefs: 1 },
        ]),
        weeks: { from: '2012-10-29', to: '2012-11-04' },
        first: [{ title: 'Оборонка', languages: ['ru', 'en'] }],
        problems: [{ file: 'notes.pdf', kind: 'not-known' }],
      },
    });
    expect(put).not.toHaveBeenCalled();
    use.onAdd();
    await step('choosing');
    expect(store.getState().sheet).toBe('closed');
    const contents = put.mock.calls[0]![0];
    expect(contents).toMatchObject({ id: 'desk', title: 'Desk' });
    expect(contents.briefs.every((brief) => brief.id.startsWith('desk/') && brief.archiveId === 'desk')).toBe(true);
    expect(new Set(contents.briefs.map((brief) => brief.group)).size).toBe(1);
  });

  it('takes an archive file with its entities under its own id', async () => {
    const { put, step, use } = opened();
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Situation',
      _backgrounder: { version: 1, entities: [{ id: 'maz', type: 'company', names: [{ text: 'MAZ', kind: 'full' }] }] },
      items: [{ id: '1', title: 'One', content_text: 'x', _backgrounder: { entities: ['maz'] } }],
    };
    use.onFiles([file('export.json', JSON.stringify(feed))]);
    await step('previewing');
    use.onAdd();
    await step('choosing');
    expect(put.mock.calls[0]![0]).toMatchObject({
      id: 'situation',
      entities: [{ id: 'situation/maz' }],
      briefs: [{ id: 'situation/1', group: 'situation/1', entities: ['situation/maz'] }],
    });
  });

  it('says that it replaces an archive of the same title, until the title is changed', async () => {
    const { put, step, use, store } = opened([{ id: 'old', title: 'Desk' }]);
    use.onFiles([file('Desk.md', MARKDOWN('One'))]);
    expect(await step('previewing')).toMatchObject({ preview: { title: 'Desk', replaces: 'archive' } });
    use.onTitle('Other desk');
    expect(store.getState().now).toMatchObject({ preview: { title: 'Other desk', replaces: 'nothing' } });
    use.onTitle('desk ');
    use.onAdd();
    await step('choosing');
    expect(put.mock.calls[0]![0]).toMatchObject({ id: 'old', title: 'desk' });
  });

  it('names the place where an archive file is broken', async () => {
    const { step, use } = opened();
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'A', items: [{ id: '7', title: 5 }] };
    use.onFiles([file('a.json', JSON.stringify({ ...feed, _backgrounder: { version: 1 } }))]);
    expect(await step('refused')).toMatchObject({
      name: 'a.json',
      problems: [{ file: 'a.json', item: '7', field: 'title', kind: 'wrong-kind' }],
    });
  });

  it('reads a table again by other columns', async () => {
    const { step, use } = opened();
    use.onFiles([file('desk.csv', 'Header,Story\nOne,Text one\nTwo,Text two\n')]);
    expect(await step('refused')).toMatchObject({
      problems: [{ kind: 'no-columns' }],
      columns: { headings: ['Header', 'Story'] },
    });
    use.onColumn('title', 'Header');
    expect(await step('previewing')).toMatchObject({
      preview: { briefs: 2 },
      columns: { chosen: { title: 'Header' } },
    });
    use.onColumn('title', null);
    await step('refused');
  });

  it('lets every field of a table be chosen that intake reads', () => {
    expect(COLUMN_FIELDS.toSorted()).toEqual(CSV_FIELDS.toSorted());
  });

  it('stops when it is told to, whatever was still being read', async () => {
    const { store, use, put } = opened();
    use.onFiles(Array.from({ length: 50 }, (_, place) => file(`${place}.md`, MARKDOWN(`Brief ${place}`), 'Desk')));
    expect(store.getState().now.step).toBe('reading');
    use.onCancel();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(store.getState().now).toEqual({ step: 'choosing' });
    use.onAdd();
    expect(put).not.toHaveBeenCalled();
  });

  it('refuses more than is read at once, and files that are gone', async () => {
    const { step, use } = opened();
    const large = Object.defineProperty(file('large.json', ''), 'size', { value: 65 * 1024 * 1024 });
    use.onFiles([large]);
    expect(await step('refused')).toMatchObject({ problems: [{ file: 'large.json', kind: 'too-large' }] });
    const gone = Object.assign(file('gone.md', ''), { arrayBuffer: () => Promise.reject(new Error('NotFoundError')) });
    use.onFiles([gone]);
    await vi.waitFor(async () =>
      expect(await step('refused')).toMatchObject({ problems: [{ file: 'gone.md', kind: 'not-readable' }] }),
    );
  });

  it('stays where it was when storage refuses', async () => {
    const { step, use, store } = opened([], 'refused');
    use.onFiles([file('Desk.md', MARKDOWN('One'))]);
    await step('previewing');
    use.onAdd();
    expect(store.getState().now.step).toBe('adding');
    await step('previewing');
    expect(store.getState().sheet).toBe('open');
  });
});

describe('the id of an archive', () => {
  it.each([
    ['Situation in Belarus', [], 'situation-in-belarus'],
    ['Ситуация в Беларуси', [], 'ситуация-в-беларуси'],
    ['a/b: c', [], 'a-b-c'],
    ['…', [], 'archive'],
    ['Starter', [], 'starter-2'],
    ['Desk!', ['desk', 'desk-2'], 'desk-3'],
  ])('%s', (title, taken, id) => {
    const archives = taken.map((each) => ({ id: each, title: `archive ${each}` }));
    expect(archiveIdFor(title, archives)).toEqual({ id, replaces: 'nothing' });
  });

  it('ends no key in the middle of its hyphens', () => expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59)));
});
