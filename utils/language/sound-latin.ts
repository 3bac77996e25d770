import { A, C, CH, D, E, G, H, I, J, K, O, R, type Reading, S, U, V, W, Z, ZH } from './phonemes';
import { FIXED, type Grapheme, type Sounds } from './latin-graphemes';

/** Most readings kept of one word: later letters lose their variants first. */
const MAX_READINGS = 16;

const VOWEL_LETTERS = 'aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýāăąēĕėęěīĭįıōŏőũūŭůűųœə';

/** All likely ways to say a Latin word (lower case, accents kept), likeliest first, at most `MAX_READINGS`. */
export function readLatin(word: string, most = MAX_READINGS): Reading[] {
  const readings: Reading[] = [{ sounds: [], starts: [], ends: [] }];
  for (let at = 0; at < word.length;) {
    const { letters, readings: options } = graphemeAt(word, at);
    const end = at + letters.length;
    const kept = Math.max(1, Math.min(options.length, Math.floor(most / readings.length)));
    const known = readings.length;
    for (let option = 1; option < kept; option++) {
      for (let i = 0; i < known; i++) {
        const { sounds, starts, ends } = readings[i]!;
        readings.push(
          say({ sounds: sounds.slice(), starts: starts.slice(), ends: ends.slice() }, options[option]!, { at, end }),
        );
      }
    }
    for (let i = 0; i < known; i++) say(readings[i]!, options[0]!, { at, end });
    at = end;
  }
  return readings;
}

function say(reading: Reading, sounds: Sounds, { at, end }: { at: number; end: number }): Reading {
  for (const sound of sounds) {
    reading.sounds.push(sound);
    reading.starts.push(at);
    reading.ends.push(end);
  }
  return reading;
}

/** The fixed graphemes by their first letter, longest first. */
const byFirst = new Map<string, Grapheme[]>();
for (const letters of Object.keys(FIXED).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
  const list = byFirst.get(letters[0]!) ?? [];
  list.push({ letters, readings: FIXED[letters]! });
  byFirst.set(letters[0]!, list);
}

function graphemeAt(word: string, at: number): Grapheme {
  const inContext = contextual(word, at);
  if (inContext !== null) return inContext;
  for (const grapheme of byFirst.get(word[at]!) ?? []) if (word.startsWith(grapheme.letters, at)) return grapheme;
  return { letters: word[at]!, readings: [[]] };
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && letter !== '' && VOWEL_LETTERS.includes(letter);
}

const SOFTENERS = 'eiyéèěíïê';

/** Letters whose sound depends on their neighbours. */
function contextual(word: string, at: number): Grapheme | null {
  const letter = word[at]!;
  const next = word[at + 1] ?? '';
  const before = word[at - 1];
  switch (letter) {
    case 'c':
      return readC(word, at, next);
    case 'g':
      return readG(word, at, next);
    case 'h':
      return readH(next, before);
    case 'x':
      return at === 0 ? one('x', [K, S], [S]) : one('x', [K, S], [K, Z]);
    case 'q':
      return next === 'u' ? { letters: 'qu', readings: [[K], [K, V]] } : null;
    case 'j':
      if (next === 'o' && word[at + 2] === 'h' && at === 0) return one('j', [J], []);
      if (isVowel(next)) return one('j', [], [J], [ZH]);
      return isVowel(before) ? one('j', [], [ZH]) : one('j', [ZH], []);
    case 'y':
      return readY(word, at, next, before);
    case 'i':
      return readI(word, at, next, before);
    case 'u':
      return readU(word, at, next, before);
    case 'w':
      return isVowel(before) && !isVowel(next) ? one('w', [W], [U], []) : null;
    case 'z':
      return readZ(at, next, before);
    case 'd':
      return next === 'g' && SOFTENERS.includes(word[at + 2] ?? '?')
        ? { letters: 'dg', readings: [[J], [D, G]] }
        : null;
    case 'e':
      return readE(word, at, next, before);
    case 'k':
      return at === 0 && next === 'n' ? one('k', [], [K]) : null;
    case 'r':
      return at === 0 && next === 'h' ? { letters: 'rh', readings: [[R]] } : null;
    case 's':
      return next === 'c' && word[at + 2] === 'h'
        ? null
        : next === '' || next === 's'
          ? null
          : isVowel(before) && isVowel(next)
            ? one('s', [S], [Z])
            : null;
    default:
      return null;
  }
}

function one(letters: string, ...readings: Sounds[]): Grapheme {
  return { letters, readings };
}

/** Letters that only Slavic Latin alphabets have: there c is ц everywhere. */
const SLAVIC = /[ŭšžčćśźłńż]/u;

function readC(word: string, at: number, next: string): Grapheme | null {
  if (next === 'h' || next === 'k' || next === 'z') return null;
  if (next !== '' && SOFTENERS.includes(next)) return one('c', [S], [C], [CH]);
  if (next === '' && word[at - 1] === 'i') return one('c', [K], [CH], [C]);
  return SLAVIC.test(word) ? one('c', [K], [C]) : one('c', [K]);
}

function readG(word: string, at: number, next: string): Grapheme | null {
  if (next === 'h') return at > 0 && !isVowel(word[at + 2]) ? { letters: 'gh', readings: [[], [G]] } : null;
  if (next === 'u' && SOFTENERS.includes(word[at + 2] ?? '?'))
    return { letters: 'gu', readings: [[G], [G, U], [G, V]] };
  return next !== '' && SOFTENERS.includes(next) ? one('g', [G], [J], [ZH]) : one('g', [G]);
}

function readH(next: string, before: string | undefined): Grapheme {
  if (before === undefined) return one('h', [H], []);
  if (isVowel(next)) return one('h', [H]);
  return one('h', [], [H]);
}

function readI(word: string, at: number, next: string, before: string | undefined): Grapheme | null {
  if (word.startsWith('igh', at) || (next === 'e' && !isVowel(word[at + 2]) && at + 2 < word.length)) return null;
  if (next === 'i') return { letters: 'ii', readings: [[I]] };
  if (next === 'y' || next === 'j') return { letters: word.slice(at, at + 2), readings: [[I]] };
  if (isVowel(next) || isVowel(before)) return at === 0 ? one('i', [], [A], [I]) : one('i', [], [I]);
  // Ukrainian i in a closed syllable is о or е elsewhere: Lviv, Chernihiv, Rih, Horlivka.
  if (/^i[vrh](?:$|[bcdfgklmnpstvz])/u.test(word.slice(at, at + 3))) return one('i', [I], [O]);
  return isOpen(word, at) ? one('i', [I], [A]) : one('i', [I]);
}

/** An i or y in an open syllable, or at the start, is ай in English names: Mike, Tyler, Ibrox. */
function isOpen(word: string, at: number): boolean {
  if (at === 0) return true;
  const next = word[at + 1];
  return next !== undefined && !isVowel(next) && isVowel(word[at + 2]);
}

function readY(word: string, at: number, next: string, before: string | undefined): Grapheme {
  if (next === 'y' || next === 'i' || next === 'j') return { letters: word.slice(at, at + 2), readings: [[I]] };
  if (isVowel(next) || isVowel(before)) return one('y', []);
  return isOpen(word, at) ? one('y', [I], [A]) : one('y', [I]);
}

function readU(word: string, at: number, next: string, before: string | undefined): Grapheme | null {
  if (at === 0 && !isVowel(next)) return one('u', [W], [U]);
  if (next === 'u') return null;
  if (isVowel(next)) return one('u', [W], [U]);
  if (before !== undefined && 'aeo'.includes(before)) return one('u', [U], [W]);
  return word.length > 2 ? one('u', [U]) : null;
}

function readZ(at: number, next: string, before: string | undefined): Grapheme | null {
  if (next === 'h') return null;
  if (next === 'z') return { letters: 'zz', readings: [[C], [Z]] };
  return before !== undefined && 'lnrt'.includes(before)
    ? one('z', [Z], [C])
    : at === 0
      ? one('z', [Z], [C])
      : one('z', [Z]);
}

/** A final e is silent in English and French names, said in Italian and Slavic ones. */
function readE(word: string, at: number, next: string, before: string | undefined): Grapheme | null {
  const last = at === word.length - 1;
  if (last && before !== undefined && !isVowel(before) && word.length > 3) return one('e', [E], []);
  if (at === word.length - 2 && next === 's' && !isVowel(before) && word.length > 4)
    return { letters: 'es', readings: [[E, S], [S], []] };
  if (next === 'i' || next === 'y') return null;
  return null;
}
