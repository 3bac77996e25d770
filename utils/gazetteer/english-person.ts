import { isKnownGiven, isParticle, isPatronymic, isTitle } from '@/utils/language';
import { englishHead } from './heads';
import { type BlockToRead, isNameWord, type PersonSighting, stands } from './sighting';
import { isDay, isOfAPeople, isSmallWord } from './small-words';
import type { Word } from './words';
import { worldPlaceOf } from './world';

/**
 * The person whose name begins at this word of a run of capitals, and the word behind it: a known given name, initials, an office before it,
 * or a surname of a usual shape say so; null where nothing does.
 */
export function englishPersonAt(
  { words, place, isOrdinary }: BlockToRead,
  at: number,
  { start, to }: { start: number; to: number },
): { sighting: PersonSighting; next: number } | null {
  const first = words[at]!;
  if (first.capitals === 'none' || isDay(first.folded) || (isSmallWord(first.folded) && !first.isInitial)) return null;
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
