import { eachWord } from './fold';
import type { Shown } from './read-query';

/** [start, end) UTF-16 offsets. */
export type Highlight = readonly [number, number];

/** A passage of a brief with what was found in it. */
export interface Snippet {
  /** Begins or ends with "…" where the block goes on. */
  text: string;
  highlights: readonly Highlight[];
  /** Index of the block it is from. */
  block: number;
}

/** About two lines of the popup. */
const SNIPPET_CHARS = 180;

/** Text before the first highlight, so that a reader sees what it belongs to. */
const LEAD_CHARS = 40;

/** What a result highlights in a text: whole words, in reading order. */
export function highlightsIn(text: string, shown: Shown): Highlight[] {
  return placesIn(text, shown).map(({ start, end }) => [start, end]);
}

/** The passage that has most of the terms, the earliest of equals; null where no block has any. A function of the texts handed in. */
export function snippetOf(blocks: readonly string[], shown: Shown): Snippet | null {
  let best: { block: number; from: number; to: number; terms: number } | null = null;
  for (const [block, text] of blocks.entries()) {
    const places = placesIn(text, shown);
    for (let i = 0; i < places.length; i++) {
      const from = places[i]!.start;
      const terms = new Set<number>();
      let to = from;
      for (let j = i; j < places.length && places[j]!.end - from <= SNIPPET_CHARS - LEAD_CHARS; j++) {
        terms.add(places[j]!.term);
        to = places[j]!.end;
      }
      if (!best || terms.size > best.terms) best = { block, from, to, terms: terms.size };
    }
  }
  if (!best) return null;
  const text = cut(blocks[best.block]!, best.from);
  return { text, highlights: highlightsIn(text, shown), block: best.block };
}

interface Place {
  start: number;
  end: number;
  term: number;
}

function placesIn(text: string, shown: Shown): Place[] {
  const terms = new Map<string, number>();
  shown.forEach(({ words }, term) => words.forEach((word) => terms.has(word) || terms.set(word, term)));
  const beginnings = shown.flatMap(({ beginning }, term) => (beginning === null ? [] : [{ beginning, term }]));
  const places: Place[] = [];
  eachWord(text, (word, start, end) => {
    const term = terms.get(word) ?? beginnings.find(({ beginning }) => word.startsWith(beginning))?.term;
    if (term !== undefined) places.push({ start, end, term });
  });
  return places;
}

/** Cut between words, a little before the first highlight. */
function cut(text: string, first: number): string {
  if (text.length <= SNIPPET_CHARS) return text;
  let from = Math.max(0, Math.min(first - LEAD_CHARS, text.length - SNIPPET_CHARS));
  if (from > 0) {
    const space = text.indexOf(' ', from);
    from = space >= 0 && space < first ? space + 1 : first;
  }
  let to = Math.min(text.length, from + SNIPPET_CHARS);
  if (to < text.length) {
    const space = text.lastIndexOf(' ', to);
    if (space > first) to = space;
  }
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
