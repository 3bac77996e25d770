import {
  A,
  B,
  C,
  CH,
  D,
  E,
  F,
  G,
  I,
  J,
  K,
  L,
  M,
  N,
  O,
  P,
  R,
  type Reading,
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
} from './phonemes';

const VOWELS: Readonly<Record<string, number>> = {
  а: A,
  я: A,
  э: E,
  е: E,
  є: E,
  и: I,
  і: I,
  ї: I,
  ы: I,
  о: O,
  у: U,
  ю: U,
};
const CONSONANTS: Readonly<Record<string, number>> = {
  б: B,
  в: V,
  г: G,
  д: D,
  ж: ZH,
  з: Z,
  к: K,
  л: L,
  м: M,
  н: N,
  п: P,
  р: R,
  с: S,
  т: T,
  ф: F,
  х: X,
  ц: C,
  ч: CH,
  ш: SH,
  щ: SHCH,
  ў: W,
  ђ: J,
  ѓ: G,
  ќ: K,
  љ: L,
  њ: N,
  ћ: CH,
  џ: J,
};
const CLOSE = new Set([I]);

/**
 * How a folded Cyrillic word sounds. Cyrillic is read in one way only: й, ь, ъ are silent, и ы і before a vowel too
 * (Мария, Марья), у beside a vowel or at the start before a consonant is w (Уэст, Уладзівасток).
 */
export function readCyrillic(word: string, glide: 'consonant' | 'vowel' = 'consonant'): Reading {
  const reading: Reading = { sounds: [], starts: [], ends: [] };
  for (let i = 0; i < word.length; i++) {
    const letter = word[i]!;
    const next = word[i + 1] ?? '';
    const vowel = VOWELS[letter];
    if (vowel !== undefined) {
      const beforeVowel = VOWELS[next] !== undefined;
      if (CLOSE.has(vowel) && beforeVowel) continue;
      const isGlide = letter === 'у' && (beforeVowel ? true : i === 0 && CONSONANTS[next] !== undefined);
      say(reading, isGlide ? W : vowel, i, i + 1);
      continue;
    }
    const consonant = letter === 'ў' && glide === 'vowel' ? U : CONSONANTS[letter];
    if (consonant === undefined) continue;
    if (letter === 'д' && (next === 'ж' || (next === 'з' && isSoft(word[i + 2])))) {
      say(reading, next === 'ж' ? J : D, i, i + 2);
      i++;
    } else if (letter === 'ш' && next === 'ч') {
      say(reading, SHCH, i, i + 2);
      i++;
    } else if (
      (letter === 'т' || letter === 'д') &&
      (next === 'ц' || (next === 'с' && letter === 'т') || (letter === 'д' && next === 'т'))
    ) {
      // Метцинген, Мецынген; детский.
      say(reading, next === 'т' ? T : C, i, i + 2);
      i++;
    } else {
      say(reading, consonant, i, i + 1);
    }
  }
  return reading;
}

function say(reading: Reading, sound: number, start: number, end: number): void {
  reading.sounds.push(sound);
  reading.starts.push(start);
  reading.ends.push(end);
}

/** The readings of a word: two where it has ў, which Russian writes в (Роўна, Ровно) or у (Паўлу, Паулу). */
export function cyrillicReadings(word: string): Reading[] {
  return word.includes('ў', 1) ? [readCyrillic(word), readCyrillic(word, 'vowel')] : [readCyrillic(word)];
}

/** Whether a letter softens the consonant before it: then дз is Belarusian for д. */
function isSoft(letter: string | undefined): boolean {
  return letter !== undefined && 'еіяёюьив'.includes(letter);
}
