import { describe, expect, it } from 'vitest';
import { asFound, type Row } from './sentence-row';

const rows: Row[] = [
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

describe('a surname that stands as its town does', () => {
  it.each(rows)('$names in "$text" is $calls', (row) => {
    expect(asFound(row)).toEqual(row);
  });
});
