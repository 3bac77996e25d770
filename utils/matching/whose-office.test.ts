import { describe, expect, it } from 'vitest';
import { asFound, type Row } from './sentence-row';

const rows: Row[] = [
  {
    names: ['Foreign Ministry'],
    type: 'organisation',
    ambiguous: true,
    lang: 'en',
    text: 'We asked the Foreign Ministry in Moscow.',
    finds: 'Foreign Ministry',
    calls: 'in doubt',
  },
  {
    names: ['Foreign Ministry'],
    type: 'organisation',
    ambiguous: true,
    lang: 'en',
    text: 'We asked the Foreign Ministry in vain.',
    finds: 'Foreign Ministry',
    calls: 'sure',
  },
  {
    names: ['МИД'],
    type: 'organisation',
    ambiguous: true,
    lang: 'ru',
    text: 'Посла вызвали в российский МИД.',
    finds: '',
  },
  {
    names: ['Верховный суд Беларуси'],
    type: 'organisation',
    ambiguous: true,
    lang: 'ru',
    text: 'Это решил белорусский Верховный суд Беларуси.',
    finds: 'Верховный суд Беларуси',
  },
  {
    names: ['Верховный суд'],
    type: 'organisation',
    ambiguous: true,
    lang: 'ru',
    text: 'Это решил норвежский Верховный суд.',
    finds: '',
  },
  {
    names: ['Интеграл'],
    type: 'company',
    ambiguous: true,
    lang: 'ru',
    text: 'Это сделал минский «Интеграл».',
    finds: 'Интеграл',
    calls: 'sure',
  },
];

describe('an office that other countries have too', () => {
  it.each(rows)('$names in "$text" finds "$finds"', (row) => {
    expect(asFound(row)).toEqual(row);
  });
});
