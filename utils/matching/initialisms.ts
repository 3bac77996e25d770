import { FORM } from './compare';
import { NAME_PERSON } from './compile';
import { isConnector } from './connectors';
import { type Columns, textAt } from './layout';
import type { Span } from './span';

/** Letters in capitals on the page that no name of the list answers for. */
export interface LooseAcronym {
  block: number;
  start: number;
  end: number;
  folded: string;
}

/** Longest initialism looked for. */
export const MOST_INITIALS = 8;
/** Two letters stand for too much. */
const FEWEST_INITIALS = 3;
/** An initialism rests on the full name elsewhere on the page. */
const CONFIDENCE = 0.8;

/** The acronyms that stand for a phrase named in full on the same page: Digital Sky Technologies, later DST. */
export function initialismsOf(columns: Columns, spans: readonly Span[], acronyms: readonly LooseAcronym[]): Span[] {
  if (acronyms.length === 0) return [];
  const named = new Map<string, Span>();
  for (const span of spans) {
    if (columns.nameFlags[span.name]! & NAME_PERSON || span.found < FEWEST_INITIALS) continue;
    for (const initials of initialsOf(columns, span.name)) if (!named.has(initials)) named.set(initials, span);
  }
  return acronyms.flatMap(({ block, start, end, folded }) => {
    const span = named.get(folded);
    if (span === undefined) return [];
    return [
      {
        ...span,
        block,
        start,
        end,
        tier: FORM,
        cost: 0,
        found: 1,
        cue: 1 as const,
        caseOff: 0,
        support: 'bare' as const,
        confidence: CONFIDENCE,
      },
    ];
  });
}

/** First letters of a name's words, with and without those that only join (ОБСЕ, ООН). */
function initialsOf(columns: Columns, name: number): string[] {
  let all = '';
  let strong = '';
  for (let part = columns.nameTokenAt[name]!; part < columns.nameTokenAt[name + 1]!; part++) {
    const word = textAt(columns, columns.wordTextAt[columns.tokenWord[part]!]!);
    all += word[0] ?? '';
    if (!isConnector(word)) strong += word[0] ?? '';
  }
  return [...new Set([all, strong])].filter((initials) => initials.length >= FEWEST_INITIALS);
}
