import { describe, expect, it } from 'vitest';
import type { PageText } from '@/utils/model';
import { withoutStaleFacts } from './stale-facts';

const page = (url: string, canonicalUrl: string | null, publishedAt: string | null): PageText => ({
  url: `https://paper.example${url}`,
  canonicalUrl: canonicalUrl && `https://paper.example${canonicalUrl}`,
  title: '',
  lang: 'en',
  siteName: null,
  publishedAt,
  blocks: [],
  extent: 'whole',
});

const FIRST = page('/a', '/a', '2013-08-26');

describe('after a route change', () => {
  it.each([
    ['metadata of the first story is dropped', page('/b', '/a', '2013-08-26'), page('/b', null, null)],
    ['a new date beside an old address stays', page('/b', '/a', '2013-09-02'), page('/b', null, '2013-09-02')],
    ['renewed metadata stays, also of the same day', page('/b', '/b', '2013-08-26'), page('/b', '/b', '2013-08-26')],
    ['without an address an equal date is nobody’s', page('/b', null, '2013-08-26'), page('/b', null, null)],
    [
      'a second page of the same story keeps all',
      page('/a?page=2', '/a', '2013-08-26'),
      page('/a?page=2', '/a', '2013-08-26'),
    ],
    ['a fragment is no other story', page('/a#two', '/a', '2013-08-26'), page('/a#two', '/a', '2013-08-26')],
  ])('%s', (_, now, expected) => expect(withoutStaleFacts(now, FIRST)).toEqual(expected));

  it('the first story of a document has none before it', () => expect(withoutStaleFacts(FIRST, null)).toBe(FIRST));
});
