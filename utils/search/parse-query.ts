import { MAX_QUERY_CHARS } from '@/utils/model';
import { type Situation } from './doc-record';
import { wordsOf } from './fold';
import { SITUATIONS } from './layout';

/** Where a part stands in the query's text: [start, end) UTF-16 offsets, so that the interface can draw it as a chip and take it out. */
interface Part {
  start: number;
  end: number;
  /** A minus before it takes briefs out. */
  use: 'wanted' | 'unwanted';
}

/** A word, or several in quotes that must follow one another; folded as the index is. */
export interface Term extends Part {
  kind: 'word' | 'phrase';
  words: readonly string[];
  /** `open`: the text ends in this word, so it may be the beginning of a longer one. */
  ending: 'open' | 'closed';
}

/** Days as numbers YYYYMMDD, both ends included. */
export interface DayRange {
  from: number;
  to: number;
}

export type Filter = Part &
  (
    | { field: 'date'; range: DayRange }
    | { field: 'situation'; value: Situation }
    | { field: 'lang' | 'archive' | 'entity'; value: string }
  );

/** A query understood. Plain data. */
export interface Query {
  /** What was parsed: the text, cut at MAX_QUERY_CHARS. */
  text: string;
  terms: readonly Term[];
  filters: readonly Filter[];
}

const QUOTES = '"“”„«»';

/**
 * Understands a query: words, "phrases in quotes", -unwanted words and phrases, and filters: `year:2012`, `week:2012-10-22..2012-11-04`,
 * `lang:be`, `situation:worsened`, `entity:rogozin`, `archive:starter`. Days may be years, months or days, ranges open (`year:2012..`).
 * Any string is valid: a field we do not know, or a value that makes no sense there, is words; an open quote reaches to the end.
 */
export function parseQuery(whole: string): Query {
  const text = whole.slice(0, MAX_QUERY_CHARS);
  const terms: Term[] = [];
  const filters: Filter[] = [];
  for (let at = 0; at < text.length;) {
    if (isSpace(text[at]!)) {
      at++;
      continue;
    }
    const start = at;
    const use = text[at] === '-' && at + 1 < text.length && !isSpace(text[at + 1]!) ? 'unwanted' : 'wanted';
    if (use === 'unwanted') at++;
    const chunk = readChunk(text, at);
    at = chunk.end;
    const part = { start, end: chunk.end, use } as const;
    const filter = filterOf(chunk, part);
    if (filter) filters.push(filter);
    else terms.push(...termsOf(chunk, part, at === text.length ? 'open' : 'closed'));
  }
  return { text, terms, filters };
}

/** A stretch without spaces, or with them where it is quoted. */
interface Chunk {
  /** Before the colon; '' where there is none. */
  field: string;
  value: string;
  /** All of it, for a field that is none. */
  raw: string;
  quoted: 'quoted' | 'bare';
  end: number;
}

function readChunk(text: string, start: number): Chunk {
  let colon = -1;
  for (let at = start; at <= text.length; at++) {
    const letter = text[at] ?? ' ';
    if (QUOTES.includes(letter) && (at === start || at === colon + 1)) {
      const close = endOfQuote(text, at + 1);
      const field = colon < 0 ? '' : text.slice(start, colon);
      const value = text.slice(at + 1, close);
      return { field, value, raw: value, quoted: 'quoted', end: Math.min(close + 1, text.length) };
    }
    if (letter === ':' && colon < 0 && at > start) colon = at;
    if (isSpace(letter)) {
      const raw = text.slice(start, at);
      return colon < 0
        ? { field: '', value: raw, raw, quoted: 'bare', end: at }
        : { field: text.slice(start, colon), value: text.slice(colon + 1, at), raw, quoted: 'bare', end: at };
    }
  }
  throw new Error('a chunk ends at the end of its text');
}

function endOfQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (QUOTES.includes(text[at]!)) return at;
  return text.length;
}

/** The words of a chunk; only a bare one that ends the whole text may go on. */
function termsOf({ field, value, raw, quoted }: Chunk, part: Part, ending: Term['ending']): Term[] {
  if (quoted === 'bare') {
    const words = wordsOf(raw);
    return words.map((word, i) => ({
      ...part,
      kind: 'word',
      words: [word],
      ending: i === words.length - 1 ? ending : 'closed',
    }));
  }
  const before: Term[] = wordsOf(field).map((word) => ({ ...part, kind: 'word', words: [word], ending: 'closed' }));
  const words = wordsOf(value);
  if (words.length === 0) return before;
  return [...before, { ...part, kind: words.length === 1 ? 'word' : 'phrase', words, ending: 'closed' }];
}

function filterOf({ field, value }: Chunk, part: Part): Filter | null {
  if (value === '') return null;
  switch (field.toLowerCase()) {
    case 'year':
    case 'month':
    case 'week':
    case 'date': {
      const range = rangeOf(value);
      return range && { ...part, field: 'date', range };
    }
    case 'situation': {
      const situation = SITUATIONS.find((known) => known === value.toLowerCase());
      return situation ? { ...part, field: 'situation', value: situation } : null;
    }
    case 'lang':
      return { ...part, field: 'lang', value: value.toLowerCase() };
    case 'entity':
      return { ...part, field: 'entity', value };
    case 'archive':
      return { ...part, field: 'archive', value };
    default:
      return null;
  }
}

const FIRST_DAY = 0;
const LAST_DAY = 99_991_231;

/** "2012", "2012-10", "2012-10-29", or two of them with ".." between, of which one may be missing. */
function rangeOf(value: string): DayRange | null {
  const dots = value.indexOf('..');
  if (dots < 0) return daysOf(value);
  const from = daysOf(value.slice(0, dots));
  const to = daysOf(value.slice(dots + 2));
  if ((!from && dots > 0) || (!to && dots + 2 < value.length) || (!from && !to)) return null;
  return { from: from?.from ?? FIRST_DAY, to: to?.to ?? LAST_DAY };
}

function daysOf(value: string): DayRange | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(value) ?? [];
  if (!year) return null;
  return { from: Number(year + (month ?? '00') + (day ?? '00')), to: Number(year + (month ?? '99') + (day ?? '99')) };
}

function isSpace(letter: string): boolean {
  return letter.trim() === '';
}
