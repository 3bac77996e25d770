import type { PlaceCase } from './span';

/**
 * Towns are named like the people they are named for (Борисов, Пушкин, Gagarin), but decline otherwise: в Борисове, под
 * Борисовом; of people one says о Борисове, под Борисовым, and nobody stands "в Борисов".
 */
const TOWNS = new Map<string, { town: RegExp; says: PlaceCase }[]>();
behind('в во у', /(?:[оеа][вў]|[иіы]н)$/u, 'is');
// "Разочаровались в Путине": where the person is named, that is whom the page means.
behind('в во у', /(?:[оеая]ве|[иіы]не)$/u, 'may be');
behind('из з каля возле около ля вакол вокруг близ', /(?:[оеая]в|[иіы]н)а$/u, 'is');
behind('под пад над за перед перад между паміж', /(?:[оеая]в|[иіы]н)[оа]м$/u, 'is');
behind('near outside around', /(?:[aeioy][vwu]|[iy]n)$/u, 'is');
behind('in', /(?:[aeioy][vwu]|[iy]n)$/u, 'may be');

/** Whether a folded surname behind a folded word is rather a town. In Latin letters "in Borisov" may still be the person (trust in Putin). */
export function placeCaseOf({ before, word }: { before: string; word: string }): PlaceCase {
  return TOWNS.get(before)?.find(({ town }) => town.test(word))?.says ?? 'no';
}

/** Whether a capitalised word behind a small one says where something is: «в Москве Путин», «у Маскве Пуцін», but «у Ігара Рагозіна». */
export function isSomewhere({ before, word }: { before: string; word: string }): boolean {
  return /^(?:во?|in)$/u.test(before) || (/^[уў]$/u.test(before) && /[еу]$/u.test(word));
}

function behind(prepositions: string, town: RegExp, says: PlaceCase): void {
  for (const each of prepositions.split(' ')) TOWNS.set(each, [...(TOWNS.get(each) ?? []), { town, says }]);
}
