import { describe, expect, it } from 'vitest';
import { type Entity, isInDoubt } from '@/utils/model';
import { compileNames, findMentions } from './index';
import { asFound, type Row } from './sentence-row';

/** Sentences for the rules that each carry a class: what stays away, and what must be found. */
const rows: Row[] = [
  // capitals that say nothing about the name behind them
  { names: ['Илья Жутин'], type: 'person', lang: 'ru', text: 'Это пишет Regnum Жутину.', finds: 'Жутину' },
  {
    names: ['Большой цирк'],
    type: 'organisation',
    lang: 'ru',
    text: 'Стол «Ремонт Большого цирка».',
    finds: 'Большого цирка',
  },
  { names: ['Lenta.ru'], type: 'company', lang: 'ru', text: 'Цитирует Жутина Lenta.ru.', finds: 'Lenta.ru' },
  // endings of the other language
  { names: ['Дума'], type: 'organisation', lang: 'ru', text: 'Думаю, так лучше.', finds: '' },
  { names: ['Дума'], type: 'organisation', lang: 'be', text: 'Разам з Думаю.', finds: 'Думаю' },
  // another letter, where no other name is so alike
  { names: ['Нидерланды'], type: 'place', lang: 'ru', text: 'Выиграли Нидеоланды.', finds: 'Нидеоланды', tier: 'near' },
  { names: ['Фёдор Подрезенко'], type: 'person', lang: 'ru', text: 'Выиграл Побрезенко.', finds: '' },
  // acronyms letter by letter
  { names: ['ЧТЗ'], type: 'company', lang: 'en', text: 'Tractors of ChTZ stood idle.', finds: 'ChTZ', tier: 'script' },
  { names: ['ChTZ'], type: 'company', lang: 'ru', text: 'Рабочие ЧТЗ ждали.', finds: 'ЧТЗ', tier: 'script' },
  // a slip in a name given in full is likelier than a stranger's surname respelt
  {
    names: ['Robert Nalovaweld', 'Nalaweld'],
    type: 'person',
    lang: 'en',
    text: 'We saw Robert Naloaweld.',
    finds: 'Robert Naloaweld',
    tier: 'near',
  },
  {
    names: ['Robert Nalovaweld', 'Nalaweld'],
    type: 'person',
    lang: 'en',
    text: 'We saw Naloaweld.',
    finds: 'Naloaweld',
    tier: 'script',
  },
  // respellings that go too far
  { names: ['Вадзім Гайцаў'], type: 'person', lang: 'en', text: 'Gats met. Hats off.', finds: '' },
  { names: ['Вадзім Гайцаў'], type: 'person', lang: 'en', text: 'Minister Haitsau left.', finds: 'Haitsau' },
  { names: ['Vera Lukey'], type: 'person', lang: 'be', text: 'Луцы патэлефанавалі.', finds: '' },
  { names: ['Ольга Мядека'], type: 'person', lang: 'be', text: 'Мядэцы падзякавалі.', finds: 'Мядэцы' },
  { names: ['Арана'], type: 'place', lang: 'en', text: 'Erania is far.', finds: '' },
  { names: ['Ошмяны'], type: 'place', lang: 'en', text: 'The road to Ashmyany.', finds: 'Ashmyany' },
  { names: ['Масква', 'Москва'], type: 'place', lang: 'ru', text: 'Грузовик МАЗа сломался.', finds: '' },
  { names: ['Павел Кірыенка'], type: 'person', lang: 'be', text: 'Крыніцы перасохлі.', finds: '' },
  { names: ['Vera Makei', 'Вера Макей'], type: 'person', lang: 'en', text: 'Mike laughed.', finds: '' },
  { names: ['Анна Русы', 'Анна Русый'], type: 'person', lang: 'en', text: 'Russia waits.', finds: '' },
  // acronyms of the other alphabet, letter by letter
  { names: ['ДКК'], type: 'company', lang: 'en', text: 'The DDC said so.', finds: '' },
  { names: ['ДКК'], type: 'company', lang: 'en', text: 'The DKK said so.', finds: 'DKK', tier: 'script' },
  { names: ['ЧМЗ'], type: 'company', lang: 'en', text: 'Engines of ChMZ.', finds: 'ChMZ', tier: 'script' },
  { names: ['DKK'], type: 'company', lang: 'ru', text: 'С ДККом договорились.', finds: 'ДККом', tier: 'script' },
  { names: ['DTs'], type: 'company', lang: 'ru', text: 'Закупки ДТ.', finds: '' },
  // Belarusian adjectives, of one and of many
  {
    names: ['Лясны камітэт'],
    type: 'organisation',
    lang: 'be',
    text: 'Пастанова Ляснога камітэта.',
    finds: 'Ляснога камітэта',
    tier: 'form',
  },
  {
    names: ['Рабочы савет'],
    type: 'organisation',
    lang: 'be',
    text: 'З Рабочага савета выйшлі, Рабочаму савету напісалі, з Рабочым саветам сустрэліся.',
    finds: 'Рабочага савета|Рабочаму савету|Рабочым саветам',
    tier: 'form',
  },
  {
    names: ['Стары гандлёва-рамесны саюз'],
    type: 'organisation',
    lang: 'be',
    text: 'Сход Старога гандлёва-рамеснага саюза.',
    finds: 'Старога гандлёва-рамеснага саюза',
    tier: 'form',
  },
  {
    names: ['гарадскія слуханні 3 мая'],
    type: 'event',
    lang: 'be',
    text: 'Аб гарадскіх слуханнях 3 мая спрачаліся перад гарадскімі слуханнямі 3 мая.',
    finds: 'гарадскіх слуханнях 3 мая|гарадскімі слуханнямі 3 мая',
    tier: 'form',
  },
  {
    names: ['новыя выбары 1998 года'],
    type: 'event',
    lang: 'be',
    text: 'Да новых выбараў 1998 года, пасля новым выбарам 1998 года, з новымі выбарамі 1998 года.',
    finds: 'новых выбараў 1998 года|новым выбарам 1998 года|новымі выбарамі 1998 года',
    tier: 'form',
  },
  { names: ['Курія'], type: 'place', lang: 'be', text: 'Пра Курыю і Курых.', finds: 'Курыю' },
  // offices that other countries have too
  {
    names: ['Лясны камітэт', 'Лясны камітэт Нарочы'],
    type: 'organisation',
    ambiguous: true,
    lang: 'be',
    text: 'У Лясным камітэце Латвіі і Лясным камітэце.',
    finds: 'Лясным камітэце',
  },
  {
    names: ['Forest Court'],
    type: 'organisation',
    ambiguous: true,
    lang: 'en',
    text: 'The Forest Court of Norway sat.',
    finds: '',
  },
  {
    names: ['Лесной комитет'],
    type: 'organisation',
    ambiguous: true,
    lang: 'ru',
    text: 'Речь главы Лесного комитета Шумилова.',
    finds: 'Лесного комитета',
  },
  // an ambiguous company in company
  {
    names: ['Horizont', 'BAZ'],
    type: 'company',
    ambiguous: true,
    lang: 'en',
    text: 'Talks with Horizont and others failed.',
    finds: 'Horizont',
    calls: 'in doubt',
  },
  // towns named like people
  {
    names: ['Юрий Гагарин'],
    type: 'person',
    lang: 'ru',
    text: 'В Гагарине открыли музей, из Гагарина шли письма, под Гагарином жгли траву.',
    finds: 'Гагарине|Гагарина|Гагарином',
    calls: 'in doubt',
  },
  {
    names: ['Юрий Гагарин'],
    type: 'person',
    lang: 'ru',
    text: 'О Гагарине сняли фильм, у Гагарина было два брата, с Гагариным спорили, верили в Гагарина.',
    finds: 'Гагарине|Гагарина|Гагариным|Гагарина',
    calls: 'sure',
  },
  {
    names: ['Пётр Барысаў'],
    type: 'person',
    lang: 'be',
    text: 'У Барысаве спыніўся завод, каля Барысава згарэў лес.',
    finds: 'Барысаве|Барысава',
    calls: 'in doubt',
  },
  {
    names: ['Пётр Барысаў'],
    type: 'person',
    lang: 'be',
    text: 'Пра Барысава пісалі, у Барысава спыталі.',
    finds: 'Барысава|Барысава',
    calls: 'sure',
  },
  {
    names: ['Peter Barysaw'],
    type: 'person',
    lang: 'en',
    text: 'A plant in Barysaw stopped, a forest near Barysaw burnt.',
    finds: 'Barysaw|Barysaw',
    calls: 'in doubt',
  },
  {
    names: ['Peter Barysaw'],
    type: 'person',
    lang: 'en',
    text: 'Trust in Peter Barysaw grew, but trust in Barysaw is not all.',
    finds: 'Peter Barysaw|Barysaw',
    calls: 'sure',
  },
];

/** A company that is an ordinary word too, and one that is none. */
const COMPANIES = [company('a/horizont', 'Horizont', 'ambiguous'), company('a/baz', 'BAZ', 'plain')];

describe('an ambiguous company', () => {
  it.each([
    ['the terms for Horizont and BAZ', true],
    ['Horizont and BAZ agree.', true],
    ['Orders from BAZ, Horizont and others', true],
    ['the maker Horizont and its larger rival BAZ', true],
    ['Why Peace Is the Horizont of Every BAZ Worker', false],
    ['Horizont was far. Nobody spoke of it for a long time after BAZ.', false],
  ])('"%s": sure is %s', (text, isSure) => {
    const [first] = findMentions(compileNames(COMPANIES), { lang: 'en', blocks: [{ text, part: 'body' }] }).filter(
      ({ entityId }) => entityId === 'a/horizont',
    );
    expect(first !== undefined && !isInDoubt(first)).toBe(isSure);
  });

  it('is not found in small letters', () => {
    const text = 'BAZ is a horizont of its own.';
    const found = findMentions(compileNames(COMPANIES), { lang: 'en', blocks: [{ text, part: 'body' }] });
    expect(found.map(({ entityId }) => entityId)).toEqual(['a/baz']);
  });
});

describe('two entities of one archive with one name in two languages', () => {
  const both = (first: string, second: string) => [company(first, 'DUKAZ', 'plain'), company(second, 'ДУКАЗ', 'plain')];
  it.each([
    ['one mention a span, the name as written', both('a/1', 'a/2'), 'ДУКАЗ и ДУКАЗ', ['a/2', 'a/2']],
    ['both where they are of two archives', both('a/1', 'b/1'), 'ДУКАЗ растёт', ['a/1', 'b/1']],
    [
      'the one that the page supports more',
      [
        ...both('a/1', 'a/2'),
        {
          ...company('a/1', 'DUKAZ', 'plain'),
          id: 'a/1',
          names: [
            { text: 'DUKAZ', kind: 'full' as const },
            { text: 'Минский дукатный завод', kind: 'full' as const },
          ],
        },
      ].slice(1),
      'Минский дукатный завод (ДУКАЗ)',
      ['a/1', 'a/1'],
    ],
  ])('%s', (_, entities, text, ids) => {
    const found = findMentions(compileNames(entities), { lang: 'ru', blocks: [{ text, part: 'body' }] });
    expect(found.map(({ entityId }) => entityId)).toEqual(ids);
  });
});

function company(id: string, text: string, kind: 'ambiguous' | 'plain'): Entity {
  return {
    id,
    type: 'company',
    names: [{ text, kind: 'full' }],
    ambiguous: kind === 'ambiguous',
    saidBy: 'archive',
  };
}

describe('a rule', () => {
  it.each(rows)('$names in "$text" finds "$finds"', (row) => {
    expect(asFound(row)).toEqual(row);
  });
});
