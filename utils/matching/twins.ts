import { areEquivalent, RU, UNKNOWN } from '@/utils/language';
import { FORM, NO, SCRIPT, tierOf } from './compare';
import { NAME_PERSON } from './compile';
import { type Columns, textAt } from './layout';
import { WORD_LANGUAGE_SHIFT, WORD_SCRIPT } from './lexicon';
import { verdictFor } from './lookup';
import { pageWord } from './page-words';
import { pairMemory } from './pair-memory';
import { ROLE_GIVEN } from './parse-name';

/**
 * Whether two names of different entities are one name in two languages (KAMAZ and КамАЗ; Рагозін and Dmitry Rogozin). Two archives
 * often know the same thing apart; the page then names both. Names of one language are never twins: they are namesakes.
 */
export function areTwins(columns: Columns, a: number, b: number, tier: number): boolean {
  const [own, other] = [anchorOf(columns, a), anchorOf(columns, b)];
  if (speakApart(columns.wordFlags[own]!, columns.wordFlags[other]!)) return givensAgree(columns, a, b);
  return tier === SCRIPT && !(columns.nameFlags[a]! & NAME_PERSON) && areForms(columns, own, other);
}

/** Whether two entities are known to be of one archive: ids read `<archive>/<id>`; one without says nothing. */
export function areOfOneArchive(columns: Columns, a: number, b: number): boolean {
  const archiveOf = (entity: number) => textAt(columns, columns.entityIdAt[entity]!).split('/', 2);
  const [own, other] = [archiveOf(a), archiveOf(b)];
  return own.length > 1 && other.length > 1 && own[0] === other[0];
}

/** Whether the first names of two entities can be one, by all their names; so too where one of them has none. */
export function givensAgree(columns: Columns, a: number, b: number): boolean {
  if (!(columns.nameFlags[a]! & NAME_PERSON)) return true;
  const own = givensOf(columns, a);
  const others = givensOf(columns, b);
  return (
    own.length === 0 ||
    others.length === 0 ||
    own.some((given) => others.some((other) => given === other || isOneGiven(columns, given, other)))
  );
}

/** Whether two given names can be one, each a word of the index. */
const isOneGiven = pairMemory((columns, own, other) => {
  const language = (columns.wordFlags[own]! >> WORD_LANGUAGE_SHIFT) & 3;
  const page = pageWord(textAt(columns, columns.wordTextAt[own]!), language);
  return (
    verdictFor(columns, page, other) !== NO || areEquivalent(page.folded, textAt(columns, columns.wordTextAt[other]!))
  );
});

function anchorOf(columns: Columns, name: number): number {
  return columns.tokenWord[columns.nameTokenAt[name]! + columns.nameAnchor[name]!]!;
}

/** Whether one word is a grammatical form of the other: a list made from texts has Сімс and Сімса. People's surnames in two forms are two people. */
function areForms(columns: Columns, a: number, b: number): boolean {
  return a !== b && (isFormOf(columns, a, b) || isFormOf(columns, b, a));
}

/** Whether a word of the index is a grammatical form of another. */
const isFormOf = pairMemory((columns, form, lemma) => {
  const language = (columns.wordFlags[form]! >> WORD_LANGUAGE_SHIFT) & 3;
  const page = pageWord(textAt(columns, columns.wordTextAt[form]!), language === UNKNOWN ? RU : language);
  const verdict = verdictFor(columns, page, lemma);
  return verdict !== NO && tierOf(verdict) === FORM;
});

/** Whether two words are of different alphabets, or known to be of different languages. */
function speakApart(a: number, b: number): boolean {
  if ((a & WORD_SCRIPT) !== (b & WORD_SCRIPT)) return true;
  const [own, other] = [(a >> WORD_LANGUAGE_SHIFT) & 3, (b >> WORD_LANGUAGE_SHIFT) & 3];
  return own !== other && own !== 0 && other !== 0;
}

/** The given names of the entity that has a name; names of one entity stand together. */
function givensOf(columns: Columns, name: number): number[] {
  const { nameEntity, nameTokenAt, tokenRole, tokenWord } = columns;
  let first = name;
  while (first > 0 && nameEntity[first - 1] === nameEntity[name]) first--;
  const givens: number[] = [];
  for (let each = first; each < nameEntity.length && nameEntity[each] === nameEntity[name]; each++) {
    for (let part = nameTokenAt[each]!; part < nameTokenAt[each + 1]!; part++) {
      if (tokenRole[part] === ROLE_GIVEN) givens.push(tokenWord[part]!);
    }
  }
  return givens;
}
