import { areEquivalent, foldWord } from '@/utils/language';
import type { Clusters } from './clusters';
import { type Figure, listAt } from './figure';
import { soundKeys, soundLikeness } from './name-sound';
import { worldPlaceOf } from './world';

/** How alike a surname must sound to be one, and a given name beside it. */
const SURNAMES_ALIKE = 0.85;
const GIVEN_ALIKE = 0.75;
/** Words alike in two languages are one name; where no translations name both they must be longer and more alike. */
const WORDS_ALIKE = 0.83;
const WORDS_ALIKE_APART = 0.92;
const FEWEST_LETTERS_APART = 6;

/** Joins figures whose names are one name in other letters: Рогозин, Рагозін, Rogozin; «Газпром», Gazprom. */
export function joinBySound(clusters: Clusters, figures: readonly Figure[]): void {
  joinWorld(clusters, figures);
  const people = figures.filter(({ kind }) => kind === 'person');
  eachPair(
    people,
    ({ surname }) => surname,
    (a, b) => {
      if (isSamePerson(a, b)) clusters.unite(a, b);
    },
  );
  const things = figures.filter(({ kind }) => kind !== 'person');
  eachPair(things, firstWordOf, (a, b) => {
    if (isSameThing(a, b)) clusters.unite(a, b);
  });
  joinStrayPeople(clusters, figures);
}

/** Whether two figures are named in translations of one brief. */
function sharesGroup(a: Figure, b: Figure): boolean {
  const groups = groupsOf(a);
  return b.places.some(({ group }) => groups.has(group));
}

// A cache only: places do not change once figures are joined, and a common name is compared many times.
const groupsKnown = new WeakMap<Figure, ReadonlySet<number>>();

function groupsOf(figure: Figure): ReadonlySet<number> {
  const known = groupsKnown.get(figure) ?? new Set(figure.places.map(({ group }) => group));
  groupsKnown.set(figure, known);
  return known;
}

function joinWorld(clusters: Clusters, figures: readonly Figure[]): void {
  const byPlace = new Map<number, Figure>();
  for (const figure of figures) {
    if (figure.kind !== 'word' && figure.kind !== 'acronym') continue;
    const place = worldPlaceOf(figure.name, figure.lang);
    if (place === undefined) continue;
    const known = byPlace.get(place);
    if (known === undefined) byPlace.set(place, figure);
    else clusters.unite(known, figure);
  }
}

function isSamePerson(a: Figure, b: Figure): boolean {
  if (a.given !== '' && b.given !== '') {
    if (soundOfSurname(a, b) < SURNAMES_ALIKE) return false;
    if (areEquivalent(foldWord(a.given), foldWord(b.given))) return true;
    return best([a.given, ...a.maybeGiven], [b.given, ...b.maybeGiven]) >= GIVEN_ALIKE;
  }
  // A surname alone is somebody's only where the same news names him.
  return a.lang !== b.lang && sharesGroup(a, b) && soundOfSurname(a, b) >= SURNAMES_ALIKE;
}

function soundOfSurname(a: Figure, b: Figure): number {
  return best(surnamesOf(a), surnamesOf(b));
}

function isSameThing(a: Figure, b: Figure): boolean {
  // Latvia is not Литва, whatever it sounds like.
  if (worldOf(a) !== worldOf(b)) return false;
  if (a.lang === b.lang) return a.name.toLowerCase() === b.name.toLowerCase();
  if (a.name.toLowerCase() === b.name.toLowerCase() && (a.kind !== 'acronym' || sharesGroup(a, b))) return true;
  const left = a.name.split(' ');
  const right = b.name.split(' ');
  if (left.length !== right.length) return false;
  const isTogether = sharesGroup(a, b);
  const likeness =
    left.length === 1
      ? best(namesOf(a), namesOf(b))
      : Math.min(...left.map((word, i) => soundLikeness(word, right[i]!)));
  if (isTogether) return likeness >= WORDS_ALIKE;
  return likeness >= WORDS_ALIKE_APART && a.name.length >= FEWEST_LETTERS_APART;
}

/** A word that one language takes for a place or a firm, and another knows as a person's surname, is that person; so are two words. */
function joinStrayPeople(clusters: Clusters, figures: readonly Figure[]): void {
  const people = new Map<number, Figure[]>();
  for (const figure of figures) {
    if (figure.kind === 'person')
      for (const key of new Set(surnamesOf(figure).flatMap(soundKeys))) listAt(people, key).push(figure);
  }
  for (const stray of figures) {
    const [first, last] = strayName(stray);
    if (last === undefined || clusters.of(stray).length > 1) continue;
    const known = new Set(
      [last, ...(first === '' ? stray.maybe : [])].flatMap(soundKeys).flatMap((key) => people.get(key) ?? []),
    );
    const fits = [...known].filter(
      (person) =>
        person.lang !== stray.lang &&
        best(surnamesOf(person), first === '' ? namesOf(stray) : [last]) >= SURNAMES_ALIKE &&
        (first === '' || best([person.given, ...person.maybeGiven], [first!]) >= GIVEN_ALIKE) &&
        sharesGroup(person, stray),
    );
    if (new Set(fits.map((person) => clusters.of(person))).size === 1) clusters.unite(fits[0]!, stray);
  }
}

/** Given name and surname that an unexplained figure may be; nothing where it is no such thing. */
function strayName({ kind, name, lang, isQuoted, notion }: Figure): readonly string[] {
  if (isQuoted) return [];
  if (kind === 'word') return worldPlaceOf(name, lang) === undefined ? ['', name] : [];
  const words = name.split(' ');
  return kind === 'phrase' && notion < 0 && words.length === 2 ? words : [];
}

function surnamesOf(figure: Figure): readonly string[] {
  return figure.maybe.length > 0 ? figure.maybe : [figure.surname];
}

function worldOf({ kind, name, lang }: Figure): number | undefined {
  return kind === 'word' || kind === 'acronym' ? worldPlaceOf(name, lang) : undefined;
}

function namesOf(figure: Figure): readonly string[] {
  return figure.maybe.length > 0 ? figure.maybe : [figure.name];
}

function best(left: readonly string[], right: readonly string[]): number {
  return Math.max(0, ...left.flatMap((a) => right.map((b) => soundLikeness(a, b))));
}

function firstWordOf(figure: Figure): string {
  return figure.name.split(' ', 1)[0]!;
}

/** Every two figures of which a word shares a sound key, once. */
function eachPair(
  figures: readonly Figure[],
  wordOf: (figure: Figure) => string,
  visit: (a: Figure, b: Figure) => void,
): void {
  const byKey = new Map<number | string, Figure[]>();
  for (const figure of figures) {
    const words = figure.maybe.length > 0 ? figure.maybe : [wordOf(figure)];
    for (const key of new Set(words.flatMap(soundKeys))) listAt(byKey, key).push(figure);
  }
  const done = new Set<string>();
  const order = new Map(figures.map((figure, i) => [figure, i]));
  for (const bucket of byKey.values()) {
    for (let i = 0; i < bucket.length && i < MOST_IN_BUCKET; i++) {
      for (let j = i + 1; j < bucket.length && j < MOST_IN_BUCKET; j++) {
        const pair = `${order.get(bucket[i]!)} ${order.get(bucket[j]!)}`;
        if (done.has(pair)) continue;
        done.add(pair);
        visit(bucket[i]!, bucket[j]!);
      }
    }
  }
}

/** So many names of one sound are not compared any more: the work stays linear in the archive. */
const MOST_IN_BUCKET = 60;
