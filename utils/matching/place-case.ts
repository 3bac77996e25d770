import type { PlaceCase } from './span';

/**
 * Towns are named like the people they are named for (Борисов, Пушкин, Gagarin), but decline otherwise: в Борисове, под
 * Борисовом; of people one says о Борисове, под Борисовым, and nobody stands "в Борисов".
 */
const CASES: readonly (readonly [prepositions: ReadonlySet<string>, town: RegExp, says: PlaceCase])[] = [
  [words('в во у'), /(?:[оеа][вў]|[иіы]н|[оеая]ве|[иіы]не)$/u, 'is'],
  [words('из з каля возле около ля вакол вокруг близ'), /(?:[оеая]в|[иіы]н)а$/u, 'is'],
  [words('под пад над за перед перад между паміж'), /(?:[оеая]в|[иіы]н)[оа]м$/u, 'is'],
  [words('near outside around'), /(?:[aeioy][vwu]|[iy]n)$/u, 'is'],
  [words('in'), /(?:[aeioy][vwu]|[iy]n)$/u, 'may be'],
];

/** Whether a folded surname behind a folded word is rather a town. In Latin letters "in Borisov" may still be the person (trust in Putin). */
export function placeCaseOf({ before, word }: { before: string; word: string }): PlaceCase {
  for (const [prepositions, town, says] of CASES) if (prepositions.has(before) && town.test(word)) return says;
  return 'no';
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
