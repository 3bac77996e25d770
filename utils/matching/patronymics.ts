import { FORM, NO, tierOf } from './compare';
import { NAME_PERSON } from './compile';
import type { Columns } from './layout';
import { verdictFor } from './lookup';
import type { PageWord } from './page-words';
import { ROLE_GIVEN } from './parse-name';
import type { Span } from './span';

/** A first name and patronymic without surname, as Russian speaks of people it has already named. */
export interface Address {
  block: number;
  start: number;
  end: number;
  given: PageWord;
}

/** It rests on the first name alone. */
const CONFIDENCE = 0.65;

/** The addresses that mean somebody named in full on the same page: Борис Громов, later Борис Иванович. Two people of that first name: none. */
export function addressesOf(columns: Columns, spans: readonly Span[], addresses: readonly Address[]): Span[] {
  if (addresses.length === 0) return [];
  const people = new Map<number, Span>();
  for (const span of spans)
    if (columns.nameFlags[span.name]! & NAME_PERSON && span.support === 'full' && !people.has(span.entity))
      people.set(span.entity, span);
  const meantBy = new Map<string, Span[]>();
  return addresses.flatMap(({ block, start, end, given }) => {
    const meant =
      meantBy.get(given.folded) ?? [...people.values()].filter((span) => isGivenOf(columns, span.name, given));
    meantBy.set(given.folded, meant);
    if (meant.length !== 1) return [];
    return [
      {
        ...meant[0]!,
        block,
        start,
        end,
        tier: FORM,
        cost: 0,
        found: 1,
        support: 'full' as const,
        confidence: CONFIDENCE,
      },
    ];
  });
}

function isGivenOf(columns: Columns, name: number, given: PageWord): boolean {
  for (let part = columns.nameTokenAt[name]!; part < columns.nameTokenAt[name + 1]!; part++) {
    if (columns.tokenRole[part] !== ROLE_GIVEN) continue;
    const verdict = verdictFor(columns, given, columns.tokenWord[part]!);
    if (verdict !== NO && tierOf(verdict) <= FORM) return true;
  }
  return false;
}
