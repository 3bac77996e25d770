import type { Brief, Verdict } from '@/utils/model';
import { SITUATIONS } from './layout';

/** What searching needs of a brief. */
export type SearchableBrief = Pick<
  Brief,
  'id' | 'archiveId' | 'group' | 'lang' | 'week' | 'date' | 'title' | 'situation' | 'summary' | 'entities' | 'body'
>;

/** A brief as the index keeps it, without its words. */
export interface DocRecord {
  id: string;
  archiveId: string;
  group: string;
  lang: string;
  situation: Situation;
  /** YYYYMMDD; 0 without a date. */
  from: number;
  to: number;
  /** Codes of the lengths of title, summary and body. */
  lengths: readonly [number, number, number];
  /** Ids, without repetition. */
  entities: readonly string[];
}

/** A verdict, or that a brief has none. */
export type Situation = Verdict | 'none';

/** Codes of a length for each doubling: at 16, neighbouring codes are 4 % apart, far less than BM25 notices. */
const LENGTH_STEPS = 16;

/** A field's length in words as a byte. */
export function lengthCode(words: number): number {
  return Math.min(255, Math.round(Math.log2(words + 1) * LENGTH_STEPS));
}

/** About how many words a code stands for. */
export function wordsOfCode(code: number): number {
  return Math.round(2 ** (code / LENGTH_STEPS)) - 1;
}

/** The record of a brief whose words were counted. */
export function recordOf(brief: SearchableBrief, words: readonly [number, number, number]): DocRecord {
  const { id, archiveId, group, lang, situation, week, date, entities } = brief;
  return {
    id,
    archiveId,
    group,
    lang,
    situation: situation?.verdict ?? 'none',
    from: dayNumber(week?.from ?? date),
    to: dayNumber(week?.to ?? date),
    lengths: [lengthCode(words[0]), lengthCode(words[1]), lengthCode(words[2])],
    entities: [...new Set(entities)],
  };
}

/** Language, then id: docs of a language lie together, so its postings are dense and its range is all that likeness reads. */
export function compareDocs(a: Pick<DocRecord, 'lang' | 'id'>, b: Pick<DocRecord, 'lang' | 'id'>): number {
  return compareText(a.lang, b.lang) || compareText(a.id, b.id);
}

/** By code units: the same order in every browser and locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** "2012-10-29" as 20121029; 0 for anything that does not begin with a day. */
function dayNumber(day: string | null): number {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(day ?? '') ?? [];
  return year && month && date ? Number(year + month + date) : 0;
}

/** Code of a situation in its column. */
export function situationCode(situation: Situation): number {
  return SITUATIONS.indexOf(situation);
}
