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
  /** How the product calls all of them: sure, in doubt. */
  calls?: string;
}

/** The row as matching would write it: equal to the row where it holds. For tests. */
export function asFound(row: Row): Row {
  const { lang, text } = row;
  const index = compileNames(row.names.map((_, i) => entityOf(row, i)));
  const found = findMentions(index, { lang, blocks: [{ text, part: 'body' }] });
  const doubts = new Set(found.map((mention) => (isInDoubt(mention) ? 'in doubt' : 'sure')));
  return {
    ...row,
    finds: found.map(({ start, end }) => text.slice(start, end)).join('|'),
    ...(row.tier === undefined || found[0] === undefined ? {} : { tier: found[0].tier }),
    ...(row.calls === undefined ? {} : { calls: [...doubts].join(' and ') }),
  };
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
