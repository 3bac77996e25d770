import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textOf } from '@/utils/model';
import { cpuMs } from '../../tests/archives/cpu-time';
import { describeProblem, type FeedIncoming, readFeed } from '.';
import { findFeeds } from './find-feeds';
import { readSiteMap } from './read-sitemap';
import { wordPressPage } from './read-wordpress';

const ADDRESS = 'https://northport.example/feed/';

function read(text: string | Uint8Array, contentType = ''): ReturnType<typeof readFeed> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readFeed({ bytes, contentType, address: ADDRESS, archiveId: 'n' });
}

function incoming(file: string): FeedIncoming {
  const feed = read(readFileSync(`tests/archives/feeds/${file}`));
  if (!feed.ok) throw new Error(feed.error.map(describeProblem).join());
  return feed.value;
}

/** What a reader of the archive would see, a line a brief. */
function shown({ contents }: FeedIncoming): string[] {
  return contents.briefs.map(({ id, lang, date, title, summary, body, url }) =>
    [id, lang, date, title, summary, body.map(textOf).join(' / '), url].join(' | '),
  );
}

describe('a feed', () => {
  it.each<[string, string[]]>([
    [
      'rss-2.0.xml',
      [
        'n/tender-3 | en | 2012-11-12 | Harbour board puts off the tender: November 5 – November 11, 2012 | The board gave no reason. | On Tuesday the harbour board spoke. | https://northport.example/2012/tender',
        'n/1d7effd13a68e90ccb5b46 | en |  | No id, no date | Only words. | Only words. | ',
        'n/https://northport.example/bad-date | en |  | A bad date | Text. | Text. | https://northport.example/bad-date',
      ],
    ],
    [
      'rss-1.0.rdf',
      [
        'n/https://northport.example/a | ru | 2012-11-05 | Порт ждёт решения | Совет порта не назвал причину. | Совет порта не назвал причину. | https://northport.example/a',
      ],
    ],
    [
      'rss-0.91.xml',
      [
        'n/https://northport.example/old |  |  | Tender & delay | Words & more. | Words & more. | https://northport.example/old',
      ],
    ],
    [
      'atom-1.0.xml',
      [
        'n/tag:northport.example,2012:be/1 | be | 2012-11-11 | Порт чакае рашэння | Рада порта не назвала прычыну. | У аўторак рада порта выступіла. | https://northport.example/be/1.html',
      ],
    ],
    [
      'atom-0.3.xml',
      [
        'n/tag:northport.example,2004:03 | en | 2004-05-04 | Tender & delay |  | The board met. | https://northport.example/03',
      ],
    ],
    [
      'json-feed.json',
      [
        'n/7 | en | 2012-11-06 | Talks go on |  | First. / Second. | https://northport.example/7',
        'n/8 | en |  | Eighth |  | Eighth | ',
      ],
    ],
    [
      'wordpress-posts.json',
      [
        'n/https://northport.example/?p=41 | en | 2012-11-11 | Harbour board – no reason | The board gave no reason. | On Tuesday the board spoke. | https://northport.example/2012/11/tender/',
      ],
    ],
  ])('%s', (file, expected) => expect(shown(incoming(file))).toEqual(expected));

  it('gives week and situation where its first lines say them', () => {
    expect(incoming('rss-2.0.xml').contents.briefs[0]).toMatchObject({
      week: { from: '2012-11-05', to: '2012-11-11' },
      situation: { verdict: 'worsened', reason: '' },
      authors: ['Ada Byron'],
    });
    expect(incoming('atom-1.0.xml').contents.briefs[0]?.situation).toEqual({ verdict: 'improved', reason: '' });
    expect(incoming('wordpress-posts.json').contents.briefs[0]).toMatchObject({
      week: { from: '2012-10-29', to: '2012-11-04' },
      situation: { verdict: 'unchanged', reason: '' },
    });
  });

  it('resolves links inside and keeps nothing else', () => {
    const [brief] = incoming('rss-2.0.xml').contents.briefs;
    expect(brief?.body).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { text: 'On Tuesday the ' },
          { text: 'harbour board', href: 'https://northport.example/board' },
          { text: ' spoke.' },
        ],
      },
    ]);
  });

  it.each<[string, string | null]>([
    ['rss-2.0.xml', 'https://northport.example/feed/?paged=2'],
    ['atom-1.0.xml', 'https://northport.example/be/feed.xml?page=2'],
    ['json-feed.json', 'https://northport.example/feed.json?page=2'],
    ['rss-0.91.xml', null],
  ])('%s says where its older items are: %s', (file, next) => expect(incoming(file).next).toBe(next));

  it('says in a note what it could not understand', () => {
    expect(incoming('rss-2.0.xml').notes.map(describeProblem)).toEqual([
      'https://northport.example/feed/: item https://northport.example/bad-date: date: "Thu, 31 Feb 2012 10:00:00 GMT" is no date; kept without',
    ]);
  });

  const items = [
    '<item><guid>a</guid><title>A</title><pubDate>Mon, 05 Nov 2012 10:00:00 GMT</pubDate></item>',
    '<item><guid>a</guid><title>A, corrected</title><pubDate>Tue, 06 Nov 2012 10:00:00 GMT</pubDate></item>',
    '<item><title>B</title><description>no id</description></item>',
    '<item><guid>c</guid><title>C</title><pubDate>Wed, 07 Nov 2012 10:00:00 GMT</pubDate></item>',
  ];
  it('is the same archive whatever the order of its items, and keeps the newest of one id', () => {
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [1, 3, 0, 2],
      [2, 0, 3, 1, 1],
    ];
    const feeds = orders.map((order) => read(`<rss><channel>${order.map((at) => items[at]).join('')}</channel></rss>`));
    const contents = feeds.map((feed) => feed.ok && JSON.stringify(feed.value.contents));
    expect(new Set(contents).size).toBe(1);
    expect(feeds[0]?.ok && feeds[0].value.contents.briefs.map(({ title }) => title)).toEqual([
      'C',
      'A, corrected',
      'B',
    ]);
  });
});

describe('a feed is refused, with a reason,', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['when it declares entities', '<!DOCTYPE r [<!ENTITY a "b">]><rss/>', 'internal-dtd'],
    [
      'when it laughs a billion times',
      `<?xml version="1.0"?><!-- x --><!DOCTYPE lolz [${'<!ENTITY lol "lol">'.repeat(10)}]><rss>&lol;</rss>`,
      'internal-dtd',
    ],
    [
      'when it reads files',
      '<!DOCTYPE r SYSTEM "x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
      'internal-dtd',
    ],
    ['when it is nested 5,000 deep', `<rss>${'<a>'.repeat(5_000)}`, 'too-deep'],
    ['when it is nested 400,000 deep', '<a>'.repeat(400_000), 'too-deep'],
    ['when it is a page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'web-page'],
    ['when it is a page without a doctype', '<html><body>Sign in</body></html>', 'web-page'],
    ['when it is other XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'not-known'],
    ['when it is empty', '', 'not-known'],
    ['when it is words', 'Service unavailable', 'not-known'],
    ['when it is other JSON', '{"error":"no"}', 'not-known'],
    ['when it is broken JSON', '{"version":\n "x",}', 'not-json'],
    ['when its JSON is nested 200,000 deep', '['.repeat(200_000) + ']'.repeat(200_000), 'too-deep'],
    ['when it is a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'not-text'],
  ])('%s', async (_, source, kind) => {
    const spent = await cpuMs(() => {
      const feed = read(source);
      expect(feed.ok ? 'read' : feed.error.map((problem) => problem.kind)).toEqual([kind]);
    });
    expect(spent).toBeLessThan(1_000);
  });

  it('with line and column for broken JSON', () => {
    const feed = read('{"version":\n "x",}');
    expect(feed.ok ? '' : describeProblem(feed.error[0]!)).toBe(`${ADDRESS}: line 2, column 6: not JSON`);
  });

  it.each<[string, string]>([
    [
      'a doctype without declarations',
      '<!DOCTYPE rss PUBLIC "-//x [//EN" "http://x.example/[.dtd"><rss><channel><item><title>T</title></item></channel></rss>',
    ],
    [
      '100,000 attributes',
      `<rss ${Array.from({ length: 100_000 }, (_, i) => `a${i}="x"`).join(' ')}><channel><item><title>T</title></item></channel></rss>`,
    ],
    [
      '12 MB of text',
      `<rss><channel><item><title>T</title><description>${'word '.repeat(2_400_000)}</description></item></channel></rss>`,
    ],
    ['an undeclared entity', '<rss><channel><item><title>T&bomb;</title></item></channel></rss>'],
  ])('but not for %s', async (_, source) => {
    const spent = await cpuMs(() => {
      const feed = read(source);
      expect(feed.ok && feed.value.contents.briefs.length).toBe(1);
    });
    expect(spent).toBeLessThan(1_500);
  });
});

describe('the encoding of a feed', () => {
  const text = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><rss><channel><item><title>Рогозин в Гродно</title></item></channel></rss>`;
  const WINDOWS = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';
  const KOI8 = 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ';
  const bytesIn = (letters: string, source: string): Uint8Array =>
    Uint8Array.from(
      [...source].map((char) => (letters.includes(char) ? 0xc0 + letters.indexOf(char) : char.charCodeAt(0))),
    );
  const wide = (source: string): Uint8Array =>
    Uint8Array.from([
      0xff,
      0xfe,
      ...[...source].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8]),
    ]);

  it.each<[string, Uint8Array, string]>([
    ['windows-1251 by its prolog', bytesIn(WINDOWS, text('windows-1251')), ''],
    ['windows-1251 by the header', bytesIn(WINDOWS, text('utf-8')), 'text/xml; charset=windows-1251'],
    ['windows-1251 that says it is UTF-8', bytesIn(WINDOWS, text('utf-8')), ''],
    [
      'koi8-r that says nothing',
      bytesIn(KOI8, '<rss><channel><item><title>Рогозин в Гродно</title></item></channel></rss>'),
      '',
    ],
    ['koi8-r by its prolog', bytesIn(KOI8, text('KOI8-R')), ''],
    ['UTF-8', new TextEncoder().encode(text('utf-8')), ''],
    [
      'UTF-8 that says it is windows-1251',
      new TextEncoder().encode(text('windows-1251')),
      'text/xml; charset=windows-1251',
    ],
    ['UTF-16 by its mark', wide(text('utf-16')), ''],
    ['UTF-8 that says it is UTF-16', new TextEncoder().encode(text('utf-16')), ''],
    ['UTF-8 in an encoding nobody knows', new TextEncoder().encode(text('klingon')), ''],
  ])('%s', (_, bytes, contentType) => {
    const feed = read(bytes, contentType);
    expect(feed.ok && feed.value.contents.briefs[0]?.title).toBe('Рогозин в Гродно');
  });
});

describe('a site', () => {
  it('lists its pages, newest first, its own and in its section only', () => {
    const bytes = readFileSync('tests/archives/feeds/sitemap.xml');
    const sitemap = readSiteMap({
      bytes,
      contentType: '',
      address: 'https://northport.example/sitemap.xml',
      section: '/briefs/',
    });
    expect(sitemap).toEqual({
      ok: true,
      value: {
        pages: [
          { url: 'https://northport.example/briefs/4', changed: '2012-11-13T00:00:00Z', title: 'Fourth' },
          { url: 'https://northport.example/briefs/2', changed: '2012-11-12T05:00:00Z', title: '' },
          { url: 'https://northport.example/briefs/1', changed: '2012-11-05T00:00:00Z', title: '' },
        ],
        sitemaps: [],
      },
    });
  });

  it('names its feeds in its pages', () => {
    const { named, usual } = findFeeds(
      readFileSync('tests/archives/pages/northport.html', 'utf8'),
      'https://northport.example/2012/tender',
    );
    expect(named).toEqual([
      { url: 'https://northport.example/feed/', title: 'All briefs', kind: 'feed' },
      { url: 'https://northport.example/wp-json/wp/v2/posts', title: '', kind: 'wordpress' },
    ]);
    expect(usual.map(({ url }) => url)).toContain('https://northport.example/sitemap.xml');
    expect(usual.every(({ url }) => url.startsWith('https://northport.example/'))).toBe(true);
  });

  it('has pages of posts', () => {
    expect(wordPressPage('https://northport.example/wp-json/wp/v2/posts?categories=3', 2)).toBe(
      'https://northport.example/wp-json/wp/v2/posts?categories=3&per_page=100&page=2&_fields=id%2Cdate%2Cdate_gmt%2Cmodified_gmt%2Clink%2Ctitle%2Ccontent%2Cexcerpt%2Clang',
    );
  });
});
