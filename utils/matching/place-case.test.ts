import { describe, expect, it } from 'vitest';
import { compileNames, findMentions } from './index';
import { asFound, type Row } from './sentence-row';

const rows: Row[] = [
  {
    names: ['Илья Жутин'],
    type: 'person',
    lang: 'ru',
    text: 'Дожди прошли в Жутине. Люди вышли на улицы Жутина.',
    finds: 'Жутине|Жутина',
    calls: 'in doubt',
  },
  {
    names: ['Илья Жутин'],
    type: 'person',
    lang: 'ru',
    text: 'Говорил Илья Жутин. Разочаровались в Жутине.',
    finds: 'Илья Жутин|Жутине',
    calls: 'sure',
  },
  {
    names: ['Илья Жутин'],
    type: 'person',
    lang: 'ru',
    text: 'Дожди прошли в Жутине.',
    finds: 'Жутине',
    calls: 'in doubt',
  },
];

const named: Row[] = [
  { names: ['Илья Жутин'], type: 'person', lang: 'ru', text: 'Говорят, в Борске Жутин молчал.', finds: 'Жутин' },
  { names: ['Ілья Жуцін'], type: 'person', lang: 'be', text: 'Кажуць, у Борску Жуцін маўчаў.', finds: 'Жуцін' },
  { names: ['Ілья Жуцін'], type: 'person', lang: 'be', text: 'Кажуць, у Карпа Жуціна ціха.', finds: '' },
];

describe('a town before a surname', () => {
  it.each(named)('$names in "$text" finds "$finds"', (row) => {
    expect(asFound(row)).toEqual(row);
  });
});

describe('a surname that an archive has by itself too', () => {
  const owner = {
    id: 'a',
    type: 'person' as const,
    names: [
      { text: 'Илья Жутин', kind: 'full' as const },
      { text: 'Жутин', kind: 'short' as const },
    ],
    ambiguous: false,
    saidBy: 'archive' as const,
  };
  it.each([
    ['Пришёл певец Карп Жутин.', []],
    ['Пришёл певец Жутин.', ['Жутин']],
    ['Пришёл Илья Жутин.', ['Илья Жутин']],
    ['Пришёл И. Жутин.', ['И. Жутин']],
    ['Пришёл К. Жутин.', []],
  ])('"%s" names %j', (text, found) => {
    const mentions = findMentions(compileNames([owner]), { lang: 'ru', blocks: [{ text, part: 'body' }] });
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });
});

describe('a surname that stands as its town does', () => {
  it.each(rows)('$names in "$text" is $calls', (row) => {
    expect(asFound(row)).toEqual(row);
  });
});
