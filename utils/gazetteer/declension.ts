/**
 * Declension backwards: what a Cyrillic word may be in the nominative. Russian and Belarusian, nouns and names; a table of paradigms is tried
 * from its endings, so that an unknown name has a few readings, each with gender and cases. Who asks chooses among them, by agreement with the
 * words beside it or by what other forms of the archive say.
 */
export type Gender = 'm' | 'f' | 'n' | 'p';

/** Cases as bits: a form often stands for several. */
export const NOMINATIVE = 1;
const GENITIVE = 2;
const DATIVE = 4;
const ACCUSATIVE = 8;
const INSTRUMENTAL = 16;
const LOCATIVE = 32;
const ALL = 63;

const BITS: Readonly<Record<string, number>> = {
  G: GENITIVE,
  D: DATIVE,
  A: ACCUSATIVE,
  I: INSTRUMENTAL,
  L: LOCATIVE,
};

/** One way to read a form. */
export interface Declined {
  /** In the nominative, with the capitals of the form. */
  lemma: string;
  gender: Gender;
  cases: number;
  /** How usual such names are, 0..1: breaks ties. */
  weight: number;
}

interface Paradigm {
  /** Ending of the nominative. */
  lemma: string;
  gender: Gender;
  /** What must stand before the ending, in the nominative. */
  stem: RegExp | null;
  weight: number;
  endings: readonly (readonly [string, number])[];
  /** Replaced at the end of a form's stem to get the nominative's: ав → аў. */
  turn: readonly [string, string] | null;
}

export type Cyrillic = 'ru' | 'be';

const CONSONANT = /[бвгджзклмнпрстфхцчшщў]$/u;
const POSSESSIVE = /(?:[оеё]в|[иы]н)$/u;
const POSSESSIVE_BE = /(?:[оаеёяэ]в|[іы]н)$/u;
const SK = /[сц]к$/u;
const HUSH = /[кгхжшщч]$/u;

const PARADIGMS: Readonly<Record<Cyrillic, readonly Paradigm[]>> = {
  ru: [
    paradigm('m', '', 'G а D у A а I ым L е', { stem: POSSESSIVE, weight: 1 }),
    paradigm('f', 'а', 'G ой D ой A у I ой L ой', { stem: POSSESSIVE, weight: 0.8 }),
    paradigm('m', 'ий', 'G ого D ому A ого I им L ом', { stem: SK, weight: 1 }),
    paradigm('m', 'ий', 'G его D ему A его I им L ем', { stem: /[жшщчн]$/u, weight: 0.4 }),
    paradigm('m', 'ый', 'G ого D ому A ого I ым L ом', { stem: CONSONANT, weight: 0.6 }),
    paradigm('m', 'ой', 'G ого D ому A ого I ым I им L ом', { stem: CONSONANT, weight: 0.3 }),
    paradigm('f', 'ая', 'G ой D ой A ую I ой L ой', { stem: CONSONANT, weight: 0.7 }),
    paradigm('m', '', 'G а D у A а I ом I ем L е', { stem: CONSONANT, weight: 0.9 }),
    paradigm('m', 'ец', 'G ца D цу A ца I цом I цем L це', { stem: CONSONANT, weight: 0.95 }),
    paradigm('m', 'ок', 'G ка D ку A ка I ком L ке', { stem: CONSONANT, weight: 0.5 }),
    paradigm('m', 'ел', 'G ла D лу A ла I лом L ле', { stem: /ав$/u, weight: 0.6 }),
    paradigm('m', 'ь', 'G я D ю A я I ем I ём L е', { stem: /[бвдзлмнпрст]$/u, weight: 0.7 }),
    paradigm('m', 'й', 'G я D ю A я I ем L е', { stem: /[аеоуэюя]$/u, weight: 0.9 }),
    paradigm('m', 'ий', 'G ия D ию A ия I ием L ии', { stem: CONSONANT, weight: 0.6 }),
    paradigm('f', 'ия', 'G ии D ии A ию I ией L ии', { stem: null, weight: 0.9 }),
    paradigm('f', 'а', 'G ы D е A у I ой L е', { stem: /[бвдзлмнпрстфц]$/u, weight: 0.8 }),
    paradigm('f', 'а', 'G и D е A у I ой I ей L е', { stem: HUSH, weight: 0.8 }),
    paradigm('m', 'а', 'G ы G и D е A у I ой I ей L е', { stem: CONSONANT, weight: 0.5 }),
    paradigm('f', 'я', 'G и D е A ю I ей I ёй L е', { stem: /[^и]$/u, weight: 0.7 }),
    paradigm('m', 'я', 'G и D е A ю I ей L е', { stem: /[^и]$/u, weight: 0.4 }),
    paradigm('f', 'ь', 'G и D и A ь I ью L и', { stem: CONSONANT, weight: 0.4 }),
    paradigm('n', 'о', 'G а D у A о I ом L е', { stem: CONSONANT, weight: 0.3 }),
    paradigm('n', 'ие', 'G ия D ию A ие I ием L ии', { stem: null, weight: 0.4 }),
    paradigm('p', 'ы', 'G ов D ам A ы I ами L ах', { stem: CONSONANT, weight: 0.5 }),
    paradigm('p', 'и', 'G ов G ей D ам A и I ами L ах', { stem: /[кгхжшчн]$/u, weight: 0.5 }),
  ],
  be: [
    paradigm('m', 'ў', 'G ва D ву A ва I вым L ве', { stem: /[оаеёяэ]$/u, weight: 1 }),
    paradigm('m', '', 'G а D у A а I ым L е', { stem: /[іы]н$/u, weight: 1 }),
    paradigm('f', 'а', 'G ай D ай A у I ай L ай', { stem: POSSESSIVE_BE, weight: 0.8 }),
    paradigm('m', 'і', 'G ага D аму A ага I ім L ім', { stem: /[кгх]$/u, weight: 1 }),
    paradigm('m', 'ы', 'G ага G ога D аму D ому A ага A ога I ым L ым', { stem: CONSONANT, weight: 0.6 }),
    paradigm('f', 'ая', 'G ай D ай A ую I ай L ай', { stem: CONSONANT, weight: 0.7 }),
    paradigm('m', '', 'G а D у A а I ам I ом L е L у L ы L э', { stem: CONSONANT, weight: 0.9 }),
    paradigm('m', 'т', 'L це', { stem: null, weight: 0.8 }),
    paradigm('m', 'д', 'L дзе', { stem: null, weight: 0.8 }),
    paradigm('m', 'эц', 'G ца D цу A ца I цом I цам L цы L цу', { stem: /р$/u, weight: 0.95 }),
    paradigm('m', 'ец', 'G ца D цу A ца I цом I цам L цы L цу', { stem: CONSONANT, weight: 0.9 }),
    paradigm('m', 'ец', 'G йца D йцу A йца I йцом I йцам L йцы', { stem: /[аеоуэюя]$/u, weight: 0.5 }),
    paradigm('m', 'ак', 'G ка D ку A ка I кам I ком L ку', { stem: CONSONANT, weight: 0.4 }),
    paradigm('m', 'ел', 'G ла D лу A ла I лам L ле', { stem: /ав$/u, weight: 0.6, turn: ['аў', 'ав'] }),
    paradigm('m', 'ь', 'G я D ю A я I ем I ям I ём L і L ю', { stem: /[зцлнс]$/u, weight: 0.7 }),
    paradigm('m', 'й', 'G я D ю A я I ем I ям L і L ю', { stem: /[аеоуэюя]$/u, weight: 0.9 }),
    paradigm('m', 'й', 'G я D ю A я I ем L і L ю', { stem: /[ыі]$/u, weight: 0.6 }),
    paradigm('f', 'ыя', 'G ыі D ыі A ыю I ыяй L ыі', { stem: null, weight: 0.9 }),
    paradigm('f', 'ія', 'G іі D іі A ію I іяй L іі', { stem: null, weight: 0.9 }),
    paradigm('m', 'а', 'G і D у A у I ам L у', { stem: /[еэ]нк$/u, weight: 1 }),
    paradigm('f', 'а', 'G ы D е D э A у I ай I ой L е L э', { stem: /[бвдзлмнпрстфцжшч]$/u, weight: 0.8 }),
    paradigm('f', 'ка', 'G кі D цы A ку I кай L цы', { stem: null, weight: 0.8 }),
    paradigm('f', 'га', 'G гі D зе A гу I гай L зе', { stem: null, weight: 0.7 }),
    paradigm('m', 'а', 'G ы G і D у A у I ам I ай L у L цы', { stem: CONSONANT, weight: 0.5 }),
    paradigm('f', 'я', 'G і D і A ю I яй I ёй L і', { stem: /[^іы]$/u, weight: 0.7 }),
    paradigm('m', 'я', 'G і D ю D і A ю I ем I ём I ёй L ю L і', { stem: /[^іы]$/u, weight: 0.4 }),
    paradigm('f', 'ь', 'G і D і A ь I ю L і', { stem: CONSONANT, weight: 0.4 }),
    paradigm('n', 'а', 'G а D у A а I ам L е', { stem: /(?:тв|н)$/u, weight: 0.3 }),
    paradigm('p', 'ы', 'G аў D ам A ы I амі L ах', { stem: CONSONANT, weight: 0.5 }),
    paradigm('p', 'і', 'G аў G яў D ам D ям A і I амі I ямі L ах L ях', { stem: CONSONANT, weight: 0.5 }),
  ],
};

const FEWEST_LETTERS = 2;
const remembered: Readonly<Record<Cyrillic, Map<string, readonly Declined[]>>> = { ru: new Map(), be: new Map() };
/** Most forms remembered a language: a cache only, an answer never depends on it. */
const MOST_REMEMBERED = 50_000;

/** All ways to read a form, as it stands first. */
export function readingsOf(form: string, lang: Cyrillic): readonly Declined[] {
  const cache = remembered[lang];
  const known = cache.get(form);
  if (known !== undefined) return known;
  if (cache.size >= MOST_REMEMBERED) cache.clear();
  const readings = read(form, lang);
  cache.set(form, readings);
  return readings;
}

/** Joint readings of two words that stand in one case and gender, as a given name and a surname do. */
export function agreeing(
  first: readonly Declined[],
  second: readonly Declined[],
): { first: Declined; second: Declined; weight: number }[] {
  return first.flatMap((a) =>
    second.flatMap((b) => {
      const cases = a.cases & b.cases;
      if (cases === 0 || a.gender !== b.gender || a.gender === 'n' || a.gender === 'p') return [];
      const isOblique = OBLIQUE.test(a.lemma) || OBLIQUE.test(b.lemma);
      const favour = isOblique ? OBLIQUE_SHARE : cases & NOMINATIVE ? NOMINATIVE_FAVOUR : 1;
      return [{ first: a, second: b, weight: a.weight * b.weight * favour }];
    }),
  );
}

/** A form that may be the nominative probably is. */
const NOMINATIVE_FAVOUR = 1.5;
/** Endings that hardly any name of a person has in the nominative. */
const OBLIQUE = /(?:[оеы]м|[оеа]го|[ое]му|ой|ага|яга|аму|яму)$/u;
const OBLIQUE_SHARE = 0.4;

function read(form: string, lang: Cyrillic): Declined[] {
  const lower = form.toLowerCase();
  const readings = asItStands(form, lower, lang);
  for (const { lemma, gender, stem, weight, endings, turn } of PARADIGMS[lang]) {
    const cases = new Map<string, number>();
    for (const [ending, bit] of endings) {
      if (!lower.endsWith(ending)) continue;
      let rest = form.slice(0, form.length - ending.length);
      if (turn !== null && rest.endsWith(turn[0])) rest = rest.slice(0, -turn[0].length) + turn[1];
      if (rest.length < FEWEST_LETTERS || (stem !== null && !stem.test(rest))) continue;
      cases.set(rest, (cases.get(rest) ?? 0) | bit);
    }
    for (const [rest, bits] of cases) readings.push({ lemma: rest + lemma, gender, cases: bits, weight });
  }
  return readings;
}

/** What the form is if it is the nominative itself, or is not declined at all. */
function asItStands(form: string, lower: string, lang: Cyrillic): Declined[] {
  const readings: Declined[] = [];
  for (const gender of ['m', 'f', 'n', 'p'] as const) {
    const weight = PARADIGMS[lang].reduce(
      (best, row) =>
        row.gender === gender && lower.endsWith(row.lemma) && standsBefore(row, lower)
          ? Math.max(best, row.weight)
          : best,
      0,
    );
    if (weight > 0) readings.push({ lemma: form, gender, cases: NOMINATIVE, weight });
  }
  // Foreign names end in anything.
  readings.push({ lemma: form, gender: 'm', cases: NOMINATIVE, weight: 0.3 });
  const fixed = UNDECLINED[lang].test(lower) && !/(?:[оеа]го|ага|яга)$/u.test(lower);
  if (fixed) readings.push({ lemma: form, gender: 'm', cases: ALL, weight: 0.8 });
  // Women's surnames in a consonant, in -о and in -ых are not declined either.
  if (fixed || CONSONANT.test(lower) || /[ьй]$/u.test(lower))
    readings.push({ lemma: form, gender: 'f', cases: ALL, weight: fixed ? 0.7 : 0.4 });
  return readings;
}

const UNDECLINED: Readonly<Record<Cyrillic, RegExp>> = {
  ru: /(?:[оуюэёи]|[ыи]х|[аеиоу]е)$/u,
  be: /(?:[оуюэёі]|[ыі]х)$/u,
};

function standsBefore({ lemma, stem }: Paradigm, lower: string): boolean {
  return stem === null || stem.test(lower.slice(0, lower.length - lemma.length));
}

function paradigm(
  gender: Gender,
  lemma: string,
  cases: string,
  { stem, weight, turn = null }: { stem: RegExp | null; weight: number; turn?: readonly [string, string] | null },
): Paradigm {
  const parts = cases.split(' ');
  const endings: [string, number][] = [];
  for (let i = 0; i < parts.length; i += 2) endings.push([parts[i + 1]!, BITS[parts[i]!]!]);
  return { lemma, gender, stem, weight, endings, turn };
}
