import {
  CLASS_V,
  classOf,
  F,
  cleanWord,
  CYRILLIC_SCRIPT,
  cyrillicReadings,
  firstOf,
  keyOf,
  lastOf,
  readLatin,
  skeletonOf,
} from '@/utils/language';

/** A word by its sounds: one skeleton a reading. */
interface Sound {
  bytes: readonly number[];
  size: number;
  key: number;
}

const remembered = new Map<string, readonly Sound[]>();
/** A cache only: most words of an archive come again and again. */
const MOST_REMEMBERED = 50_000;

/** Keys of a word's readings: words that may sound alike share one. */
export function soundKeys(word: string): number[] {
  return [...new Set(soundsOf(word).map(({ key }) => key))];
}

/** How alike two words sound, 0..1, whatever alphabets spell them; 0 where a consonant differs in class. */
export function soundLikeness(a: string, b: string): number {
  let best = 0;
  for (const left of soundsOf(a)) {
    for (const right of soundsOf(b)) {
      if (left.key === right.key && left.size === right.size)
        best = Math.max(best, 1 - costOf(left, right) / (left.size + 1));
    }
  }
  return best;
}

function soundsOf(word: string): readonly Sound[] {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const { letters, folded, script } = cleanWord(word);
  const readings = script === CYRILLIC_SCRIPT ? cyrillicReadings(folded) : readLatin(letters, MOST_READINGS);
  const sounds = readings.map((reading) => {
    const { bytes, size } = skeletonOf(reading);
    return { bytes, size, key: size === 0 ? 0 : keyOf(bytes, { size }) };
  });
  const heard = sounds.filter(({ size }) => size > 0);
  remembered.set(word, heard);
  return heard;
}

const MOST_READINGS = 16;
/** Consonants of one class: в and ф, ц and т. */
const CONSONANT_COST = 0.25;
/** Behind the last consonant is an ending, and languages end differently. */
const ENDING_SHARE = 0.3;

function costOf(a: Sound, b: Sound): number {
  let cost = 0;
  for (let i = 0; i < a.bytes.length; i++) {
    const x = a.bytes[i]!;
    const y = b.bytes[i]!;
    if (x === y) continue;
    // в, ў, v and w are one sound, written as each language does.
    if (i % 2 === 1)
      cost += classOf(x) !== classOf(y) ? 1 : classOf(x) === CLASS_V && x !== F && y !== F ? 0 : CONSONANT_COST;
    else cost += vowelCost(x, y) * (i === a.bytes.length - 1 ? ENDING_SHARE : 1);
  }
  return cost;
}

// A = 1, E = 2, I = 3, O = 4, U = 5 in utils/language; unstressed vowels are written differently in every language.
const VOWEL_COSTS: Readonly<Record<number, number>> = {
  12: 0.2,
  13: 0.5,
  14: 0.1,
  23: 0.15,
  24: 0.35,
  34: 0.6,
  45: 0.5,
};

function vowelCost(a: number, b: number): number {
  if (a === 0 || b === 0) return 0.5;
  return Math.min(single(firstOf(a), firstOf(b)) + single(lastOf(a), lastOf(b)), 0.9);
}

function single(a: number, b: number): number {
  if (a === b) return 0;
  if (a === 0 || b === 0) return 0.15;
  return VOWEL_COSTS[Math.min(a, b) * 10 + Math.max(a, b)] ?? 0.6;
}
