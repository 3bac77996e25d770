import type { Clusters } from './clusters';
import { type Figure, listAt } from './figure';

const JOINERS = new Set('of for and on the in to at de la по за о об в и для при на а у i і па аб й ды з'.split(' '));

/** Joins acronyms with the phrases they stand for: those that one brief has both of, where the letters leave no doubt. */
export function joinAcronyms(clusters: Clusters, figures: readonly Figure[]): void {
  const phrases = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.kind !== 'phrase') continue;
    for (const name of [figure.name, ...figure.short]) {
      for (const letters of initialsOf(name)) listAt(phrases, `${figure.lang} ${letters}`).push(figure);
    }
  }
  for (const acronym of figures) {
    if (acronym.kind !== 'acronym') continue;
    const briefs = new Set(acronym.places.map(({ brief }) => brief));
    const all = phrases.get(`${acronym.lang} ${acronym.name.toUpperCase()}`) ?? [];
    const here = all.filter((phrase) => phrase.places.some(({ brief }) => briefs.has(brief)));
    const together =
      here.length > 0 || acronym.name.length < FEWEST_LETTERS ? here : all.filter(({ notion }) => notion >= 0);
    if (new Set(together.map((phrase) => clusters.of(phrase))).size === 1) clusters.unite(acronym, together[0]!);
  }
}

/** Shorter acronyms stand for too many things. */
const FEWEST_LETTERS = 3;

/** First letters of a name's words, small words left out, compounds as one letter or as several. */
function initialsOf(name: string): string[] {
  const words = name.split(/\s+/u).filter((word) => !JOINERS.has(word.toLowerCase()));
  if (words.length < 2) return [];
  const plain = words.map((word) => word[0]!.toUpperCase()).join('');
  const parted = words
    .flatMap((word) => word.split('-'))
    .map((word) => (word[0] ?? '').toUpperCase())
    .join('');
  return plain === parted ? [plain] : [plain, parted];
}
