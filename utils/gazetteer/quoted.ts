import { foldWord, isCompanyCue, isLegalForm } from '@/utils/language';
import { declinedHead, englishHead } from './heads';
import { type BlockToRead, type Grammar, isGoverned, type QuotedSighting, type Votes } from './sighting';
import { isSmallWord } from './small-words';
import { isMadeOfSyllables } from './syllables';
import type { Word } from './words';

/** Longest name in quotation marks, in words; what is longer is somebody's speech. */
const MOST_WORDS = 5;

/** The name that quotation marks open with at this word; null where they hold a speech, a nickname in small letters, or nothing. */
export function quotedAt(
  block: BlockToRead,
  at: number,
  grammar: Grammar,
): { sighting: QuotedSighting; next: number } | null {
  const { words, place } = block;
  const first = words[at]!;
  const depth = first.quote;
  if (depth === 0 || (at > 0 && words[at - 1]!.quote === depth) || first.capitals === 'none') return null;
  let end = at + 1;
  while (end < words.length && words[end]!.quote === depth && end - at <= MOST_WORDS) {
    if (!words[end]!.follows) return null;
    end++;
  }
  const inside = words.slice(at, end);
  if (inside.length > MOST_WORDS || isSpeech(inside, words[end], grammar)) return null;
  const { votes, isNamed } = votesOf(words, at, grammar);
  if (inside.length === 1 && first.folded.length < 3 && !isNamed) return null;
  return {
    sighting: {
      kind: 'quoted',
      place,
      words: inside.map((word) => word.text),
      votes,
      begins: false,
      isGoverned: isGoverned(words, at),
    },
    next: end,
  };
}

/** Marks that close behind a full stop or a comma hold words of somebody; in English a name capitalises all its words. */
function isSpeech(inside: readonly Word[], after: Word | undefined, grammar: Grammar): boolean {
  if (after !== undefined && /^[.,!?…]+[»”"]/u.test(after.before)) return inside.length > 2;
  if (grammar !== 'en') return isSmallWord(inside[0]!.folded) && inside.length > 1;
  return inside.some((word) => word.capitals === 'none' && !isSmallWord(word.folded));
}

/** What stands before the marks says what is inside: завод «Интеграл», ОАО «Пеленг», движение «Говори правду». */
function votesOf(words: readonly Word[], at: number, grammar: Grammar): { votes: Votes; isNamed: boolean } {
  const before = words[at - 1];
  if (before === undefined || /[.!?:;]/u.test(words[at]!.before)) return { votes: plain(words, at), isNamed: false };
  if (isLegalForm(before.folded)) return { votes: { company: 2 }, isNamed: true };
  for (const part of before.text.split('-').reverse()) {
    const folded = foldWord(part);
    const head = grammar === 'en' ? englishHead(folded) : declinedHead(folded, grammar);
    if (head !== undefined) return { votes: { [head.type]: 2 }, isNamed: true };
    if (isCompanyCue(folded)) return { votes: { company: 1.5 }, isNamed: true };
  }
  return { votes: plain(words, at), isNamed: false };
}

/** Without a word beside it a single quoted word is mostly a firm, several may be a movement or a work. */
function plain(words: readonly Word[], at: number): Votes {
  const isSingle = words[at + 1]?.quote !== words[at]!.quote;
  if (!isSingle && isMadeOfSyllables(words[at]!.folded)) return { company: 0.8 };
  return isSingle ? { company: 0.8 } : { organisation: 0.4, other: 0.5 };
}
