import type { EntityType } from '@/utils/model';
import type { Cyrillic } from './declension';
import type { Word } from './words';

/** Languages as far as their grammar matters here: what is neither Russian nor Belarusian is read as English is. */
export type Grammar = 'en' | Cyrillic;

/** Where in an archive a name stands. */
export interface Place {
  /** Position of the brief, and of its group, in the sorted archive. */
  brief: number;
  group: number;
  /** 0 for the title, 1 for the summary, then the body. */
  block: number;
  /** How far into the brief, 0..1: translations say the same things in the same order. */
  depth: number;
}

/** What a name said of itself: votes for what it is. */
export type Votes = Partial<Record<EntityType, number>>;

interface Common {
  place: Place;
  votes: Votes;
  /** Its capital may be that of the sentence: it counts only beside sightings that do not. */
  begins: boolean;
}

/** A person, by surname and perhaps more. */
export interface PersonSighting extends Common {
  kind: 'person';
  /** As written, in whatever case; '' where it was not said. */
  given: string;
  /** Letters of the initials, upper case; '' where the given name is written out. */
  initials: string;
  surname: string;
  /** `known`: given name, title or initials say so; `likely`: two capitals that agree. */
  evidence: 'known' | 'likely';
}

/** A name of several words around a noun: Common Economic Space, Палата представителей. */
export interface PhraseSighting extends Common {
  kind: 'phrase';
  /** In the nominative, as shown, without the tail. */
  core: string;
  /** Same for all forms of the core. */
  key: string;
  /** What follows and may belong to it or not: Министерство обороны | Швеции. */
  tail: string;
  /** The core says too little without its tail: Совет, House. */
  needsTail: boolean;
  /** Notion of its head; -1 for none. */
  notion: number;
}

/** A word in capitals, or with capitals inside. */
export interface AcronymSighting extends Common {
  kind: 'acronym';
  text: string;
  /** The sighting it stands in brackets behind: Common Economic Space (CES). */
  expands: PhraseSighting | QuotedSighting | null;
}

/** A name in quotation marks, or one capitalised word, in whatever case. */
export interface WordSighting extends Common {
  kind: 'word';
  text: string;
  isGoverned: boolean;
}

export interface QuotedSighting extends Common {
  kind: 'quoted';
  words: readonly string[];
  isGoverned: boolean;
}

export type Sighting = PersonSighting | PhraseSighting | AcronymSighting | WordSighting | QuotedSighting;

/** What a reader of one block is given. */
export interface BlockToRead {
  words: readonly Word[];
  place: Place;
  /** Whether an archive writes this word small as a rule. */
  isOrdinary(word: Word): boolean;
}

/** Whether a word stands right behind the one before, an initial's full stop aside. */
export function stands(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || at === 0) return false;
  return word.follows || (words[at - 1]!.isInitial && word.before === '.');
}

/** Whether a preposition stands right before: then a word is hardly in the nominative. */
export function isGoverned(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return before !== undefined && before.capitals === 'none' && PREPOSITIONS.has(before.folded);
}

const PREPOSITIONS = new Set(
  'в во на по за из с со к ко у о об от до для при про под над без между через против у ў з са да аб ад пры праз паміж супраць каля вакол дзеля'.split(
    ' ',
  ),
);

/** Acronyms that are common nouns. */
const COMMON = new Set(
  'СМИ СМІ ВВП ВУП НДС ЖКХ ДТП ТВ ЧП НПО ФИО IT TV GDP VAT CEO MP MPS MEP NGO PM AM PR USD EUR OK ID PDF HTML'.split(
    ' ',
  ),
);
const ROMAN = /^[IVXLCDM]+$/u;
const ENDED_ACRONYM = /^(\p{Lu}{2,})[\u0430-\u044f\u0451\u0456\u045e]{1,2}$/u;

/** The acronym that a word is, less a Cyrillic case ending (МАЗом); '' for none. */
export function acronymOf(word: Word): string {
  const { text } = word;
  if (word.capitals === 'all')
    return text.length >= 2 &&
      !COMMON.has(text) &&
      text.length <= 10 &&
      !ROMAN.test(text) &&
      /^\p{Lu}[\p{Lu}\d-]*$/u.test(text)
      ? text
      : '';
  const ended = ENDED_ACRONYM.exec(text);
  if (ended !== null) return ended[1]!;
  // ЕврАзЭС, EurAsEC: two capitals more than the first.
  return word.capitals === 'inner' && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 3 && !text.includes('-') ? text : '';
}

/** Whether a word is written as people are: a capital, then small letters. */
export function isNameWord(word: Word): boolean {
  return (
    (word.capitals === 'first' || (word.capitals === 'inner' && acronymOf(word) === '')) &&
    word.text.length > 1 &&
    !/\d/u.test(word.text)
  );
}
