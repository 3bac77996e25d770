import { done, type Result, type Source, type SourceMarks } from '@/utils/model';
import { joinIncoming } from './incoming';
import type { Incoming } from './incoming';
import { collectNewPages, collectSection } from './collect-sitemap';
import { collectChanges, collectPosts } from './collect-wordpress';
import type { IntakeProblem } from './problem';
import {
  type Collected,
  type CollectFailure,
  type Collecting,
  fetched,
  isSameSite,
  missed,
  NO_MARKS,
  notFetched,
  notRead,
  type OnCollected,
  pauseIn,
  type Reach,
  stopped,
} from './reach';
import { type FeedIncoming, readFeed } from './read-feed';

/** Pages of older items that are followed when a source is read for the first time: some thousand items. */
const MAX_OLDER_PAGES = 30;

/**
 * Reads all of a source, as somebody does who looks at it before subscribing: every page of WordPress' posts, a feed with the older pages
 * it names, the newest pages of a sitemap's section. One request at a time. A page that fails in the middle leaves a note, not a hole
 * without a word; a first one that fails is the failure.
 */
export async function collectSource(
  source: Source,
  of: { reach: Reach; archiveId: string; onProgress: OnCollected },
): Promise<Collecting> {
  switch (source.kind) {
    case 'feed':
      return collectFeed(source, of);
    case 'wordpress':
      return collectPosts(source, of);
    case 'sitemap':
      return collectSection(source, of);
  }
}

/**
 * Reads what is new in a source, with conditional requests and in portions that a background's short life has room for.
 * `rest: 'some'` says to come again soon.
 *
 * @param of.marks what the last collection gave
 * @param of.isKept whether the archive has a brief of this page already
 */
export async function collectUpdate(
  source: Source,
  of: { reach: Reach; archiveId: string; marks: SourceMarks; isKept: (address: string) => boolean },
): Promise<Result<Collected | 'unchanged', CollectFailure>> {
  switch (source.kind) {
    case 'feed': {
      const page = await feedPage(source.address, of);
      if (!page.ok || page.value === 'unchanged') return page as Result<'unchanged', CollectFailure>;
      const { incoming, marks } = page.value;
      return done({ incoming, holds: incoming.holds, marks, rest: 'none' });
    }
    case 'wordpress':
      return collectChanges(source, of);
    case 'sitemap':
      return collectNewPages(source, of);
  }
}

async function collectFeed(
  source: Source,
  { reach, archiveId, onProgress }: { reach: Reach; archiveId: string; onProgress: OnCollected },
): Promise<Collecting> {
  onProgress({ x: 0, of: 0 });
  const first = await feedPage(source.address, { reach, archiveId, marks: NO_MARKS });
  if (!first.ok) return first;
  if (first.value === 'unchanged') return notRead([]); // a 304 that nobody asked for
  const { marks, incoming } = first.value;
  const parts: Incoming[] = [incoming];
  const notes: IntakeProblem[] = [];
  const been = new Set([source.address]);
  let { next } = incoming;
  while (next !== null && isSameSite(next, source.address) && !been.has(next) && parts.length <= MAX_OLDER_PAGES) {
    onProgress({ x: parts.length, of: 0 });
    been.add(next);
    await pauseIn(reach);
    const older = await feedPage(next, { reach, archiveId, marks: NO_MARKS });
    if (reach.signal.aborted) return stopped();
    if (!older.ok || older.value === 'unchanged') {
      if (!older.ok) notes.push(missed(next, older.error));
      break;
    }
    parts.push(older.value.incoming);
    next = older.value.incoming.next;
  }
  return done({ incoming: joinIncoming(parts, notes), holds: incoming.holds, marks, rest: 'none' });
}

async function feedPage(
  address: string,
  { reach, archiveId, marks }: { reach: Reach; archiveId: string; marks: SourceMarks },
): Promise<Result<{ incoming: FeedIncoming; marks: SourceMarks } | 'unchanged', CollectFailure>> {
  const answer = await fetched(address, { reach, marks });
  if (!answer.ok) return notFetched(answer.error);
  if (answer.value.status === 'unchanged') return done('unchanged');
  const { bytes, contentType, url, etag, lastModified } = answer.value;
  const read = readFeed({ bytes, contentType, address: url, archiveId });
  if (!read.ok) return notRead(read.error);
  return done({ incoming: read.value, marks: { etag, lastModified, newest: read.value.newest, seen: [] } });
}
