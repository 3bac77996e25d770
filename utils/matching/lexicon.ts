import {
  classOf,
  cleanWord,
  CYRILLIC_SCRIPT,
  cyrillicReadings,
  hashWord,
  keyOf,
  languageOf,
  LATIN_SCRIPT,
  looseHash,
  OTHER,
  readCyrillic,
  type Reading,
  readLatin,
  type Skeleton,
  skeletonOf,
  soundOf,
  UNKNOWN,
} from '@/utils/language';
import { append, growing } from './columns-builder';
import { isConnector } from './connectors';
import { demonymsOf, placeAdjectivesOf } from './demonyms';
import { IS_ADJECTIVE, latinClasses, paradigmOf } from './paradigms';

/** Fields of `wordFlags`: script 2 bits, language 2, marks 4, capitals 5, letters 6. */
export const WORD_SCRIPT = 3;
export const WORD_LANGUAGE_SHIFT = 2;
export const WORD_ACRONYM = 16; // found only with as many capitals as the name has
export const WORD_CAPITAL = 32; // found only with a capital
export const WORD_MIXED = 64; // capitals inside: КамАЗ
export const WORD_SMALL = 128; // of, і, для: found only as it stands
export const WORD_CAPITALS_SHIFT = 8;
export const WORD_LETTERS_SHIFT = 13;
export const WORD_LETTERS = 63;
export const WORD_PERSON = 1 << 20; // of a person's name
export const WORD_ANY_CASE = 1 << 19; // of a phrase that is found in small letters too, where something speaks for it

/** Names of four letters or fewer in capitals are acronyms; longer ones only without vowels. */
const ACRONYM_LETTERS = 4;
const SMALL_LETTERS = 2;

/** The distinct words of all names, with the readings they are found by. */
export interface Lexicon {
  ids: Map<string, number>;
  texts: string[];
  hash: ReturnType<typeof growing>;
  flags: ReturnType<typeof growing>;
  entryWord: ReturnType<typeof growing>;
  entryKey: ReturnType<typeof growing>;
  entryClasses: ReturnType<typeof growing>;
  entryHead: ReturnType<typeof growing>;
  entryAltHead: ReturnType<typeof growing>;
  entryLast: ReturnType<typeof growing>;
  entrySkeletonAt: ReturnType<typeof growing>;
  skeletons: ReturnType<typeof growing>;
}

/** No words yet. */
export function newLexicon(): Lexicon {
  return {
    ids: new Map(),
    texts: [],
    hash: growing(),
    flags: growing(),
    entryWord: growing(),
    entryKey: growing(),
    entryClasses: growing(),
    entryHead: growing(),
    entryAltHead: growing(),
    entryLast: growing(),
    entrySkeletonAt: growing(),
    skeletons: growing(),
  };
}

/** What a word names, as far as its endings depend on it. */
type WordType = 'person' | 'place' | 'thing';

/** What of a word's place decides how it is found. */
export interface WordPlace {
  text: string;
  lang: string | undefined;
  type: WordType;
  isAnyCase: boolean;
  /** Whether the whole name is written in capitals, so that capitals say nothing about this word. */
  capitals: 'telling' | 'all';
}

/** The id of a word, new or known. Words that are written alike but found differently are different words. */
export function wordId(lexicon: Lexicon, place: WordPlace): number {
  const clean = cleanWord(place.text);
  const language = clean.script === CYRILLIC_SCRIPT ? languageOf(clean.letters, place.lang) : UNKNOWN;
  const flags = flagsOf(place, clean.script | (language << WORD_LANGUAGE_SHIFT), clean.folded.length);
  const identity = `${clean.letters}|${flags}|${place.type}`;
  const known = lexicon.ids.get(identity);
  if (known !== undefined) return known;
  const id = lexicon.texts.length;
  lexicon.ids.set(identity, id);
  lexicon.texts.push(clean.letters);
  append(lexicon.hash, hashWord(clean.folded));
  append(lexicon.flags, flags);
  addEntries(lexicon, {
    id,
    letters: clean.letters,
    folded: clean.folded,
    script: clean.hasDigit ? OTHER : clean.script,
    type: place.type,
  });
  return id;
}

function flagsOf(place: WordPlace, base: number, letters: number): number {
  const { text } = place;
  const lower = text.toLowerCase();
  let capitals = 0;
  // The page's words count no capitals in surrogate pairs (𐐀), so names do not either.
  for (let i = 0; i < text.length; i++) if (text[i] !== lower[i] && !/[\ud800-\udfff]/u.test(text[i]!)) capitals++;
  let flags =
    (place.isAnyCase ? WORD_ANY_CASE : 0) |
    (place.type === 'person' ? WORD_PERSON : 0) |
    base |
    (Math.min(31, capitals) << WORD_CAPITALS_SHIFT) |
    (Math.min(63, letters) << WORD_LETTERS_SHIFT);
  const isAll = capitals > 1 && capitals >= letters;
  if (isAll && place.capitals === 'telling' && (letters <= ACRONYM_LETTERS || !/[aeiouyаеёиоуыэюяіє]/u.test(lower)))
    flags |= WORD_ACRONYM;
  else if (capitals > 1 && !isAll) flags |= WORD_MIXED;
  if (text[0] !== lower[0]) flags |= WORD_CAPITAL;
  else if (capitals > 0) flags |= WORD_MIXED;
  else if (letters <= SMALL_LETTERS || isConnector(lower)) flags |= WORD_SMALL;
  return flags;
}

interface NewWord {
  id: number;
  letters: string;
  folded: string;
  script: number;
  type: WordType;
}

function addEntries(lexicon: Lexicon, word: NewWord): void {
  const readings = readingsOf(word);
  const seen = new Set<string>();
  for (const reading of readings) {
    const skeleton = skeletonOf(reading);
    if (skeleton.size === 0) continue;
    const same = skeleton.bytes.join();
    if (seen.has(same)) continue;
    seen.add(same);
    addEntry(lexicon, word, skeleton);
  }
  if (seen.size === 0) addExact(lexicon, word, 0);
  if (word.type === 'place' && word.script === CYRILLIC_SCRIPT) {
    for (const adjective of placeAdjectivesOf(word.folded)) {
      const reading = skeletonOf(readCyrillic(adjective));
      addEntry(lexicon, { ...word, folded: adjective, type: 'person' }, reading);
      lexicon.entryClasses.values[lexicon.entryClasses.length - 1]! |= IS_ADJECTIVE;
    }
  }
  if (word.type === 'place' && word.script === LATIN_SCRIPT)
    for (const folded of demonymsOf(word.folded)) addExact(lexicon, word, hashWord(folded));
}

function readingsOf({ letters, folded, script }: NewWord): Reading[] {
  if (script === CYRILLIC_SCRIPT) return cyrillicReadings(folded);
  return script === LATIN_SCRIPT ? readLatin(letters) : [];
}

function addEntry(lexicon: Lexicon, word: NewWord, skeleton: Skeleton): void {
  const last = skeleton.size - 1;
  const end = skeleton.ends[last]!;
  const start = skeleton.starts[last]!;
  const isCyrillic = word.script === CYRILLIC_SCRIPT;
  append(lexicon.entryWord, word.id);
  append(lexicon.entryKey, keyOf(skeleton.bytes, { size: skeleton.size }));
  append(
    lexicon.entryClasses,
    isCyrillic
      ? paradigmOf(word.folded, end, word.type).classes
      : latinClasses(word.folded, word.folded.slice(end), word.type),
  );
  append(lexicon.entryHead, isCyrillic ? looseHash(word.folded, start) : 0);
  append(lexicon.entryAltHead, isCyrillic ? fleetingHead(word.folded, start, end) : 0);
  append(lexicon.entryLast, isCyrillic ? word.folded.charCodeAt(end - 1) : 0);
  append(lexicon.entrySkeletonAt, lexicon.skeletons.length);
  append(lexicon.skeletons, skeleton.size);
  for (const byte of skeleton.bytes) append(lexicon.skeletons, byte);
}

const VOWEL_LETTERS = 'аеёиоуыэюяі';

/** The stem's head without its fleeting vowel (Павел, Паўла), which leaves й behind another vowel (Бабаец, Бабайца); 0 where it stays. */
function fleetingHead(folded: string, start: number, end: number): number {
  const tail = folded.slice(end);
  if (tail !== '' && tail !== 'ь') return 0;
  if (start < 2 || !'оеёаэ'.includes(folded[start - 1]!)) return 0;
  const head = folded.slice(0, start - 1);
  return VOWEL_LETTERS.includes(folded[start - 2]!) ? looseHash(`${head}й`, start) : looseHash(head, start - 1);
}

/** A word without sounds, or the hash of a demonym: digits, another alphabet, a vowel or two. Found only as it stands. */
function addExact(lexicon: Lexicon, word: NewWord, demonym: number): void {
  append(lexicon.entryWord, word.id);
  append(lexicon.entryKey, exactKey(demonym === 0 ? hashWord(word.folded) : demonym));
  append(lexicon.entryClasses, 0);
  append(lexicon.entryHead, demonym);
  append(lexicon.entryAltHead, 0);
  append(lexicon.entryLast, 0);
  append(lexicon.entrySkeletonAt, lexicon.skeletons.length);
  append(lexicon.skeletons, 0);
}

/** The key of a word that is found only as it stands. */
export function exactKey(wordHash: number): number {
  return (wordHash ^ 0x9e3779b9) >>> 0;
}

/** Weight of a word as an anchor: consonants tell most, a capital more than its absence. */
export function anchorWeight({ text, isCapital }: { text: string; isCapital: boolean }): number {
  const clean = cleanWord(text);
  const reading = clean.hasDigit
    ? null
    : clean.script === CYRILLIC_SCRIPT
      ? readCyrillic(clean.folded)
      : clean.script === LATIN_SCRIPT
        ? readLatin(clean.letters)[0]!
        : null;
  const sounds = reading === null ? 1 : reading.filter((part) => classOf(soundOf(part)) > 0).length;
  return sounds + (isCapital ? 20 : 0) + clean.folded.length / 100;
}
