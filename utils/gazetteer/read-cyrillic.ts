import { foldWord, isCompanyCue, isKnownGiven, isLegalForm, isParticle, isPatronymic, isTitle } from '@/utils/language';
import { readPhrase } from './cyrillic-phrase';
import { agreeing, type Cyrillic, type Declined, readingsOf } from './declension';
import { declinedHead } from './heads';
import { quotedAt } from './quoted';
import {
  acronymOf,
  type BlockToRead,
  isGoverned,
  isNameWord,
  type PersonSighting,
  type Sighting,
  stands,
  type Votes,
} from './sighting';
import { isDay, isSmallWord } from './small-words';
import { isMadeOfSyllables } from './syllables';
import type { Word } from './words';
import { worldPlaceOf } from './world';

/** What a step of reading found, and the word to go on with. */
interface Step {
  sightings: Sighting[];
  next: number;
}

/** Names in a block of Russian or Belarusian text, in reading order, never overlapping. */
export function readCyrillicBlock(block: BlockToRead, lang: Cyrillic): Sighting[] {
  const sightings: Sighting[] = [];
  const { words } = block;
  for (let at = 0; at < words.length;) {
    const step = words[at]!.capitals === 'none' ? null : stepAt(block, at, { lang, last: sightings.at(-1) });
    if (step !== null) sightings.push(...step.sightings);
    at = step?.next ?? at + 1;
  }
  return sightings;
}

function stepAt(
  block: BlockToRead,
  at: number,
  { lang, last }: { lang: Cyrillic; last: Sighting | undefined },
): Step | null {
  const { words, place } = block;
  const word = words[at]!;
  const foreign = foreignAt(block, at);
  const quoted = quotedAt(block, at, lang);
  if (quoted !== null) return { sightings: [quoted.sighting], next: quoted.next };
  if (foreign !== null) return foreign;
  if (isLegalForm(word.folded) && (words[at + 1]?.quote ?? 0) > word.quote) return null;
  const phrase = readPhrase(block, at, lang);
  const isOffice = phrase !== null && phrase.sighting.notion >= 0;
  const person = isOffice ? null : personAt(block, at, lang);
  if (person !== null) return person;
  if (phrase !== null) return { sightings: [phrase.sighting], next: phrase.next };
  const acronym = acronymOf(word);
  if (acronym !== '' && declinedHead(word.folded, lang) !== undefined) return null;
  if (acronym !== '') {
    const opens =
      word.before.endsWith('(') && (last?.kind === 'phrase' || last?.kind === 'quoted') && last.place === place;
    const votes = votesBeside(
      words,
      at,
      worldPlaceOf(acronym, lang) === undefined ? { organisation: 0.5 } : { place: 2 },
    );
    return {
      sightings: [{ kind: 'acronym', place, text: acronym, votes, begins: false, expands: opens ? last : null }],
      next: at + 1,
    };
  }
  return wordAt(block, at, lang);
}

/** Words in Latin letters stand out of Cyrillic text: together they are one name, mostly a firm's. */
function foreignAt({ words, place }: BlockToRead, at: number): Step | null {
  let end = at;
  while (end < words.length && isLatin(words[end]!.text) && (end === at || stands(words, end))) end++;
  if (end === at) return null;
  const text = words
    .slice(at, end)
    .map((word) => word.text)
    .join(' ');
  const votes: Votes = votesBeside(words, at, { organisation: 0.5, company: 0.5 });
  if (end === at + 1) {
    if (words[at]!.folded.length < 3 || acronymOf(words[at]!) !== '' || isDay(words[at]!.folded)) return null;
    return { sightings: [{ kind: 'word', place, text, votes, begins: false, isGoverned: false }], next: end };
  }
  const key = text.toLowerCase();
  return {
    sightings: [
      { kind: 'phrase', place, core: text, key, tail: '', needsTail: false, notion: -1, votes, begins: false },
    ],
    next: end,
  };
}

/** A word in Latin letters, with the figures and signs of a firm's name. */
const isLatin = (word: string): boolean => /^[\p{Script=Latin}\d'’&.-]+$/u.test(word) && /\p{Script=Latin}/u.test(word);

/** A name of one word: mostly a place, a firm, or a surname that somebody else of the brief makes clear. */
function wordAt({ words, place, isOrdinary }: BlockToRead, at: number, lang: Cyrillic): Step | null {
  const word = words[at]!;
  if (
    word.folded.length < 3 ||
    word.capitals === 'all' ||
    word.isInitial ||
    isDay(word.folded) ||
    /^\d/u.test(word.text)
  )
    return null;
  if (word.begins && isOrdinary(word)) return null;
  if (isTitle(word.folded) || declinedHead(word.folded, lang) !== undefined || isLegalForm(word.folded)) return null;
  const isWorld = worldPlaceOf(word.text, lang) !== undefined;
  // Европейский, Белорусская: half a name of which the noun was not understood.
  if (
    !isWorld &&
    /(?:[сц]к(?:ий|ая|ое|ие|ого|ой|ому|им|ом|их|аго|ага|аму|ай|ія|ім|іх)|ная|ное|ных|ный)$/u.test(word.folded) &&
    stands(words, at + 1)
  )
    return null;
  const votes: Votes = isWorld ? { place: 3 } : votesBeside(words, at, {});
  if (!isWorld && word.follows && isInPlace(words[at - 1]?.folded ?? '', word.folded))
    votes.place = (votes.place ?? 0) + 1;
  const isSyllabic = isMadeOfSyllables(word.folded);
  if (isSyllabic) delete votes.place;
  if (isSyllabic || word.capitals === 'inner' || /\d/u.test(word.text)) votes.organisation = 0.6;
  return {
    sightings: [
      { kind: 'word', place, text: word.text, votes, begins: word.begins, isGoverned: isGoverned(words, at) },
    ],
    next: at + 1,
  };
}

/** в Гродно, у Бабруйску, из Витебска, городе Бресте: where something is, not what something goes into. */
function isInPlace(before: string, word: string): boolean {
  if (/^(?:в|во|у|ў|на)$/u.test(before)) return /(?:[еиоыуэі]|ах|ях|цы)$/u.test(word);
  return /^(?:из|з|под|пад|возле|каля|около|город|города|городе|горад|горадзе|вёсцы|деревне)$/u.test(before);
}

/** A company's word beside it is a vote for a company. */
function votesBeside(words: readonly Word[], at: number, votes: Votes): Votes {
  const before = words[at - 1];
  if (before !== undefined && words[at]!.follows && before.capitals === 'none' && isCompanyCue(before.folded))
    return { ...votes, company: 1 };
  return votes;
}

function personAt(block: BlockToRead, at: number, lang: Cyrillic): Step | null {
  const { words } = block;
  const run = runAt(words, at);
  const [first, second, third] = run;
  if (first === undefined) return null;
  const step = (person: Pick<PersonSighting, 'given' | 'initials' | 'surname' | 'evidence'>, length: number): Step => ({
    sightings: [
      {
        kind: 'person',
        place: block.place,
        votes: { person: person.evidence === 'known' ? 2 : 0.7 },
        begins: first.begins && person.evidence !== 'known',
        ...person,
      },
    ],
    next: at + length,
  });
  if (first.isInitial) {
    const initials = run.slice(0, 2).filter((word) => word.isInitial);
    const surname = run[initials.length];
    if (surname === undefined || !isNameWord(surname) || isSmallWord(surname.folded)) return null;
    const letters = initials.map((word) => word.text[0]!).join('');
    return step({ given: '', initials: letters, surname: surname.text, evidence: 'known' }, initials.length + 1);
  }
  if (!isNameWord(first)) return null;
  const title = titleBefore(words, at, lang);
  if (isKnownGiven(first.folded) && second !== undefined && !acronymOf(second)) {
    if (second.isInitial && third !== undefined && isNameWord(third))
      return step({ given: first.text, initials: '', surname: third.text, evidence: 'known' }, 3);
    if (!isNameWord(second) && !second.isInitial) return null;
    if (third !== undefined && isPatronymic(second.folded) && isNameWord(third) && !isKnownGiven(third.folded))
      return step({ given: first.text, initials: '', surname: third.text, evidence: 'known' }, 3);
    if (isKnownGiven(second.folded) && third !== undefined && isNameWord(third))
      return step({ given: first.text, initials: '', surname: third.text, evidence: 'known' }, 3);
    return step({ given: first.text, initials: '', surname: second.text, evidence: 'known' }, 2);
  }
  if (isKnownGiven(first.folded)) return withParticle(words, at, step);
  if (
    worldPlaceOf(first.text, lang) !== undefined ||
    declinedHead(first.folded, lang) !== undefined ||
    isDay(first.folded)
  )
    return null;
  if (isOfficeWord(first) || (first.begins && block.isOrdinary(first))) return null;
  const isOneCase =
    second !== undefined && agreeing(likelyReadings(first.text, lang), likelyReadings(second.text, lang)).length > 0;
  if (third !== undefined && run.length === 3 && isOneCase && isKnownGiven(second.folded) && isPatronymic(third.folded))
    return step({ given: second.text, initials: '', surname: first.text, evidence: 'known' }, 3);
  if (second === undefined) {
    if (!title || isSmallWord(first.folded) || isHalfOfName(words, at, lang)) return null;
    return step({ given: '', initials: '', surname: first.text, evidence: 'known' }, 1);
  }
  if (run.length > 2 || !isNameWord(second) || isKnownGiven(second.folded)) return null;
  if (worldPlaceOf(second.text, lang) !== undefined) return null;
  // Южная Корея, Нижний Новгород: an adjective before a noun is a place, unless a title asks for a person.
  if (!title && (isAdjective(first, lang) || ABSTRACT.test(second.folded))) return null;
  // из Хмелевки Калининградской области
  if (stands(words, at + 2) && declinedHead(words[at + 2]!.folded, lang) !== undefined) return null;
  if (agreeing(readingsOf(first.text, lang), readingsOf(second.text, lang)).length === 0) return null;
  if ((readPhrase(block, at + 1, lang)?.sighting.notion ?? -1) >= 0) return null;
  return step({ given: first.text, initials: '', surname: second.text, evidence: title ? 'known' : 'likely' }, 2);
}

/** Карл де Гухт, Урсула фон дер Ляйен. */
function withParticle(
  words: readonly Word[],
  at: number,
  step: (person: Pick<PersonSighting, 'given' | 'initials' | 'surname' | 'evidence'>, length: number) => Step,
): Step | null {
  let end = at + 1;
  while (end < at + 3 && stands(words, end) && words[end]!.capitals === 'none' && isParticle(words[end]!.folded)) end++;
  if (end === at + 1 || !stands(words, end) || !isNameWord(words[end]!)) return null;
  const surname = words
    .slice(at + 1, end + 1)
    .map((word) => word.text)
    .join(' ');
  return step({ given: words[at]!.text, initials: '', surname, evidence: 'known' }, end + 1 - at);
}

/** Capitalised words that stand together, four at most. */
function runAt(words: readonly Word[], at: number): Word[] {
  const run = [words[at]!];
  while (run.length < 4) {
    const next = words[at + run.length];
    if (next === undefined || next.capitals === 'none' || !stands(words, at + run.length)) break;
    if (next.quote !== run[0]!.quote) break;
    run.push(next);
  }
  return run;
}

/** министр Рогозин, вице-премьер Дмитрий Рогозин: an office in small letters right before. */
function titleBefore(words: readonly Word[], at: number, lang: Cyrillic): boolean {
  const before = words[at - 1];
  if (before === undefined || !words[at]!.follows || before.capitals !== 'none' || !isOfficeWord(before)) return false;
  // президент Обама stand in one case; губернатор Айовы do not.
  const cases = casesOf(before.text, lang);
  return cases === 0 || (cases & casesOf(words[at]!.text, lang)) !== 0;
}

/** Cases of a person that a word may well stand in. */
function casesOf(text: string, lang: Cyrillic): number {
  return readingsOf(text, lang).reduce(
    (cases, each) =>
      each.weight >= LIKELY && (each.gender === 'm' || each.gender === 'f') ? cases | each.cases : cases,
    0,
  );
}
const LIKELY = 0.5;

function likelyReadings(text: string, lang: Cyrillic): Declined[] {
  return readingsOf(text, lang).filter(({ weight }) => weight >= LIKELY);
}

function isOfficeWord(word: Word): boolean {
  return word.folded.length > 3 && word.text.split('-').some((part) => isTitle(foldWord(part)));
}

/** председатель Верховного … : an adjective that some noun follows is half a name of something. */
function isHalfOfName(words: readonly Word[], at: number, lang: Cyrillic): boolean {
  return (
    stands(words, at + 1) &&
    isAdjective(words[at]!, lang) &&
    !/(?:[сц]к)(?:ий|і|ого|ага|ому|аму|им|ім|ом)$/u.test(words[at]!.folded)
  );
}

function isAdjective({ folded }: Word, lang: Cyrillic): boolean {
  return lang === 'ru'
    ? /(?:ая|ое|ие|ые|ую|ого|ому|ых|их|ой|ий|ый|ым)$/u.test(folded)
    : /(?:ая|ае|ія|ыя|ую|ага|аму|ых|іх|ай|скі|ны|ым)$/u.test(folded);
}

/** Nouns that no surname looks like: Независимости, Победы is not among them. */
const ABSTRACT =
  /(?:ост(?:ь|и|ью)|асц(?:ь|і|ю)|ни(?:е|я|ю|ем)|нн(?:е|я|ю)|ств(?:о|а|у|ом|е)|ци(?:я|и|ю|ей)|цы(?:я|і|ю|яй))$/u;
