import { webAddress } from './assemble';
import { walkMarkup } from './walk-markup';

/** A feed that a page speaks of. */
export interface FeedLink {
  url: string;
  title: string;
  kind: 'feed' | 'wordpress' | 'sitemap';
}

/** Where the feeds of a page are. */
export interface FoundFeeds {
  /** What the page itself names, in its order. */
  named: readonly FeedLink[];
  /** Where sites usually have them, to be tried one after another where the page names none. */
  usual: readonly FeedLink[];
}

const FEED_TYPES = /^(?:application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)|text\/xml|application\/xml)\b/iu;

/** Most links taken from one page. */
const MAX_LINKS = 50;

/** In the order of how many sites have them. */
const USUAL: readonly (readonly [string, FeedLink['kind']])[] = [
  ['feed/', 'feed'],
  ['rss.xml', 'feed'],
  ['rss', 'feed'],
  ['feed.xml', 'feed'],
  ['atom.xml', 'feed'],
  ['index.xml', 'feed'],
  ['feed.json', 'feed'],
  ['wp-json/wp/v2/posts', 'wordpress'],
  ['sitemap.xml', 'sitemap'],
];

/**
 * Finds the feeds of a web page: `<link rel="alternate">` with a feed's type, WordPress' REST root, links in the text that end as feeds do;
 * and the usual places beside the page and at the top of its site.
 *
 * @param address of the page; relative links are resolved against it (or its `<base>`)
 */
export function findFeeds(html: string, address: string): FoundFeeds {
  const named = new Map<string, FeedLink>();
  let base = address;
  const add = (
    href: string | undefined,
    { title = '', kind }: { title?: string | undefined; kind: FeedLink['kind'] },
  ): void => {
    if (href === undefined || !URL.canParse(href.trim(), base) || named.size >= MAX_LINKS) return;
    const url = webAddress(new URL(href.trim(), base).href);
    if (url !== null && !named.has(url)) named.set(url, { url, title: title.trim(), kind });
  };
  walkMarkup(
    html,
    {
      onopentag(tag, attributes) {
        const rel = ` ${(attributes['rel'] ?? '').toLowerCase()} `;
        const { href, title, type } = attributes;
        if (tag === 'base' && href !== undefined && URL.canParse(href, address)) base = new URL(href, address).href;
        else if (tag === 'link' && rel.includes(' https://api.w.org/ ') && href !== undefined) {
          add(`${href.replace(/\/?$/u, '/')}wp/v2/posts`, { kind: 'wordpress' });
        } else if (tag === 'link' && /\s(?:alternate|feed)\s/u.test(rel) && FEED_TYPES.test(type ?? '')) {
          // WordPress says "application/json" of the page itself, oEmbed of its player.
          if (!/oembed|\/wp-json\//iu.test(href ?? '')) add(href, { title, kind: 'feed' });
        } else if (tag === 'link' && rel.includes(' sitemap ')) add(href, { title, kind: 'sitemap' });
        else if (
          tag === 'a' &&
          /(?:\/(?:rss|feed|atom)\/?|\.(?:rss|atom)|\/(?:rss|feed|atom)\.xml|\/feed\.json)$/iu.test(href ?? '')
        ) {
          add(href, { title, kind: 'feed' });
        }
      },
      ontext: () => undefined,
      onclosetag: () => undefined,
    },
    { mode: 'html', maxDepth: 512, tooDeep: 'flatten' },
  );
  return { named: [...named.values()], usual: usualFor(address).filter(({ url }) => !named.has(url)) };
}

function usualFor(address: string): FeedLink[] {
  if (webAddress(address) === null) return [];
  const page = new URL(address);
  const folder = new URL(page.pathname.endsWith('/') ? page.pathname : './', page);
  const places = folder.pathname === '/' ? [folder] : [folder, new URL('/', page)];
  return places.flatMap((place, at) =>
    USUAL.filter(([, kind]) => at === places.length - 1 || kind === 'feed')
      .slice(0, at === places.length - 1 ? USUAL.length : 2)
      .map(([path, kind]) => ({ url: new URL(path, place).href, title: '', kind })),
  );
}
