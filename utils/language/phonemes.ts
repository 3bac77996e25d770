/**
 * The sounds that names are compared in, whatever alphabet spells them.
 *
 * Vowels are five; consonants have a fine code, and a coarse class that no respelling leaves: Рогозин, Рагозін, Rogozin
 * and Rogosin all have the classes r g s n. Й, Ь and Ъ have no sound of their own.
 */
export const NONE = 0;
export const A = 1;
export const E = 2;
export const I = 3;
export const O = 4;
export const U = 5;

/** Consonants start here; below are vowels. */
export const FIRST_CONSONANT = 6;

export const V = 6;
export const F = 7;
/** ў, English w, and у or u where they are no vowel. */
export const W = 8;
export const G = 9;
/** х, kh. */
export const X = 10;
/** Latin h: г, х or silent. */
export const H = 11;
export const S = 12;
export const Z = 13;
export const ZH = 14;
/** дж. */
export const J = 15;
export const CH = 16;
export const SH = 17;
/** щ, шч. */
export const SHCH = 18;
export const T = 19;
/** ц, ts. */
export const C = 20;
export const D = 21;
export const K = 22;
export const B = 23;
export const L = 24;
export const M = 25;
export const N = 26;
export const P = 27;
export const R = 28;
export const PHONEMES = 29;

/** Classes: v g s t d k b l m n p r, in the order of first appearance; 0 for vowels. */
const CLASS_OF = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const classes = Uint8Array.from(CLASS_OF);

export const CLASS_V = 1;
export const CLASS_G = 2;
export const CLASS_S = 3;
export const CLASS_K = 6;
export const CLASS_M = 9;

/** The coarse class of a consonant. */
export function classOf(phoneme: number): number {
  return classes[phoneme]!;
}

/**
 * One way to say a word: its sounds in order, each with the letters that spell it. Sound, first letter and the letter behind the last
 * one share a number (5, 13 and 13 bits), so that a way to go on is one list to copy, not three.
 */
export type Reading = number[];

/** Longest word that is read: nothing people say is longer. */
export const MOST_LETTERS_READ = 1_000;

/** A sound with the letters that spell it, the last not included. */
export function spelt(sound: number, start: number, end: number): number {
  return sound | (start << 5) | (end << 18);
}

/** The sound itself. */
export function soundOf(part: number): number {
  return part & 31;
}

/** Its first letter. */
export function startOf(part: number): number {
  return (part >>> 5) & 0x1fff;
}

/** The letter behind its last. */
export function endOf(part: number): number {
  return part >>> 18;
}
