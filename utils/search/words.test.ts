import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfText, compareBytes, textOfBytes } from './bytes';
import { eachWord, wordsOf } from './fold';
import { readingsOf, soundsAlike } from './name-key';
import { stemmedLanguageOf, stemOf, type StemmedLanguage } from './stem';

describe('wordsOf', () => {
  it.each<[string, string[]]>([
    ['Rogozin’s visit', ['rogozin', 'visit']],
    ["the Russians' plan", ['the', 'russians', 'plan']],
    ['Ещё ёлка', ['еще', 'елка']],
    ['Ўрад у Ўфе, аб’ект', ['урад', 'у', 'уфе', 'абект']],
    ['казаў', ['казаў']],
    ['военно-промышленный', ['военно', 'промышленный']],
    ['Łukaszenka, Žodzina', ['lukaszenka', 'zodzina']],
    ['Сан\u0301кции', ['санкции']],
    ['и\u0306 у\u0306 зай\u0306', ['й', 'у', 'зай']],
    ['Бела\u00adрусь', ['беларусь']],
    ['158 чыноўнікаў', ['158', 'чыноўнікаў']],
    ['…— «»', []],
    ['', []],
  ])('%s', (text, words) => expect(wordsOf(text)).toEqual(words));

  it('says where each word stands', () => {
    const text = 'Аб’ект: Rogozin’s.';
    const places: string[] = [];
    eachWord(text, (_, start, end) => places.push(text.slice(start, end)));
    expect(places).toEqual(['Аб’ект', 'Rogozin’s']);
  });

  it('folds what it folded to the same, and takes any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = wordsOf(text);
        for (const word of words) expect(word).not.toBe('');
        expect(wordsOf(words.join(' '))).toEqual(words);
      }),
    );
  });
});

describe('stemOf joins', () => {
  it.each<[StemmedLanguage, string]>([
    ['en', 'weapon weapons'],
    ['en', 'decide decided deciding decides'],
    ['ru', 'рогозин рогозина рогозину рогозиным рогозине'],
    ['ru', 'программа программы программе программу программой программах'],
    ['ru', 'белорусский белорусского белорусскому белорусская белорусские'],
    ['be', 'рагозін рагозіна рагозіну рагозіным рагозіне'],
    ['be', 'праграма праграмы праграме праграму праграмай праграмамі праграмах'],
    ['be', 'рэспубліка рэспублікі рэспубліцы рэспубліку рэспублікай'],
    ['be', 'савет савета савеце савету саветам саветаў саветамі'],
    ['be', 'горад горада горадзе гораду'],
    ['be', 'кампанія кампаніі кампанію кампаніяй кампаній кампаніямі'],
    ['be', 'сітуацыя сітуацыі сітуацыю сітуацыяй'],
    ['be', 'беларускі беларускага беларускаму беларуская беларускую беларускія беларускіх'],
    ['be', 'казаць казаў казала казалі'],
    ['be', 'сустрэўся сустрэлася сустрэліся'],
    ['be', 'рэклама рэкламу рэкламы'],
    ['be', 'новы новага новаму новая новай новую новыя новых новымі'],
  ])('%s: %s', (language, words) => {
    expect(new Set(words.split(' ').map((word) => stemOf(language, word))).size).toBe(1);
  });

  it.each<[StemmedLanguage, string]>([
    ['ru', 'снопков снопковский'],
    ['be', 'беларус беларускі'],
    ['be', 'газ год гэты'],
    ['be', 'мінск міністр'],
    ['be', 'савет савецкі'],
  ])('but not %s: %s', (language, words) => {
    const list = words.split(' ');
    expect(new Set(list.map((word) => stemOf(language, word))).size).toBe(list.length);
  });

  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['RU', 'ru'],
    ['be-tarask', 'be'],
    ['eng', null],
    ['uk', null],
    ['', null],
  ])('the language of %j', (tag, language) => expect(stemmedLanguageOf(tag)).toBe(language));
});

describe('a name sounds', () => {
  const areAlike = (a: string, b: string): boolean =>
    readingsOf(a).some((one) =>
      readingsOf(b).some((other) => one.key === other.key && soundsAlike(one.sound, other.sound)),
    );

  it.each([
    ['рогозин', 'rogozin'],
    ['рагозін', 'rogozin'],
    ['rogosin', 'rogozin'],
    ['лукашенко', 'lukashenko'],
    ['лукашэнка', 'lukaszenka'],
    ['мясникович', 'myasnikovich'],
    ['мясніковіч', 'miasnikovich'],
    ['бяляцкі', 'bialiacki'],
    ['тарнаўскі', 'tarnauski'],
    ['макей', 'makei'],
    ['хоккей', 'hokkey'],
    ['юрий', 'yuri'],
    ['маз', 'maz'],
    ['бебенин', 'biabenin'],
  ])('like %s: %s', (a, b) => expect(areAlike(a, b)).toBe(true));

  it.each([
    ['рогозин', 'рожкин'],
    ['маз', 'moses'],
    ['путин', 'патон'],
    ['макей', 'мака'],
    ['минск', 'мнишек'],
  ])('unlike %s: %s', (a, b) => expect(areAlike(a, b)).toBe(false));
});

describe('texts in bytes', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'aяёЯўΩ\ud800\uffff') }));

  it('come back as they were', () => {
    fc.assert(
      fc.property(text, (given) => {
        const bytes = bytesOfText(given);
        expect(textOfBytes({ bytes, from: 0, to: bytes.length })).toBe(given);
      }),
    );
  });

  it('are in the order of strings, and begin as they do', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const bytes = bytesOfText(a);
        const order = compareBytes({ bytes, from: 0, to: bytes.length }, bytesOfText(b));
        expect(Math.sign(order)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});
