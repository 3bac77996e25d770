import { isCompanyCue, isLegalForm, isTitle } from '@/utils/language';
import { englishHead } from './heads';
import { acronymOf, type BlockToRead, type PhraseSighting, type Sighting, type Votes } from './sighting';
import { isDay, isOfAPeople, isSmallWord } from './small-words';
import { isMadeOfSyllables } from './syllables';
import type { Word } from './words';
import { worldPlaceOf } from './world';

/** Where a joiner parts two names rather than joining the words of one; `from` where it is one name. */
export function cutOf(words: readonly Word[], from: number, to: number): number {
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
      const isWhose = word.folded === 'of' && isHead && at - from > 1 && isWorldBehind(words, at + 1, to);
      if (isWhose) return at;
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

/** Supreme Court of [the Republic of] Belarus: the place says whose court it is. */
function isWorldBehind(words: readonly Word[], from: number, to: number): boolean {
  return (
    worldPlaceOf(words[to - 1]!.text, 'en') !== undefined &&
    words
      .slice(from, to - 1)
      .every(({ folded, capitals }) => capitals === 'none' || englishHead(folded)?.type === 'place')
  );
}

/** One name between `from` and `to`. */
export function englishNameOf(
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
    if (isMadeOfSyllables(first.folded) || first.capitals === 'inner')
      votes.organisation = (votes.organisation ?? 0) + 0.6;
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
