import { foldWord } from '@/utils/language';

/** How a word is written. `inner`: capitals inside too, but not everywhere (ЕврАзЭС, EuroChem). */
export type Capitals = 'none' | 'first' | 'all' | 'inner';

/** A word of a text, with what stands around it. */
export interface Word {
  /** As written, less an English possessive. */
  text: string;
  folded: string;
  capitals: Capitals;
  /** Nothing but a blank parts it from the word before. */
  follows: boolean;
  /** It begins a sentence, a title or a speech: its capital proves nothing. */
  begins: boolean;
  /** Which quotation marks it stands in, by their number in the text; 0 outside. */
  quote: number;
  /** An English possessive was cut: nothing can follow in the same name. */
  owns: boolean;
  /** One capital letter with a full stop: an initial. */
  isInitial: boolean;
  /** What stands right before it, blanks left out; '' for nothing. */
  before: string;
}

/** Longest word, in UTF-16 code units; what is longer is data, not language. */
const MAX_WORD = 60;

// Letters with what is written inside words. Alternatives never overlap, so that matching is linear in the text.
const WORD =
  /U\.[KNS]\.(?:A\.)?|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]*(?:['’ʼ‘\u2010\u2011-][\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]*)*/gu;
const POSSESSIVE = /['’ʼ‘]s$|(?<=s)['’]$/u;
/** One letter, or two that stand for one sound: Ю., Дж., Yu. */
const INITIAL = /^(?:\p{Lu}|Д[жз]|[CKSTZP]h|[YJI][uae]|[DT][zjs])$/u;
const INVISIBLE = /[\u00ad\u200b-\u200d\u0301]/gu;
const ENDS_SENTENCE = /[.!?…](?:[\])"'»”’]*)(?:\s|$)|[\n\r]/u;
const ADDRESS = /https?:|www\.|@|\//u;

/** Cuts a text into its words. Words of addresses (paths, domains, e-mail) are left out. Linear; any string is valid. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  const quotes = newQuotes();
  let begins = true;
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const gap = text.slice(end, index);
    const last = words.at(-1);
    if (gap !== '') {
      const before = last !== undefined && last.isInitial;
      if (ENDS_SENTENCE.test(gap) && !(before && gap.trim() === '.') && !isAbbreviated(last, gap)) begins = true;
      const inside = quotes.now();
      quotes.pass(gap);
      // «Говори правду» may begin with a small word elsewhere; a speech does begin here.
      if (quotes.now() > inside && /[:—–-]\s*[«“"„]/u.test(gap)) begins = true;
    }
    end = index + raw.length;
    if (raw.length > MAX_WORD || isPartOfAddress(text, index, end)) {
      begins = false;
      continue;
    }
    words.push(wordOf(raw, { gap, begins, quote: quotes.now(), next: text[end] ?? '', isFirst: words.length === 0 }));
    begins = false;
  }
  return words;
}

function wordOf(
  raw: string,
  at: { gap: string; begins: boolean; quote: number; next: string; isFirst: boolean },
): Word {
  const clean = INVISIBLE.test(raw) ? raw.replace(INVISIBLE, '') : raw;
  const text = clean.replace(POSSESSIVE, '').replaceAll('.', '');
  return {
    text,
    folded: foldWord(text),
    capitals: capitalsOf(text),
    follows: !at.isFirst && /^[\s\u00a0]+$/u.test(at.gap),
    begins: at.begins,
    quote: at.quote,
    owns: text !== clean,
    isInitial: at.next === '.' && INITIAL.test(text),
    before: at.gap.trim(),
  };
}

function capitalsOf(text: string): Capitals {
  if (text === text.toLowerCase()) return 'none'; // most words: decided without an expression
  if (!/^\p{Lu}/u.test(text)) return /\p{Ll}\p{Lu}/u.test(text) && !/-/u.test(text) ? 'inner' : 'none';
  if (text.length > 1 && !/\p{Ll}/u.test(text)) return 'all';
  return /[\p{Lu}\p{Ll}]\p{Lu}/u.test(text) ? 'inner' : 'first';
}

/** Mr. Smith, г. Минск, St. Petersburg: a short word with a full stop, and a capital behind it, ends no sentence. */
function isAbbreviated(last: Word | undefined, gap: string): boolean {
  return last !== undefined && gap.startsWith('.') && /^\.\s$/u.test(gap) && ABBREVIATIONS.has(last.folded);
}
const ABBREVIATIONS = new Set('mr mrs ms dr st prof gen col lt г гг ул пр им св тов д акад проф вул праф'.split(' '));

/** Follows quotation marks through a text: every opening one has a number. */
function newQuotes(): { now(): number; pass(gap: string): void } {
  const open: number[] = [];
  let count = 0;
  return {
    now: () => open.at(-1) ?? 0,
    pass(gap) {
      for (const [at, sign] of [...gap].entries()) {
        // A German closing mark is the English opening one; a straight one opens where none is open.
        const closes =
          '»”'.includes(sign) || (sign === '“' && open.length > 0 && at === 0) || (sign === '"' && open.length > 0);
        if (closes) open.pop();
        else if ('«“„"'.includes(sign) && open.length < MOST_QUOTES) open.push(++count);
      }
    },
  };
}
const MOST_QUOTES = 3;

/** A word with letters or signs of an address right beside it. */
function isPartOfAddress(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  if ('/@_=&?#'.includes(before) && before !== '' && !/\s/u.test(text[start - 2] ?? ' ')) return true;
  if ('/@_='.includes(after) && after !== '') {
    return ADDRESS.test(
      text
        .slice(Math.max(0, start - 80), end + 1)
        .split(/\s/u)
        .at(-1) ?? '',
    );
  }
  if (before === '.' && /[\p{L}\p{N}]/u.test(text[start - 2] ?? '') && /\p{Ll}/u.test(text[start] ?? '')) return true;
  return after === '.' && /\p{Ll}/u.test(text[end + 1] ?? '') && /[a-z0-9]/u.test(text[end - 1] ?? '');
}
