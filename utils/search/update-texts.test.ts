import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '@/utils/model';
import { briefOf } from './briefs-for-tests';
import { compileTexts } from './compile-texts';
import type { SearchableBrief } from './doc-record';
import { openTexts, snapshotOfTexts } from './text-index';
import { updateTexts } from './update-texts';

const WORDS = [
  'gas',
  'газ',
  'газа',
  'газе',
  'минск',
  'мінску',
  'Minsk',
  "Rogozin's",
  'Ωmega',
  '\ud83d',
  '2012',
  'x'.repeat(60),
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' '));
const ENTITIES: Entity[] = ['rogozin', 'minsk', 'maz'].map((id) => ({
  id: `a/${id}`,
  type: 'other',
  names: [{ text: id, kind: 'full' }],
  ambiguous: false,
  saidBy: 'archive',
}));

const brief = fc
  .record({
    number: fc.nat(15),
    lang: fc.constantFrom('en', 'ru', 'be', 'uk'),
    title: text,
    summary: text,
    body: fc.array(text, { maxLength: 3 }),
    entities: fc.subarray(ENTITIES.map(({ id }) => id)),
    verdict: fc.constantFrom('improved' as const, 'worsened' as const, null),
  })
  .map(({ number, verdict, lang, ...rest }): SearchableBrief =>
    briefOf({
      ...rest,
      id: `a/${number}-${lang}`,
      lang,
      situation: verdict && { verdict, reason: 'gas' },
      week: { from: '2012-10-22', to: `2012-10-${String(10 + number)}` },
    }),
  );
const briefs = fc.array(brief, { maxLength: 12 });

function bytesOf(list: readonly SearchableBrief[]): Uint8Array {
  return snapshotOfTexts(compileTexts({ briefs: list, entities: ENTITIES }));
}

describe('updateTexts', () => {
  it('gives the same bytes as compiling anew', () => {
    fc.assert(
      fc.property(briefs, briefs, fc.func(fc.boolean()), (before, add, isGone) => {
        const remove = before.map(({ id }) => id).filter(isGone);
        const left = before.filter(({ id }) => !remove.includes(id));
        const index = compileTexts({ briefs: before, entities: ENTITIES });
        const updated = updateTexts(index, { add, remove, entities: ENTITIES });
        expect(snapshotOfTexts(updated)).toEqual(bytesOf([...left, ...add]));
      }),
      { numRuns: 150 },
    );
  });
});

describe('compileTexts', () => {
  it('gives the same bytes in whatever order briefs and entities come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(brief, { selector: ({ id }) => id, maxLength: 10 }), fc.nat(9), (list, turn) => {
        const turned = [...list.slice(turn), ...list.slice(0, turn)].reverse();
        const index = compileTexts({ briefs: turned, entities: [...ENTITIES].reverse() });
        expect(snapshotOfTexts(index)).toEqual(bytesOf(list));
      }),
      { numRuns: 100 },
    );
  });
});

describe('openTexts', () => {
  const bytes = bytesOf([briefOf({ id: 'gas-en', title: 'Gas', body: 'Minsk pays' })]);
  const changed = (at: number, value: number): Uint8Array => bytes.map((byte, i) => (i === at ? value : byte));

  it('opens what was stored, also from the middle of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    const opened = openTexts(larger.subarray(3));
    expect(opened.ok && snapshotOfTexts(opened.value)).toEqual(bytes);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'damaged'],
    ['something else', new TextEncoder().encode('not an index at all'), 'damaged'],
    ['a cut file', bytes.subarray(0, bytes.length - 8), 'damaged'],
    ['a changed length of a column', changed(20, 200), 'damaged'],
    ['what another version wrote', changed(4, 99), 'other-version'],
  ])('refuses %s', (_, stored, error) => expect(openTexts(stored)).toEqual({ ok: false, error }));
});
