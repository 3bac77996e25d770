import { foldOf } from '@/utils/language';

/** Whether a letter can be the initial of a word, in either alphabet and either language. */
export function initialsAgree(word: string, letter: string): boolean {
  const own = String.fromCharCode(foldOf(word.charCodeAt(0)));
  const first = letter[0]!;
  return own === first || (INITIALS[own] ?? '').includes(first) || (INITIALS[first] ?? '').includes(own);
}

/** First letters that other alphabets and languages begin the same first name with. */
const INITIALS: Readonly<Record<string, string>> = {
  а: 'aо',
  б: 'b',
  в: 'vwу',
  г: 'ghг',
  д: 'd',
  е: 'eyjяи',
  ж: 'zj',
  з: 'z',
  и: 'iyjіе',
  і: 'iyи',
  к: 'kcq',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'oа',
  п: 'p',
  р: 'r',
  с: 's',
  т: 'tf',
  у: 'uvwв',
  ф: 'ftp',
  х: 'hkc',
  ц: 'tc',
  ч: 'ct',
  ш: 's',
  щ: 's',
  э: 'e',
  ю: 'yuji',
  я: 'yjiе',
  a: 'o',
  o: 'a',
  y: 'jieu',
  j: 'yi',
  i: 'yj',
  v: 'uw',
  u: 'vy',
  g: 'h',
  h: 'g',
  k: 'c',
  c: 'k',
  e: 'yo',
  m: '',
  n: 'm',
};
