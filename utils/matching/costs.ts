/** From which spelling of a name to which spelling of the page a comparison goes. Costs are not symmetric. */
export const SAME = 0; // one language, one script
export const RU_TO_BE = 1;
export const BE_TO_RU = 2;
export const CYRILLIC_OTHER = 3; // with Ukrainian on one side
export const LATIN_TO_RU = 4;
export const LATIN_TO_BE = 5;
export const CYRILLIC_TO_LATIN = 6;
export const LATIN_TO_LATIN = 7;
export const BE_TO_BE = 8; // classical against official orthography
export const MODES = 9;
export type Mode = number;

/** Costs are hundredths of a letter. Anything that cannot be respelling costs this or more. */
const ALIEN = 100;
const SLOTS = PHONEMES * PHONEMES;

const vowels = new Uint8Array(MODES * 36);
const groups = new Uint8Array(MODES * GROUPS * GROUPS);
const consonants = new Uint8Array(MODES * SLOTS);

type Rule = readonly [from: string, to: string, cost: number];

/** Vowels by their letters, "-" for none; the first rule that fits counts, both ways where `both` says so. */
const VOWEL_RULES: Readonly<
  Record<number, { base: number; gap: number; one: readonly Rule[]; both: readonly Rule[] }>
> = {
  [SAME]: { base: ALIEN, gap: ALIEN, one: [], both: [] },
  [RU_TO_BE]: {
    base: 90,
    gap: 70,
    one: [
      ['o', 'a', 10],
      ['e', 'a', 15],
      ['e', 'o', 15],
      ['a', 'o', 90],
      ['a', 'e', 60],
    ],
    both: [
      ['i', 'e', 30],
      ['u', 'i', 60],
    ],
  },
  [BE_TO_RU]: {
    base: 90,
    gap: 70,
    one: [
      ['a', 'o', 10],
      ['a', 'e', 15],
      ['o', 'e', 15],
      ['o', 'a', 90],
    ],
    both: [
      ['i', 'e', 30],
      ['u', 'i', 60],
    ],
  },
  [CYRILLIC_OTHER]: {
    base: 90,
    gap: 70,
    one: [],
    both: [
      ['i', 'o', 20],
      ['i', 'e', 20],
      ['o', 'a', 30],
      ['e', 'o', 30],
      ['e', 'a', 40],
    ],
  },
  [LATIN_TO_RU]: {
    base: 100,
    gap: 40,
    one: [
      ['o', 'a', 55],
      ['e', 'a', 60],
      ['u', 'o', 55],
      ['u', 'a', 30],
      ['a', 'o', 20],
      ['a', 'e', 30],
    ],
    both: [
      ['i', 'e', 25],
      ['e', 'o', 30],
    ],
  },
  [LATIN_TO_BE]: {
    base: 100,
    gap: 35,
    one: [
      ['o', 'a', 12],
      ['e', 'a', 20],
      ['u', 'a', 30],
      ['a', 'o', 25],
      ['a', 'e', 25],
    ],
    both: [
      ['i', 'e', 22],
      ['e', 'o', 30],
    ],
  },
  [CYRILLIC_TO_LATIN]: {
    base: 100,
    gap: 35,
    one: [
      ['o', 'a', 15],
      ['e', 'a', 20],
      ['a', 'o', 20],
      ['a', 'e', 30],
      ['a', 'u', 35],
    ],
    both: [
      ['i', 'e', 20],
      ['e', 'o', 20],
      ['i', 'o', 30],
    ],
  },
  [LATIN_TO_LATIN]: {
    base: 120,
    gap: 60,
    one: [],
    both: [
      ['a', 'o', 28],
      ['i', 'e', 25],
      ['e', 'o', 25],
      ['i', 'o', 45],
      ['e', 'a', 70],
    ],
  },
  [BE_TO_BE]: {
    base: 100,
    gap: 70,
    one: [],
    both: [
      ['i', 'e', 30],
      ['a', 'e', 30],
      ['o', 'a', 40],
    ],
  },
};

const SIMILAR: readonly (readonly [number, number, number])[] = [
  [V, W, 10],
  [F, V, 25],
  [F, W, 35],
  [G, H, 8],
  [X, H, 5],
  [G, X, 45],
  [T, C, 20],
  [S, Z, 18],
  [S, SH, 30],
  [Z, ZH, 35],
  [CH, SH, 35],
  [CH, C, 20],
  [J, ZH, 10],
  [J, CH, 40],
  [SHCH, SH, 15],
  [SHCH, CH, 25],
  [S, CH, 50],
  [S, ZH, 50],
  [Z, SH, 60],
  [S, SHCH, 50],
  [J, Z, 40],
  [J, SH, 60],
  [S, J, 60],
  [ZH, SH, 50],
  [Z, CH, 80],
];
/** Within Cyrillic pairs letters keep their sound, so fewer consonants may change. */
const CYRILLIC_SIMILAR: readonly (readonly [number, number, number])[] = [
  [V, W, 5],
  [T, C, 15],
  [G, X, 45],
  [S, Z, 35],
  [SHCH, SH, 10],
  [SHCH, CH, 40],
  [Z, ZH, 60],
  [J, Z, 30],
  [J, ZH, 15],
  [CH, SH, 60],
  [F, V, 60],
  [G, H, 0],
];

/** A second vowel in a group is often only spelling (ou, ea, ai) where Latin letters take part; elsewhere it is a vowel. */
const SPELT_VOWEL = 10;

/** Modes whose tables are filled. A page needs two or three of them, and all together would be a tenth of a cold start. */
const filled = new Uint8Array(MODES);

/** Fills the tables of a mode, unless they are. To be called before `costTables` is read at a mode. */
export function ready(mode: Mode): void {
  if (filled[mode] === 1) return;
  filled[mode] = 1;
  fillVowels(mode);
  fillGroups(mode);
  fillConsonants(mode);
}

/** Cost of saying the vowel group `to` where the name has `from`. */
export function groupCost(mode: Mode, from: number, to: number): number {
  ready(mode);
  return groups[(mode * GROUPS + from) * GROUPS + to]!;
}

/** The tables themselves, for the one loop that cannot afford the calls; see `ready`. */
export const costTables = { groups, consonants, SLOTS };

function vowelOf(letter: string): number {
  return '-aeiou'.indexOf(letter);
}

function fillVowels(mode: Mode): void {
  const { base, gap, one, both } = VOWEL_RULES[mode]!;
  for (let from = NONE; from <= U; from++) {
    for (let to = NONE; to <= U; to++) {
      vowels[mode * 36 + from * 6 + to] = from === to ? 0 : from === NONE || to === NONE ? gap : base;
    }
  }
  for (const [from, to, cost] of both) {
    vowels[mode * 36 + vowelOf(from) * 6 + vowelOf(to)] = cost;
    vowels[mode * 36 + vowelOf(to) * 6 + vowelOf(from)] = cost;
  }
  for (const [from, to, cost] of one) vowels[mode * 36 + vowelOf(from) * 6 + vowelOf(to)] = cost;
}

function fillGroups(mode: Mode): void {
  const loose = mode >= LATIN_TO_RU && mode <= CYRILLIC_TO_LATIN;
  const extra = loose ? SPELT_VOWEL : VOWEL_RULES[mode]!.gap;
  for (let from = 0; from < GROUPS; from++) {
    for (let to = 0; to < GROUPS; to++)
      groups[(mode * GROUPS + from) * GROUPS + to] = costOfGroups(mode, from, to, extra);
  }
}

function costOfGroups(mode: number, from: number, to: number, extra: number): number {
  if (from === to) return 0;
  const v = (a: number, b: number) => vowels[mode * 36 + a * 6 + b]!;
  const a1 = firstOf(from);
  const a2 = lastOf(from);
  const b1 = firstOf(to);
  const b2 = lastOf(to);
  if (a2 === NONE && b2 === NONE) return v(a1, b1);
  if (a2 === NONE) return Math.min(255, Math.min(v(a1, b1), v(a1, b2)) + (a1 === NONE ? v(NONE, b2) : extra));
  if (b2 === NONE) return Math.min(255, Math.min(v(a1, b1), v(a2, b1)) + (b1 === NONE ? v(a2, NONE) : extra));
  return Math.min(255, v(a1, b1) + v(a2, b2));
}

function fillConsonants(mode: Mode): void {
  const similar = mode < LATIN_TO_RU || mode === BE_TO_BE ? CYRILLIC_SIMILAR : SIMILAR;
  for (let from = FIRST_CONSONANT; from < PHONEMES; from++) {
    for (let to = FIRST_CONSONANT; to < PHONEMES; to++) {
      consonants[mode * SLOTS + from * PHONEMES + to] =
        from === to ? 0 : classOf(from) === CLASS_S && classOf(to) === CLASS_S ? 80 : ALIEN;
    }
  }
  for (const [x, y, cost] of similar) {
    const paid = mode === LATIN_TO_LATIN && cost > 10 ? cost + 10 : cost;
    consonants[mode * SLOTS + x * PHONEMES + y] = paid;
    consonants[mode * SLOTS + y * PHONEMES + x] = paid;
  }
  if (mode === SAME)
    for (const [x, y] of [
      [V, W],
      [W, V],
    ] as const)
      consonants[x * PHONEMES + y] = 0;
}
import {
  C,
  CH,
  CLASS_S,
  classOf,
  F,
  FIRST_CONSONANT,
  firstOf,
  G,
  GROUPS,
  H,
  J,
  lastOf,
  NONE,
  PHONEMES,
  S,
  SH,
  SHCH,
  T,
  U,
  V,
  W,
  X,
  Z,
  ZH,
} from '@/utils/language';
