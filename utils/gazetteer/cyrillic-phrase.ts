import { isKnownGiven, isTitle } from '@/utils/language';
import { type Adjective, adjectiveOf, casesWith, nominativeOf } from './cyrillic-adjective';
import { type Cyrillic, type Gender, readingsOf } from './declension';
import { declinedHead } from './heads';
import { acronymOf, type BlockToRead, type PhraseSighting, stands, type Votes } from './sighting';
import { isSmallWord } from './small-words';
import type { Word } from './words';
import { worldPlaceOf } from './world';

/** Most adjectives before a noun, and most words behind it. */
const MOST_ADJECTIVES = 4;
const LONGEST_TAIL = 7;

interface Noun {
  lemma: string;
  gender: Gender;
  notion: number;
  votes: Votes;
}

/**
 * A name that begins with a capital and goes on in small letters, as Russian and Belarusian write organisations: Единое экономическое
 * пространство, Палата представителей, Мозырский НПЗ. Adjectives agree with their noun; what follows in the genitive or behind a
 * preposition is its tail. Null where no such name begins here.
 */
export function readPhrase(
  block: BlockToRead,
  at: number,
  lang: Cyrillic,
): { sighting: PhraseSighting; next: number } | null {
  const { words, place } = block;
  const first = words[at]!;
  if (first.capitals !== 'first' || first.text.length < 3 || worldPlaceOf(first.text, lang) !== undefined) return null;
  if (isKnownGiven(first.folded)) return null;
  const adjectives: Adjective[] = [];
  let end = at;
  while (end - at < MOST_ADJECTIVES && (end === at || stands(words, end))) {
    const word = words[end]!;
    const noun = declinedHead(word.folded, lang);
    const adjective = noun === undefined && !isSmallWord(word.folded) ? adjectiveOf(word.text, lang) : null;
    if (adjective === null || word.quote !== first.quote) break;
    adjectives.push(adjective);
    end++;
  }
  const word = words[end];
  if (word === undefined || word.quote !== first.quote || (end > at && !stands(words, end))) return null;
  const noun = nounOf(word, { lang, adjectives });
  if (noun === null) return null;
  // Правозащитный центр «Весна»: the name is the one in quotation marks.
  if (noun.notion >= 0 && (words[end + 1]?.quote ?? 0) > word.quote && /^[«“„"]$/u.test(words[end + 1]!.before))
    return null;
  const isAlone = adjectives.length === 0;
  if (isAlone && isTitle(first.folded)) return null;
  const tail = tailAfter(words, end, { lang, isAlone });
  if (isAlone && tail.length === 0) return null;
  const shown = adjectives.map((adjective) => nominativeOf(adjective, noun.gender, lang));
  const isCapital = word.capitals === 'first' && !isAlone;
  const lemma = isAlone || isCapital ? noun.lemma[0]!.toUpperCase() + noun.lemma.slice(1) : noun.lemma;
  return {
    sighting: {
      kind: 'phrase',
      place,
      core: [...shown, lemma].join(' '),
      key: [...adjectives.map(({ stem }) => stem.toLowerCase()), noun.lemma.toLowerCase()].join(' '),
      tail: tail.join(' '),
      needsTail: isAlone,
      notion: noun.notion,
      votes: noun.votes,
      begins: first.begins,
    },
    next: end + 1 + tail.length,
  };
}

/** The noun of a name: one of the table, an acronym that is one (АЭС), or any noun that agrees with its capitalised adjective. */
function nounOf(word: Word, { lang, adjectives }: { lang: Cyrillic; adjectives: readonly Adjective[] }): Noun | null {
  const agrees = (gender: Gender): number => adjectives.reduce((cases, each) => cases & casesWith(each, gender), 63);
  const head = declinedHead(word.folded, lang);
  if (head !== undefined) {
    if (agrees(head.gender) === 0 && agrees('p') === 0) return null;
    return { lemma: head.lemma, gender: head.gender, notion: head.notion, votes: { [head.type]: 1.5 } };
  }
  if (adjectives.length === 0) return null;
  const acronym = acronymOf(word);
  if (acronym !== '') {
    const gender = (['m', 'f', 'n'] as const).find((each) => agrees(each) !== 0);
    return gender === undefined
      ? null
      : { lemma: acronym, gender, notion: -1, votes: { organisation: 0.6, company: 0.5 } };
  }
  if (isKnownGiven(word.folded)) return null;
  if (word.capitals === 'all' || word.folded.length < 4 || isSmallWord(word.folded) || isTitle(word.folded))
    return null;
  if (word.capitals === 'none' && VERB[lang].test(word.folded)) return null;
  const readings = readingsOf(word.text, lang)
    .filter((reading) => (reading.cases & agrees(reading.gender)) !== 0 && reading.cases !== 63)
    .sort((a, b) => b.weight - a.weight || (a.lemma < b.lemma ? -1 : 1));
  const best = readings[0];
  if (best === undefined || worldPlaceOf(best.lemma, lang) !== undefined) return null;
  const votes: Votes = word.capitals === 'first' ? { place: 0.6 } : { organisation: 0.4, event: 0.2 };
  return { lemma: best.lemma, gender: best.gender, notion: -1, votes };
}

/** Verbs in the past and the infinitive, which an endingless noun is easily taken for. */
const VERB: Readonly<Record<Cyrillic, RegExp>> = {
  ru: /(?:[аяеиоуы]л(?:а|о|и)?|[аяеиоуы]л(?:ся|ась|ось|ись)|[аяеиуы]ть(?:ся)?|[еи]т|[ую]т|[ая]т|[еи]тся|[ую]тся|[ая]тся)$/u,
  be: /(?:[аяеіуыо]ў(?:ся)?|[аяеіуы]л(?:а|о|і)(?:ся)?|[аяеіуы]ць|[еіы]цца|[ую]ць|[ую]цца|ае|уе|юе)$/u,
};

const PREPOSITIONS = new Set('по за о об обо для против па аб дзеля супраць'.split(' '));
const GENITIVE: Readonly<Record<Cyrillic, RegExp>> = {
  ru: /(?:ов|ев|ей|ий|ы|и|а|я|ь)$/u,
  be: /(?:аў|яў|оў|ей|ы|і|а|я)$/u,
};
const GENITIVE_ADJECTIVE: Readonly<Record<Cyrillic, RegExp>> = {
  ru: /(?:ых|их|ой|ей|ого|его)$/u,
  be: /(?:ых|іх|ай|яй|ага|яга)$/u,
};

/** Words behind the noun that may belong to the name, as written. */
function tailAfter(
  words: readonly Word[],
  noun: number,
  { lang, isAlone }: { lang: Cyrillic; isAlone: boolean },
): string[] {
  const tail: string[] = [];
  let at = noun + 1;
  const take = (count: number): void => {
    for (const word of words.slice(at, at + count)) tail.push(word.text);
    at += count;
  };
  while (stands(words, at) && tail.length < LONGEST_TAIL && words[at]!.quote === words[noun]!.quote) {
    const word = words[at]!;
    if (word.capitals !== 'none') {
      const isPart = acronymOf(word) !== '' || (isAlone && tail.length === 0 && isGenitiveName(word, lang));
      if (!isPart) break;
      take(1);
      continue;
    }
    if (PREPOSITIONS.has(word.folded)) {
      const length = objectOf(words, at + 1, lang);
      if (length === 0) break;
      take(1 + length);
      continue;
    }
    const next = words[at + 1];
    if (
      GENITIVE_ADJECTIVE[lang].test(word.folded) &&
      word.folded.length > 4 &&
      next?.capitals === 'none' &&
      stands(words, at + 1) &&
      (GENITIVE[lang].test(next.folded) || /(?:ых|их|іх)$/u.test(word.folded))
    ) {
      take(2);
      continue;
    }
    if (
      !isAlone ||
      tail.length > 0 ||
      !GENITIVE[lang].test(word.folded) ||
      isSmallWord(word.folded) ||
      word.folded.length < 4
    )
      break;
    take(1);
  }
  return tail;
}

/** Words of the object of a preposition: правам человека, безопасности и сотрудничеству в Европе. 0 for none. */
function objectOf(words: readonly Word[], from: number, lang: Cyrillic): number {
  let at = from;
  const isSmall = (place: number): boolean =>
    stands(words, place) &&
    words[place]!.capitals === 'none' &&
    words[place]!.folded.length > 3 &&
    !isSmallWord(words[place]!.folded);
  if (!isSmall(at)) return 0;
  at++;
  if (isSmall(at) && (GENITIVE[lang].test(words[at]!.folded) || adjectiveOf(words[at - 1]!.text, lang) !== null)) at++;
  if (/^(?:и|і)$/u.test(words[at]?.folded ?? '') && isSmall(at + 1)) at += 2;
  if (
    /^(?:в|у|ў)$/u.test(words[at]?.folded ?? '') &&
    words[at + 1] !== undefined &&
    worldPlaceOf(words[at + 1]!.text, lang) !== undefined
  )
    at += 2;
  return at - from;
}

function isGenitiveName(word: Word, lang: Cyrillic): boolean {
  return GENITIVE[lang].test(word.folded) && word.capitals === 'first';
}
