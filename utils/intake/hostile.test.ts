import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ArchiveContents, BodyBlock } from '@/utils/model';
import { cpuMs } from '../../tests/archives/cpu-time';
import { blocksOfHtml, plainOfHtml } from './html-to-blocks';
import { readFeed, readFiles, readOpml } from '.';
import { findFeeds } from './find-feeds';
import { readWebPage } from './incoming-page';
import { readSiteMap } from './read-sitemap';

const FIXTURES = '../shared/suites/dompurify/test/fixtures/expect.mjs';

/** Ours, small: the ways of the filter evasion lists that use attributes, addresses, raw text, foreign content and broken tags. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:x">x</a><a href="file:///etc/passwd">y</a><a href="blob:https://a/b">z</a>',
  '<a href="//evil.example" ping="https://evil.example">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<base href="javascript:/a/-alert(1)///"><a href="../x">x</a>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<style>@import "https://evil.example"</style><link rel=prefetch href=https://evil.example>',
  '<textarea></textarea><img src=x onerror=alert(1)>',
  '<form action=javascript:alert(1)><input type=submit>',
  '<p __proto__="x" constructor="y">text</p>',
  '\u0000<p>\u0000</p>',
];

describe('of hostile HTML', () => {
  it.each(PAYLOADS)('%s nothing that runs or loads is left', (payload) =>
    expectHarmless(blocksOfHtml(payload, 'https://a.example/')),
  );

  it.each([
    ['<div>', 300_000],
    ['<svg>', 200_000],
    ['<ul><li>', 100_000],
    ['<b>', 300_000],
    ['<a href="https://a.example/">', 50_000],
    ['<table><tr><td>', 50_000],
    ['</p>', 300_000],
    ['<', 1_000_000],
    ['<!--', 300_000],
    ['&', 1_000_000],
  ])('%s, %d times, is read in no time', async (piece, times) => {
    const spent = await cpuMs(() => expectHarmless(blocksOfHtml(`${piece.repeat(times)}text`)));
    expect(spent).toBeLessThan(2_000);
  });
});

describe.skipIf(!existsSync(FIXTURES))('of DOMPurify’s fixtures', () => {
  const text = existsSync(FIXTURES) ? readFileSync(FIXTURES, 'utf8') : 'export default []';
  const payloads = [...text.matchAll(/"payload": ("(?:[^"\\]|\\.)*")/gu)].map(
    (found) => JSON.parse(found[1] ?? '""') as string,
  );

  it('all are there', () => expect(payloads.length).toBeGreaterThan(200));

  it.each(payloads.map((payload, at) => [at, payload] as const))(
    'nothing that runs or loads is left: %d',
    (_, payload) => {
      const blocks = blocksOfHtml(payload, 'https://a.example/');
      expectHarmless(blocks);
      // Read again as text, our output stays what it is: no second reading brings a tag to life.
      expect(plainOfHtml(payload)).not.toMatch(/<script[\s>]/iu);
    },
  );
});

describe('any bytes', () => {
  const alphabet = [
    '<',
    '>',
    '</',
    '<!DOCTYPE ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    ':',
    ',',
    '&',
    '&#x0;',
    ';',
    '<![CDATA[',
    ']]>',
    '<?xml',
    '?>',
    '<rss>',
    '<channel>',
    '<item>',
    '<title>',
    '<link>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<entry>',
    '<urlset>',
    '<url>',
    '<loc>',
    '<opml>',
    '<outline xmlUrl="',
    'https://a.example/',
    '---\n',
    'title: ',
    '\n',
    '- ',
    '# ',
    '*',
    '`',
    '|',
    '\u0000',
    '\ud800',
    'Рогозин',
    '2012-10-29',
    '"items"',
    '"version"',
    'https://jsonfeed.org/version/1',
    '__proto__',
  ];
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .array(fc.constantFrom(...alphabet), { maxLength: 60 })
      .map((pieces) => new TextEncoder().encode(pieces.join(''))),
  );
  const endings = ['md', 'html', 'txt', 'csv', 'json', 'xml', 'zip', ''];

  it('of a subscription give a value, never an exception', () => {
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom('', 'text/xml', 'text/html; charset=koi8-r', 'x; charset=\u0000'),
        (given, contentType) => {
          const source = { bytes: given, contentType, address: 'https://a.example/feed', archiveId: 'a' };
          const feed = readFeed(source);
          if (feed.ok) expectSound(feed.value.contents);
          else expect(feed.error.length).toBeGreaterThan(0);
          const page = readWebPage(source);
          if (page.ok) expectSound(page.value.contents);
          expect(typeof readSiteMap({ ...source, section: '/' }).ok).toBe('boolean');
          expect(typeof readOpml({ path: 'o', bytes: given }).ok).toBe('boolean');
          expect(Array.isArray(findFeeds(new TextDecoder().decode(given), 'https://a.example/').named)).toBe(true);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('of a file give a value, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(...endings), async (given, ending) => {
        const zip = ending === 'zip' ? Uint8Array.of(0x50, 0x4b, 3, 4, ...given) : given;
        const read = await readFiles({
          files: [{ path: `x.${ending}`, bytes: zip }],
          archiveId: 'a',
          columns: null,
          signal: new AbortController().signal,
          onProgress: () => undefined,
        });
        if (read.ok) expectSound(read.value.contents);
        else expect(read.error.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_500 },
    );
  });

  afterAll(() => expect(Object.keys(Object.prototype)).toEqual([]));
});

function expectSound({ briefs }: ArchiveContents): void {
  expect(new Set(briefs.map(({ id }) => id)).size).toBe(briefs.length);
  for (const brief of briefs) {
    expect(Object.getPrototypeOf(brief)).toBe(Object.prototype);
    expect(brief.title).not.toBe('');
    expect(brief.date ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/u);
    if (brief.url !== null) expect(brief.url).toMatch(/^https?:/iu);
    expectHarmless(brief.body);
  }
}

function expectHarmless(blocks: readonly BodyBlock[]): void {
  for (const { kind, spans } of blocks) {
    expect(['paragraph', 'heading', 'listItem', 'quote', 'tableRow']).toContain(kind);
    for (const span of spans) {
      expect(Object.keys(span).filter((key) => !['text', 'strong', 'emphasis', 'href'].includes(key))).toEqual([]);
      if (span.href !== undefined) expect(new URL(span.href).protocol).toMatch(/^(?:https?|mailto):$/u);
    }
  }
}
