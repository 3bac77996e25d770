import type { PlaceCase } from './span';

/**
 * Towns are named like the people they are named for (Борисов, Пушкин, Gagarin), but decline otherwise: в Борисове, под
 * Борисовом; of people one says о Борисове, под Борисовым, and nobody stands "в Борисов".
 */
const TOWNS: ReadonlyMap<string, readonly [town: RegExp, says: PlaceCase]> = new Map([
  ...behind('в во у', /(?:[оеа][вў]|[иіы]н|[оеая]ве|[иіы]не)$/u, 'is'),
  ...behind('из з каля возле около ля вакол вокруг близ', /(?:[оеая]в|[иіы]н)а$/u, 'is'),
  ...behind('под пад над за перед перад между паміж', /(?:[оеая]в|[иіы]н)[оа]м$/u, 'is'),
  ...behind('near outside around', /(?:[aeioy][vwu]|[iy]n)$/u, 'is'),
  ...behind('in', /(?:[aeioy][vwu]|[iy]n)$/u, 'may be'),
]);

/** Whether a folded surname behind a folded word is rather a town. In Latin letters "in Borisov" may still be the person (trust in Putin). */
export function placeCaseOf({ before, word }: { before: string; word: string }): PlaceCase {
  const town = TOWNS.get(before);
  return town?.[0].test(word) === true ? town[1] : 'no';
}

function behind(prepositions: string, town: RegExp, says: PlaceCase): [string, [RegExp, PlaceCase]][] {
  return prepositions.split(' ').map((each) => [each, [town, says]]);
}
