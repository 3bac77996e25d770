import { isKnownGiven, isTitle } from '@/utils/language';
import { englishPersonAt } from './english-person';
import { cutOf, englishNameOf } from './english-phrase';
import { englishHead } from './heads';
import { quotedAt } from './quoted';
import { type BlockToRead, type Sighting, stands } from './sighting';
import { isDay, isSmallWord } from './small-words';
import type { Word } from './words';

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
  if (block.place.block === 0 && isTitleCase(words)) return [];
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

/** A title Where Every Word Has a Capital: there a capital proves nothing. */
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
    const person = englishPersonAt(block, here, { start: at, to });
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
  if (word.isInitial) return false;
  if (isSmallWord(word.folded) && (word.begins || word.text.length < 4)) return true;
  return word.begins && block.isOrdinary(word) && !isKnownGiven(word.folded) && englishHead(word.folded) === undefined;
}

/** Where the titles right before a person begin: "Deputy Prime Minister Igor Sechin". */
function titlesBefore(words: readonly Word[], { from, to }: { from: number; to: number }): number {
  const isTitled = words.slice(from, to).some((word) => isTitle(word.folded) && word.capitals !== 'none');
  return isTitled ? from : to;
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
  const sighting = englishNameOf(block, { from: start, to: end, last: into.at(-1) });
  if (sighting !== null) into.push(sighting);
}
