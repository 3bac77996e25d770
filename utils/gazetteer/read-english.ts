import { isCompanyCue, isKnownGiven, isLegalForm, isParticle, isPatronymic, isTitle } from '@/utils/language';
import { englishHead } from './heads';
import { quotedAt } from './quoted';
import {
  acronymOf,
  type BlockToRead,
  type PersonSighting,
  type PhraseSighting,
  type Sighting,
  stands,
  type Votes,
} from './sighting';
import { isDay, isOfAPeople, isSmallWord } from './small-words';
import type { Word } from './words';
import { worldPlaceOf } from './world';

const JOINERS = new Set('of for and on the in'.split(' '));
/** Longest name in words, joiners and all. */
const LONGEST = 10;

/**
 * Names in a block of English text, or of another language in Latin letters: runs of capitalised words, with "of", "for", "and" inside, cut
 * where one name ends and the next begins. In reading order, never overlapping.
 */
export function readEnglishBlock(block: BlockToRead): Sighting[] {
  const sightings: Sighting[] = [];
  const { words } = block;
  if (isTitleCase(words)) return [];
  for (let at = 0; at < words.length;) {
    if (words[at]!.capitals === 'none') {
      at++;
      continue;
    }
    const quoted = quotedAt(block, at, 'en');
    if (quoted !== null) {
      sightings.push(quoted.sighting);
      at = quoted.next;
      continue;
    }
    const end = endOfRun(words, at);
    readRun(block, { from: at, to: end, into: sightings });
    at = end;
  }
  return sightings;
}

/** Where Every Word Has a Capital a capital proves nothing. */
function isTitleCase(words: readonly Word[]): boolean {
  const long = words.filter((word) => word.folded.length > 3);
  return long.length >= 4 && long.filter((word) => word.capitals !== 'none').length >= long.length * 0.75;
}

/** Behind the last word of a run that begins here; joiners only where a capital follows. */
function endOfRun(words: readonly Word[], at: number): number {
  let end = at + 1;
  while (
    end < words.length &&
    end - at < LONGEST &&
    !words[end - 1]!.owns &&
    stands(words, end) &&
    words[end]!.quote === words[at]!.quote
  ) {
    if (words[end]!.capitals !== 'none') {
      end++;
      continue;
    }
    let behind = end;
    while (behind < words.length && JOINERS.has(words[behind]!.folded) && stands(words, behind) && behind - end < 2)
      behind++;
    const next = words[behind];
    // Tell the Truth, but "for Nazarbayev the Union": an article alone joins nothing behind a preposition.
    const isArticle = behind === end + 1 && words[end]!.folded === 'the';
    if (isArticle && (end > at + 1 || isSmallWord(words[at - 1]?.folded ?? ''))) break;
    if (behind === end || next === undefined || next.capitals === 'none' || !stands(words, behind)) break;
    end = behind + 1;
  }
  return end;
}

interface Run {
  from: number;
  to: number;
  into: Sighting[];
}

/** Cuts a run into names: titles and people first, then the phrases between them. */
function readRun(block: BlockToRead, { from, to, into }: Run): void {
  const { words } = block;
  let start = from;
  while (start < to && isNoStart(block, start)) start++;
  let at = start;
  for (let here = start; here < to; here++) {
    const person = personAt(block, here, { start: at, to });
    if (person === null) continue;
    readPhrases(block, { from: at, to: titlesBefore(words, { from: at, to: here }), into });
    into.push(person.sighting);
    at = here = person.next;
    here--;
  }
  readPhrases(block, { from: at, to, into });
}

/** A word that only has its capital from the sentence. */
function isNoStart(block: BlockToRead, at: number): boolean {
  const word = block.words[at]!;
  if (word.capitals === 'none') return true;
  if (isSmallWord(word.folded) && (word.begins || word.text.length < 4)) return true;
  return word.begins && block.isOrdinary(word) && !isKnownGiven(word.folded) && englishHead(word.folded) === undefined;
}

/** Where the titles right before a person begin: "Deputy Prime Minister Igor Sechin". */
function titlesBefore(words: readonly Word[], { from, to }: { from: number; to: number }): number {
  const first = words.findIndex(
    (word, at) => at >= from && at < to && isTitle(word.folded) && word.capitals !== 'none',
  );
  return first < 0 ? to : from;
}

function personAt(
  { words, place, isOrdinary }: BlockToRead,
  at: number,
  { start, to }: { start: number; to: number },
): { sighting: PersonSighting; next: number } | null {
  const first = words[at]!;
  if (first.capitals === 'none' || isDay(first.folded) || isSmallWord(first.folded)) return null;
  const person = (
    given: string,
    surname: string,
    more: { initials?: string; next: number; evidence?: 'likely' },
  ): { sighting: PersonSighting; next: number } => {
    const evidence = more.evidence ?? 'known';
    return {
      sighting: {
        kind: 'person',
        place,
        votes: { person: evidence === 'known' ? 2 : 0.7 },
        begins: false,
        given,
        initials: more.initials ?? '',
        surname,
        evidence,
      },
      next: more.next,
    };
  };
  let end = at + 1;
  while (end < to && words[end]!.capitals !== 'none' && !words[end - 1]!.owns) end++;
  const run = words.slice(at, end);
  if (first.isInitial) {
    const letters = run
      .filter((word, i) => word.isInitial && i < 2)
      .map((word) => word.text[0]!)
      .join('');
    const surname = run[letters.length];
    return surname === undefined || !isNameWord(surname)
      ? null
      : person('', surname.text, { initials: letters, next: at + letters.length + 1 });
  }
  const isTitled = hasTitle(words, at, start);
  const last = run.at(-1)!;
  // Robert Schuman Foundation: a name inside a name.
  if (englishHead(last.folded) !== undefined && run.length > 1) return null;
  if (!isNameWord(first) || isTitle(first.folded) || englishHead(first.folded) !== undefined) return null;
  const known = isKnownGiven(first.folded) && !(first.begins && isOrdinary(first) && run.length < 2);
  if (known && run.length >= 2) {
    let next = 1;
    while (
      next < run.length - 1 &&
      (run[next]!.isInitial ||
        isPatronymic(run[next]!.folded) ||
        isParticle(run[next]!.folded) ||
        isKnownGiven(run[next]!.folded))
    )
      next++;
    const surname = run[next]!;
    if (!isNameWord(surname) || isTitle(surname.folded) || worldPlaceOf(surname.text, 'en') !== undefined) return null;
    return person(first.text, surname.text, { next: at + next + 1 });
  }
  if (known) return withParticle(words, at, person);
  if (worldPlaceOf(first.text, 'en') !== undefined || isOfAPeople(first.folded)) return null;
  const isStart = at === start || words[at - 1]!.capitals === 'none';
  const isThe = words[at - 1]?.folded === 'the';
  if (run.length === 1)
    return isTitled && !isThe && !isOrdinary(first) ? person('', first.text, { next: at + 1 }) : null;
  const surname = run[1]!;
  if (
    run.length > 3 ||
    !isNameWord(surname) ||
    isTitle(surname.folded) ||
    worldPlaceOf(surname.text, 'en') !== undefined
  )
    return null;
  if (isTitled) return person(first.text, last.text, { next: end });
  const isShaped = SURNAME.test(last.folded) && run.length === 2 && !isThe && isStart;
  return isShaped && !(first.begins && isOrdinary(first))
    ? person(first.text, last.text, { next: end, evidence: 'likely' })
    : null;
}

/** Surnames that English spells so: of the East of Europe above all. */
const SURNAME =
  /(?:[oe]v|[oe]va|[iy]n|ina|sk[iy]|skaya|skiy|enk[oa]|vich|vi[cč]|uk|chuk|yan|dze|shvili|ich|[aeo]u|son|ez|berg|stein)$/u;

function withParticle<T>(
  words: readonly Word[],
  at: number,
  person: (given: string, surname: string, more: { next: number }) => T,
): T | null {
  let end = at + 1;
  while (end < at + 3 && stands(words, end) && words[end]!.capitals === 'none' && isParticle(words[end]!.folded)) end++;
  const surname = words[end];
  if (end === at + 1 || surname === undefined || !stands(words, end) || !isNameWord(surname)) return null;
  return person(
    words[at]!.text,
    words
      .slice(at + 1, end + 1)
      .map((word) => word.text)
      .join(' '),
    { next: end + 1 },
  );
}

/** An office right before: in capitals inside the run, or in small letters before it. */
function hasTitle(words: readonly Word[], at: number, start: number): boolean {
  const before = words[at - 1];
  if (before === undefined) return false;
  const isNext = words[at]!.follows;
  if (!isNext && words[at]!.before === '.') return ABBREVIATED.has(before.folded);
  if (!isTitle(before.folded) || before.owns) return false;
  if (isNext) return at > start || before.capitals === 'none' || before.begins;
  // the German foreign minister, Guido Westerwelle
  return words[at]!.before === ',' && stands(words, at + 1) && words[at + 1]!.capitals === 'first';
}
const ABBREVIATED = new Set('mr mrs ms dr prof gen col'.split(' '));

function isNameWord(word: Word): boolean {
  return (
    (word.capitals === 'first' || (word.capitals === 'inner' && acronymOf(word) === '')) &&
    word.text.length > 1 &&
    !/\d/u.test(word.text)
  );
}

function readPhrases(block: BlockToRead, { from, to, into }: Run): void {
  const { words } = block;
  let start = from;
  let end = to;
  while (start < end && (words[start]!.capitals === 'none' || isNoStart(block, start) || isDay(words[start]!.folded)))
    start++;
  while (end > start && (words[end - 1]!.capitals === 'none' || isDay(words[end - 1]!.folded))) end--;
  if (start >= end) return;
  const cut = cutOf(words, start, end);
  if (cut > start) {
    readPhrases(block, { from: start, to: cut, into });
    // Under Secretary of State for Management: an office, no body of that name.
    if (isTitle(words[cut - 1]!.folded) && words[cut + 1]?.folded === 'state') return;
    readPhrases(block, { from: cut, to: end, into });
    return;
  }
  const head = englishHead(words[end - 1]!.folded);
  const isNamed = (words[end]?.quote ?? 0) > words[end - 1]!.quote && /^[«“„"]$/u.test(words[end]!.before);
  // Human Rights Centre “Viasna”: the name is the one in quotation marks.
  if (head !== undefined && isNamed) return;
  const sighting = nameOf(block, { from: start, to: end, last: into.at(-1) });
  if (sighting !== null) into.push(sighting);
}

/** Where a joiner parts two names rather than joining the words of one; `from` where it is one name. */
function cutOf(words: readonly Word[], from: number, to: number): number {
  let hasComplement = false;
  for (let at = from + 1; at < to - 1; at++) {
    const word = words[at]!;
    if (word.capitals !== 'none') {
      if (acronymOf(word) === '' || acronymOf(words[at - 1]!) === '' || words[at - 1]!.capitals === 'none') continue;
      return at;
    }
    const isHead = englishHead(words[at - 1]!.folded) !== undefined;
    const hasHead = words.slice(from, at).some((each) => englishHead(each.folded) !== undefined);
    if (word.folded === 'of' || word.folded === 'for') {
      const isPlace = englishHead(words[at - 1]!.folded)?.type === 'place';
      if (isPlace && word.folded === 'for') return at;
      const isSecond =
        !isPlace && hasComplement && word.folded === 'of' && worldPlaceOf(words[to - 1]!.text, 'en') !== undefined;
      if ((!isHead && at - from > 1 && !hasHead) || isSecond || isTitle(words[at - 1]!.folded)) return at;
      hasComplement = true;
    } else if (word.folded === 'on') {
      if (!isHead) return at;
      hasComplement = true;
    } else if (word.folded === 'and') {
      const behind = words.slice(at + 1, to);
      if (
        behind[0]!.capitals === 'none' ||
        !hasComplement ||
        (isHead && behind.some((each) => englishHead(each.folded) !== undefined))
      )
        return at;
    } else if (word.folded === 'in') {
      if (!hasComplement) return at;
    } else if (words[at - 1]!.capitals !== 'none' && at - from > 1) return at;
  }
  return from;
}

/** One name between `from` and `to`. */
function nameOf(
  { words, place }: BlockToRead,
  { from, to, last }: { from: number; to: number; last: Sighting | undefined },
): Sighting | null {
  let end = to;
  while (end - from > 1 && isLegalForm(words[end - 1]!.folded) && englishHead(words[end - 1]!.folded) === undefined)
    end--;
  let start = from;
  while (end - start > 1 && isLegalForm(words[start]!.folded) && words[start]!.capitals === 'all') start++;
  const isFirm = end < to || start > from;
  const first = words[start]!;
  const begins = first.begins;
  const run = words.slice(start, end);
  const votes = votesBeside(words, { start, end }, isFirm ? { company: 2 } : {});
  if (run.length === 1) {
    const acronym = acronymOf(first);
    if (acronym !== '') {
      const opens = first.before.endsWith('(') && (last?.kind === 'phrase' || last?.kind === 'quoted');
      const isWorld = worldPlaceOf(acronym, 'en') !== undefined;
      const said: Votes = isWorld ? { place: 2 } : Object.keys(votes).length > 0 ? votes : { organisation: 0.5 };
      return { kind: 'acronym', place, text: acronym, votes: said, begins: false, expands: opens ? last : null };
    }
    if (
      first.folded.length < 3 ||
      first.capitals === 'all' ||
      isDay(first.folded) ||
      isTitle(first.folded) ||
      /^\d/u.test(first.text)
    )
      return null;
    const isWorld = worldPlaceOf(first.text, 'en') !== undefined;
    if (!isWorld && (isOfAPeople(first.folded) || englishHead(first.folded) !== undefined || isLegalForm(first.folded)))
      return null;
    return { kind: 'word', place, text: first.text, votes: isWorld ? { place: 3 } : votes, begins, isGoverned: false };
  }
  return phraseOf(run, { place, votes, begins: false });
}

function phraseOf(
  run: readonly Word[],
  about: { place: PhraseSighting['place']; votes: Votes; begins: boolean },
): PhraseSighting | null {
  // U S; SHOUTED WORDS
  if (run.every((word) => word.capitals === 'all' || word.text.length < 2)) return null;
  if (run.every((word) => isTitle(word.folded) || isOfAPeople(word.folded) || isSmallWord(word.folded))) return null;
  if (isTitle(run.at(-1)!.folded) && englishHead(run.at(-1)!.folded) === undefined) return null;
  const joiner = run.findIndex((word, at) => at > 0 && word.capitals === 'none');
  const front = joiner < 0 ? run : run.slice(0, joiner);
  const head = englishHead(front.at(-1)!.folded) ?? englishHead(front[0]!.folded);
  const isBare = front.length === 1 && head !== undefined;
  const behind = run.slice(front.length);
  // Supreme Court of Belarus: the place is whose, the name is the court's; Council of Europe is nothing without.
  const isTail =
    !isBare && behind.length > 0 && worldPlaceOf(run.at(-1)!.text, 'en') !== undefined && behind.length <= 5;
  const core = isTail || isBare ? front : run;
  const tail = isTail || isBare ? behind : [];
  if (isBare && tail.length === 0) return null;
  const text = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');
  const votes: Votes = { ...about.votes };
  if (head !== undefined) votes[head.type] = (votes[head.type] ?? 0) + 1.5;
  else if (Object.keys(votes).length === 0) Object.assign(votes, { organisation: 0.3, company: 0.2 });
  return {
    kind: 'phrase',
    place: about.place,
    core: text(core),
    key: core.map((word) => word.folded).join(' '),
    tail: text(tail),
    needsTail: isBare,
    notion: head?.notion ?? -1,
    votes,
    begins: about.begins,
  };
}

const IN_A_PLACE = new Set('in near at from outside around'.split(' '));

function votesBeside(words: readonly Word[], { start, end }: { start: number; end: number }, votes: Votes): Votes {
  const before = words[start]!.follows ? words[start - 1] : undefined;
  const after = words[end]?.follows === true ? words[end] : undefined;
  if (before !== undefined && before.capitals === 'none' && isCompanyCue(before.folded))
    return { ...votes, company: (votes.company ?? 0) + 1 };
  if (after !== undefined && after.capitals === 'none' && isCompanyCue(after.folded))
    return { ...votes, company: (votes.company ?? 0) + 0.5 };
  if (before !== undefined && IN_A_PLACE.has(before.folded) && end - start === 1)
    return { ...votes, place: (votes.place ?? 0) + 0.6 };
  return votes;
}
