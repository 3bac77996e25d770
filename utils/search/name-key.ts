/**
 * The script-neutral key of a name's word: its consonants by sound class, vowels dropped, a vowel at the start as "A". It joins
 * Рогозин, Рагозін, Rogozin and Rogosin, Лукашэнка and Łukaszenka. Coarse on purpose: what it joins is compared again with vowels.
 */

/** Readings of one word at most; Latin letters are read differently in every romanisation. */
const MOST_READINGS = 8;

/** Letter groups, the longest first: each with its readings. '' is silent. */
const CYRILLIC: Readonly<Record<string, readonly string[]>> = {
  дж: ['s'],
  дз: ['d'],
  тс: ['t'],
  б: ['b'],
  в: ['v'],
  ў: ['v'],
  ф: ['v'],
  г: ['g'],
  х: ['g'],
  к: ['k'],
  з: ['s'],
  с: ['s'],
  ж: ['s'],
  ш: ['s'],
  щ: ['s'],
  ч: ['s'],
  т: ['t'],
  ц: ['t'],
  д: ['d'],
  л: ['l'],
  м: ['m'],
  н: ['n'],
  п: ['p'],
  р: ['r'],
  й: [''],
  ь: [''],
  ъ: [''],
  ј: [''], // prettier-ignore
};
const LATIN: Readonly<Record<string, readonly string[]>> = {
  shch: ['s'],
  tsch: ['s'],
  sch: ['s'],
  tch: ['s'],
  dzh: ['s'],
  sh: ['s'],
  sz: ['s'],
  cz: ['s'],
  zh: ['s'],
  ts: ['t'],
  tz: ['t'],
  dz: ['d', 's'],
  dj: ['s'],
  th: ['t'],
  kh: ['g'],
  gh: ['g'],
  ph: ['v'],
  wh: ['v'],
  ck: ['k', 'tk'],
  ch: ['s', 'g', 'k'],
  b: ['b'],
  c: ['k', 't', 's'],
  d: ['d'],
  f: ['v'],
  g: ['g'],
  h: ['g'],
  j: ['', 's'],
  k: ['k'],
  l: ['l'],
  m: ['m'],
  n: ['n'],
  p: ['p'],
  q: ['k'],
  r: ['r'],
  s: ['s'],
  t: ['t'],
  v: ['v'],
  w: ['v'],
  x: ['ks'],
  z: ['s'], // prettier-ignore
};
const LONGEST_GROUP = 4;

const VOWELS: Readonly<Record<string, string>> = {
  а: 'a',
  я: 'a',
  о: 'o',
  е: 'e',
  э: 'e',
  є: 'e',
  и: 'i',
  і: 'i',
  ы: 'i',
  ї: 'i',
  у: 'u',
  ю: 'u',
  a: 'a',
  e: 'e',
  i: 'i',
  y: 'i',
  o: 'o',
  u: 'u', // prettier-ignore
};

/** A way to read a word: the key, and the same sounds with their vowels. */
export interface Reading {
  key: string;
  sound: string;
}

/** All readings of a folded word, the likeliest first; none for a word without letters of the two alphabets. */
export function readingsOf(word: string): Reading[] {
  let readings: Reading[] = [{ key: '', sound: '' }];
  for (let at = 0; at < word.length;) {
    const vowel = VOWELS[word[at]!];
    if (vowel !== undefined) {
      const next = VOWELS[word[at + 1] ?? ''];
      const glides = vowel === 'i' && (next !== undefined || VOWELS[word[at - 1] ?? ''] !== undefined);
      readings = vowelAfter(readings, { vowel: glides ? '' : vowel, mayBeV: mayBeV(word, at) });
      at++;
      continue;
    }
    const group = groupAt(word, at);
    readings = consonantAfter(readings, group.readings);
    at += group.length;
  }
  return readings.filter(({ key }) => key !== '');
}

/** How unlike two readings of one key sound, from 0; the vowels decide. */
function unlikeness(a: string, b: string): number {
  let row = Float64Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let j = 1; j <= b.length; j++) row[j] = row[j - 1]! + outCost(b, j - 1);
  for (let i = 0; i < a.length; i++) {
    const next = new Float64Array(b.length + 1);
    next[0] = row[0]! + outCost(a, i);
    for (let j = 0; j < b.length; j++) {
      next[j + 1] = Math.min(row[j]! + changeCost(a[i]!, b[j]!), row[j + 1]! + outCost(a, i), next[j]! + outCost(b, j));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Whether two sounds of one key may be one name. Short words must agree in full: МАЗ is neither Moses nor Mozy. */
export function soundsAlike(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return unlikeness(a, b) <= (length <= 4 ? 0 : 0.08 * length + 0.1);
}

function groupAt(word: string, at: number): { readings: readonly string[]; length: number } {
  for (let length = LONGEST_GROUP; length > 0; length--) {
    const letters = word.slice(at, at + length);
    const readings = LATIN[letters] ?? CYRILLIC[letters];
    if (readings && letters.length === length) return { readings, length };
  }
  return { readings: [word[at]!], length: 1 };
}

/** Latin u after a, e, o may stand for ў: Tarnauski is Тарнаўскі. */
function mayBeV(word: string, at: number): boolean {
  return word[at] === 'u' && at > 0 && 'aeo'.includes(word[at - 1]!) && VOWELS[word[at + 1] ?? ''] === undefined;
}

function vowelAfter(readings: readonly Reading[], { vowel, mayBeV: v }: { vowel: string; mayBeV: boolean }): Reading[] {
  const plain = readings.map(({ key, sound }) => ({ key: key === '' ? 'A' : key, sound: sound + vowel }));
  return v
    ? plain.flatMap((reading, i) => [reading, ...consonantAfter([readings[i]!], ['v'])]).slice(0, MOST_READINGS)
    : plain;
}

function consonantAfter(readings: readonly Reading[], classes: readonly string[]): Reading[] {
  const after = readings.flatMap(({ key, sound }) =>
    classes.map((letters) => {
      if (letters === '') return { key: key === '' ? 'A' : key, sound };
      // Neighbours of one class are one sound: Россия, Rosija.
      const doubled = sound.endsWith(letters);
      return doubled ? { key, sound } : { key: key + letters, sound: sound + letters };
    }),
  );
  return after.slice(0, MOST_READINGS);
}

function changeCost(a: string, b: string): number {
  if (a === b) return 0;
  const pair = a < b ? a + b : b + a;
  if (pair === 'ao') return 0.15;
  if (pair === 'ei') return 0.2;
  if (pair === 'ae' || pair === 'eo') return 0.35;
  return isVowel(a) && isVowel(b) ? 0.6 : 2;
}

/** A vowel at the end is an ending, and costs little. */
function outCost(sound: string, at: number): number {
  if (!isVowel(sound[at]!)) return 2;
  return at === sound.length - 1 ? 0.1 : 0.4;
}

function isVowel(letter: string): boolean {
  return 'aeiou'.includes(letter);
}
