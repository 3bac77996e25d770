import type { EntityType } from '@/utils/model';
import type { Grammar, Place, Votes } from './sighting';

/** A name as one language of the archive has it: all its forms brought to one. Figures of several languages are then joined into an entity. */
export interface Figure {
  lang: Grammar;
  kind: 'person' | 'phrase' | 'word' | 'acronym';
  /** In the nominative, as shown. */
  name: string;
  /** Other names of it in this language, in the nominative. */
  short: string[];
  /** Of a person; '' where it was never said. */
  given: string;
  surname: string;
  /** Other nominatives that its forms allow: a sound in another language may choose among them. */
  maybe: readonly string[];
  /** The same of a person's given name. */
  maybeGiven: readonly string[];
  /** Forms of the word or the surname, as written. */
  forms: Set<string>;
  notion: number;
  votes: Votes;
  places: Place[];
  /** Seen where its capital is its own. */
  isFirm: boolean;
  /** Stood in quotation marks. */
  isQuoted: boolean;
}

/** A figure of nothing yet. */
export function newFigure(about: Pick<Figure, 'lang' | 'kind' | 'name'> & Partial<Figure>): Figure {
  return {
    short: [],
    given: '',
    surname: '',
    maybe: [],
    maybeGiven: [],
    forms: new Set(),
    notion: -1,
    votes: {},
    places: [],
    isFirm: false,
    isQuoted: false,
    ...about,
  };
}

/** Counts a sighting in. */
export function see(figure: Figure, { place, votes, begins }: { place: Place; votes: Votes; begins: boolean }): void {
  figure.places.push(place);
  if (!begins) figure.isFirm = true;
  for (const [type, weight] of Object.entries(votes) as [EntityType, number][])
    figure.votes[type] = (figure.votes[type] ?? 0) + weight;
}

/** Values of a map by key, made where there is none. */
export function listAt<K, V>(map: Map<K, V[]>, key: K): V[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}
