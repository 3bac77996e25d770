import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleHead } from '../../tests/samples';
import { readNext } from '.';

const head = (group: string, entities: string[], more: { month?: number; lang?: string; archive?: string } = {}) => {
  const { month = 1, lang = 'en', archive = 'a' } = more;
  const week =
    month === 0
      ? null
      : { from: `2012-${String(month).padStart(2, '0')}-01`, to: `2012-${String(month).padStart(2, '0')}-07` };
  return sampleHead({
    id: `${archive}/${group}-${lang}`,
    archiveId: archive,
    group: `${archive}/${group}`,
    lang,
    week,
    date: null,
    entities,
  });
};

const HEADS = [
  head('1', ['rogozin', 'maz', 'minsk'], { month: 1 }),
  head('1', ['rogozin', 'maz', 'minsk'], { month: 1, lang: 'be' }),
  head('2', ['minsk'], { month: 2 }),
  head('2', ['minsk'], { month: 2, lang: 'be' }),
  head('3', ['rogozin', 'maz'], { month: 3 }),
  head('3', ['rogozin', 'maz'], { month: 3, lang: 'be' }),
  head('4', ['maz', 'minsk'], { month: 4 }),
  head('5', ['minsk'], { month: 5 }),
  head('6', ['minsk', 'potash'], { month: 6 }),
  head('7', ['rogozin'], { month: 2, archive: 'b' }),
];

describe('what to read after a brief', () => {
  it('is the next week of its archive, and who shares its rare names, in the reader’s language', () => {
    const next = readNext('a/1-be', { heads: HEADS, languages: ['be', 'en'] });
    expect(next.following?.id).toBe('a/2-be');
    expect(next.alike).toEqual([{ head: HEADS[5], shared: ['maz', 'rogozin'] }]);
  });

  it.each<[string, string, string | null]>([
    ['after the last', 'a/6-en', null],
    ['after one without a date', 'a/0-en', null],
    ['in the middle', 'a/4-en', 'a/5-en'],
  ])('%s', (_, id, following) => {
    const heads = [...HEADS, head('0', ['minsk'], { month: 0 })];
    expect(readNext(id, { heads, languages: ['en'] }).following?.id ?? null).toBe(following);
  });

  it('is nothing for a brief that is gone', () => {
    expect(readNext('a/9-en', { heads: HEADS, languages: ['en'] })).toEqual({ following: null, alike: [] });
  });

  it('never is the brief itself or a translation of it, nor one brief twice, in any order of the heads', () => {
    const made = fc.array(
      fc.record({
        group: fc.nat(9),
        entities: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
        month: fc.integer({ min: 1, max: 12 }),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(made, (briefs) => {
        const heads = briefs.map(({ group, entities, month }, at) => ({
          ...head(String(group), entities, { month }),
          id: `a/${at}`,
        }));
        const { following, alike } = readNext('a/0', { heads, languages: ['en'] });
        const groups = [...(following ? [following] : []), ...alike.map((one) => one.head)].map(({ group }) => group);
        expect(groups).not.toContain(heads[0]?.group);
        expect(new Set(groups).size).toBe(groups.length);
      }),
    );
  });
});
