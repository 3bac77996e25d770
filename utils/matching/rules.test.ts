import { describe, expect, it } from 'vitest';
import { asFound, type Row } from './sentence-row';

/** Sentences for the rules that each carry a class: what stays away, and what must be found. */
const rows: Row[] = [
  // respellings that go too far
  { names: ['Вадзім Гайцаў'], type: 'person', lang: 'en', text: 'Gats met. Hats off.', finds: '' },
  { names: ['Вадзім Гайцаў'], type: 'person', lang: 'en', text: 'Minister Haitsau left.', finds: 'Haitsau' },
  { names: ['Vera Lukey'], type: 'person', lang: 'be', text: 'Луцы патэлефанавалі.', finds: '' },
  { names: ['Ольга Мядека'], type: 'person', lang: 'be', text: 'Мядэцы падзякавалі.', finds: 'Мядэцы' },
  { names: ['Арана'], type: 'place', lang: 'en', text: 'Erania is far.', finds: '' },
  { names: ['Ошмяны'], type: 'place', lang: 'en', text: 'The road to Ashmyany.', finds: 'Ashmyany' },
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
];

describe('a rule', () => {
  it.each(rows)('$names in "$text" finds "$finds"', (row) => {
    expect(asFound(row)).toEqual(row);
  });
});
