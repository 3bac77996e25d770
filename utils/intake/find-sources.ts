import { done, failed, type Result, type Source } from '@/utils/model';
import { webAddress } from './assemble';
import { decodeText } from './decode-text';
import { type FeedLink, findFeeds } from './find-feeds';
import { type CollectFailure, fetched, notFetched, pauseIn, type Reach, stopped } from './reach';
import { readFeed } from './read-feed';
import { readSiteMap, type Sitemap } from './read-sitemap';
import { isWordPressPosts } from './read-wordpress';

/** A source that an address leads to. */
export interface FoundSource {
  source: Source;
  /** As its page calls it; '' where it does not. */
  title: string;
}

/** Sources offered for a choice; a page that names more has one a rubric. */
const MAX_OFFERED = 12;

/** A web page that answers with this much is looked through for its feeds; they are named in its head. */
const IS_MARKUP = /<(?:!doctype\s+html|html|head|body|meta|link|title)\b/iu;

/**
 * Makes an address out of what somebody types: with or without "https://", or as feed readers write it. Null where it is none.
 * What has no scheme is taken to be https; it is never tried by http.
 */
export function addressTyped(typed: string): string | null {
  const text = typed.trim().replace(/^feed:(?:\/\/)?(?=https?:\/\/)/iu, '');
  const address = /^[a-z][a-z\d+.-]*:\/\//iu.test(text)
    ? text.replace(/^(?:feed|webcal):/iu, 'https:')
    : `https://${text}`;
  if (text === '' || /\s/u.test(text) || !URL.canParse(address)) return null;
  const { protocol, username, password, href, hostname } = new URL(address);
  if (!/^https?:$/u.test(protocol) || username !== '' || password !== '') return null;
  return hostname.includes('.') || hostname === 'localhost' || hostname.startsWith('[') ? href : null;
}

/**
 * Finds what can be subscribed to at an address: the address itself where it is a feed, WordPress' posts or a sitemap, or else the feeds that
 * the web page there names; where it names none, the usual places are tried one after another until one answers.
 *
 * @param address http or https
 */
export async function findSources(address: string, reach: Reach): Promise<Result<FoundSource[], CollectFailure>> {
  const answer = await fetched(address, { reach });
  if (!answer.ok) return notFetched(answer.error);
  if (answer.value.status === 'unchanged') return done([]); // nobody asked whether it changed
  const { bytes, contentType, url } = answer.value;
  const itself = sourceAt({ bytes, contentType, address, section: '/' });
  if (itself) return done([itself]);
  const text = decodeText(bytes, contentType);
  if (!text.ok || !IS_MARKUP.test(text.value)) {
    return failed({ kind: 'not-known', detail: 'neither a feed nor a web page', retryAfterMs: null, problems: [] });
  }
  const { named, usual } = findFeeds(text.value, url);
  if (named.length > 0) return done(named.slice(0, MAX_OFFERED).map((link) => found(link, url)));
  for (const link of usual) {
    await pauseIn(reach);
    if (reach.signal.aborted) return stopped();
    const there = await sourceOf(link, { reach, page: url });
    if (there) return done([there]);
  }
  return done([]);
}

function found({ url, title, kind }: FeedLink, page: string): FoundSource {
  return { source: { kind, address: url, section: kind === 'sitemap' ? sectionOf(page) : '/' }, title };
}

/** A usual place, asked; null where nothing of ours is there. */
async function sourceOf(link: FeedLink, of: { reach: Reach; page: string }): Promise<FoundSource | null> {
  const answer = await fetched(link.url, of);
  if (!answer.ok || answer.value.status === 'unchanged') return null;
  const { bytes, contentType } = answer.value;
  return sourceAt({ bytes, contentType, address: link.url, section: sectionOf(of.page) });
}

/** What some bytes are a source of. Its address stays the one that was asked for: where that leads may change, and is looked at each time. */
function sourceAt(of: {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  address: string;
  section: string;
}): FoundSource | null {
  const { address, section } = of;
  if (webAddress(address) === null) return null;
  const feed = readFeed({ ...of, archiveId: 'found' });
  if (feed.ok) {
    const kind = isWordPressPosts(address) ? 'wordpress' : 'feed';
    return { source: { kind, address, section: '/' }, title: feed.value.contents.title };
  }
  // A broken archive file is one all the same: what is wrong with it is said when it is read.
  const isBroken = feed.error.some(({ item }) => item !== null);
  if (isBroken) return { source: { kind: 'feed', address, section: '/' }, title: '' };
  const map = readSiteMap({ ...of, section: '/' });
  if (!map.ok) return null;
  return { source: { kind: 'sitemap', address, section: wideEnough(section, map.value) }, title: '' };
}

/** The folder of a page: what its section's addresses begin with. */
function sectionOf(page: string): string {
  return new URL('./', page).pathname;
}

/** The folder itself, or the nearest one above it with several pages: somebody may have typed the address of a single article. */
function wideEnough(section: string, { pages }: Sitemap): string {
  const inside = pages.filter(({ url }) => new URL(url).pathname.startsWith(section));
  return inside.length > 1 || section === '/' || pages.length === 0
    ? section
    : wideEnough(section.replace(/(?<![^/])[^/]*\/$/u, ''), { pages, sitemaps: [] });
}
