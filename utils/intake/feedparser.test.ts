import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '@/utils/model';
import { type Claim, claimsOf } from '../../tests/archives/feedparser-expect';
import { decodeText } from './decode-text';
import type { FeedDocument } from './feed-document';
import { blocksOfHtml, plainOfHtml } from './html-to-blocks';
import { parseDate } from './parse-date';
import { readFeedXml } from './read-feed';

const SUITE = '../shared/suites/feedparser/tests';

/** Share of the translatable `Expect:` lines that must hold. */
const WANTED_SHARE = 0.95;

/** Longest time for one file of the suite, in ms of a busy machine; all are small, and take under 10. */
const MAX_MS = 5_000;

interface Outcome {
  file: string;
  ms: number;
  /** Claims that do not hold, with what was found; null where the file has none that can be translated. */
  broken: string[] | null;
  refused: string | null;
}

describe.skipIf(!existsSync(SUITE))("feedparser's suite", () => {
  const outcomes = existsSync(SUITE) ? filesIn(SUITE).map(outcomeOf) : [];
  const claiming = outcomes.filter(({ broken }) => broken !== null);
  const broken = claiming.filter((outcome) => outcome.broken?.length);

  it('is all there', () => expect(outcomes.length).toBeGreaterThan(2_000));

  it('is read without a crash or a hang', () => expect(outcomes.filter(({ ms }) => ms > MAX_MS)).toEqual([]));

  it(`holds in ${claiming.length - broken.length} of ${claiming.length} translatable lines`, () => {
    expect(1 - broken.length / claiming.length).toBeGreaterThanOrEqual(WANTED_SHARE);
  });
});

function outcomeOf(file: string): Outcome {
  const bytes = readFileSync(file);
  const head = bytes.toString('latin1');
  const header = (name: string): string =>
    new RegExp(`^Header:\\s*${name}:\\s*(.*)$`, 'imu').exec(head)?.[1]?.trim() ?? '';
  // A body of tags without a text says nothing about us: we keep text.
  const claims = claimsOf(/Expect:\s*(.*?)\s*$/mu.exec(head)?.[1] ?? '').filter(
    ({ expected }) => plainOfHtml(expected) !== '',
  );
  const started = performance.now();
  const text = decodeText(bytes, header('Content-type'));
  const address = new URL(header('Content-Location') || file.slice(SUITE.length), 'http://127.0.0.1:8097/').href;
  const feed = text.ok ? readFeedXml(text.value, address) : text;
  const ms = performance.now() - started;
  const broken = feed.ok
    ? claims.flatMap((claim) => brokenClaim(claim, { feed: feed.value, address }) ?? [])
    : claims.map(({ field }) => `${field}: ${feed.error}`);
  return {
    file: file.slice(SUITE.length),
    ms,
    broken: claims.length > 0 ? broken : null,
    refused: feed.ok ? null : feed.error,
  };
}

/** What is found instead of what a claim wants; null where it holds. */
function brokenClaim(
  { item, field, expected }: Claim,
  { feed, address }: { feed: FeedDocument; address: string },
): string | null {
  const found = foundIn(feed, { item, field });
  const base = (item === null ? '' : feed.items[item]?.base) || address;
  const holds = found.some((each) => {
    if (field === 'date') return each === expected || parseDate(each)?.instant === expected;
    if (field === 'id' || field === 'link') return each === expected;
    if (field === 'title') return each === plainOfHtml(expected) || each === expected.trim();
    return (
      asBlocks(each, base) === asBlocks(expected, base) || (plainOfHtml(each) === '' && plainOfHtml(expected) === '')
    );
  });
  return holds ? null : `${item ?? 'feed'} ${field}: ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`;
}

function foundIn(feed: FeedDocument, { item, field }: Omit<Claim, 'expected'>): string[] {
  if (item === null) {
    const ofFeed = {
      title: [feed.title],
      id: [feed.id],
      link: [feed.homePage],
      date: [feed.updated],
      about: [feed.about],
      summary: [feed.about],
      content: [],
    };
    return ofFeed[field].map((found) => found ?? '');
  }
  const entry = feed.items[item];
  if (!entry) return [];
  const ofItem = {
    title: [entry.title],
    id: [entry.id],
    link: [entry.url],
    date: [entry.published, entry.updated],
    about: [],
    summary: [entry.summaryHtml, entry.contentHtml],
    content: [entry.contentHtml],
  };
  return ofItem[field].map((found) => found ?? '');
}

function asBlocks(html: string, base: string): string {
  const blocks = blocksOfHtml(html, base);
  return blocks
    .map(
      (block) => textOf(block) + block.spans.flatMap(({ href }) => (href === undefined ? [] : ` <${href}>`)).join(''),
    )
    .join('\n');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.xml'))
    .map((path) => join(folder, path));
}
