import { expect } from 'vitest';
import { type Entity, type EntityType, isInDoubt } from '@/utils/model';
import { compileNames, findMentions } from './index';

/** A row of the tables of sentences that tests of matching are made of. */
export interface Row {
  /** An entity each. */
  names: string[];
  type?: EntityType;
  ambiguous?: true;
  lang: string;
  text: string;
  /** What is found, as the page writes it, parted by |; '' for nothing. */
  finds: string;
  tier?: string;
  /** How the product calls every one of them. */
  calls?: 'sure' | 'in doubt';
}

/** Expects a row to hold. */
export function findsIt(row: Row): void {
  const { lang, text } = row;
  const index = compileNames(row.names.map((_, i) => entityOf(row, i)));
  const found = findMentions(index, { lang, blocks: [{ text, part: 'body' }] });
  expect(found.map(({ start, end }) => text.slice(start, end)).join('|')).toBe(row.finds);
  if (row.tier !== undefined) expect(found[0]?.tier).toBe(row.tier);
  if (row.calls !== undefined)
    for (const mention of found) expect(isInDoubt(mention) ? 'in doubt' : 'sure').toBe(row.calls);
}

/** The entity of a row's name. */
export function entityOf({ names, type = 'other', ambiguous = undefined }: Row, at: number): Entity {
  return {
    id: `e${at}`,
    type,
    names: [{ text: names[at] ?? names[0]!, kind: 'full' }],
    ambiguous: ambiguous ?? false,
    saidBy: 'archive',
  };
}
