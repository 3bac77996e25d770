import { type Filter, parseQuery } from './parse-query';

/** A filter of a query as it is written: `field:value`, with a minus before it where it takes briefs out. */
export interface WrittenFilter {
  field: Filter['field'];
  /** Without quotes: "2011..2013", "en", "worsened", "starter/maz". */
  value: string;
  use: 'wanted' | 'unwanted';
}

/** A query's words, and its filters apart: a field shows the words, chips the filters. */
export interface SplitQuery {
  words: string;
  filters: readonly WrittenFilter[];
}

/**
 * Takes the filters out of a query's text. `typing`: a filter in which the text ends is still being written, and stays a word.
 * Words keep their spelling, quotes and minuses.
 */
export function splitQuery(text: string, reading: 'typing' | 'finished'): SplitQuery {
  const { text: kept, filters } = parseQuery(text);
  const whole = filters.filter(({ end }) => reading === 'finished' || end < kept.length);
  let words = '';
  let at = 0;
  for (const { start, end } of whole) {
    words += kept.slice(at, start);
    at = end;
    // The space that parted the filter from the next word goes with it.
    if (words === '' || words.endsWith(' ')) while (kept[at] === ' ') at++;
  }
  words += kept.slice(at);
  return {
    words: reading === 'finished' ? words.trim() : words,
    filters: unique(whole.map((filter) => writtenOf(kept.slice(filter.start, filter.end), filter))),
  };
}

/** The text that says both: what is kept in an address, and what the search is asked. */
export function joinQuery({ words, filters }: SplitQuery): string {
  return [words.trim(), ...filters.map(textOfFilter)].filter((part) => part !== '').join(' ');
}

function textOfFilter({ field, value, use }: WrittenFilter): string {
  const quoted = /\s/u.test(value) || value === '' ? `"${value}"` : value;
  return `${use === 'unwanted' ? '-' : ''}${field}:${quoted}`;
}

function writtenOf(text: string, { field, use }: Filter): WrittenFilter {
  const value = text.slice(text.indexOf(':') + 1).replace(/^["“”„«»]|["“”„«»]$/gu, '');
  return { field, value, use };
}

/** Said twice is said once. */
function unique(filters: readonly WrittenFilter[]): WrittenFilter[] {
  return [...new Map(filters.map((filter) => [textOfFilter(filter), filter])).values()];
}
