/** How a person's first name stands beside the surname on the page. */
export type Support = 'full' | 'initial' | 'title' | 'bare';

/** Whether a surname stands where, and as, a town of that name would. */
export type PlaceCase = 'is' | 'may be' | 'no';

/** A candidate: a name read at some tokens of a block. */
export interface Span {
  block: number;
  /** Tokens, `to` inclusive. */
  from: number;
  to: number;
  start: number;
  end: number;
  name: number;
  entity: number;
  /** Worst tier of its words, and the sum of their costs. */
  tier: number;
  cost: number;
  /** Words of the name found, and words it has beside them. */
  found: number;
  missing: number;
  support: Support;
  isPerson: boolean;
  isPlace: boolean;
  /** A company, organisation or treaty. */
  isOrganised: boolean;
  /** A bare surname stands as a town does: its case says so, or (in Latin letters) only the preposition. */
  placeCase: PlaceCase;
  /** Words in small letters that the name has in capitals, or the other way round. */
  caseOff: number;
  /** In quotation marks, or beside a word that says what it is. This and the two marks below are read of ambiguous names only. */
  cue: 0 | 1;
  /** A preposition or a word like "city" stands before it, and no bracket behind: it may well be a place. */
  placeCue: 0 | 1;
  /** A capital here says nothing: the sentence or a headline in capitals begins with it. */
  weakCapital: 0 | 1;
  /** An office that stands in a place that may be another country's. */
  elsewhere: 0 | 1;
  confidence: number;
}
