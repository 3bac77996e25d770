import { RU } from '@/utils/language';

/**
 * Paradigms: which endings a name's last letters allow. Russian, Belarusian and Ukrainian endings live together in one set a
 * class; a class is a bit. No text word is ever stemmed: it is a form of a name if it starts with the name's stem and its
 * rest is in a set the name allows, so МАЗ and мазь, Снопков and Снопкова stay apart.
 */
const tails = new Map<string, number>();
let bits = 0;

export const HARD_A = define('а ы и і у е э ой ей ою ею ай аю эй ам ами амі ах');
/** Genitive plural of words in -а and -я; not for people. */
export const BARE = define('-');
const SOFT_A = define('я и і ю е ей ею ёй ёю яй яю ям ями ямі ях');
export const IA = define('ия ии ию ией иею иям иях иями ія іі ію іяй ією ыя ыі ыю ыяй');
/** Эрытрэя, and Расея, which is Расія in the other orthography. */
export const EA = define('ея еи ее еі ею еей еяй эя эі эю эяй эи эе эей еею эею');
const CONSONANT = define('- а у ом ем ам ём е э и і ы ов ев ей аў яў ёў еў оў ами амі ямі ах ях ові еві');
/** The same for people: no plural, for Мороз and Морозов, Макей and Макеев are two surnames. */
const CONSONANT_PERSON = define('- а у ом ем ам ём е э и і ы еві ові');
/** Places in -ск and -цк: no plural, else Мінск would answer for Менскі. */
const SK = define('- а у ом ам е э');
/** Surnames in -ов, -ин and their like, of men. */
const SURNAME = define('- а у ом ам е э і ы ым ім ых іх ыми ымі');
const SURNAME_F = define('а ой у ою ай аю');
const SOFT = define('ь я ю ем ём ям е и і ью у ів ей яў ёў ями ямі ях');
/** A soft sign that Belarusian does not write: Пермь, Перм. */
const HARDENED = define('- у ы а э ом ам');
export const O = define('о е э а у ю ом ем ам ям и і ы ой ай аю ою ах ами амі');
const E = define('е э о а у ю я ем ом ам ям ём ём и і ы ях ах');
export const PLURAL = define('ы и і - ов ев аў яў ёў оў еў ей ам ям ами ями амі ямі ах ях');
const ADJECTIVE_M = define('ый ий ой ій ы і ого его ога ага яга аго ому ему аму яму ым им ім ом ем ам ым');
const ADJECTIVE_F = define('ая яя ой ей ай яй ую юю ою ею аю яю');
const ADJECTIVE_N = define('ое ее ае яе ого его ага яга ому ему аму яму ым им ім ом ем');
const ADJECTIVE_P = define('ие ые ыя ія их ых іх им ым ім ими ыми ымі імі');
/** Vowel and й: Алай, Алексей, Юрий, Толстой, Уругвай. */
const AJ = define(glide('а я'));
const EJ = define(glide('е э'));
const IJ = define(glide('и і ы'));
const OJ = define(glide('о ё'));
const UJ = define(glide('у ю'));
/** No ending of its own: marks the adjective made of a place (Гродно, гродненский). */
export const IS_ADJECTIVE = 1 << 30;
/** Never declined; only the vowel itself, which the caller compares. */
export const FIXED = define('у ю о а е э и і ы оу оў ау аў эй ей ай уа уэ ио іо ое ие');

/** The classes that allow these letters behind a stem; 0 where none does. `language` is that of the page's word. */
export function classesOfTail(tail: string, language: number): number {
  const classes = tails.get(normalTail(tail)) ?? 0;
  return language === RU && UNRUSSIAN.test(tail) ? classes & AJ : classes;
}

/** Endings that only Belarusian spells so (за Думаю, новага), except behind a vowel and й: Думаю in Russian is "I think". */
const UNRUSSIAN = /^(?:[ая][йю]|[аяо]га|[ая]му)$/u;

/** What the end of a name tells: its classes, and where its stem ends. */
export interface Paradigm {
  classes: number;
  /** Length of the part that never changes, in letters of the folded word. */
  stem: number;
}

const SURNAME_M_END = /(?:[оеёаэ][вў]|[иыі]н)$/u;
const SURNAME_F_END = /..(?:[оеёаэ]в|[иыі]н)а$/u;
const HUSH_BEFORE_SOFT = /[ржшчмбпвф]ь$/u;
const ADJECTIVE_P_END = /(?:[кгх]ія|ыя)$/u;
const SK_END = /[сц]к$/u;

/**
 * Classes of a Cyrillic word by its last letters. `stem` is where its last consonant ends: everything behind is its ending.
 * People decline -ов and -ин their own way and have no genitive plural.
 */
export function paradigmOf(word: string, stem: number, type: 'person' | 'place' | 'thing'): Paradigm {
  const tail = word.slice(stem);
  return { stem, classes: cyrillicClasses(word, tail, type) };
}

function cyrillicClasses(word: string, tail: string, type: 'person' | 'place' | 'thing'): number {
  const person = type === 'person';
  switch (tail) {
    case '':
      if (SURNAME_M_END.test(word)) return person ? SURNAME : CONSONANT | SURNAME;
      if (SK_END.test(word)) return SK;
      return person && word.length < PLURAL_LETTERS ? CONSONANT_PERSON : CONSONANT;
    case 'ь':
      return HUSH_BEFORE_SOFT.test(word) ? SOFT | HARDENED : SOFT;
    case 'а':
      if (person && SURNAME_F_END.test(word)) return word.endsWith('ва') ? SURNAME_F : SURNAME_F | HARD_A;
      return person ? HARD_A : HARD_A | BARE;
    case 'я':
    case 'ья':
      return SOFT_A;
    case 'ія':
    case 'ыя':
      // Прэзідэнцкія выбары, and Бельгія.
      return !person && ADJECTIVE_P_END.test(word) ? IA | ADJECTIVE_P : IA;
    case 'ия':
    case 'ии':
    case 'іі':
    case 'ию':
    case 'ію':
      return IA;
    case 'ея':
    case 'эя':
      return EA;
    case 'о':
    case 'ё':
    case 'іо':
    case 'ио':
      return O | FIXED;
    case 'е':
    case 'э':
    case 'ье':
      return E | FIXED;
    case 'ы':
    case 'и':
    case 'і':
      if (person) return ADJECTIVE_M | ADJECTIVE_P | IJ | PLURAL | FIXED;
      if (/(?:скі|цкі|ны)$/u.test(word)) return ADJECTIVE_M | ADJECTIVE_P | PLURAL;
      // Следчы, прамысловы; of places only those above, for Горкі is no form of Горкага.
      if (type === 'thing' && tail !== 'и') return ADJECTIVE_M | ADJECTIVE_P | PLURAL | FIXED;
      return /(?:[оеё]вы|[иі]ны)$/u.test(word) ? ADJECTIVE_P | PLURAL : PLURAL | FIXED;
    case 'ий':
    case 'ый':
    case 'ій':
      return (/[сц]к..$/u.test(word) ? ADJECTIVE_M : ADJECTIVE_M | IJ) | (person ? ADJECTIVE_P : 0);
    case 'ой':
      return person ? ADJECTIVE_M | ADJECTIVE_P | OJ : ADJECTIVE_M | ADJECTIVE_F | OJ;
    case 'ая':
    case 'яя':
      return ADJECTIVE_F;
    case 'ое':
    case 'ее':
    case 'ае':
    case 'яе':
      return ADJECTIVE_N;
    case 'ие':
    case 'ые':
      return tail === 'ие' ? ADJECTIVE_P | E | IA | IJ : ADJECTIVE_P;
    case 'ай':
    case 'яй':
      return AJ;
    case 'ей':
    case 'эй':
    case 'ьей':
      return EJ;
    case 'уй':
    case 'юй':
      return UJ;
    default:
      return FIXED;
  }
}

/** Surnames of so many letters do not double as the stem of one in -ов: Радзівілаў are the Radziwiłłs. */
const PLURAL_LETTERS = 7;
/** Places of fewer letters do not take -ия on their way into Russian. */
const EXONYM_LETTERS = 6;

/** Classes of a Latin word in Cyrillic text, by what follows its last consonant as spelt. */
export function latinClasses(word: string, tail: string, type: 'person' | 'place' | 'thing'): number {
  const person = type === 'person';
  if (tail === '' || tail === "'") {
    if (/(?:[oeay][vwŭ]|[iy]n)$/u.test(word))
      return person ? SURNAME | (word.endsWith('n') ? CONSONANT_PERSON : 0) : CONSONANT | SURNAME;
    if (/(?:sk|tsk|ck)$/u.test(word)) return SK;
    // Ireland, Ирландия; Portugal, Португалия.
    const hard = person ? CONSONANT_PERSON : word.length >= EXONYM_LETTERS ? CONSONANT | IA : CONSONANT;
    return /[lnrtsvmpbdz]$|ch$|sh$/u.test(word) ? hard | SOFT : hard;
  }
  if (/^(?:aya|aja|aia|aya)$/u.test(tail)) return ADJECTIVE_F | SOFT_A;
  if (/^(?:ia|iia|iya|ija|yia|ya|ja)$/u.test(tail)) return IA | SOFT_A | ADJECTIVE_F;
  if (/a$/u.test(tail))
    return HARD_A | SOFT_A | BARE | ADJECTIVE_F | (person && /(?:[oey]v|in|yn)a$/u.test(word) ? SURNAME_F : 0);
  if (/^(?:iy|yi|yy|ii|ij|yj|y|i)$/u.test(tail))
    return ADJECTIVE_M | IJ | PLURAL | FIXED | (tail === 'i' || tail === 'y' ? SOFT_A : 0);
  if (/^(?:ay|ai|aj|ei)$/u.test(tail)) return AJ | FIXED | (tail === 'ei' ? EJ : 0);
  if (/^(?:ey|ej|ee|eo)$/u.test(tail)) return EJ | FIXED;
  if (/^(?:oy|oi|oj)$/u.test(tail)) return OJ | ADJECTIVE_M | FIXED;
  if (/o$/u.test(tail)) return O | FIXED;
  if (/e$/u.test(tail))
    return E | FIXED | HARD_A | SOFT_A | ADJECTIVE_P | ADJECTIVE_N | (tail === 'e' ? CONSONANT | SOFT : 0);
  return FIXED;
}

function define(list: string): number {
  const bit = 1 << bits++;
  for (const tail of list.split(' ')) {
    const key = tail === '-' ? '' : normalTail(tail);
    tails.set(key, (tails.get(key) ?? 0) | bit);
  }
  return bit;
}

/** The forms of words in vowel + й: the vowel stays. */
function glide(vowels: string): string {
  const rests = ['й', 'я', 'ю', 'ем', 'ём', 'ям', 'е', 'и', 'і', 'ї'];
  return vowels
    .split(' ')
    .flatMap((vowel) => rests.map((rest) => vowel + rest))
    .join(' ');
}

/** A soft sign or apostrophe before a vowel is only a way to write it. */
function normalTail(tail: string): string {
  return tail.length > 1 && (tail[0] === 'ь' || tail[0] === 'ъ') ? tail.slice(1) : tail;
}
