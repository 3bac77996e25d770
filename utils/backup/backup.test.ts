import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Brief, Edit, Note } from '@/utils/model';
import { type BackedArchive, backupLines, readBackup } from '.';
import { lineOf } from './line';

const BRIEF: Brief = {
  id: 'desk/1',
  archiveId: 'desk',
  group: 'desk/g',
  lang: 'en',
  week: { from: '2012-10-29', to: '2012-11-04' },
  date: null,
  title: 'One “quoted”\u2028',
  situation: { verdict: 'improved', reason: '' },
  summary: '',
  entities: ['desk/minsk'],
  url: 'https://a.example/1',
  authors: ['A'],
  body: [{ kind: 'paragraph', spans: [{ text: 'Text', strong: true, href: 'https://a.example/' }] }],
};
const ARCHIVE: BackedArchive = {
  contents: {
    id: 'desk',
    title: 'Desk',
    homePage: null,
    says: 'private',
    entities: [
      {
        id: 'desk/minsk',
        type: 'place',
        names: [{ text: 'Minsk', kind: 'full' }],
        ambiguous: false,
        saidBy: 'archive',
      },
    ],
    briefs: [BRIEF],
  },
  installedAt: 5,
  source: { kind: 'folder', name: 'Desk', files: 3 },
  choice: { use: 'off', marks: 'panel-only' },
};
const EDIT: Edit = {
  version: 1,
  id: 'e1',
  at: 7,
  label: 'Minsk',
  changes: [{ act: 'add-name', entity: 'desk/minsk', name: { text: 'Менск', lang: 'be', kind: 'alias' } }],
};
const NOTE: Note = {
  version: 1,
  id: 'n1',
  pinnedAt: 3,
  place: 0.5,
  text: 'mine',
  briefId: 'desk/1',
  brief: {
    lang: 'en',
    week: null,
    date: '2012-11-01',
    title: 'One',
    situation: null,
    summary: '',
    url: null,
    authors: [],
  },
  archiveTitle: 'Desk',
  print: 'x',
  passage: { block: 0, start: 0, end: 4, quote: 'Text' },
};
const SETTINGS = { theme: 'dark', watched: { hosts: ['a.example'], all: 'off' } };

interface Things {
  settings?: Record<string, unknown>;
  edits?: Edit[];
  notes?: Note[];
  archives?: BackedArchive[];
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

async function written({ settings = {}, edits = [], notes = [], archives = [] }: Things): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of backupLines({ settings, edits, notes, archives: each(archives) })) lines.push(line);
  return lines;
}

async function read(lines: readonly string[]) {
  const got = { settings: {} as Record<string, unknown>, edits: [] as Edit[], notes: [] as Note[], archives: [] as BackedArchive[] }; // prettier-ignore
  const outcome = await readBackup(each(lines.map((line) => line.replace(/\n$/u, ''))), {
    setting: (key, value) => void (got.settings[key] = value),
    edit: (edit) => void got.edits.push(edit),
    note: (note) => void got.notes.push(note),
    archive: (archive) => Promise.resolve(void got.archives.push(archive)),
  });
  return { outcome, got };
}

const ALL = { settings: SETTINGS, edits: [EDIT], notes: [NOTE], archives: [ARCHIVE] };

describe('a backup', () => {
  it('gives back what was put in, and says how much that is', async () => {
    const { outcome, got } = await read(await written(ALL));
    expect(got).toEqual(ALL);
    expect(outcome).toEqual({
      ok: true,
      value: { settings: 2, edits: 1, notes: 1, archives: [{ title: 'Desk', briefs: 1 }] },
    });
  });

  it('of nothing is one too', async () => {
    const { outcome, got } = await read(await written({}));
    expect([outcome.ok, got]).toEqual([true, { settings: {}, edits: [], notes: [], archives: [] }]);
  });

  it('has the same bytes whoever made its parts, in whatever order they made them', async () => {
    const shuffled = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shuffled)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, of]) => [key, shuffled(of)]),
            )
          : value;
    expect(await written(shuffled(ALL) as Things)).toEqual(await written(ALL));
  });

  it('read and written again is the same, whatever texts are in it', async () => {
    const text = fc.string({ unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, body, note) => {
        const brief = { ...BRIEF, title, body: [{ kind: 'quote' as const, spans: [{ text: body }] }] };
        const archives = [{ ...ARCHIVE, contents: { ...ARCHIVE.contents, briefs: [brief] } }];
        const lines = await written({ ...ALL, notes: [{ ...NOTE, text: note }], archives });
        const { outcome, got } = await read(lines);
        expect(outcome.ok).toBe(true);
        expect(await written(got)).toEqual(lines);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a damaged backup is refused with its place', () => {
  it('whichever character was changed, taken away or put in', async () => {
    const lines = await written(ALL);
    const text = lines.join('');
    const change = fc.record({ at: fc.nat(text.length - 1), how: fc.constantFrom('flip', 'drop', 'add') });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, how }) => {
        const flipped = String.fromCharCode(text.charCodeAt(at) ^ 1);
        const middle = { flip: flipped, drop: '', add: `${text[at]}x` }[how];
        const broken = (text.slice(0, at) + middle + text.slice(at + 1)).split('\n').filter((line) => line !== '');
        const { outcome } = await read(broken);
        // The very last line end may go: nothing is lost with it.
        if (at === text.length - 1 && how === 'drop') return;
        expect(outcome.ok).toBe(false);
        const line = text.slice(0, at).split('\n').length;
        if (!outcome.ok && text[at] !== '\n') expect(outcome.error.line).toBe(line);
      }),
      { numRuns: 500 },
    );
  });

  it('wherever it was cut', async () => {
    const lines = await written(ALL);
    for (let keep = 0; keep < lines.length; keep++) {
      const { outcome } = await read(lines.slice(0, keep));
      expect(outcome).toMatchObject({
        ok: false,
        error: { kind: keep === 0 ? 'not-a-backup' : 'cut-short', line: keep },
      });
    }
  });

  it('whichever line is gone or there twice', async () => {
    const lines = await written(ALL);
    for (let at = 0; at < lines.length; at++) {
      expect((await read(lines.toSpliced(at, 1))).outcome.ok, `without line ${at + 1}`).toBe(false);
      expect((await read(lines.toSpliced(at, 0, lines[at]!))).outcome.ok, `line ${at + 1} twice`).toBe(false);
    }
  });

  const withBrief = (change: object): string => lineOf('brief', { ...BRIEF, ...change });
  it.each<[string, string, string]>([
    ['a brief of another archive', withBrief({ id: 'starter/1' }), 'brief.id'],
    ['a brief that says it is of another', withBrief({ archiveId: 'starter' }), 'brief.archiveId'],
    ['a group of another archive', withBrief({ group: 'starter/g' }), 'brief.group'],
    ['an entity of another archive', withBrief({ entities: ['starter/x'] }), 'brief.entities'],
    ['an address that runs', withBrief({ url: 'javascript:alert(1)' }), 'brief.url'],
    [
      'a link that runs',
      withBrief({ body: [{ kind: 'paragraph', spans: [{ text: 'x', href: 'java\nscript:alert(1)' }] }] }),
      'brief.body.0.spans.0.href',
    ],
    ['a body that is HTML', withBrief({ body: '<p>' }), 'brief.body'],
    ['a week that is none', withBrief({ week: { from: 'Monday', to: '2012-11-04' } }), 'brief.week.from'],
    ['a kind of line that is none', lineOf('script', {}), 'script'],
  ])('%s, though its checksum is right', async (_, line, field) => {
    const lines = (await written(ALL)).map((each) => (each.startsWith('["brief"') ? line : each));
    const { outcome } = await read(lines);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'wrong-kind', field } });
    expect(!outcome.ok && outcome.error.line).toBe(8);
  });

  it.each<[string, string[], string]>([
    ['another file', ['{"version":"https://jsonfeed.org/version/1.1"}'], 'not-a-backup'],
    ['an empty file', [''], 'not-a-backup'],
    ['a backup of a newer version', [lineOf('backgrounder backup', { version: 2 })], 'newer-version'],
  ])('%s', async (_, lines, kind) => {
    expect((await read(lines)).outcome).toMatchObject({ ok: false, error: { kind, line: 1 } });
  });

  it('keys that would be prototypes stay keys', async () => {
    const settings = JSON.parse('{"__proto__": {"x": 1}}') as Record<string, unknown>;
    await read(await written({ settings }));
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
