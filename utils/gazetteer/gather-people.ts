import { foldWord, isGivenName, isKnownGiven } from '@/utils/language';
import { agreeing, type Cyrillic, readingsOf } from './declension';
import { type Figure, listAt, newFigure, see } from './figure';
import type { Grammar, PersonSighting, WordSighting } from './sighting';
import { endsInSyllable } from './syllables';
import { worldPlaceOf } from './world';

/** The people of one language, and the single words that turned out to be nobody's surname. */
export interface People {
  figures: Figure[];
  words: WordSighting[];
}

/**
 * Gathers people: a full name stands for its forms in all cases, a surname alone for the person that the same brief names in full, or else
 * for the only one the archive knows.
 */
export function gatherPeople(
  { people, words }: { people: readonly PersonSighting[]; words: readonly WordSighting[] },
  lang: Grammar,
): People {
  const bySurname = new Map<string, Figure[]>();
  const figures: Figure[] = [];
  const add = (figure: Figure): void => {
    figures.push(figure);
    listAt(bySurname, foldWord(figure.surname)).push(figure);
  };
  fullNames(
    people.filter(({ given }) => given !== ''),
    lang,
  ).forEach(add);
  const byBrief = briefsOf(figures);
  const find = (form: string, brief: number, fits: (figure: Figure) => boolean): Figure | null => {
    const known = [...new Set(lemmasOf(form, lang).flatMap((lemma) => bySurname.get(foldWord(lemma)) ?? []))].filter(
      fits,
    );
    const here = known.filter((figure) => byBrief.get(figure)?.has(brief) === true);
    return theOne(here.length > 0 ? here : known);
  };
  const left: PersonSighting[] = [];
  for (const sighting of people) {
    if (sighting.given !== '') continue;
    const { initials, surname, place } = sighting;
    const found = find(surname, place.brief, ({ given }) => initials === '' || given.startsWith(initials[0]!));
    if (found !== null) {
      found.forms.add(surname);
      see(found, sighting);
    } else left.push(sighting);
  }
  surnamesOf(left, lang).forEach(add);
  const rest = words.filter((word) => {
    if (worldPlaceOf(word.text, lang) !== undefined) return true;
    const found = find(word.text, word.place.brief, () => true);
    if (found === null || (word.begins && !byBrief.get(found)?.has(word.place.brief))) return true;
    found.forms.add(word.text);
    see(found, { place: word.place, votes: {}, begins: word.begins });
    return false;
  });
  return { figures, words: rest };
}

/** The only one of these, or the one that is named far more than all others. */
function theOne(figures: readonly Figure[]): Figure | null {
  const [first, second] = [...figures].sort((a, b) => b.places.length - a.places.length);
  if (first === undefined) return null;
  return second === undefined || first.places.length >= second.places.length * FAR_MORE ? first : null;
}
const FAR_MORE = 4;

interface Pairing {
  given: string;
  surname: string;
  total: number;
}

/** One figure a person: the pair of nominatives that most of the forms agree on. */
function fullNames(sightings: readonly PersonSighting[], lang: Grammar): Figure[] {
  const byForm = new Map<string, PersonSighting[]>();
  for (const sighting of sightings) listAt(byForm, `${sighting.given}|${sighting.surname}`).push(sighting);
  const pairings = new Map<string, Pairing>();
  const options = new Map<string, string[]>();
  for (const [form, seen] of byForm) {
    const readings = pairingsOf(seen[0]!, lang);
    // One pair may be read in several ways, as a man and as a woman: the best of them counts.
    const weights = new Map<string, number>();
    for (const { given, surname, weight } of readings) {
      const key = `${foldWord(surname)}|${foldWord(given)}`;
      weights.set(key, Math.max(weights.get(key) ?? 0, weight));
      if (!pairings.has(key)) pairings.set(key, { given, surname, total: 0 });
    }
    for (const [key, weight] of weights) pairings.get(key)!.total += weight * seen.length;
    options.set(form, [...weights.keys()]);
  }
  const figures = new Map<string, Figure>();
  for (const [form, seen] of byForm) {
    const best = options.get(form)!.reduce((a, b) => (isBetter(pairings, b, a) ? b : a));
    const { given, surname } = pairings.get(best)!;
    let figure = figures.get(best);
    if (figure === undefined) {
      figure = newFigure({ lang, kind: 'person', name: `${given} ${surname}`, given, surname });
      figures.set(best, figure);
    }
    figure.forms.add(seen[0]!.surname);
    for (const sighting of seen) see(figure, sighting);
    figure.maybe = common(figure.maybe, [surname, ...options.get(form)!.map((key) => pairings.get(key)!.surname)]);
    figure.maybeGiven = common(figure.maybeGiven, [
      given,
      ...options.get(form)!.map((key) => pairings.get(key)!.given),
    ]);
  }
  return [...figures.values()];
}

/** What two lists have in common; all of the second where the first is still empty. */
function common(before: readonly string[], now: readonly string[]): string[] {
  return [...new Set(now)].filter((each) => before.length === 0 || before.includes(each));
}

function isBetter(pairings: ReadonlyMap<string, Pairing>, a: string, b: string): boolean {
  const difference = pairings.get(a)!.total - pairings.get(b)!.total;
  return difference !== 0 ? difference > 0 : a < b;
}

function pairingsOf(
  { given, surname }: PersonSighting,
  lang: Grammar,
): { given: string; surname: string; weight: number }[] {
  const asWritten = { given, surname, weight: 0.1 };
  if (lang === 'en' || surname.includes(' ')) return [{ ...asWritten, weight: 1 }];
  const isKnown = isKnownGiven(foldWord(given));
  const pairs = agreeing(readingsOf(given, lang), readingsOf(surname, lang)).map(({ first, second, weight }) => ({
    given: first.lemma,
    surname: second.lemma,
    // Андрею may be Андрей, and is not Андре: a known given name is one in the nominative too. Александра Волошина is more often he
    // in the genitive than she.
    weight:
      weight *
      (isKnown && !isGivenName(foldWord(first.lemma)) ? 0.05 : 1) *
      (first.gender === 'f' ? (isKnown ? 0.5 : 0.9) : 1),
  }));
  return pairs.length > 0 ? pairs : [asWritten];
}

/** People whom the archive never names in full. */
function surnamesOf(sightings: readonly PersonSighting[], lang: Grammar): Figure[] {
  const lemmas = commonLemmas(
    sightings.map(({ surname }) => ({ text: surname, isGoverned: false })),
    lang,
  );
  const figures = new Map<string, Figure>();
  for (const sighting of sightings) {
    const surname = lemmas.get(sighting.surname)!;
    let figure = figures.get(foldWord(surname));
    if (figure === undefined) {
      figure = newFigure({ lang, kind: 'person', name: surname, surname, maybe: lemmasOf(sighting.surname, lang) });
      figures.set(foldWord(surname), figure);
    }
    figure.forms.add(sighting.surname);
    see(figure, sighting);
  }
  return [...figures.values()];
}

/** All nominatives that a form may have. */
export function lemmasOf(form: string, lang: Grammar): string[] {
  return lang === 'en' ? [form] : [...new Set(readingsOf(form, lang).map(({ lemma }) => lemma))].concat(form);
}

/** A nominative for each form: the one that explains most of the forms, by weight. */
export function commonLemmas(
  sightings: readonly { text: string; isGoverned: boolean }[],
  lang: Grammar,
): Map<string, string> {
  const counts = new Map<string, { free: number; governed: number }>();
  for (const { text, isGoverned } of sightings) {
    const count = counts.get(text) ?? { free: 0, governed: 0 };
    if (isGoverned) count.governed++;
    else count.free++;
    counts.set(text, count);
  }
  if (lang === 'en') return new Map([...counts.keys()].map((form) => [form, form]));
  const totals = new Map<string, number>();
  // Nominatives that are written somewhere and have other forms.
  const seen = new Set<string>();
  const options = new Map<string, Map<string, number>>();
  for (const [form, { free, governed }] of counts) {
    const weights = weightsOf(form, lang);
    options.set(form, weights);
    for (const [lemma, weight] of weights) {
      const times = lemma === form ? free * FREE_FAVOUR + governed * GOVERNED_FAVOUR : free + governed;
      totals.set(lemma, (totals.get(lemma) ?? 0) + weight * times);
      if (lemma !== form && counts.has(lemma)) seen.add(lemma);
    }
  }
  const worth = (lemma: string): number => totals.get(lemma)! * (seen.has(lemma) ? SEEN_FAVOUR : 1);
  return new Map(
    [...counts.keys()].map((form) => {
      const lemmas = [...options.get(form)!.keys()];
      const best = lemmas.reduce((a, b) => {
        const difference = worth(b) - worth(a);
        return difference > 0 || (difference === 0 && b < a) ? b : a;
      }, lemmas[0] ?? form);
      return [form, best];
    }),
  );
}

/** Without a preposition a form may well be the nominative itself; with one it hardly is. */
const FREE_FAVOUR = 1.1;
const GOVERNED_FAVOUR = 0.4;

/** A nominative that is written somewhere, above one that is only possible. */
const SEEN_FAVOUR = 1.3;

/** The best weight of each nominative that a form may have; Росэлектроника ends as such names do, Росэлектроник does not. */
function weightsOf(form: string, lang: Cyrillic): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { lemma, weight } of readingsOf(form, lang)) {
    const worth = weight * (endsInSyllable(foldWord(lemma)) ? SYLLABLE_FAVOUR : 1);
    weights.set(lemma, Math.max(weights.get(lemma) ?? 0, worth));
  }
  return weights;
}
const SYLLABLE_FAVOUR = 1.5;

function briefsOf(figures: readonly Figure[]): Map<Figure, Set<number>> {
  return new Map(figures.map((figure) => [figure, new Set(figure.places.map(({ brief }) => brief))]));
}
