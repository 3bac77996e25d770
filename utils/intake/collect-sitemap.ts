import { done, type Result, type Source, type SourceMarks } from '@/utils/model';
import { joinIncoming } from './incoming';
import type { Incoming } from './incoming';
import {
  type Collected,
  type CollectFailure,
  type Collecting,
  fetched,
  isSameSite,
  missed,
  notFetched,
  notRead,
  type OnCollected,
  pauseIn,
  type Reach,
  stopped,
} from './reach';
import { readWebPage } from './incoming-page';
import type { IntakeProblem } from './problem';
import { readSiteMap, type SitemapPage } from './read-sitemap';
import { idOfContent } from './stable-id';

/** Pages fetched when a section is looked at: its newest. More would be taking a site's copy, not reading it. */
const MAX_PAGES = 200;

/** Pages one update fetches, with a pause after each: a background lives some 30 s. */
const PAGES_AN_UPDATE = 8;

/** Further lists that an index may lead to. */
const MAX_SITEMAPS = 20;

/** Addresses without a date that are remembered as seen; a larger section is to be narrowed. */
const MAX_SEEN = 2_000;

/** Pages in a row that a server may refuse before it is left alone. */
const MAX_REFUSED = 3;

interface Listed {
  pages: readonly SitemapPage[];
  marks: Pick<SourceMarks, 'etag' | 'lastModified'>;
}

/** The newest pages of a section, each fetched and read. */
export async function collectSection(
  source: Source,
  { reach, archiveId, onProgress }: { reach: Reach; archiveId: string; onProgress: OnCollected },
): Promise<Collecting> {
  onProgress({ x: 0, of: 0 });
  const listed = await pagesOf(source, { reach, marks: null });
  if (!listed.ok) return listed;
  if (listed.value === 'unchanged') return notRead([]); // nobody asked whether it changed
  const { pages, marks } = listed.value;
  const wanted = pages.slice(0, MAX_PAGES);
  const parts: Incoming[] = [];
  const notes: IntakeProblem[] = [];
  let refused = 0;
  for (const [place, page] of wanted.entries()) {
    onProgress({ x: place, of: wanted.length });
    await pauseIn(reach);
    const read = await readAt(page.url, { reach, archiveId });
    if (reach.signal.aborted) return stopped();
    if (read.ok) parts.push(read.value);
    else notes.push(missed(page.url, read.error));
    refused = read.ok || !isTransient(read.error) ? 0 : refused + 1;
    if (refused === MAX_REFUSED && parts.length === 0 && !read.ok) return read;
    if (refused === MAX_REFUSED) break;
  }
  if (parts.length === 0) return notRead(notes);
  return done({
    incoming: { ...joinIncoming(parts, notes), contents: titled(joinIncoming(parts, notes), source) },
    holds: 'latest',
    marks: { ...marks, newest: newestOf(pages), seen: seenOf(pages) },
    rest: 'none',
  });
}

/** Pages that are new or changed since, the longest unchanged first; what a stop cuts off comes the next time. */
export async function collectNewPages(
  source: Source,
  {
    reach,
    archiveId,
    marks,
    isKept,
  }: { reach: Reach; archiveId: string; marks: SourceMarks; isKept: (address: string) => boolean },
): Promise<Result<Collected | 'unchanged', CollectFailure>> {
  const listed = await pagesOf(source, { reach, marks });
  if (!listed.ok || listed.value === 'unchanged') return listed as Result<'unchanged', CollectFailure>;
  const seen = new Set(marks.seen);
  const isNew = ({ url, changed }: SitemapPage): boolean =>
    changed === null ? !isKept(url) && !seen.has(idOfContent([url])) : changed > (marks.newest ?? '');
  const wanted = listed.value.pages.filter(isNew).reverse();
  const now = wanted.slice(0, PAGES_AN_UPDATE);
  const parts: Incoming[] = [];
  const notes: IntakeProblem[] = [];
  const been: SitemapPage[] = [];
  for (const page of now) {
    await pauseIn(reach);
    const read = await readAt(page.url, { reach, archiveId });
    if (!read.ok && isTransient(read.error)) {
      if (been.length === 0) return read;
      break; // this page and those after it come the next time
    }
    if (read.ok) parts.push(read.value);
    else notes.push(missed(page.url, read.error));
    been.push(page);
  }
  const isDone = been.length === wanted.length;
  return done({
    incoming: joinIncoming(parts, notes),
    holds: 'latest',
    // The list's validators are kept only once all of it was read, or the rest would look unchanged.
    marks: {
      etag: isDone ? listed.value.marks.etag : null,
      lastModified: isDone ? listed.value.marks.lastModified : null,
      newest: newestOf([...been, { changed: marks.newest }]),
      seen: [...new Set([...seenOf(been), ...marks.seen])].slice(0, MAX_SEEN),
    },
    rest: isDone ? 'none' : 'some',
  });
}

/** A failure that says nothing of the page itself. */
function isTransient({ kind }: CollectFailure): boolean {
  return ['unreachable', 'timed-out', 'cut-off', 'busy', 'server-error', 'cancelled'].includes(kind);
}

async function pagesOf(
  { address, section }: Source,
  { reach, marks }: { reach: Reach; marks: SourceMarks | null },
): Promise<Result<Listed | 'unchanged', CollectFailure>> {
  const pages = new Map<string, SitemapPage>();
  const lists = [address];
  let validators: Listed['marks'] = { etag: null, lastModified: null };
  for (let at = 0; at < Math.min(lists.length, MAX_SITEMAPS); at++) {
    if (at > 0) await pauseIn(reach);
    const url = lists[at] ?? address;
    const answer = await fetched(url, { reach, ...(at === 0 && marks ? { marks } : {}) });
    if (reach.signal.aborted) return stopped();
    if (!answer.ok && at === 0) return notFetched(answer.error);
    if (!answer.ok) continue;
    if (answer.value.status === 'unchanged') return done('unchanged');
    const read = readSiteMap({ ...answer.value, address: answer.value.url, section });
    if (!read.ok && at === 0) return notRead(read.error);
    if (!read.ok) continue;
    // An index says nothing of the pages behind it: with one, the lists themselves are asked every time.
    if (at === 0 && read.value.sitemaps.length === 0) {
      validators = { etag: answer.value.etag, lastModified: answer.value.lastModified };
    }
    for (const page of read.value.pages) if (isSameSite(page.url, address)) pages.set(page.url, page);
    for (const more of read.value.sitemaps) if (isSameSite(more, address) && !lists.includes(more)) lists.push(more);
  }
  const newestFirst = [...pages.values()].sort((a, b) => ((a.changed ?? '') < (b.changed ?? '') ? 1 : -1));
  return done({ pages: newestFirst, marks: validators });
}

async function readAt(
  url: string,
  { reach, archiveId }: { reach: Reach; archiveId: string },
): Promise<Result<Incoming, CollectFailure>> {
  const answer = await fetched(url, { reach });
  if (!answer.ok) return notFetched(answer.error);
  if (answer.value.status === 'unchanged') return notRead([]); // nobody asked whether it changed
  const { bytes, contentType } = answer.value;
  const read = readWebPage({ bytes, contentType, address: url, archiveId });
  return read.ok ? read : notRead(read.error);
}

function newestOf(pages: readonly { changed: string | null }[]): string | null {
  return pages.reduce((newest, { changed }) => ((changed ?? '') > newest ? (changed ?? '') : newest), '') || null;
}

function seenOf(pages: readonly SitemapPage[]): string[] {
  return pages
    .filter(({ changed }) => changed === null)
    .slice(0, MAX_SEEN)
    .map(({ url }) => idOfContent([url]));
}

/** Pages do not say what their section is called; their site does for the time being, and the reader may change it. */
function titled({ contents }: Incoming, { address, section }: Source): Incoming['contents'] {
  const { host, origin } = new URL(address);
  const name = host.replace(/^www\./u, '');
  return {
    ...contents,
    title: section === '/' ? name : `${name}${section.replace(/\/$/u, '')}`,
    homePage: `${origin}/`,
  };
}
