import { type BodyBlock, type Brief, type Situation, textOf, type Week } from '@/utils/model';
import type { Draft, DraftSource } from './draft';
import { type Incoming, newestFirst } from './incoming';
import { madeTitle } from './made-title';
import { parseDate } from './parse-date';
import type { IntakeProblem } from './problem';
import { situationIn } from './recognise-situation';
import { weekIn, weekLine } from './recognise-week';
import { idOfContent } from './stable-id';
import { languageFor, languageTag } from './tell-language';

/** First blocks in which a week or a verdict is looked for: later ones speak about weeks. */
const OPENING_BLOCKS = 4;

/** Longest id kept as it is, in UTF-16 code units; ids are addresses or tags, and those end at some 300. */
const MAX_ID = 500;

/** Longest piece of a source shown in a note, in UTF-16 code units. */
const MAX_SHOWN = 60;

/**
 * Makes the contents of an archive from drafts: ids from the source or from the content, week, situation and language where they
 * can be told, http and https addresses only. Of items with one id the newest is kept. The result does not depend on the order of drafts:
 * newest first, undated last.
 */
export function assemble(
  source: DraftSource,
  { archiveId, fileName }: { archiveId: string; fileName: string },
): Incoming {
  const notes: IntakeProblem[] = [...source.notes];
  const kept = new Map<string, Dated>();
  for (const draft of source.drafts) {
    const { brief, key, badDate } = briefOf(draft, { archiveId, lang: source.lang });
    const file = draft.file || fileName;
    if (brief.title === '' && brief.body.length === 0) {
      notes.push({ file, item: key, field: '', kind: 'empty', detail: 'neither a title nor a text' });
      continue;
    }
    if (badDate !== null) {
      const shown = JSON.stringify(badDate.slice(0, MAX_SHOWN));
      notes.push({
        file,
        item: key,
        field: 'date',
        kind: 'not-a-date',
        detail: `${shown} is no date; kept without`,
      });
    }
    const candidate = { brief, moment: momentOf(draft) };
    const other = kept.get(brief.id);
    if (other) {
      notes.push({
        file,
        item: key,
        field: 'id',
        kind: 'used-twice',
        detail: 'several items have this id; the newest is kept',
      });
    }
    if (!other || isNewer(candidate, other)) kept.set(brief.id, candidate);
  }
  const briefs = [...kept.values()].map(({ brief }) => brief).sort(newestFirst);
  const title = source.title.trim() || fileName;
  return {
    contents: { id: archiveId, title, homePage: webAddress(source.homePage), entities: [], briefs },
    notes: notes.sort(
      (a, b) => compare(a.file, b.file) || compare(a.item ?? '', b.item ?? '') || compare(a.field, b.field),
    ),
  };
}

/** An http or https address; null for anything else. */
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  return /^https?:$/u.test(new URL(address).protocol) ? address : null;
}

function briefOf(
  draft: Draft,
  { archiveId, lang }: { archiveId: string; lang: string },
): { brief: Brief; key: string; badDate: string | null } {
  const opening = openingOf(draft);
  const text = draft.body
    .slice(0, OPENING_BLOCKS * 2)
    .map(textOf)
    .join('\n');
  const title = draft.title.trim() || madeTitle(opening.body);
  const url = webAddress(draft.url);
  const given = draft.id?.trim() || url || '';
  // An id is a key in stores and messages; a longer one is somebody's text.
  const key =
    given !== '' && given.length <= MAX_ID ? given : idOfContent([given, draft.title, ...draft.body.map(textOf)]);
  const date = draft.published ?? draft.updated;
  const parsed = date === null ? null : (parseDate(date) ?? (draft.updated === null ? null : parseDate(draft.updated)));
  return {
    key,
    badDate: parsed === null && date !== null && date.trim() !== '' ? date.trim() : null,
    brief: {
      id: `${archiveId}/${key}`,
      archiveId,
      group: `${archiveId}/${draft.group ?? key}`,
      lang: languageFor(languageTag(draft.lang) || languageTag(lang), `${title}\n${draft.summary}\n${text}`),
      week: opening.week,
      date: parsed?.day ?? null,
      title,
      situation: opening.situation,
      summary: draft.summary.trim(),
      entities: [],
      url,
      authors: draft.authors.map((author) => author.trim()).filter((author) => author !== ''),
      body: opening.body,
    },
  };
}

/** Week and situation from the draft itself, its title or its first lines; a line that says nothing else leaves the body. */
function openingOf(draft: Draft): { week: Week | null; situation: Situation | null; body: readonly BodyBlock[] } {
  let week = draft.week ?? weekIn(draft.title);
  let situation = draft.situation;
  const body = draft.body.filter((block, position) => {
    if (position >= OPENING_BLOCKS) return true;
    const line = textOf(block);
    const ownWeek = weekLine(line);
    const ownSituation = situationIn(line);
    week ??= ownWeek ?? weekIn(line);
    situation ??= ownSituation;
    return ownWeek === null && ownSituation === null;
  });
  return { week, situation, body };
}

interface Dated {
  brief: Brief;
  /** When the source last touched it; '' where it does not say. */
  moment: string;
}

function momentOf(draft: Draft): string {
  return (parseDate(draft.updated ?? '') ?? parseDate(draft.published ?? ''))?.instant ?? '';
}

/** By time; where that says nothing by content, so that the order of a source decides nothing. */
function isNewer(a: Dated, b: Dated): boolean {
  return (compare(a.moment, b.moment) || compare(JSON.stringify(a.brief), JSON.stringify(b.brief))) > 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
