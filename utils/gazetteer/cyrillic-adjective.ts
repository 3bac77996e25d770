import { type Cyrillic, type Gender, NOMINATIVE } from './declension';

/** An adjective by its ending: stem, and the genders and cases it may stand in. */
export interface Adjective {
  stem: string;
  isSoft: boolean;
  /** Большой: the stress shows in the nominative of the masculine only. */
  isStressed: boolean;
  fits: readonly (readonly [Gender, number])[];
}

const G = 2;
const D = 4;
const A = 8;
const I = 16;
const L = 32;
const ENDINGS: Readonly<Record<Cyrillic, readonly (readonly [RegExp, readonly (readonly [Gender, number])[]])[]>> = {
  ru: [
    [/(?:ыми|ими)$/u, [['p', I]]],
    [
      /(?:ого|его)$/u,
      [
        ['m', G | A],
        ['n', G],
      ],
    ],
    [
      /(?:ому|ему)$/u,
      [
        ['m', D],
        ['n', D],
      ],
    ],
    [/(?:ый|ий)$/u, [['m', NOMINATIVE | A]]],
    [
      /(?:ым|им)$/u,
      [
        ['m', I],
        ['n', I],
        ['p', D],
      ],
    ],
    [
      /(?:ом|ем)$/u,
      [
        ['m', L],
        ['n', L],
      ],
    ],
    [/(?:ая|яя)$/u, [['f', NOMINATIVE]]],
    [
      /(?:ой|ей)$/u,
      [
        ['f', G | D | I | L],
        ['m', NOMINATIVE],
      ],
    ],
    [/(?:ую|юю)$/u, [['f', A]]],
    [/(?:ое|ее)$/u, [['n', NOMINATIVE | A]]],
    [/(?:ые|ие)$/u, [['p', NOMINATIVE | A]]],
    [/(?:ых|их)$/u, [['p', G | A | L]]],
  ],
  be: [
    [/(?:ымі|імі)$/u, [['p', I]]],
    [
      /(?:ага|яга|ога)$/u,
      [
        ['m', G | A],
        ['n', G],
      ],
    ],
    [
      /(?:аму|яму|ому)$/u,
      [
        ['m', D],
        ['n', D],
      ],
    ],
    [
      /(?:ым|ім)$/u,
      [
        ['m', I | L],
        ['n', I | L],
        ['p', D],
      ],
    ],
    [/(?:ая|яя)$/u, [['f', NOMINATIVE]]],
    [/(?:ай|яй|ой)$/u, [['f', G | D | I | L]]],
    [/(?:ую|юю)$/u, [['f', A]]],
    [/(?:ае|яе|ое)$/u, [['n', NOMINATIVE | A]]],
    [/(?:ыя|ія)$/u, [['p', NOMINATIVE | A]]],
    [/(?:ых|іх)$/u, [['p', G | A | L]]],
    [/(?<=[сц]к|г|[чш]|[нвлтрмб])(?:ы|і)$/u, [['m', NOMINATIVE | A]]],
  ],
};
const SOFT = /(?:его|ему|ий|им|ем|яя|ей|юю|ее|ие|их|ими|яга|яму|і|ім|яй|яе|ія|іх|імі)$/u;
const FEWEST_LETTERS = 3;

/** What a word is as an adjective, whatever capitals it has; null where it has no such ending. */
export function adjectiveOf(word: string, lang: Cyrillic): Adjective | null {
  const lower = word.toLowerCase();
  for (const [ending, fits] of ENDINGS[lang]) {
    const found = ending.exec(lower);
    if (found === null) continue;
    const stem = word.slice(0, word.length - found[0].length);
    if (stem.length < FEWEST_LETTERS) return null;
    return {
      stem,
      isSoft: SOFT.test(lower) && /[нш]$/u.test(stem.toLowerCase()),
      isStressed: lower.endsWith('ой'),
      fits,
    };
  }
  return null;
}

/** Whether an adjective may stand with a noun of this gender, in some case; the cases, 0 for none. */
export function casesWith(adjective: Adjective, gender: Gender): number {
  return adjective.fits.reduce((cases, [fit, bits]) => (fit === gender ? cases | bits : cases), 0);
}

/** An adjective's nominative beside a noun of this gender. */
export function nominativeOf({ stem, isSoft, isStressed }: Adjective, gender: Gender, lang: Cyrillic): string {
  const last = stem.slice(-1).toLowerCase();
  if (lang === 'ru') {
    if (gender === 'f') return stem + (isSoft ? 'яя' : 'ая');
    if (gender === 'm' && isStressed) return `${stem}ой`;
    if (gender === 'n') return stem + (isSoft || 'жшщчц'.includes(last) ? 'ее' : 'ое');
    const soft = isSoft || 'кгхжшщч'.includes(last);
    return stem + (gender === 'm' ? (soft ? 'ий' : 'ый') : soft ? 'ие' : 'ые');
  }
  const soft = isSoft || 'кгх'.includes(last);
  if (gender === 'f') return stem + (isSoft ? 'яя' : 'ая');
  if (gender === 'n') return stem + (isSoft ? 'яе' : 'ае');
  return stem + (gender === 'm' ? (soft ? 'і' : 'ы') : soft ? 'ія' : 'ыя');
}
