import type { Situation, Verdict, Week } from '@/utils/model';
import { type Draft, draftOf } from './draft';
import { situationIn } from './recognise-situation';
import { weekIn } from './recognise-week';

/** Fields of a front matter or of a table's row: names in lower case, a list's entries one a line. */
export type Fields = ReadonlyMap<string, string>;

/** Names under which other programs keep what we keep, ours first. */
const NAMES = {
  id: ['id', 'guid', 'slug'],
  group: ['group', 'translationof', 'translation_of', 'translationkey', 'ref'],
  title: ['title', 'headline', 'name'],
  summary: ['summary', 'description', 'excerpt', 'lead', 'abstract'],
  url: ['url', 'link', 'permalink', 'canonical'],
  published: ['date', 'published', 'date_published', 'publishdate', 'pubdate', 'created'],
  updated: ['updated', 'modified', 'lastmod', 'last_modified_at', 'date_modified'],
  lang: ['lang', 'language', 'locale'],
  week: ['week', 'issue'],
  from: ['week.from', 'from', 'week_from'],
  to: ['week.to', 'to', 'week_to'],
  verdict: ['situation.verdict', 'situation', 'verdict'],
  reason: ['situation.reason', 'reason'],
  authors: ['authors', 'author', 'by', 'creator'],
} as const;

/** What some fields say of a brief; everything but its body. */
export function draftFromFields(fields: Fields): Draft {
  const field = (name: keyof typeof NAMES): string | null => {
    for (const alias of NAMES[name]) {
      const value = fields.get(alias)?.trim();
      if (value !== undefined && value !== '') return value;
    }
    return null;
  };
  return draftOf({
    id: field('id'),
    group: field('group'),
    title: field('title') ?? '',
    summary: field('summary') ?? '',
    url: field('url'),
    published: field('published'),
    updated: field('updated'),
    lang: field('lang') ?? '',
    week: weekFrom(field('from'), field('to')) ?? weekFrom(...sidesOf(field('week'))) ?? weekIn(field('week') ?? ''),
    situation: situationFrom(field('verdict'), field('reason')),
    authors: (field('authors') ?? '').split(/[\n;,]/u),
  });
}

/** "2012-10-29/2012-11-04", as ISO 8601 writes a span. */
function sidesOf(week: string | null): [string | null, string | null] {
  const [from, to] = week?.split(/(?<!\s)\s*(?:\/|\.\.)\s*/u) ?? [];
  return [from ?? null, to ?? null];
}

function weekFrom(from: string | null, to: string | null): Week | null {
  if (from === null || to === null) return null;
  const [monday, sunday] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
  const isWeek = monday.getUTCDay() === 1 && sunday.getTime() - monday.getTime() === 6 * 86_400_000;
  // Days that roll over (2012-02-31) are no days.
  return isWeek && monday.toISOString().startsWith(from) && sunday.toISOString().startsWith(to) ? { from, to } : null;
}

const VERDICTS: Readonly<Record<string, Verdict>> = {
  improved: 'improved',
  better: 'improved',
  '+': 'improved',
  unchanged: 'unchanged',
  same: 'unchanged',
  '=': 'unchanged',
  worsened: 'worsened',
  worse: 'worsened',
  '-': 'worsened',
};

/** The verdict in one word, or as a sentence in one of the three languages. */
function situationFrom(verdict: string | null, reason: string | null): Situation | null {
  if (verdict === null) return null;
  const word = verdict.toLowerCase();
  const known = Object.hasOwn(VERDICTS, word) ? VERDICTS[word] : undefined;
  if (known) return { verdict: known, reason: reason ?? '' };
  const said = situationIn(verdict);
  return said && { verdict: said.verdict, reason: reason ?? said.reason };
}
