import type { ArchiveContents, ArchiveId, ArchiveSource, BodyBlock, BriefHead } from '@/utils/model';
import { addToChecksum, CHECKSUM_START, checksumText } from './checksum';
import type { Version } from './schema';

/** What is kept of an archive beside its rows: all that a list shows, and what tells whether the rows are still whole. */
export interface ArchiveRecord {
  id: ArchiveId;
  title: string;
  homePage: string | null;
  /** Milliseconds since 1970, as the caller's clock says. */
  installedAt: number;
  version: Version;
  source: ArchiveSource | null;
  /** What the archive says of itself; its user may think otherwise. */
  says: 'open' | 'private';
  /** Rows that must be there; a check compares (loss is noticed). */
  briefs: number;
  /** Translations of one brief counted once. */
  groups: number;
  languages: readonly string[];
  /** ISO 8601 dates of the first and last day; null without dated briefs. */
  weeks: { from: string; to: string } | null;
  /** What its briefs and entities are as JSON, in UTF-16 code units: near to what they take on the disk. */
  size: number;
  /** Of everything in it; the same contents have the same one, wherever and whenever they were put. */
  checksum: string;
}

/** The record of contents, before they are written. */
export function recordOf(
  contents: ArchiveContents,
  as: { version: Version; at: number; source: ArchiveSource | null },
): ArchiveRecord {
  const { id, title, homePage, briefs } = contents;
  const days = briefs.flatMap(({ week, date }) => [week?.from ?? date ?? '', week?.to ?? date ?? '']);
  const dated = days.filter((day) => day !== '').sort();
  const { size, checksum } = measure(contents);
  return {
    id,
    title,
    homePage,
    installedAt: as.at,
    version: as.version,
    source: as.source,
    says: contents.says ?? 'open',
    briefs: briefs.length,
    groups: new Set(briefs.map(({ group }) => group)).size,
    languages: [...new Set(briefs.map(({ lang }) => lang))],
    weeks: dated.length === 0 ? null : { from: dated[0] ?? '', to: dated.at(-1) ?? '' },
    size,
    checksum,
  };
}

/** What tells contents apart from all others. */
export function checksumOf(contents: ArchiveContents): string {
  return measure(contents).checksum;
}

function measure({ title, homePage, says, entities, briefs }: ArchiveContents): { size: number; checksum: string } {
  let size = 0;
  let sum = CHECKSUM_START;
  const count = (text: string): void => {
    size += text.length;
    sum = addToChecksum(sum, text);
  };
  count(JSON.stringify([title, homePage, says ?? 'open', entities], inOneOrder));
  for (const brief of briefs) count(JSON.stringify(brief, inOneOrder));
  return { size, checksum: checksumText(sum) };
}

/** The contents of a version, put together again out of its rows. */
export function contentsOf(
  record: ArchiveRecord,
  rows: { heads: readonly BriefHead[]; entities: ArchiveContents['entities']; bodyOf: BodyOf },
): ArchiveContents {
  const { id, title, homePage, says } = record;
  return {
    id,
    title,
    homePage,
    ...(says === 'private' ? { says } : {}),
    entities: rows.entities,
    briefs: rows.heads.map((head) => ({ ...head, body: rows.bodyOf(head.id) })),
  };
}

type BodyOf = (id: string) => readonly BodyBlock[];

/** Keys of objects by their letters: whoever made a brief, in whatever order, its text is one. */
function inOneOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
