/** Fewest letters of a place whose people English names by rule. */
const LEAST_LETTERS = 4;

/** Last letters of a place, what to take off, and the endings English then adds: Belarus, Belarusian; Sudan, Sudanese; Iraq, Iraqi. */
const RULES: readonly (readonly [end: RegExp, cut: number, endings: readonly string[]])[] = [
  [/[^aeiou]a$/u, 1, ['an', 'ian']],
  [/[aeiou]a$/u, 0, ['n']],
  [/[ei]$/u, 1, ['ian', 'an']],
  [/y$/u, 1, ['ian']],
  [/o$/u, 1, ['an']],
  [/an$/u, 0, ['i', 'ese', 'ian']],
  [/[^aeiouy]$/u, 0, ['ian', 'i', 'ese']],
];

/** What English calls the people and things of a place, folded, singular and plural. */
export function demonymsOf(place: string): string[] {
  if (place.length < LEAST_LETTERS) return [];
  const rule = RULES.find(([end]) => end.test(place));
  if (rule === undefined) return [];
  const stem = place.slice(0, place.length - rule[1]);
  return rule[2].flatMap((ending) => (ending === 'ese' ? [stem + ending] : [stem + ending, `${stem + ending}s`]));
}

const CLUSTER = /[^аеёиоуыэюяі][^аеёиоуыэюяіьй]$/u;

/** The adjectives of a Cyrillic place, folded, in the masculine: Гродно, гродненский; Брест, брестский; Россия, российский. */
export function placeAdjectivesOf(place: string): string[] {
  if (place.length < LEAST_LETTERS) return [];
  if (/[сц]к$/u.test(place)) return [`${place}ий`];
  if (/и[яй]$/u.test(place)) return [`${place.slice(0, -1)}йский`];
  const stem = place.replace(/[аеёиоуыэюяі]$/u, '');
  return CLUSTER.test(stem) && stem !== place ? [`${stem}енский`, `${stem}ский`] : [`${stem}ский`];
}
