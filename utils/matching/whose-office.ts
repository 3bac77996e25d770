import { classOf, CYRILLIC_SCRIPT } from '@/utils/language';
import { NO } from './compare';
import { SKELETON } from './entries';
import { WORD_ACRONYM } from './lexicon';
import { knownWord, type PageScan, verdictOfToken } from './page-scan';
import { cutsOf } from './page-words';
import { AFTER_QUOTE, IS_CAPITAL, JOINED } from './tokenise';

/** Tokens of an office found, `to` inclusive, and how many words of its name they are. */
interface Office {
  from: number;
  to: number;
  found: number;
}

/**
 * Whose office it is that other countries have too (Foreign Ministry, Верховный суд): of another country by what stands beside it, or
 * perhaps, by where it stands. A name in quotation marks is no office.
 */
export function whoseOffice(scan: PageScan, office: Office, name: number): 'its own' | 'elsewhere' | 'of another' {
  const entity = scan.columns.nameEntity[name]!;
  if (office.found < 2 && !isAcronym(scan, name)) return 'its own';
  if (isSomebodys(scan, office, entity)) return 'of another';
  if (office.found < 2) return 'its own';
  return ownerBehind(scan, office, entity);
}

function isAcronym({ columns }: PageScan, name: number): boolean {
  return (columns.wordFlags[columns.tokenWord[columns.nameTokenAt[name]!]!]! & WORD_ACRONYM) !== 0;
}

/** A place in the genitive: России, Расіі, Украины, Минской области; never a surname of the office's holder (Шуневича). */
const PLACE_GENITIVE = /(?:ии|[іы]і|[^аеёиоуыэюяі]ы|ши|[сц]к[оа]й|^рф)$/u;

/** Prepositions of places. In other cases they lead on to something else (в среду), so that a capital must follow. */
const WHERE = new Set(['in', 'в', 'во', 'у', 'ў']);

/** Следственный комитет России, Supreme Court of Norway are of those; the Foreign Ministry in Moscow may be. */
function ownerBehind(scan: PageScan, { to }: Office, entity: number): 'its own' | 'elsewhere' | 'of another' {
  const { flags, count } = scan.tokens;
  const isNext = (at: number) => at < count && (flags[at]! & JOINED) !== 0;
  let next = to + 1;
  if (!isNext(next)) return 'its own';
  const word = knownWord(scan, next).page.folded;
  const isOf = word === 'of';
  const isIn = WHERE.has(word);
  if ((isOf || isIn) && !isNext(++next)) return 'its own';
  if (!(flags[next]! & IS_CAPITAL)) return 'its own';
  if (!isOf && !isIn && !PLACE_GENITIVE.test(knownWord(scan, next).page.folded)) return 'its own';
  if (isOwnWord(scan, next, entity)) return 'its own';
  return isIn ? 'elsewhere' : 'of another';
}

/** An adjective in -ский or -цкий, in any case: российский, расійскі, український. */
const RELATIONAL = /[сц]ь?к(?:ий|ій|і|ого|ага|ому|аму|им|ім|ом|ая|а|ой|ай|ую|у|ое|ае|ие|ія|их|іх|ими|імі)$/u;

/** Fewest consonants that make an adjective that of a place (белорусский, Беларусь). */
const TELLING = 3;

/** Whether an adjective before the office says that it is somebody's, and none of its own words has that stem: российский МИД. */
function isSomebodys(scan: PageScan, { from }: Office, entity: number): boolean {
  const { flags } = scan.tokens;
  if (from === 0 || !(flags[from]! & JOINED) || flags[from]! & AFTER_QUOTE) return false;
  const { page } = knownWord(scan, from - 1);
  if (page.script !== CYRILLIC_SCRIPT || !RELATIONAL.test(page.folded)) return false;
  const { bytes, whole } = cutsOf(page)[0]!;
  return !hasOwnWord(scan, entity, (word) => {
    const { entries, skeletons, wordEntry, wordEntryAt } = scan.columns;
    const at = entries[wordEntry[wordEntryAt[word]!]! + SKELETON]!;
    const size = skeletons[at]!;
    if (size < TELLING || size > whole) return false;
    for (let i = 1; i < 2 * size; i += 2) if (classOf(skeletons[at + 1 + i]!) !== classOf(bytes[i]!)) return false;
    return true;
  });
}

/** Whether a token is a word of any name of the entity. */
function isOwnWord(scan: PageScan, token: number, entity: number): boolean {
  return hasOwnWord(scan, entity, (word) => verdictOfToken(scan, token, word) !== NO);
}

function hasOwnWord({ columns }: PageScan, entity: number, isThat: (word: number) => boolean): boolean {
  const { nameEntity, nameTokenAt, tokenWord } = columns;
  // Names stand entity by entity, so those of one are found by halving.
  let first = 0;
  for (let step = 2 ** Math.floor(Math.log2(nameEntity.length)); step >= 1; step /= 2)
    if (first + step <= nameEntity.length && nameEntity[first + step - 1]! < entity) first += step;
  for (let each = first; each < nameEntity.length && nameEntity[each]! <= entity; each++) {
    for (let part = nameTokenAt[each]!; part < nameTokenAt[each + 1]!; part++)
      if (isThat(tokenWord[part]!)) return true;
  }
  return false;
}
