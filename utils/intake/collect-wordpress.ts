import { done, type Result, type Source, type SourceMarks } from '@/utils/model';
import { joinIncoming } from './incoming';
import {
  type Collected,
  type CollectFailure,
  type Collecting,
  fetched,
  missed,
  NO_MARKS,
  notFetched,
  notRead,
  type OnCollected,
  pauseIn,
  type Reach,
  stopped,
} from './reach';
import type { IntakeProblem } from './problem';
import { type FeedIncoming, readFeed } from './read-feed';
import { wordPressChanges, wordPressPage } from './read-wordpress';

/** Pages of 100 posts that are read when a site is looked at: ten thousand posts. */
const MAX_PAGES = 100;

/** Pages of changed posts that one update takes; the next goes on where it ended. */
const PAGES_AN_UPDATE = 3;

/** How far back an update reaches behind what it has: WordPress compares in its own time zone, and adding twice changes nothing. */
const OVERLAP_MS = 26 * 3_600_000;

interface PostsPage {
  incoming: FeedIncoming;
  totalPages: number;
}

/** All posts of a site, the newest first. */
export async function collectPosts(
  { address }: Source,
  { reach, archiveId, onProgress }: { reach: Reach; archiveId: string; onProgress: OnCollected },
): Promise<Collecting> {
  onProgress({ x: 0, of: 0 });
  const first = await postsAt(wordPressPage(address, 1), { reach, archiveId });
  if (!first.ok) return first;
  const parts = [first.value.incoming];
  const notes: IntakeProblem[] = [];
  const pages = Math.min(first.value.totalPages, MAX_PAGES);
  for (let page = 2; page <= pages; page++) {
    onProgress({ x: page - 1, of: pages });
    await pauseIn(reach);
    const more = await postsAt(wordPressPage(address, page), { reach, archiveId });
    if (reach.signal.aborted) return stopped();
    if (more.ok) parts.push(more.value.incoming);
    else {
      notes.push(missed(wordPressPage(address, page), more.error));
      break; // a server that has had enough is left alone; the newest posts are there
    }
  }
  const marks = { ...NO_MARKS, newest: newestOf(parts) };
  return done({ incoming: joinIncoming(parts, notes), holds: 'latest', marks, rest: 'none' });
}

/** Posts that were added or changed since the last time, oldest change first, so that a stop in the middle loses nothing. */
export async function collectChanges(
  { address }: Source,
  { reach, archiveId, marks }: { reach: Reach; archiveId: string; marks: SourceMarks },
): Promise<Result<Collected | 'unchanged', CollectFailure>> {
  const parts: FeedIncoming[] = [];
  let newest = marks.newest;
  let rest: Collected['rest'] = 'some';
  for (let page = 0; page < PAGES_AN_UPDATE && rest === 'some'; page++) {
    if (page > 0) await pauseIn(reach);
    const since = new Date((newest === null ? 0 : Date.parse(newest)) - (newest === null ? 0 : OVERLAP_MS));
    const changes = await postsAt(wordPressChanges(address, `${since.toISOString().slice(0, 19)}Z`), {
      reach,
      archiveId,
    });
    if (!changes.ok && page === 0) return changes;
    if (!changes.ok) break;
    const { incoming, totalPages } = changes.value;
    parts.push(incoming);
    rest = totalPages > 1 ? 'some' : 'none';
    if (rest === 'none' || (incoming.newest ?? '') > (newest ?? '')) {
      newest = newestOf([{ newest }, incoming]);
      continue;
    }
    // More than one page and nothing newer on the first: this WordPress does not know `modified_after`. Its newest posts then.
    await pauseIn(reach);
    const latest = await postsAt(wordPressPage(address, 1), { reach, archiveId });
    if (!latest.ok) return latest;
    parts.push(latest.value.incoming);
    newest = newestOf([{ newest }, latest.value.incoming]);
    rest = 'none';
  }
  return done({ incoming: joinIncoming(parts, []), holds: 'latest', marks: { ...NO_MARKS, newest }, rest });
}

function newestOf(parts: readonly { newest: string | null }[]): string | null {
  return parts.reduce((newest, part) => ((part.newest ?? '') > newest ? (part.newest ?? '') : newest), '') || null;
}

async function postsAt(
  url: string,
  { reach, archiveId }: { reach: Reach; archiveId: string },
): Promise<Result<PostsPage, CollectFailure>> {
  const answer = await fetched(url, { reach });
  if (!answer.ok) return notFetched(answer.error);
  if (answer.value.status === 'unchanged') return notRead([]); // nobody asked whether it changed
  const { bytes, contentType, url: address, totalPages } = answer.value;
  const read = readFeed({ bytes, contentType, address, archiveId });
  return read.ok ? done({ incoming: read.value, totalPages: totalPages ?? 1 }) : notRead(read.error);
}
