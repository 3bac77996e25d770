// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type ReadPage, readPage } from '.';

describe('what a page says about itself', () => {
  it.each([
    ['<title>Talks in Minsk</title>', { title: 'Talks in Minsk' }],
    ['<title>Talks in Minsk resume today | The Harbour Courier</title>', { title: 'Talks in Minsk resume today' }],
    [
      '<title>Talks in Minsk - Courier</title><meta property="og:site_name" content="Courier">',
      { title: 'Talks in Minsk', siteName: 'Courier' },
    ],
    ['<title>Minsk - Moscow and back again</title>', { title: 'Minsk - Moscow and back again' }],
    ['<title>Talks — Courier</title><meta property="og:title" content="Talks">', { title: 'Talks' }],
    [
      '<title>The second story</title><meta property="og:title" content="The first story">',
      { title: 'The second story' },
    ],
    ['<meta property="og:title" content="Only here">', { title: 'Only here' }],
    ['', { title: '', lang: '', siteName: null, publishedAt: null, canonicalUrl: null }],

    ['<link rel="alternate canonical" href="/story">', { canonicalUrl: 'http://localhost:3000/story' }],
    ['<link rel="canonical" href="javascript:alert(1)">', { canonicalUrl: null }],
    [
      '<meta property="og:url" content="https://courier.example/story">',
      { canonicalUrl: 'https://courier.example/story' },
    ],
    ['<meta property="og:url" content="not an address">', { canonicalUrl: null }],

    ['<meta property="article:published_time" content="2013-09-03T23:30:00-11:00">', { publishedAt: '2013-09-03' }],
    ['<meta name="date" content="3 September 2013">', { publishedAt: null }],
    ['<meta name="date" content="2013-13-03">', { publishedAt: null }],

    [
      ld({ '@type': 'NewsArticle', headline: 'Talks', datePublished: '2013-09-03', inLanguage: 'be' }),
      { title: 'Talks', publishedAt: '2013-09-03', lang: 'be' },
    ],
    [
      ld({
        '@graph': [
          { '@type': 'Person', headline: 'No' },
          { '@type': ['Thing', 'ReportageNewsArticle'], headline: 'Talks' },
        ],
      }),
      { title: 'Talks' },
    ],
    [ld([{ '@type': 'Article', publisher: { name: 'Courier' } }]), { siteName: 'Courier' }],
    [
      ld({ '@type': 'Article', headline: ['Not', 'a', 'string'], datePublished: 20130903 }),
      { title: '', publishedAt: null },
    ],
    ['<script type="application/ld+json">{"@type": "Article", </script>', { title: '' }],
    ['<script type="application/ld+json">null</script>', { title: '' }],
    [
      '<script type="application/ld+json">{"__proto__":{"@type":"Article","headline":"Smuggled"}}</script>',
      { title: '' },
    ],
  ])('%s', async (head, expected) => {
    expect((await read(head)).page).toMatchObject(expected);
  });

  it('is cut where it is longer than anybody reads', async () => {
    const { page } = await read(`<title>${'long '.repeat(10_000)}</title>`);
    expect(page.title.length).toBeLessThanOrEqual(2_000);
  });
});

function ld(json: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
}

function read(head: string): Promise<ReadPage> {
  const parsed = new DOMParser().parseFromString(`<html><head>${head}</head><body></body></html>`, 'text/html');
  document.head.replaceChildren(...parsed.head.childNodes);
  return readPage(document, { now: () => 0, pause: () => Promise.resolve() });
}
