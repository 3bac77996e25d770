import type { Entity } from '@/utils/model';
import type { SearchableBrief } from '@/utils/search';
import { randomFrom } from './made-names';

/** A brief made by code, with what is needed to ask for it. */
export interface MadeBrief {
  brief: SearchableBrief;
  /** Its words as made: the lemma times MOST_ENDINGS, plus the ending. Kept as numbers: at 100,000 briefs there are 23 million. */
  tokens: Uint32Array;
  entities: readonly Entity[];
}

const LANGUAGES = ['en', 'ru', 'be'] as const;
type Language = (typeof LANGUAGES)[number];

/** Lemmas of a language; drawn as 1/rank, as words of real texts are. */
const LEMMAS = 20_000;
const WORDS = { title: 7, summary: 25, body: 200 } as const;
/** An entity is declared by some six briefs, as in an archive of years. */
const BRIEFS_AN_ENTITY = 6;
const ENTITIES_A_BRIEF = 3;

const SYLLABLES: Readonly<Record<Language, readonly string[]>> = {
  en: 'ba be bri ca con cre da dem do fa fer fin ga gen gra ha hel in jo ka lam le lin ma mer mo na nel no pa per pro ra ren ri sa ser so ta ten tri un va ven wa wil ze'.split(' '), // prettier-ignore
  ru: 'ба бе бра ва ве вла га гор гру да дел до за зем ка кол кра ла ле ли ма мер мо на не но об па пер про ра ре ро са сел сто та тер тру у фа хо ца че ша'.split(' '), // prettier-ignore
  be: 'ба бе бра ва ве ўла га гар гру да дзе до за зям ка кал кра ла ле лі ма мер мо на не но аб па пер пра ра рэ ро са сел ста та тэр тру у фа хо ца чэ ша'.split(' '), // prettier-ignore
};
const LAST = { en: 'b d g k l m n p r t v'.split(' '), ru: 'б в г д з к л м н п р с т'.split(' '), be: 'б в г д з к л м н п р с т'.split(' ') }; // prettier-ignore

/** Paradigms: the endings of one lemma. */
const PARADIGMS: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  en: [
    ['', 's'],
    ['', 's', 'ed', 'ing'],
    ['', 'ly'],
    ['er', 'ers'],
    ['ation', 'ations'],
  ],
  ru: [
    ['', 'а', 'у', 'ом', 'е', 'ы', 'ов', 'ам', 'ами', 'ах'],
    ['а', 'ы', 'е', 'у', 'ой', 'ам', 'ами', 'ах'],
    ['ый', 'ого', 'ому', 'ым', 'ая', 'ой', 'ую', 'ые', 'ых', 'ыми'],
    ['ать', 'ал', 'ала', 'али', 'ает', 'ают'],
    ['ение', 'ения', 'ению', 'ением', 'ений', 'ениями'],
  ],
  be: [
    ['', 'а', 'у', 'ам', 'е', 'ы', 'аў', 'амі', 'ах'],
    ['а', 'ы', 'е', 'у', 'ай', 'ам', 'амі', 'ах'],
    ['ы', 'ага', 'аму', 'ым', 'ая', 'ай', 'ую', 'ыя', 'ых', 'ымі'],
    ['аць', 'аў', 'ала', 'алі', 'ае', 'аюць'],
    ['энне', 'эння', 'энню', 'эннем', 'энняў', 'эннямі'],
  ],
};

/** Given names and surnames in three scripts, cut from the same syllables. */
const NAME_SYLLABLES = ['ба ba ба', 'го go га', 'ро ro ра', 'ми mi мі', 'ла la ла', 'ду du ду', 'ве ve ве', 'ни ni ні', 'ка ka ка', 'со so са', 'ту tu ту', 'зе ze зе', 'ры ry ры', 'ло lo ла', 'ма ma ма'].map((row) => row.split(' ')); // prettier-ignore
const NAME_ENDS = ['ров rov роў', 'нин nin нін', 'ский sky скі', 'вич vich віч', 'ленко lenko ленка', 'чук chuk чук', 'лин lin лін'].map((row) => row.split(' ')); // prettier-ignore

/** Briefs and entities, always the same for a number; a third in each language, each brief a group of its own. */
export function madeBriefs(count: number): { briefs: MadeBrief[]; entities: Entity[] } {
  const random = randomFrom(11);
  const entities = madeEntities(random, Math.ceil((count * ENTITIES_A_BRIEF) / BRIEFS_AN_ENTITY));
  const lexica = Object.fromEntries(LANGUAGES.map((language) => [language, madeLexicon(random, language)]));
  const briefs = Array.from({ length: count }, (_, number): MadeBrief => {
    const language = LANGUAGES[number % LANGUAGES.length]!;
    const declared = Array.from({ length: ENTITIES_A_BRIEF }, () => entities[Math.floor(random() * entities.length)]!);
    const tokens: number[] = [];
    const text = (words: number): string => Array.from({ length: words }, () => drawn(random, { lexicon: lexica[language]!, tokens })).join(' '); // prettier-ignore
    const named = declared.map((entity) => entity.names.find((name) => name.lang === language)!.text);
    const brief: SearchableBrief = {
      id: `made/${String(number).padStart(6, '0')}`,
      archiveId: 'made',
      group: `made/${String(number).padStart(6, '0')}`,
      lang: language,
      week: { from: '2012-10-22', to: '2012-10-28' },
      date: null,
      title: text(WORDS.title),
      situation: null,
      summary: `${named[0]!} ${text(WORDS.summary)}`,
      entities: [...new Set(declared.map(({ id }) => id))],
      body: named.map((name) => ({ kind: 'paragraph', spans: [{ text: `${name} ${text(Math.round(WORDS.body / named.length))}.` }] })), // prettier-ignore
    };
    return { brief, tokens: Uint32Array.from(new Set(tokens)), entities: declared };
  });
  return { briefs, entities };
}

interface Lemma {
  stem: string;
  endings: readonly string[];
}

/** More than any paradigm has. */
export const MOST_ENDINGS = 16;

/** A word as it was made. */
export function formOf(lang: string, token: number): string {
  const { stem, endings } = lexicon.get(lang)![Math.floor(token / MOST_ENDINGS)]!;
  return stem + endings[token % MOST_ENDINGS]!;
}

/** Every form that the lemma of a word may take, as tokens. */
export function formsOfLemma(lang: string, token: number): number[] {
  const first = token - (token % MOST_ENDINGS);
  return lexicon.get(lang)![first / MOST_ENDINGS]!.endings.map((_, ending) => first + ending);
}
const lexicon = new Map<string, readonly Lemma[]>();

function madeLexicon(random: () => number, language: Language): readonly Lemma[] {
  const stems = new Set<string>();
  while (stems.size < LEMMAS) {
    const syllables = Array.from({ length: 2 + Math.floor(random() * 3) }, () => picked(random, SYLLABLES[language]));
    stems.add(syllables.join('') + picked(random, LAST[language]));
  }
  const lemmas = Array.from(stems, (stem) => ({ stem, endings: picked(random, PARADIGMS[language]) }));
  lexicon.set(language, lemmas);
  return lemmas;
}

function drawn(random: () => number, from: { lexicon: readonly Lemma[]; tokens: number[] }): string {
  const rank = Math.min(LEMMAS - 1, Math.floor(Math.exp(random() * Math.log(LEMMAS))));
  const { stem, endings } = from.lexicon[rank]!;
  const ending = Math.floor(random() * endings.length);
  from.tokens.push(rank * MOST_ENDINGS + ending);
  return stem + endings[ending]!;
}

function madeEntities(random: () => number, count: number): Entity[] {
  const known = new Set<string>();
  const entities: Entity[] = [];
  while (entities.length < count) {
    const parts = [picked(random, NAME_SYLLABLES), picked(random, NAME_SYLLABLES), picked(random, NAME_SYLLABLES), picked(random, NAME_ENDS)]; // prettier-ignore
    const given = [picked(random, NAME_SYLLABLES), picked(random, NAME_SYLLABLES)];
    const text = (script: number): string => [given, parts].map((word) => capital(word.map((part) => part[script]!).join(''))).join(' '); // prettier-ignore
    if (known.has(text(1))) continue;
    known.add(text(1));
    const names = (['ru', 'en', 'be'] as const).map((lang, script) => ({
      text: text(script),
      lang,
      kind: 'full' as const,
    }));
    entities.push({ id: `made/e${entities.length}`, type: 'person', names, ambiguous: false, saidBy: 'archive' });
  }
  return entities;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function picked<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}
