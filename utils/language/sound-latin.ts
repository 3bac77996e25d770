import { A, C, CH, D, E, G, H, I, J, K, MOST_LETTERS_READ, O, R, type Reading, S, spelt } from './phonemes';
import { U, V, W, Z, ZH } from './phonemes';
import { FIXED, type Grapheme, type Sounds } from './latin-graphemes';

/** Most readings kept of one word: later letters lose their variants first. */
const MAX_READINGS = 16;

/** All likely ways to say a Latin word (lower case, accents kept), likeliest first, at most `MAX_READINGS`. */
export function readLatin(word: string, most = MAX_READINGS): Reading[] {
  const readings: Reading[] = [[]];
  const length = Math.min(word.length, MOST_LETTERS_READ);
  for (let at = 0; at < length;) {
    const { letters, readings: options } = graphemeAt(word, at);
    const end = at + letters.length;
    const known = readings.length;
    const kept = known === 1 ? Math.min(options.length, most) : Math.min(options.length, Math.floor(most / known));
    for (let option = 1; option < kept; option++)
      for (let i = 0; i < known; i++) {
        const other = readings[i]!.slice();
        say(other, options[option]!, at, end);
        readings.push(other);
      }
    for (let i = 0; i < known; i++) say(readings[i]!, options[0]!, at, end);
    at = end;
  }
  return readings;
}

function say(reading: Reading, sounds: Sounds, at: number, end: number): void {
  for (let i = 0; i < sounds.length; i++) reading.push(spelt(sounds[i]!, at, end));
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
  const fixed = byFirst.get(word[at]!);
  if (fixed !== undefined)
    for (const grapheme of fixed)
      if (grapheme.letters.length === 1 || word.startsWith(grapheme.letters, at)) return grapheme;
  return SILENT;
}

/** A letter that says nothing. */
const SILENT: Grapheme = { letters: ' ', readings: [[]] };

const vowels = new Set('aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýāăąēĕėęěīĭįıōŏőũūŭůűųœə');

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && vowels.has(letter);
}

/** Letters in context, made once: reading a word makes none. */
const X_AS_KS_OR_S = one('x', [K, S], [S]);
const X_AS_KS_OR_KZ = one('x', [K, S], [K, Z]);
const J_AS_J_OR_NOTHING = one('j', [J], []);
const J_AS_NOTHING_OR_J_OR_ZH = one('j', [], [J], [ZH]);
const J_AS_NOTHING_OR_ZH = one('j', [], [ZH]);
const J_AS_ZH_OR_NOTHING = one('j', [ZH], []);
const W_AS_W_OR_U_OR_NOTHING = one('w', [W], [U], []);
const K_AS_NOTHING_OR_K = one('k', [], [K]);
const S_AS_S_OR_Z = one('s', [S], [Z]);
const C_AS_S_OR_C_OR_CH = one('c', [S], [C], [CH]);
const C_AS_K_OR_CH_OR_C = one('c', [K], [CH], [C]);
const C_AS_K_OR_C = one('c', [K], [C]);
const C_AS_K = one('c', [K]);
const G_AS_G_OR_J_OR_ZH = one('g', [G], [J], [ZH]);
const G_AS_G = one('g', [G]);
const H_AS_H_OR_NOTHING = one('h', [H], []);
const H_AS_H = one('h', [H]);
const H_AS_NOTHING_OR_H = one('h', [], [H]);
const I_AS_NOTHING_OR_A_OR_I = one('i', [], [A], [I]);
const I_AS_NOTHING_OR_I = one('i', [], [I]);
const I_AS_I_OR_O = one('i', [I], [O]);
const I_AS_I_OR_A = one('i', [I], [A]);
const I_AS_I = one('i', [I]);
const Y_AS_NOTHING = one('y', []);
const Y_AS_I_OR_A = one('y', [I], [A]);
const Y_AS_I = one('y', [I]);
const U_AS_W_OR_U = one('u', [W], [U]);
const U_AS_U_OR_W = one('u', [U], [W]);
const U_AS_U = one('u', [U]);
const Z_AS_Z_OR_C = one('z', [Z], [C]);
const Z_AS_Z = one('z', [Z]);
const E_AS_E_OR_NOTHING = one('e', [E], []);
const QU_AS_K_OR_KV = one('qu', [K], [K, V]);
const DG_AS_J_OR_DG = one('dg', [J], [D, G]);
const RH_AS_R = one('rh', [R]);
const GH_AS_NOTHING_OR_G = one('gh', [], [G]);
const GU_AS_G_OR_GU_OR_GV = one('gu', [G], [G, U], [G, V]);
const II_AS_I = one('ii', [I]);
const ZZ_AS_C_OR_Z = one('zz', [C], [Z]);
const ES_AS_ES_OR_S_OR_NOTHING = one('es', [E, S], [S], []);

function one(letters: string, ...readings: Sounds[]): Grapheme {
  return { letters, readings };
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
      return at === 0 ? X_AS_KS_OR_S : X_AS_KS_OR_KZ;
    case 'q':
      return next === 'u' ? QU_AS_K_OR_KV : null;
    case 'j':
      if (next === 'o' && word[at + 2] === 'h' && at === 0) return J_AS_J_OR_NOTHING;
      if (isVowel(next)) return J_AS_NOTHING_OR_J_OR_ZH;
      return isVowel(before) ? J_AS_NOTHING_OR_ZH : J_AS_ZH_OR_NOTHING;
    case 'y':
      return readY(word, at, next, before);
    case 'i':
      return readI(word, at, next, before);
    case 'u':
      return readU(word, at, next, before);
    case 'w':
      return isVowel(before) && !isVowel(next) ? W_AS_W_OR_U_OR_NOTHING : null;
    case 'z':
      return readZ(at, next, before);
    case 'd':
      return next === 'g' && SOFTENERS.includes(word[at + 2] ?? '?') ? DG_AS_J_OR_DG : null;
    case 'e':
      return readE(word, at, next, before);
    case 'k':
      return at === 0 && next === 'n' ? K_AS_NOTHING_OR_K : null;
    case 'r':
      return at === 0 && next === 'h' ? RH_AS_R : null;
    case 's':
      return next === 'c' && word[at + 2] === 'h'
        ? null
        : next === '' || next === 's'
          ? null
          : isVowel(before) && isVowel(next)
            ? S_AS_S_OR_Z
            : null;
    default:
      return null;
  }
}

/** Letters that only Slavic Latin alphabets have: there c is ц everywhere. */
const SLAVIC = /[ŭšžčćśźłńż]/u;

function readC(word: string, at: number, next: string): Grapheme | null {
  if (next === 'h' || next === 'k' || next === 'z') return null;
  if (next !== '' && SOFTENERS.includes(next)) return C_AS_S_OR_C_OR_CH;
  if (next === '' && word[at - 1] === 'i') return C_AS_K_OR_CH_OR_C;
  return SLAVIC.test(word) ? C_AS_K_OR_C : C_AS_K;
}

function readG(word: string, at: number, next: string): Grapheme | null {
  if (next === 'h') return at > 0 && !isVowel(word[at + 2]) ? GH_AS_NOTHING_OR_G : null;
  if (next === 'u' && SOFTENERS.includes(word[at + 2] ?? '?')) return GU_AS_G_OR_GU_OR_GV;
  return next !== '' && SOFTENERS.includes(next) ? G_AS_G_OR_J_OR_ZH : G_AS_G;
}

function readH(next: string, before: string | undefined): Grapheme {
  if (before === undefined) return H_AS_H_OR_NOTHING;
  if (isVowel(next)) return H_AS_H;
  return H_AS_NOTHING_OR_H;
}

function readI(word: string, at: number, next: string, before: string | undefined): Grapheme | null {
  if (word.startsWith('igh', at) || (next === 'e' && !isVowel(word[at + 2]) && at + 2 < word.length)) return null;
  if (next === 'i') return II_AS_I;
  if (next === 'y' || next === 'j') return { letters: word.slice(at, at + 2), readings: [[I]] };
  if (isVowel(next) || isVowel(before)) return at === 0 ? I_AS_NOTHING_OR_A_OR_I : I_AS_NOTHING_OR_I;
  // Ukrainian i in a closed syllable is о or е elsewhere: Lviv, Chernihiv, Rih, Horlivka.
  if (/^i[vrh](?:$|[bcdfgklmnpstvz])/u.test(word.slice(at, at + 3))) return I_AS_I_OR_O;
  return isOpen(word, at) ? I_AS_I_OR_A : I_AS_I;
}

/** An i or y in an open syllable, or at the start, is ай in English names: Mike, Tyler, Ibrox. */
function isOpen(word: string, at: number): boolean {
  if (at === 0) return true;
  const next = word[at + 1];
  return next !== undefined && !isVowel(next) && isVowel(word[at + 2]);
}

function readY(word: string, at: number, next: string, before: string | undefined): Grapheme {
  if (next === 'y' || next === 'i' || next === 'j') return { letters: word.slice(at, at + 2), readings: [[I]] };
  if (isVowel(next) || isVowel(before)) return Y_AS_NOTHING;
  return isOpen(word, at) ? Y_AS_I_OR_A : Y_AS_I;
}

function readU(word: string, at: number, next: string, before: string | undefined): Grapheme | null {
  if (at === 0 && !isVowel(next)) return U_AS_W_OR_U;
  if (next === 'u') return null;
  if (isVowel(next)) return U_AS_W_OR_U;
  if (before !== undefined && 'aeo'.includes(before)) return U_AS_U_OR_W;
  return word.length > 2 ? U_AS_U : null;
}

function readZ(at: number, next: string, before: string | undefined): Grapheme | null {
  if (next === 'h') return null;
  if (next === 'z') return ZZ_AS_C_OR_Z;
  return before !== undefined && 'lnrt'.includes(before) ? Z_AS_Z_OR_C : at === 0 ? Z_AS_Z_OR_C : Z_AS_Z;
}

/** A final e is silent in English and French names, said in Italian and Slavic ones. */
function readE(word: string, at: number, next: string, before: string | undefined): Grapheme | null {
  const last = at === word.length - 1;
  if (last && before !== undefined && !isVowel(before) && word.length > 3) return E_AS_E_OR_NOTHING;
  if (at === word.length - 2 && next === 's' && !isVowel(before) && word.length > 4) return ES_AS_ES_OR_S_OR_NOTHING;
  if (next === 'i' || next === 'y') return null;
  return null;
}
