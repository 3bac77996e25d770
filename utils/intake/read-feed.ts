import { done, failed, MAX_ARCHIVE_BYTES, type Result } from '@/utils/model';
import { assemble } from './assemble';
import type { Incoming } from './incoming';
import { decodeText } from './decode-text';
import type { FeedDocument } from './feed-document';
import { draftsOfFeed } from './feed-to-drafts';
import { parseDate } from './parse-date';
import type { IntakeProblem, ProblemKind } from './problem';
import { readArchiveFile } from './read-archive';
import { readAtom } from './read-atom';
import { isTooDeep, readJson } from './read-json';
import { readJsonFeed } from './read-json-feed';
import { readRss } from './read-rss';
import { readWordPressPosts } from './read-wordpress';
import { readXml, type XmlElement, type XmlFailure } from './xml-tree';

/** The bytes of a subscription, as they came. */
export interface FeedSource {
  bytes: Uint8Array;
  /** Value of the HTTP header; '' where there was none. */
  contentType: string;
  /** Final address: relative links are resolved against it. */
  address: string;
  archiveId: string;
}

/** A feed read, and where its older items are. */
export interface FeedIncoming extends Incoming {
  /** Address of the next page; null at the end. */
  next: string | null;
  /** `all`: an archive file, which says what its archive is; `latest`: a feed, which shows only its last items. */
  holds: 'all' | 'latest';
  /** When its source last touched any item, in UTC, YYYY-MM-DDTHH:MM:SSZ; null where no item says. */
  newest: string | null;
}

/**
 * Reads a subscription of any kind: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed (an archive file too), a page of WordPress REST posts.
 * What kind it is says the content, never the header. A feed with a broken item loses that item and says so in `notes`; an archive
 * file is taken whole or not at all.
 */
export function readFeed(source: FeedSource): Result<FeedIncoming, IntakeProblem[]> {
  const text = decodeText(source.bytes, source.contentType);
  if (!text.ok) return refused(source, { kind: 'not-text', detail: 'these bytes are no text' });
  if (/^[\ufeff\s]*[[{]/u.test(text.value)) return readJsonSource(text.value, source);
  if (/^[\ufeff\s]*<!doctype html/iu.test(text.value)) return refused(source, sayingWhy('web-page'));
  const feed = readFeedXml(text.value, source.address);
  return feed.ok ? done(incoming(feed.value, source)) : refused(source, sayingWhy(feed.error));
}

/** The feed in some XML, whichever its dialect. */
export function readFeedXml(
  text: string,
  address: string,
): Result<FeedDocument, XmlFailure | 'not-known' | 'web-page'> {
  const xml = readXml(text, address);
  return xml.ok ? readFeedRoot(xml.value) : xml;
}

/** The feed under a root element, whichever its dialect. */
export function readFeedRoot(root: XmlElement): Result<FeedDocument, 'not-known' | 'web-page'> {
  if (root.tag === 'rss' || root.tag === 'rdf:rdf' || root.tag === 'channel') return done(readRss(root));
  if (/^(?:atom:)?(?:feed|entry)$/u.test(root.tag)) return done(readAtom(root));
  return failed(/^(?:xhtml:)?html$/u.test(root.tag) ? 'web-page' : 'not-known');
}

/** Words for what XML can be refused for. */
export function sayingWhy(failure: XmlFailure | 'not-known' | 'web-page'): { kind: ProblemKind; detail: string } {
  switch (failure) {
    case 'internal-dtd':
      return {
        kind: failure,
        detail: 'declares its own entities (a DTD inside the document); such files are not read',
      };
    case 'too-deep':
      return { kind: failure, detail: 'nested too deeply to be a feed' };
    case 'too-many':
      return { kind: failure, detail: 'has more elements than any feed' };
    case 'web-page':
      return { kind: failure, detail: 'a web page, not a feed; a site that asks to sign in answers so too' };
    case 'no-root':
    case 'not-known':
      return { kind: 'not-known', detail: 'neither RSS, nor Atom, nor a JSON Feed, nor WordPress posts' };
  }
}

function readJsonSource(text: string, source: FeedSource): Result<FeedIncoming, IntakeProblem[]> {
  const { address, archiveId } = source;
  if (text.length > MAX_ARCHIVE_BYTES)
    return refused(source, { kind: 'too-large', detail: `${text.length} characters` });
  const json = readJson(text);
  if (!json.ok) {
    return refused(source, {
      kind: 'not-json',
      detail: `line ${json.error.line}, column ${json.error.column}: not JSON`,
    });
  }
  if (isTooDeep(json.value)) return refused(source, sayingWhy('too-deep'));
  if (isArchiveFile(json.value)) {
    const archive = readArchiveFile({ text, fileName: address, archiveId });
    if (!archive.ok) return archive;
    return done({ contents: archive.value, notes: [], next: nextOf(json.value), holds: 'all', newest: null });
  }
  const feed = readJsonFeed(json.value) ?? readWordPressPosts(json.value, address);
  return feed ? done(incoming(feed, source)) : refused(source, sayingWhy('not-known'));
}

/** Whether a JSON Feed has our extension: then its author meant it as an archive, and every field is checked. */
export function isArchiveFile(json: unknown): boolean {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, '_backgrounder');
}

function nextOf(json: unknown): string | null {
  return readJsonFeed(json)?.next ?? null;
}

function incoming(feed: FeedDocument, { address, archiveId }: FeedSource): FeedIncoming {
  const assembled = assemble(draftsOfFeed(feed), { archiveId, fileName: address });
  const next = feed.next !== null && URL.canParse(feed.next, address) ? new URL(feed.next, address).href : null;
  return { ...assembled, next, holds: 'latest', newest: newestOf(feed) };
}

function newestOf({ items }: FeedDocument): string | null {
  const moments = items.map(({ updated, published }) => parseDate(updated ?? published ?? '')?.instant ?? '');
  return moments.reduce((newest, moment) => (moment > newest ? moment : newest), '') || null;
}

function refused(
  { address }: FeedSource,
  { kind, detail }: { kind: ProblemKind; detail: string },
): Result<never, IntakeProblem[]> {
  return failed([{ file: address, item: null, field: '', kind, detail }]);
}
