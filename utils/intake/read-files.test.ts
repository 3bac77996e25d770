import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { textOf } from '@/utils/model';
import { incomingOfPage, readOpml, type SourceFile, writeOpml } from '.';
import { readCsvTable } from './read-csv';
import { briefsOf, file, fixture, readThese, refusalsOf } from '../../tests/archives/files';

describe('a page', () => {
  it('is its article, without menus, forms and calls to share', async () => {
    const [brief] = await briefsOf(fixture('pages/northport.html'));
    expect({ ...brief, body: brief?.body.map(textOf) }).toMatchObject({
      title: 'Harbour board puts off the tender',
      lang: 'en',
      date: '2012-11-11',
      week: { from: '2012-11-05', to: '2012-11-11' },
      situation: { verdict: 'worsened', reason: '' },
      summary: 'The board gave no reason.',
      authors: ['Ada Byron'],
      body: [
        'On Tuesday the harbour board of Northport told the bidders that the tender will not open.',
        '“We need more time,” said its chairman.',
      ],
    });
  });

  it.each<[string, string, string[]]>([
    ['paragraphs only', '<p>One</p><p>Two</p>', ['One', 'Two']],
    [
      'the densest of several containers',
      '<div><p>short</p></div><div><p>A long paragraph of text.</p><p>And one more.</p></div>',
      ['A long paragraph of text.', 'And one more.'],
    ],
    ['text without any paragraph', '<body>Only words</body>', ['Only words']],
  ])('may be %s', async (_, html, body) =>
    expect((await briefsOf(file('x.html', html)))[0]?.body.map(textOf)).toEqual(body),
  );

  it('read in its tab keeps what is no furniture', () => {
    const added = incomingOfPage(
      {
        url: 'https://northport.example/a?utm=1',
        canonicalUrl: 'https://northport.example/a',
        title: 'Tender | Northport',
        lang: 'en',
        siteName: 'Northport weekly',
        publishedAt: '2012-11-11',
        extent: 'whole',
        blocks: [
          { text: 'Home', part: 'furniture' },
          { text: 'Tender put off', part: 'headline' },
          { text: 'No reason given.', part: 'lead' },
          { text: 'The board met.', part: 'body' },
        ],
      },
      'mine',
    );
    expect(
      added.ok && added.value.contents.briefs.map(({ id, title, date, body }) => [id, title, date, body.length]),
    ).toEqual([['mine/https://northport.example/a', 'Tender put off', '2012-11-11', 2]]);
  });
});

describe('a WordPress export', () => {
  it('gives its published posts with languages and translations', async () => {
    const found = await briefsOf(fixture('exports/wordpress.xml'));
    expect(
      found.map(({ id, group, lang, date, title, summary, body }) => [
        id,
        group,
        lang,
        date,
        title,
        summary,
        body.map(textOf).join(' / '),
      ]),
    ).toEqual([
      [
        'a/https://northport.example/?p=41',
        'a/pll_1',
        'en',
        '2012-11-11',
        'Harbour board puts off the tender',
        'The board gave no reason.',
        'First paragraph with a link. / A picture / Second paragraph.',
      ],
      [
        'a/https://northport.example/?p=43',
        'a/pll_1',
        'ru',
        '2012-11-11',
        'Совет порта откладывает конкурс',
        '',
        'Первый абзац.',
      ],
    ]);
  });
});

describe('a table', () => {
  it('is understood by its headings', async () => {
    const found = await briefsOf(fixture('exports/table.csv'));
    expect(
      found.map(({ lang, date, week, title, situation, summary, body, url, authors }) => ({
        lang,
        date,
        week,
        title,
        situation,
        summary,
        body: body.map(textOf),
        url,
        authors,
      })),
    ).toEqual([
      {
        lang: 'ru',
        date: '2012-11-19',
        week: null,
        title: 'Порт решил',
        situation: null,
        summary: '',
        body: ['Один абзац'],
        url: null,
        authors: [],
      },
      {
        lang: 'ru',
        date: '2012-11-12',
        week: { from: '2012-11-05', to: '2012-11-11' },
        title: 'Порт ждёт решения',
        situation: { verdict: 'unchanged', reason: 'совет молчит' },
        summary: 'Кратко о главном.',
        body: ['Первый абзац, с «кавычками» и "другими".', 'Второй абзац.'],
        url: 'https://northport.example/a',
        authors: ['Ада Байрон'],
      },
    ]);
  });

  it('is read by the columns its user chose', async () => {
    const table = file('t.csv', 'A,B\nOne,Text of one\nTwo,Text of two\n');
    expect(readCsvTable('A,B\nOne,Text').guess).toEqual({});
    expect(await refusalsOf(table)).toEqual(['no-columns']);
    const source = await readThese([table], { columns: { title: 'A', body: 'B' } });
    expect(source.ok && source.value.contents.briefs.map(({ title }) => title).sort()).toEqual(['One', 'Two']);
  });
});

describe('a zip', () => {
  it('is a folder', async () => {
    const zip = {
      path: 'all.zip',
      bytes: zipSync({
        'b/en.md': strToU8('# One\n\nText'),
        '__MACOSX/._x': strToU8('x'),
        'b/ru.txt': strToU8('Два\n\nТекст'),
      }),
    };
    expect((await briefsOf(zip)).map(({ id, lang }) => [id, lang])).toEqual([
      ['a/b/en', 'en'],
      ['a/b/ru', 'ru'],
    ]);
  });

  it.each<[string, () => Uint8Array, string]>([
    ['a path that leads out of it', () => zipSync({ '../x.md': strToU8('x') }), 'unsafe-path'],
    ['a path from the root', () => zipSync({ '/etc/x.md': strToU8('x') }), 'unsafe-path'],
    ['a path of Windows', () => zipSync({ '..\\x.md': strToU8('x') }), 'unsafe-path'],
    ['300 MB of zeros', () => zipSync({ 'x.md': new Uint8Array(300_000_000) }, { level: 9 }), 'too-large'],
    [
      'too many files',
      () =>
        zipSync(Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`${at}.md`, new Uint8Array()])), {
          level: 0,
        }),
      'too-many',
    ],
    [
      'its second half missing',
      () => zipSync({ 'x.md': crypto.getRandomValues(new Uint8Array(5_000)) }).subarray(0, 2_000),
      'not-a-zip',
    ],
    ['nothing in it but its beginning', () => Uint8Array.of(0x50, 0x4b, 3, 4), 'not-a-zip'],
  ])(
    'is refused for %s',
    async (_, bytes, kind) => expect(await refusalsOf({ path: 'x.zip', bytes: bytes() })).toEqual([kind]),
    20_000,
  );
});

describe('files', () => {
  it.each<[string, SourceFile[], string]>([
    ['nothing', [], 'empty'],
    ['an empty file', [file('x.txt', '')], 'empty'],
    ['a picture', [{ path: 'x.txt', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) }], 'not-text'],
    ['another program’s file', [file('x.docx', 'what')], 'not-known'],
    [
      'an archive among others',
      [
        fixture('markdown/broken.md'),
        file(
          'a.json',
          '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[],"_backgrounder":{"version":1}}',
        ),
      ],
      'not-alone',
    ],
  ])('are refused: %s', async (_, files, kind) => expect(await refusalsOf(...files)).toEqual([kind]));

  it('that cannot be read are named, and the others kept', async () => {
    const source = await readThese([file('a.md', '# One\n\nText'), file('b.docx', 'x'), file('c.xml', '<rss')]);
    expect(
      source.ok && [source.value.contents.briefs.length, source.value.notes.map(({ file, kind }) => `${file} ${kind}`)],
    ).toEqual([1, ['b.docx not-known', 'c.xml not-known']]);
  });

  it('in any order are the same archive', async () => {
    const files = [
      fixture('markdown/2012-11-05/en.md'),
      fixture('exports/table.csv'),
      fixture('text/brief-ru.txt'),
      fixture('feeds/atom-1.0.xml'),
    ];
    const [forth, back] = [await readThese(files), await readThese([...files].reverse())];
    expect(JSON.stringify(forth)).toBe(JSON.stringify(back));
  });

  it('stop when their user stops them, and say how far they are', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const files = Array.from({ length: 3_000 }, (_, at) =>
      file(`${at}.md`, `# Title ${at}\n\n${'Text of a paragraph. '.repeat(40)}`),
    );
    const source = await readThese(files, {
      signal: stop.signal,
      onProgress: ({ files }) => (seen.push(files), stop.abort()),
    });
    expect([source.ok, seen.length, (seen[0] ?? 0) < 3_000]).toEqual([false, 1, true]);
  });
});

describe('OPML', () => {
  it('gives its feeds, each once', () => {
    expect(readOpml(fixture('exports/subscriptions.opml'))).toEqual({
      ok: true,
      value: [
        { title: 'Northport & co', feed: 'https://northport.example/feed', site: 'https://northport.example/' },
        { title: 'Southport', feed: 'https://southport.example/atom.xml', site: null },
      ],
    });
  });

  it('that we write is read back the same', () => {
    const feeds = [
      { title: '<&">', feed: 'https://a.example/?a=1&b=2', site: null },
      { title: 'Порт', feed: 'https://b.example/', site: 'https://b.example/s' },
    ];
    expect(readOpml(file('o.opml', writeOpml('Mine', feeds)))).toEqual({ ok: true, value: feeds });
  });
});
