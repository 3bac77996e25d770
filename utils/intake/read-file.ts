import { type ArchiveContents, done, failed, type Result } from '@/utils/model';
import { decodeText } from './decode-text';
import type { Draft, DraftSource } from './draft';
import { draftsOfFeed } from './feed-to-drafts';
import { partsOfPath } from './path-parts';
import type { IntakeProblem, ProblemKind } from './problem';
import { readArchiveFile } from './read-archive';
import { readBriefText } from './read-brief-text';
import { type CsvColumns, readCsv } from './read-csv';
import { isArchiveFile, readFeedRoot, sayingWhy } from './read-feed';
import { isTooDeep, readJson } from './read-json';
import { readJsonFeed } from './read-json-feed';
import { readMarkdown } from './read-markdown';
import { readPage } from './read-page';
import { readWordPressPosts } from './read-wordpress';
import { readWxr } from './read-wxr';
import type { SourceFile } from './unzip';
import { readXml } from './xml-tree';

/** What one file gave: an archive that is checked already, or drafts. */
export type FileRead = { kind: 'archive'; contents: ArchiveContents } | { kind: 'drafts'; source: DraftSource };

/** Characters in which the kind of a file shows. */
const START_CHARS = 1_000;

/** Reads one file. Its ending says what it is where the content could be anything; otherwise the content does. */
export function readFile(
  file: SourceFile,
  { archiveId, columns }: { archiveId: string; columns: CsvColumns | undefined },
): Result<FileRead, IntakeProblem[]> {
  const decoded = decodeText(file.bytes);
  if (!decoded.ok) return refused(file, { kind: 'not-text', detail: 'these bytes are no text' });
  const text = decoded.value;
  const ending = /\.(\w+)$/u.exec(file.path)?.[1]?.toLowerCase() ?? '';
  const start = text.slice(0, START_CHARS).replace(/^[\ufeff\s]+/u, '');
  if (/^(?:md|markdown|mdown)$/u.test(ending)) return markdownFile(file, text);
  if (/^(?:csv|tsv)$/u.test(ending)) {
    const table = readCsv({ text, fileName: file.path }, columns);
    return table.ok ? done({ kind: 'drafts', source: table.value }) : table;
  }
  if (/^(?:txt|text)$/u.test(ending))
    return start.startsWith('---') ? markdownFile(file, text) : oneDraft(file, readBriefText(text));
  if (/^x?html?$/u.test(ending) || /^<!doctype html|^<html[\s>]/iu.test(start))
    return oneDraft(file, readPage(text, ''));
  if (ending === 'json' || /^[[{]/u.test(start)) return jsonFile(file, { text, archiveId });
  if (start.startsWith('<')) return xmlFile(file, text);
  return ending === ''
    ? oneDraft(file, readBriefText(text))
    : refused(file, { kind: 'not-known', detail: `".${ending}" is no kind of file that we read` });
}

function markdownFile(file: SourceFile, text: string): Result<FileRead, IntakeProblem[]> {
  const { draft, problems } = readMarkdown({ text, path: file.path });
  return done({ kind: 'drafts', source: { title: '', homePage: null, lang: '', drafts: [draft], notes: problems } });
}

/** A draft with what the file's path says about it. */
function oneDraft(file: SourceFile, draft: Draft): Result<FileRead, IntakeProblem[]> {
  const { id, group, lang, day } = partsOfPath(file.path);
  const whole = {
    ...draft,
    id: draft.id ?? id,
    group: draft.group ?? group,
    lang: draft.lang || lang,
    published: draft.published ?? day,
  };
  return done({ kind: 'drafts', source: { title: '', homePage: null, lang: '', drafts: [whole], notes: [] } });
}

function jsonFile(
  file: SourceFile,
  { text, archiveId }: { text: string; archiveId: string },
): Result<FileRead, IntakeProblem[]> {
  const json = readJson(text);
  if (!json.ok)
    return refused(file, {
      kind: 'not-json',
      detail: `line ${json.error.line}, column ${json.error.column}: not JSON`,
    });
  if (isTooDeep(json.value)) return refused(file, sayingWhy('too-deep'));
  if (isArchiveFile(json.value)) {
    const archive = readArchiveFile({ text, fileName: file.path, archiveId });
    return archive.ok ? done({ kind: 'archive', contents: archive.value }) : archive;
  }
  const feed = readJsonFeed(json.value) ?? readWordPressPosts(json.value, '');
  return feed ? done({ kind: 'drafts', source: draftsOfFeed(feed) }) : refused(file, sayingWhy('not-known'));
}

function xmlFile(file: SourceFile, text: string): Result<FileRead, IntakeProblem[]> {
  const xml = readXml(text);
  if (!xml.ok) return refused(file, sayingWhy(xml.error));
  const wxr = readWxr(xml.value);
  if (wxr) return done({ kind: 'drafts', source: wxr });
  const feed = readFeedRoot(xml.value);
  return feed.ok ? done({ kind: 'drafts', source: draftsOfFeed(feed.value) }) : refused(file, sayingWhy(feed.error));
}

function refused(
  file: SourceFile,
  { kind, detail }: { kind: ProblemKind; detail: string },
): Result<never, IntakeProblem[]> {
  return failed([{ file: file.path, item: null, field: '', kind, detail }]);
}
