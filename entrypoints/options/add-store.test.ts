import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { COLUMN_FIELDS, type Step } from '@/components/options/adding';
import { holdsBy, openArchives } from '@/utils/archive';
import { CSV_FIELDS } from '@/utils/intake';
import { done } from '@/utils/model';
import { fakeLocks } from '../../tests/fake-locks';
import { type AddingNeeds, createAddStore } from './add-store';
import { archiveIdFor, slugOf } from './archive-id';
import { createArchiveKeeper } from './archive-keeper';
import { workerHere } from '../../tests/worker-here';

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

/** A file as a browser hands it over; `folder` where a whole folder was chosen. */
function file(name: string, text: string, folder = ''): File {
  const made = new File([text], name.split('/').at(-1) ?? name);
  return Object.defineProperty(made, 'webkitRelativePath', { value: folder && `${folder}/${name}` });
}

const MARKDOWN = (title: string): string => `---\ntitle: ${title}\nweek: 2012-10-29/2012-11-04\n---\n\nText.\n`;

async function opened(archives: { id: string; title: string }[] = []) {
  const locks = fakeLocks();
  const keeper = createArchiveKeeper({
    startWorker: () => workerHere(locks),
    holds: holdsBy(locks),
    ask: (() => Promise.resolve(done(null))) as never,
  });
  const onPut = vi.fn<AddingNeeds['onPut']>(() => Promise.resolve());
  const store = createAddStore({ archives: () => archives, languages: () => ['ru'], keeper, now: () => 5, onPut });
  store.getState().onOpen();
  const step = async <Name extends Step['step']>(wanted: Name): Promise<Extract<Step, { step: Name }>> => {
    await vi.waitFor(() => expect(store.getState().now.step).toBe(wanted));
    return store.getState().now as Extract<Step, { step: Name }>;
  };
  const stored = await openArchives(locks);
  return { store, onPut, step, stored, use: store.getState() };
}

describe('bringing files in', () => {
  it('reads a folder by the paths inside it, and keeps nothing before it is told to', async () => {
    const { onPut, step, stored, use, store } = await opened();
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
    expect(await stored.list()).toEqual([]);
    use.onAdd();
    await step('choosing');
    expect(store.getState().sheet).toBe('closed');
    expect(onPut).toHaveBeenCalledWith('Desk', {
      ok: true,
      value: expect.toSatisfy((undo: unknown) => typeof undo === 'function'),
    });
    expect((await stored.list())[0]?.source).toEqual({ kind: 'folder', name: 'Desk', files: 3 });
    const { contents } = (await stored.archive('desk'))!;
    expect(contents).toMatchObject({ id: 'desk', title: 'Desk' });
    expect(contents.briefs.every((brief) => brief.id.startsWith('desk/') && brief.archiveId === 'desk')).toBe(true);
    expect(new Set(contents.briefs.map((brief) => brief.group)).size).toBe(1);
  });

  it('takes an archive file with its entities under its own id', async () => {
    const { step, stored, use } = await opened();
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
    expect((await stored.archive('situation'))?.contents).toMatchObject({
      id: 'situation',
      entities: [{ id: 'situation/maz' }],
      briefs: [{ id: 'situation/1', group: 'situation/1', entities: ['situation/maz'] }],
    });
  });

  it('says that it replaces an archive of the same title, until the title is changed', async () => {
    const { step, stored, use, store } = await opened([{ id: 'old', title: 'Desk' }]);
    use.onFiles([file('Desk.md', MARKDOWN('One'))]);
    expect(await step('previewing')).toMatchObject({ preview: { title: 'Desk', replaces: 'archive' } });
    use.onTitle('Other desk');
    expect(store.getState().now).toMatchObject({ preview: { title: 'Other desk', replaces: 'nothing' } });
    use.onTitle('desk ');
    use.onAdd();
    await step('choosing');
    expect(await stored.list()).toMatchObject([{ id: 'old', title: 'desk', installedAt: 5 }]);
  });

  it('names the place where an archive file is broken', async () => {
    const { step, use } = await opened();
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'A', items: [{ id: '7', title: 5 }] };
    use.onFiles([file('a.json', JSON.stringify({ ...feed, _backgrounder: { version: 1 } }))]);
    expect(await step('refused')).toMatchObject({
      name: 'a.json',
      problems: [{ file: 'a.json', item: '7', field: 'title', kind: 'wrong-kind' }],
    });
  });

  it('reads a table again by other columns', async () => {
    const { step, use } = await opened();
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
    const { store, use, stored } = await opened();
    use.onFiles(Array.from({ length: 50 }, (_, place) => file(`${place}.md`, MARKDOWN(`Brief ${place}`), 'Desk')));
    expect(store.getState().now.step).toBe('reading');
    use.onCancel();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(store.getState().now).toEqual({ step: 'choosing' });
    use.onAdd();
    expect(await stored.list()).toEqual([]);
  });

  it('refuses more than is read at once', async () => {
    const { step, use } = await opened();
    const large = file('large.json', 'x'.repeat(65 * 1024 * 1024));
    use.onFiles([large]);
    expect(await step('refused')).toMatchObject({ problems: [{ file: 'large.json', kind: 'too-large' }] });
  });

  it('stays where it was when storage refuses', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { onPut, step, use, store } = await opened();
    use.onFiles([file('Desk.md', MARKDOWN('One'))]);
    await step('previewing');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    use.onAdd();
    expect(store.getState().now.step).toBe('adding');
    await step('previewing');
    expect(onPut).toHaveBeenCalledWith('Desk', { ok: false, error: 'disk-full' });
    expect(store.getState().sheet).toBe('open');
  });

  it('asks about a source that would take most of an archive away', async () => {
    const archives: { id: string; title: string }[] = [];
    const { step, use, store } = await opened(archives);
    const folder = (count: number): File[] =>
      Array.from({ length: count }, (_, place) => file(`${place}.md`, MARKDOWN(`Brief ${place}`), 'Desk'));
    use.onFiles(folder(10));
    await step('previewing');
    use.onAdd();
    await step('choosing');
    archives.push({ id: 'desk', title: 'Desk' });
    use.onFiles(folder(2));
    await step('previewing');
    await vi.waitFor(() =>
      expect(store.getState().now).toMatchObject({
        preview: { replaces: 'archive', shrinking: { kind: 'shrunken', lost: 8, of: 10 } },
      }),
    );
    use.onTitle('Another desk');
    expect(store.getState().now).toMatchObject({ preview: { replaces: 'nothing', shrinking: { kind: 'no' } } });
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
