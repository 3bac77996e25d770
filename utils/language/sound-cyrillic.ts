import {
  A,
  B,
  C,
  CH,
  D,
  E,
  F,
  FIRST_CONSONANT,
  G,
  I,
  J,
  K,
  L,
  M,
  MOST_LETTERS_READ,
  N,
  NONE,
  O,
  P,
  R,
  type Reading,
  S,
  SH,
  SHCH,
  spelt,
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
/** What each Cyrillic letter is by itself, by its code less `FIRST_LETTER`: one small table instead of two of strings. */
const FIRST_LETTER = 0x400;
const sounds = new Uint8Array(0x100);
for (const [letter, sound] of Object.entries({ ...VOWELS, ...CONSONANTS }))
  sounds[letter.charCodeAt(0) - FIRST_LETTER] = sound;

/** The sound of a code unit; NONE where it is silent, another alphabet's, or no unit at all. */
function soundAt(word: string, at: number): number {
  const place = word.charCodeAt(at) - FIRST_LETTER;
  return place >= 0 && place < sounds.length ? sounds[place]! : NONE;
}

const [ZHE, ZE, TSE, CHE, SHA, DE, TE, ES, U_LETTER, SHORT_U] = [...'жзцчшдтсуў'].map((letter) => letter.charCodeAt(0));

/**
 * How a folded Cyrillic word sounds. Cyrillic is read in one way only: й, ь, ъ are silent, и ы і before a vowel too
 * (Мария, Марья), у beside a vowel or at the start before a consonant is w (Уэст, Уладзівасток).
 */
export function readCyrillic(word: string, glide: 'consonant' | 'vowel' = 'consonant'): Reading {
  const reading: Reading = [];
  const length = Math.min(word.length, MOST_LETTERS_READ);
  for (let i = 0; i < length; i++) {
    const letter = word.charCodeAt(i);
    const sound = letter === SHORT_U && glide === 'vowel' ? U : soundAt(word, i);
    if (sound === NONE) continue;
    if (sound < FIRST_CONSONANT && letter !== SHORT_U) {
      const next = soundAt(word, i + 1);
      const isBeforeVowel = next !== NONE && next < FIRST_CONSONANT;
      if (sound === I && isBeforeVowel) continue;
      const isGlide = letter === U_LETTER && (isBeforeVowel || (i === 0 && next >= FIRST_CONSONANT));
      reading.push(spelt(isGlide ? W : sound, i, i + 1));
      continue;
    }
    const joint = jointSound(word, i);
    reading.push(spelt(joint === NONE ? sound : joint, i, joint === NONE ? i + 1 : i + 2));
    if (joint !== NONE) i++;
  }
  return reading;
}

/** The sound of two letters that are one: дж, soft дз, шч, and т or д before another (Метцинген, Мецынген; детский). */
function jointSound(word: string, at: number): number {
  const letter = word.charCodeAt(at);
  if (letter !== DE && letter !== TE && letter !== SHA) return NONE;
  const next = word.charCodeAt(at + 1);
  if (letter === SHA) return next === CHE ? SHCH : NONE;
  if (letter === DE && next === ZHE) return J;
  if (letter === DE && next === ZE && isSoft(word[at + 2])) return D;
  if (next === TSE || (next === ES && letter === TE)) return C;
  return letter === DE && next === TE ? T : NONE;
}

/** The readings of a word: two where it has ў, which Russian writes в (Роўна, Ровно) or у (Паўлу, Паулу). */
export function cyrillicReadings(word: string): Reading[] {
  return word.includes('ў', 1) ? [readCyrillic(word), readCyrillic(word, 'vowel')] : [readCyrillic(word)];
}

/** Whether a letter softens the consonant before it: then дз is Belarusian for д. */
function isSoft(letter: string | undefined): boolean {
  return letter !== undefined && 'еіяёюьив'.includes(letter);
}
