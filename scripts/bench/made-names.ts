import type { Entity } from '@/utils/model';

/** Random numbers that are the same every time (mulberry32, T. Ettinger). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = {
  en: 'ba be bo bra cha cor da del dor fa fen gar gra ha hen jo ka kel la len lo ma mar mi mor na nel no pa per ra ren ro sa sen sha sto ta tel tho va ven wa wil ya'.split(
    ' ',
  ),
  ru: 'ба бе бо бра ва ве во га гор гра да дол жа жу за зе ка кол кра ла ле ло лу ма ме мо на не но па пе пло ра ре ро са се ско ста та те то тро фе ха це ча ша ще'.split(
    ' ',
  ),
};
const ENDS = {
  en: ['son', 'ton', 'ley', 'man', 'er', 'field', 'ovich', 'enko', 'ov', 'ski', 'well', 'ard'],
  ru: ['ов', 'ев', 'ин', 'енко', 'ский', 'ович', 'чук', 'ко', 'ицкий', 'ян', 'дзе', 'ик'],
};
const GIVENS = {
  en: 'Alan Robert Emma Peter Laura Victor Diana Martin Oscar Sophie Keith Nina Roman Helen Frank Gary'.split(' '),
  ru: 'Олег Игорь Анна Пётр Виктор Ирина Павел Нина Роман Елена Юрий Антон Борис Вера Денис Лидия'.split(' '),
};
/** Words that say nothing, of which `madeArticle` is made. */
export const FILLER = {
  en: 'the of and to in a that is for it was with on as by at from this said would which have had their been were will year more about after government market company plan people new first last week under over between price report talks'.split(
    ' ',
  ),
  ru: 'и в не на что он с как это по но из у за от так же для вы бы до то был уже его ещё при году было были также после компания рынок цена план люди неделя вопрос отчёт встреча правительство сказал заявил между новый первый'.split(
    ' ',
  ),
};

/** Entities with one name each: seven in ten people, the rest companies and places; half of them Cyrillic. */
export function madeEntities(count: number): Entity[] {
  const random = randomFrom(7);
  const seen = new Set<string>();
  const entities: Entity[] = [];
  while (entities.length < count) {
    const script = random() < 0.5 ? 'en' : 'ru';
    const kind = random();
    const word = madeWord(random, script);
    const text =
      kind < 0.7
        ? `${pick(random, GIVENS[script])} ${word}`
        : kind < 0.85
          ? `${word} ${madeWord(random, script)}`
          : word;
    if (seen.has(text)) continue;
    seen.add(text);
    const type = kind < 0.7 ? 'person' : kind < 0.85 ? 'company' : 'place';
    entities.push({
      id: `m${entities.length}`,
      type,
      names: [{ text, lang: script, kind: 'full' }],
      ambiguous: false,
      saidBy: 'archive',
    });
  }
  return entities;
}

let knownNames: Entity[] | undefined;

/** An article: filler words, one word in twelve a name-like word of its own or a name of the list. */
export function madeArticle({ lang, words, seed }: { lang: 'en' | 'ru'; words: number; seed: number }): string {
  const random = randomFrom(1_000 + seed);
  const known = (knownNames ??= madeEntities(2_000)).filter((entity) => entity.names[0]!.lang === lang);
  const out: string[] = [];
  while (out.length < words) {
    const dice = random();
    if (dice < 0.04) out.push(madeWord(random, lang));
    else if (dice < 0.07) out.push(...pick(random, known).names[0]!.text.split(' '));
    else if (dice < 0.13)
      out.push(`${pick(random, FILLER[lang])}.${random() < 0.2 ? '\n' : ''}`, capital(pick(random, FILLER[lang])));
    else out.push(pick(random, FILLER[lang]));
  }
  return out.join(' ');
}

/** People of the list with one letter of the surname left out, put in or another: in its middle, where it counts. */
export function madeTypos(names: readonly string[], count: number): { text: string; name: string; surname: string }[] {
  const random = randomFrom(99);
  const people = names.filter(
    (name) =>
      name.includes(' ') &&
      name.split(' ')[1]!.length > 8 &&
      [...GIVENS.en, ...GIVENS.ru].includes(name.split(' ')[0]!),
  );
  return Array.from({ length: Math.min(count, people.length) }, () => {
    const name = pick(random, people);
    const [given, surname] = name.split(' ') as [string, string];
    const at = 2 + Math.floor(random() * (surname.length - 6));
    const wrong =
      random() < 0.5
        ? surname.slice(0, at) + surname.slice(at + 1)
        : surname.slice(0, at) + surname[at - 1]! + surname.slice(at + 1);
    return { text: `${given} ${wrong}`, name, surname: wrong };
  });
}

const LETTER_CODES = 0x530;
const letters = Uint16Array.from({ length: LETTER_CODES }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /[\p{L}\p{N}]/u.test(letter) ? letter.toLowerCase().charCodeAt(0) : 0;
});

/** The least any matcher pays: walk the characters, fold and hash the words. Gives the number of words, so that nothing is optimised away. */
export function tokenFloor(text: string): number {
  let words = 0;
  let hash = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    const letter = code < LETTER_CODES ? letters[code]! : code;
    if (letter !== 0) hash = Math.imul(hash ^ letter, 0x01000193);
    else if (hash !== 0) {
      words++;
      hash = 0;
    }
  }
  return words;
}

function madeWord(random: () => number, script: 'en' | 'ru'): string {
  const syllables = 2 + Math.floor(random() * 2);
  let word = '';
  for (let i = 0; i < syllables; i++) word += pick(random, SYLLABLES[script]);
  return capital(word + pick(random, ENDS[script]));
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}
