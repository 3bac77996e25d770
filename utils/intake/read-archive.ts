import * as v from 'valibot';
import {
  type ArchiveContents,
  type Brief,
  done,
  type Entity,
  failed,
  MAX_ARCHIVE_BYTES,
  type Result,
} from '@/utils/model';
import { ARCHIVE_FILE_VERSION, feedEntity, feedFrame, type FeedItem, feedItem } from './archive-file';
import { blocksOfHtml, blocksOfText } from './html-to-blocks';
import { madeTitle } from './made-title';
import type { IntakeProblem, ProblemKind } from './problem';
import { readJson } from './read-json';

/**
 * Reads an archive file: JSON Feed 1.1, with or without our `_backgrounder` extension (docs/FORMATS.md).
 * All or nothing: with one problem anywhere nothing is handed over, and every problem found is named.
 *
 * @param source.text the file's text; at most MAX_ARCHIVE_BYTES UTF-16 code units are looked at
 * @param source.fileName names the file in problems
 * @param source.archiveId qualifies the ids of briefs, groups and entities
 */
export function readArchiveFile(source: {
  text: string;
  fileName: string;
  archiveId: string;
}): Result<ArchiveContents, IntakeProblem[]> {
  const { fileName, archiveId } = source;
  const whole = (kind: ProblemKind, field: string, detail: string): Result<never, IntakeProblem[]> =>
    failed([{ file: fileName, item: null, field, kind, detail }]);

  if (source.text.length > MAX_ARCHIVE_BYTES) {
    return whole('too-large', '', `${source.text.length} characters; at most ${MAX_ARCHIVE_BYTES} are read`);
  }
  const json = readJson(source.text);
  if (!json.ok) return whole('not-json', '', `line ${json.error.line}, column ${json.error.column}: not JSON`);
  const frame = v.safeParse(feedFrame, json.value);
  if (!frame.success) return failed(problemsOf(frame.issues, fileName, null));
  const feed = frame.output;
  const version = feed._backgrounder?.version ?? ARCHIVE_FILE_VERSION;
  if (version > ARCHIVE_FILE_VERSION) {
    return whole('newer-version', '_backgrounder.version', `version ${version} is newer than ${ARCHIVE_FILE_VERSION}`);
  }

  const problems: IntakeProblem[] = [];
  const entities = readEntities(feed._backgrounder?.entities ?? [], { fileName, archiveId, problems });
  const known = new Set(entities.map((entity) => entity.id));
  const briefs: Brief[] = [];
  const ids = new Set<string>();
  feed.items.forEach((raw, position) => {
    const item = v.safeParse(feedItem, raw);
    if (!item.success) {
      problems.push(...problemsOf(item.issues, fileName, nameOfItem(raw, position)));
      return;
    }
    const brief = briefOf(item.output, { archiveId, language: feed.language ?? '' });
    const refuse = (field: string, kind: ProblemKind, detail: string): number =>
      problems.push({ file: fileName, item: item.output.id, field, kind, detail });
    if (ids.has(brief.id)) refuse('id', 'used-twice', 'an earlier item has the same id');
    ids.add(brief.id);
    for (const id of brief.entities.filter((entity) => !known.has(entity))) {
      refuse('_backgrounder.entities', 'unknown-entity', `"${id.slice(archiveId.length + 1)}" is not declared`);
    }
    briefs.push(brief);
  });
  if (problems.length > 0) return failed(problems);
  const says = feed._backgrounder?.private ? { says: 'private' as const } : {};
  return done({ id: archiveId, title: feed.title, homePage: feed.home_page_url ?? null, ...says, entities, briefs });
}

function readEntities(
  raw: readonly unknown[],
  { fileName, archiveId, problems }: { fileName: string; archiveId: string; problems: IntakeProblem[] },
): Entity[] {
  const entities = new Map<string, Entity>();
  raw.forEach((value, position) => {
    const entity = v.safeParse(feedEntity, value);
    if (!entity.success) {
      problems.push(...problemsOf(entity.issues, fileName, `entity ${nameOfItem(value, position)}`));
      return;
    }
    const { id, type, names, ambiguous, saidBy } = entity.output;
    if (entities.has(id)) {
      problems.push({
        file: fileName,
        item: `entity ${id}`,
        field: 'id',
        kind: 'used-twice',
        detail: 'declared twice',
      });
    }
    entities.set(id, {
      id: `${archiveId}/${id}`,
      type,
      names: names.map(({ text, lang, kind }) => ({ text, kind, ...(lang === undefined ? {} : { lang }) })),
      ambiguous,
      saidBy,
    });
  });
  return [...entities.values()];
}

function briefOf(item: FeedItem, { archiveId, language }: { archiveId: string; language: string }): Brief {
  const extension = item._backgrounder;
  const body =
    item.content_html !== undefined ? blocksOfHtml(item.content_html) : blocksOfText(item.content_text ?? '');
  const situation = extension?.situation;
  return {
    id: `${archiveId}/${item.id}`,
    archiveId,
    group: `${archiveId}/${extension?.group ?? item.id}`,
    lang: item.language ?? language,
    week: extension?.week ?? null,
    date: dayOf(item.date_published),
    title: item.title?.trim() || madeTitle(body) || item.id,
    situation: situation ? { verdict: situation.verdict, reason: situation.reason } : null,
    summary: item.summary,
    entities: (extension?.entities ?? []).map((id) => `${archiveId}/${id}`),
    url: item.url ?? null,
    authors: item.authors.flatMap((author) => (author.name ? [author.name] : [])),
    body,
  };
}

/** RFC 3339 as JSON Feed asks; anything else gives no date rather than a wrong one. */
function dayOf(published: string | undefined): string | null {
  const day = published?.slice(0, 10) ?? '';
  return /^\d{4}-\d\d-\d\d$/u.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}

function nameOfItem(raw: unknown, position: number): string {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : `#${position + 1}`;
}

function problemsOf(issues: readonly v.BaseIssue<unknown>[], file: string, item: string | null): IntakeProblem[] {
  return issues.map((issue) => ({
    file,
    item,
    field: v.getDotPath(issue) ?? '',
    kind: kindOf(issue),
    detail: issue.message,
  }));
}

function kindOf(issue: v.BaseIssue<unknown>): ProblemKind {
  if (issue.received === 'undefined') return 'missing';
  if (issue.message.startsWith('a week')) return 'not-a-week';
  return issue.type === 'iso_date' || issue.message === 'no such day' ? 'not-a-date' : 'wrong-kind';
}
