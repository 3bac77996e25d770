import { describe, expect, it } from 'vitest';
import { compileNames, findMentions, openNames, snapshotOf } from './index';
import { entityOf, asFound, type Row } from './sentence-row';

const rows: Row[] = [
  {
    names: ['Олег Ткачук'],
    type: 'person',
    lang: 'ru',
    text: 'Вчера Олегом Ткачуком были довольны.',
    finds: 'Олегом Ткачуком',
    tier: 'form',
  },
  {
    names: ['Oleg Tkachuk'],
    type: 'person',
    lang: 'ru',
    text: 'Встреча с Ткачуком прошла в среду.',
    finds: 'Ткачуком',
    tier: 'script',
  },
  {
    names: ['Олег Ткачук'],
    type: 'person',
    lang: 'en',
    text: 'Governor Oleh Tkachuk resigned.',
    finds: 'Oleh Tkachuk',
    tier: 'script',
  },
  { names: ['Олег Ткачук'], type: 'person', lang: 'ru', text: 'Слово взял Игорь Ткачук.', finds: '' },
  {
    names: ['Витебск'],
    type: 'place',
    lang: 'be',
    text: 'У Віцебску адкрылі музей.',
    finds: 'Віцебску',
    tier: 'script',
  },
  { names: ['БАЗ'], type: 'company', lang: 'ru', text: 'Автобусы БАЗа заняты на базе.', finds: 'БАЗа', tier: 'form' },
  {
    names: ['Gorizont Plant'],
    type: 'company',
    lang: 'en',
    text: 'The Gorizont plant was sold.',
    finds: 'Gorizont plant',
    tier: 'exact',
  },
  {
    names: ['Северсталь'],
    type: 'company',
    lang: 'ru',
    text: 'Подробности на севересталь.рф и severstal.com.',
    finds: '',
  },
  {
    names: ['Полоцк'],
    type: 'place',
    lang: 'ru',
    text: 'Дорога на По\u00adлоцк закрыта.',
    finds: 'По\u00adлоцк',
    tier: 'exact',
  },

  // forms
  {
    names: ['Галина Шевчук'],
    type: 'person',
    lang: 'ru',
    text: 'Письмо Галине Шевчук вернули.',
    finds: 'Галине Шевчук',
    tier: 'form',
  },
  {
    names: ['Зоя Мельникова'],
    type: 'person',
    lang: 'ru',
    text: 'Разговор с Мельниковой был коротким.',
    finds: 'Мельниковой',
    tier: 'form',
  },
  { names: ['Зоя Мельникова'], type: 'person', lang: 'ru', text: 'Разговор с Мельниковым был коротким.', finds: '' },
  {
    names: ['Яўген Паддубны'],
    type: 'person',
    lang: 'be',
    text: 'Сустрэча з Паддубным адбылася.',
    finds: 'Паддубным',
    tier: 'form',
  },
  { names: ['Прага'], type: 'place', lang: 'be', text: 'Выстава ў Празе.', finds: 'Празе', tier: 'form' },
  { names: ['Ліда'], type: 'place', lang: 'be', text: 'Цягнік да Ліды.', finds: 'Ліды', tier: 'form' },
  { names: ['Орёл'], type: 'place', lang: 'ru', text: 'Дорога до Орла.', finds: 'Орла', tier: 'form' },
  {
    names: ['БелАЗ'],
    type: 'company',
    lang: 'ru',
    text: 'Двадцать БелАЗов ушли в карьер.',
    finds: 'БелАЗов',
    tier: 'form',
  },
  { names: ['МАЗ'], type: 'company', lang: 'ru', text: 'Аптечная мазь подорожала. МАЗЬ.', finds: '' },
  {
    names: ['Государственный банк развития'],
    type: 'organisation',
    lang: 'ru',
    text: 'В Государственном банке развития молчат.',
    finds: 'Государственном банке развития',
    tier: 'form',
  },
  {
    names: ['Rural Bank'],
    type: 'company',
    lang: 'en',
    text: "Rural Bank's shares fell.",
    finds: 'Rural Bank',
    tier: 'exact',
  },
  { names: ['Мороз'], type: 'person', lang: 'ru', text: 'Морозов уехал.', finds: '' },
  // scripts
  {
    names: ['Ганна Мельнікава'],
    type: 'person',
    lang: 'ru',
    text: 'Анна Мельникова ответила.',
    finds: 'Анна Мельникова',
    tier: 'script',
  },
  {
    names: ['Bernard Foss'],
    type: 'person',
    lang: 'ru',
    text: 'Бернарда Фосса ждали.',
    finds: 'Бернарда Фосса',
    tier: 'script',
  },
  { names: ['Chernihiv'], type: 'place', lang: 'ru', text: 'Поезд в Чернигов.', finds: 'Чернигов', tier: 'script' },
  { names: ['Слоним'], type: 'place', lang: 'be', text: 'У Слоніме святкуюць.', finds: 'Слоніме', tier: 'script' },
  {
    names: ['Наваполацк'],
    type: 'place',
    lang: 'en',
    text: 'A refinery in Navapolack.',
    finds: 'Navapolack',
    tier: 'script',
  },
  { names: ['ЮНЕСКО'], type: 'organisation', lang: 'en', text: 'UNESCO met.', finds: 'UNESCO', tier: 'script' },
  { names: ['Five'], type: 'company', lang: 'ru', text: 'Президент ФИФА уехал.', finds: '' },
  { names: ['Makei'], type: 'person', lang: 'en', text: 'Make it so. Big Mac.', finds: '' },
  // look-alikes, marks
  { names: ['Сморгонь'], type: 'place', lang: 'ru', text: 'Дорога на Смoргонь.', finds: 'Смoргонь', tier: 'exact' },
  {
    names: ['Браслав'],
    type: 'place',
    lang: 'ru',
    text: 'Озёра Бра\u0301слава.',
    finds: 'Бра\u0301слава',
    tier: 'form',
  },
  // people
  { names: ['Олег Ткачук'], type: 'person', lang: 'ru', text: 'Ответил О. Ткачук.', finds: 'О. Ткачук' },
  { names: ['Олег Ткачук'], type: 'person', lang: 'ru', text: 'Ответил П. Ткачук.', finds: '' },
  {
    names: ['Олег Ткачук'],
    type: 'person',
    lang: 'ru',
    text: 'Ткачук Олег Петрович назначен.',
    finds: 'Ткачук Олег Петрович',
  },
  {
    names: ['Oleg Tkachuk'],
    type: 'person',
    lang: 'en',
    text: 'Former minister Tkachuk and Igor Tkachuk.',
    finds: 'Tkachuk',
  },
  {
    names: ['Олег Ткачук'],
    type: 'person',
    lang: 'ru',
    text: 'С Ткачуком говорил Олег. Олег Петрович молчал.',
    finds: 'Ткачуком',
  },
  // near
  {
    names: ['Владислав Кожемякин'],
    type: 'person',
    lang: 'ru',
    text: 'Владислав Кожемкин ответил.',
    finds: 'Владислав Кожемкин',
    tier: 'near',
  },
  { names: ['Владислав Кожемякин'], type: 'person', lang: 'ru', text: 'Кожемкин ответил.', finds: '' },
  { names: ['Бобруйск'], type: 'place', lang: 'ru', text: 'Завод в Борбуйске.', finds: 'Борбуйске', tier: 'near' },
  { names: ['Бобруйск'], type: 'place', lang: 'ru', text: 'Завод в Ботруйске.', finds: '' },
  // ambiguous words
  { names: ['Горизонт'], type: 'company', ambiguous: true, lang: 'ru', text: 'Горизонт был чист.', finds: '' },
  {
    names: ['Горизонт'],
    type: 'company',
    ambiguous: true,
    lang: 'ru',
    text: 'Телевизоры «Горизонт» дешевеют.',
    finds: 'Горизонт',
  },
  { names: ['Горизонт'], type: 'company', ambiguous: true, lang: 'ru', text: 'На горизонте туча.', finds: '' },
  { names: ['Target'], type: 'company', ambiguous: true, lang: 'en', text: 'Target company sold.', finds: 'Target' },
  { names: ['Target'], type: 'company', ambiguous: true, lang: 'en', text: 'The target was missed.', finds: '' },
  { names: ['Paper Union'], type: 'organisation', lang: 'en', text: 'The EU Paper Union met.', finds: '' },
  // addresses and initialisms
  { names: ['Lenta.ru'], type: 'company', lang: 'ru', text: 'Пишет Lenta.ru сегодня.', finds: 'Lenta.ru' },
  { names: ['Severstal'], type: 'company', lang: 'en', text: 'Write to press@severstal.example now.', finds: '' },
  {
    names: ['Fund for Open Rivers'],
    type: 'organisation',
    lang: 'en',
    text: 'The Fund for Open Rivers grew. FOR asked for more.',
    finds: 'Fund for Open Rivers|FOR',
  },
];

describe('findMentions', () => {
  it.each(rows)('$names in "$text" finds "$finds"', (row) => {
    expect(asFound(row)).toEqual(row);
  });

  it('finds the same after its bytes were stored and opened', () => {
    const index = compileNames(rows.map((row, i) => entityOf(row, i)));
    const opened = openNames(snapshotOf(index).slice());
    if (!opened.ok) throw new Error(opened.error);
    for (const { text, lang } of rows) {
      const page = { lang, blocks: [{ text, part: 'body' as const }] };
      expect(findMentions(opened.value, page)).toEqual(findMentions(index, page));
    }
  });
});
